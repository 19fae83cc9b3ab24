--- meeting_line.lua: meeting_line(meeting): a meeting in a list.
local meeting = ...
local meetings, names = require "meetings", require "names"

emit(md "- [", meetings.day(meeting), md "](", link(meeting), md ")")
if page.layout == "home" and #site.panels > 1 and meeting.panel then emit(", ", names.panel(meeting)) end
emit(html ' <span class="quiet">' .. (meetings.state(meeting)) .. html "</span>", md "\n")
