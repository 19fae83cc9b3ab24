--- titles.lua: headings that a council prints in capitals, as they would be written in a sentence.
---
--- "CABINET MEMBER UPDATE" becomes "Cabinet Member update" where the papers' own sentences say "the Cabinet Member".
--- Only headings go through here: what the papers say in sentences stays as it is.
local titles = {}

local dates = require "dates"

--- Words of headings that are nobody's name; they have a capital only beside a word that has one in the papers too,
--- as in "Cabinet Member".
local known = {}
for word in
  ([[
  a absence access account accounts action activity adult adults after agenda agreed all an and announce announcements
  annual any apologies appendix appointment appointments approach appraisal are arrangements as assessment at attendance
  audit be between board briefing budget business by capital care centre change changes
  children climate closing club clubs co commissioning committee community complaints compliance confidential confirm
  considerations considered consultation contract contracts cost council councillor councillors culture data date decision
  decisions declaration declarations defences delivery demand deputations development director disability draft economy
  education educational election emergency employment energy environment equalities equality estimates evacuation evaluation
  exclusion executive exempt extension families family fees feedback finance financial first five flood follow following
  food for forward framework from fund funding future general governance grants group growth head health help home
  homelessness housing impact implications improvement in independent information infrastructure inspection interest
  interests into introduction introductions investment is issue issues it item items its joint land last learning leisure
  libraries library licensing local management mapping market matters medium meeting meetings member members mental minutes
  model monitoring needs new next not notice of officer officers on one open opening operational options or order other
  outcomes outturn over panel panels parking partnership partnerships people per performance petition petitions places plan
  planning plans policy population post presentation press prevention previous primary priorities procedure procurement
  programme progress project property proposals protection provision public pupils quality quarter quarterly question
  questions rates receive recommendation recommendations record recovery recycling regeneration relating relation release
  report reporting reports representation resource resources response results review reviewing revenue risk river road roads
  rural safety safeguarding savings scheme school schools scrutiny second secondary section services service sickness six
  social speaking special sport statement statements statutory strategic strategy streets structure substitutes
  substitutions summary supplementary support survey targets task tax team term terms the their third this three to
  tourism town traffic training transformation transport travel treasury two under update updates urban urgent value venue
  village voluntary volunteers waste water welcome well wellbeing with women work workforce workplan year years young
  youth]]):gmatch("%a+")
do
  known[word] = true
end

-- Months and weekdays, by their capitals.
for month = 1, 12 do
  local name = dates.short(("2000-%02d"):format(month)):match("%a+")
  known[name:upper()] = name
end
for day = 1, 7 do
  local name = dates.weekday(("2000-01-%02d"):format(day))
  known[name:upper()] = name
end

--- Whether a heading is set in capitals; "17th" and the like don't count.
---
---     titles.is_in_capitals "MEETING OF 17th MARCH"     --> true
---@param text string
---@return boolean
function titles.is_in_capitals(text)
  local bare = text:gsub("%d+%l%l", "")
  return bare:find("%u%u") ~= nil and not bare:find("%l")
end

--- A function that writes headings as in a sentence, by the text of the parts: lists of objects that have blocks.
--- What is not in capitals stays as it is.
---
---     titles.of(site.meetings[1].agenda) "ANNUAL REPORT"      --> Annual report
---@param ... { blocks: Block[] }[]
---@return fun(title: string): string
function titles.of(...)
  local parts, words, made = table.pack(...), nil, {}
  return function(title)
    if made[title] then return made[title] end
    if titles.is_in_capitals(title) then
      words = words or word_forms(table.unpack(parts, 1, parts.n))
      made[title] = words:heading(title, known)
    else
      made[title] = title
    end
    return made[title]
  end
end

return titles
