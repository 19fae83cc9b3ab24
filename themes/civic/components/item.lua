--- item.lua: item(entry, meeting, readable, papers): an item of business: what the agenda says, its papers, then what
--- the minutes say.
local entry, meeting, readable, papers = ...
local business, meetings = require "business", require "meetings"
local agenda, minutes = entry.agenda, entry.minutes
local named = agenda or minutes

local function note()
  local notes = {}
  if agenda and agenda.time then notes[#notes + 1] = clock(agenda.time) end
  if agenda and agenda.minutes_allotted then notes[#notes + 1] = count(agenda.minutes_allotted, "minute") end
  if agenda and #agenda.presenters > 0 then notes[#notes + 1] = "with " .. sentence(agenda.presenters) end
  if agenda and agenda.pages then notes[#notes + 1] = "papers on " .. page_range(agenda.pages) end
  if agenda and agenda.to_follow then notes[#notes + 1] = "papers to follow" end
  if agenda and agenda.exempt then notes[#notes + 1] = "not open to the public" end
  if agenda and minutes and minutes.number then notes[#notes + 1] = "minute " .. minutes.number end
  notes[#notes + 1] = meetings.place(minutes or agenda)
  return (table.concat(notes, " · "):gsub("^%l", string.upper))
end

emit(md"\n### ", named.number and named.number .. ". " or false, readable(named.title or named.printed or "Untitled item"),
  md" {#", entry.anchor, md"}\n\n")
emit(html'<p class="note">' .. note() .. html"</p>", md"\n\n")

for place, paper in ipairs(papers) do
  if agenda and paper.agenda_item and paper.agenda_item == agenda.number then
    emit(md"\n::: {.papers}\n[", readable(paper.title or "Untitled paper"), md"](#paper-", place, md")\n:::\n\n")
  end
end
if agenda and #agenda.blocks > 0 then
  if minutes then
    emit(html"<details><summary>What the agenda said</summary>", md"\n\n", prose(agenda.blocks), md"\n\n",
      html"</details>", md"\n\n")
  else
    emit(prose(agenda.blocks))
  end
end
if minutes then
  emit(md"\n\n::: {.minutes", agenda and md" #" .. business.minute_anchor(meeting, minutes) or false, md"}\n", minute(minutes), md"\n:::\n\n")
end
