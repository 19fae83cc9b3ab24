--- attendance_strip.lua: the meetings that somebody came to or was missed at, the last one first.
local person = arguments { { "person", "Person" } }
local attending, names = require "attending", require "names"

local rows = {}
for position = #person.attendance, 1, -1 do
  local kept = person.attendance[position]
  rows[#rows + 1] = {
    names.anchor(kept.meeting, names.meeting(kept.meeting)),
    element("span", { class = { "status", kept.status } }, attending.word(kept.status)),
  }
end
local table_ =
  data_table { caption = "Attendance by meeting", columns = { "Meeting", "Attendance" }, rows = rows, row_heads = true }
if #rows > 8 then
  emit(
    html "<details><summary>Meeting by meeting</summary>",
    md "\n\n",
    table_,
    md "\n\n",
    html "</details>",
    md "\n\n"
  )
else
  emit(table_, md "\n\n")
end
