--- attendance.csv: who came to which meeting, and who was missed.
local published = require "published"
local rows = require "rows"

local by_meeting = {}
for _, person in ipairs(site.people) do
  for _, attendance in ipairs(person.hidden and {} or person.attendance) do
    local id = attendance.meeting.id
    by_meeting[id] = by_meeting[id] or {}
    table.insert(by_meeting[id], { person, attendance.status })
  end
end

rows.write("date", "body", "name", "honorific", "status", "address", "meeting", "person")
for _, meeting in ipairs(site.meetings) do
  for _, came in ipairs(by_meeting[meeting.id] or {}) do
    local person, status = came[1], came[2]
    rows.write(
      meeting.date,
      meeting.body,
      person.name,
      person.honorific,
      status,
      published.address(meeting),
      meeting.id,
      person.id
    )
  end
end
