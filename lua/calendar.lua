--- calendar.lua: meetings as iCalendar (RFC 5545), in local time.
local calendar = {}

local published = require "published"

local head <const> = ics [[
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Minutebook//Minutebook//EN
CALSCALE:GREGORIAN
METHOD:PUBLISH
REFRESH-INTERVAL;VALUE=DURATION:P1D
X-PUBLISHED-TTL:P1D
]]

-- The rule by which British clocks change since 1996.
local zone <const> = [[
BEGIN:VTIMEZONE
TZID:%s
BEGIN:DAYLIGHT
TZNAME:BST
TZOFFSETFROM:+0000
TZOFFSETTO:+0100
DTSTART:19960331T010000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
TZNAME:GMT
TZOFFSETFROM:+0100
TZOFFSETTO:+0000
DTSTART:19961027T020000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE
]]

local states = { announced = "TENTATIVE", called = "CONFIRMED", held = "CONFIRMED", confirmed = "CONFIRMED" }

local function line(name, value)
  if value then emit(ics(name .. ":"), value, ics "\n") end
end

local function compact(date)
  return (date:gsub("-", ""))
end

--- A day, or a moment of that day. In a zone whose rule isn't known here the time is that of whoever reads it.
local function moment(name, date, time)
  if not time then return line(name .. ";VALUE=DATE", compact(date)) end
  local zone_name = published.is_british() and ";TZID=" .. site.time_zone or ""
  line(name .. zone_name, compact(date) .. "T" .. time:gsub(":", "") .. "00" .. (site.time_zone == "UTC" and "Z" or ""))
end

--- What is on the agenda, and where to look on.
local function description(meeting, address)
  local lines = {}
  for _, item in ipairs(meeting.agenda) do
    lines[#lines + 1] = (item.number and item.number .. ". " or "") .. (item.title or "")
  end
  if meeting.webcast then lines[#lines + 1] = meeting.webcast end
  lines[#lines + 1] = address
  return #lines > 0 and table.concat(lines, "\n") or nil
end

local function event(meeting)
  local address = published.address(meeting)
  local _, last = published.days(meeting)
  local stamp = compact(last) .. "T000000Z"
  local ended = published.ended(meeting)
  emit(ics "BEGIN:VEVENT\n")
  line("UID", meeting.id .. "@" .. published.authority())
  line("DTSTAMP", stamp)
  line("LAST-MODIFIED", stamp)
  moment("DTSTART", meeting.date, meeting.time)
  if ended then moment("DTEND", meeting.date, ended) end
  line("SUMMARY", meeting.body)
  line("LOCATION", meeting.venue or meeting.online and "Online" or nil)
  line("STATUS", states[meeting.state])
  line("DESCRIPTION", description(meeting, address))
  if address then line("URL", ics(address)) end
  emit(ics "END:VEVENT\n")
end

--- Writes the calendar of these meetings; one whose day isn't known is left out.
---
---     require("calendar").write(site.title, site.meetings)      --> X-WR-CALNAME:Wexcombe and Harle scrutiny
---@param name string
---@param meetings SiteMeeting[]
function calendar.write(name, meetings)
  emit(head)
  line("NAME", name)
  line("X-WR-CALNAME", name)
  if published.is_british() then emit(ics(zone:format(site.time_zone))) end
  for _, meeting in ipairs(meetings) do
    if published.has_day(meeting) then event(meeting) end
  end
  emit(ics "END:VCALENDAR\n")
end

return calendar
