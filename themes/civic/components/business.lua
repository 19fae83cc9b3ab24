--- business.lua: an item of business on its meeting's page: what the agenda says, its papers, then what the minutes say.
local item = arguments { { "item", "SiteItem" } }
local names = require "names"
local agenda, minutes = item.agenda, item.minutes

local function note()
  local notes = {}
  if agenda and agenda.time then notes[#notes + 1] = clock(agenda.time) end
  if agenda and agenda.minutes_allotted then notes[#notes + 1] = count(agenda.minutes_allotted, "minute") end
  if agenda and #agenda.presenters > 0 then notes[#notes + 1] = "with " .. sentence(agenda.presenters) end
  if agenda and agenda.pages then notes[#notes + 1] = "papers on " .. page_range(agenda.pages) end
  if agenda and agenda.to_follow then notes[#notes + 1] = "papers to follow" end
  if agenda and agenda.exempt then notes[#notes + 1] = "not open to the public" end
  if agenda and minutes and minutes.number then notes[#notes + 1] = "minute " .. minutes.number end
  local said = table.concat(notes, " · "):gsub("^%l", string.upper)
  return said .. (said == "" and "" or " · ") .. source_link(minutes or agenda or item)
end

emit(
  md "\n### ",
  item.number and item.number .. ". " or false,
  names.link(item, names.item(item)),
  md " {#",
  anchor(item),
  md "}\n\n"
)
emit(element("p", { class = "note" }, note()), md "\n\n")
if #item.reports > 0 then
  emit(md "::: {.papers}\n")
  for _, report in ipairs(item.reports) do
    emit(md "- ", names.link(report, names.report(report)), md "\n")
  end
  emit(md ":::\n\n")
end
if agenda and #agenda.blocks > 0 then
  if minutes then
    emit(
      html "<details><summary>What the agenda said</summary>",
      md "\n\n",
      prose(agenda.blocks),
      md "\n\n",
      html "</details>",
      md "\n\n"
    )
  else
    emit(prose(agenda.blocks))
  end
end
if minutes then emit(minute(item)) end
