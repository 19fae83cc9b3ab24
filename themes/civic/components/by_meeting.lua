--- by_meeting.lua: a list by panel and by meeting, the last meeting first; `write` writes the objects of one meeting.
local list, write = arguments {
  { "list", "list" },
  { "write", "any", help = "A function that gets the objects of one meeting." },
}
local registers, meetings = require "registers", require "meetings"

local groups = registers.by_meeting(list)
for _, group in ipairs(groups) do
  local level = "## "
  if #groups > 1 or #site.panels > 1 then
    emit(md "\n\n## ", group.panel and group.panel.name or "Other meetings", md "\n\n")
    level = "### "
  end
  for _, of_meeting in ipairs(group.meetings) do
    emit(md "\n\n", md(level), md "[", meetings.day(of_meeting.meeting), md "](", link(of_meeting.meeting), md ")\n\n")
    write(of_meeting, level)
  end
end
