--- meeting_brief(meeting): a meeting among others.
local meeting = arguments { { "meeting", "SiteMeeting" } }
local commons = require "commons"
local deadline, coming = first(where(meeting.deadlines, "due")), meeting.date and meeting.date >= site.today
return card {
  title = commons.body(meeting) .. ", " .. commons.day(meeting), to = meeting,
  notes = {
    meeting.time and clock(meeting.time) or false, meeting.online and "Online" or meeting.venue or false,
    count(meeting.items, "item"), not coming and meeting.minutes and "Minutes are out" or false,
  },
  body = coming and deadline and md"Questions and statements by " .. moment(deadline.due) or nil,
}
