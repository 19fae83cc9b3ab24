--- meeting_card.lua: meeting_card(meeting): a meeting to come, with when and where.
local meeting = ...
local meetings = require "meetings"

local tag, sentence, class = meetings.state(meeting)

local notes = {}
if meeting.time then notes[#notes + 1] = clock(meeting.time) end
if meeting.online then notes[#notes + 1] = "by video call" end
if meeting.venue and not meeting.online then notes[#notes + 1] = meeting.venue end

emit(md "\n\n::: {.card}\n### [", meetings.day(meeting), md "](", link(meeting), md ")\n\n")
if page.layout == "home" and meeting.panel then
  emit(md "[", meeting.panel.name, md "](", link(meeting.panel), md ")\n\n")
end
if #notes > 0 then emit(table.concat(notes, ", "), md "\n\n") end
emit(
  element(
    "p",
    { class = "note" },
    element("strong", { class = { "tag", class } }, tag),
    " ",
    #meeting.agenda > 0 and count(#meeting.agenda, "item") .. " on the agenda" or sentence
  ),
  md "\n\n"
)
emit(md ":::\n\n")
