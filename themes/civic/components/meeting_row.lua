--- meeting_row.lua: a meeting in the calendar.
local meeting = arguments { { "meeting", "SiteMeeting" } }
local meetings, names = require "meetings", require "names"

local tag, _, class = meetings.state(meeting)
local notes = {}
if meeting.time then notes[1] = clock(meeting.time) end
if meeting.online then notes[#notes + 1] = "by video call" end
if meeting.venue then notes[#notes + 1] = meeting.venue end

emit(
  md "\n\n::: {.row}\n",
  element("p", { class = "day" }, meetings.day(meeting)),
  md "\n\n",
  names.link(meeting, meeting.body or "Panel not known"),
  " ",
  element("strong", { class = { "tag", class } }, tag),
  md "\n\n"
)
if #notes > 0 then emit(element("p", { class = "note" }, table.concat(notes, ", ")), md "\n\n") end
emit(md ":::\n\n")
