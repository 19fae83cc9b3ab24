--- titles.lua: headings that a council prints in capitals, as they would be written in a sentence.
---
--- "CABINET MEMBER UPDATE" becomes "Cabinet Member update" where the papers' own sentences say "the Cabinet Member".
--- Only headings go through here: what the papers say in sentences stays as it is.
local titles = {}

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
--- What is not in capitals stays as it is. Of an item of the site and of a paper, `title_of` gives it for less.
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
      made[title] = words:heading(title)
    else
      made[title] = title
    end
    return made[title]
  end
end

return titles
