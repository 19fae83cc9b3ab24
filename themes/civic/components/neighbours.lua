--- neighbours.lua: neighbours(meeting): the panel's meetings before and after.
local meeting = ...
local meetings = require "meetings"
if not (meeting.previous or meeting.next) then return end

local function way(label, other, class)
  if not other then return html "" end
  return html('<li class="' .. class .. '"><a href="')
    .. link(other)
    .. html '"><span>'
    .. label
    .. html "</span> "
    .. meetings.day(other)
    .. html "</a></li>"
end

emit(
  html '<nav class="neighbours" aria-label="The panel’s other meetings"><ul>'
    .. way("Previous meeting", meeting.previous, "previous")
    .. way("Next meeting", meeting.next, "next")
    .. html "</ul></nav>",
  md "\n"
)
