--- charts_of.lua: what is easier to look at than to read: attendance, decisions over time, an agenda's time.
local charts_of = {}

local names, registers = require "names", require "registers"

-- Fewer are read faster than looked at.
local fewest = 3

--- Who of a panel came to which of its last meetings.
---@param panel Panel
---@return Markup?
function charts_of.attendance(panel)
  local held = {}
  for _, meeting in ipairs(panel.meetings) do
    if meeting.minutes and #meeting.minutes.present > 0 then held[#held + 1] = meeting end
  end
  held = reverse(take(reverse(held), 8))
  if #held < 2 then return nil end
  local people = {}
  for _, person in ipairs(site.people) do
    for _, membership in ipairs(person.hidden and {} or person.memberships) do
      if membership.panel == panel and membership.capacity ~= "substitute" then
        people[#people + 1] = person
        break
      end
    end
  end
  return #people > 0 and attendance_grid { title = "Who came", data = people, meetings = held } or nil
end

--- How many decisions each meeting of the page's year made.
---@return Markup?
function charts_of.decisions()
  local data, of_meeting = {}, {}
  for _, decision in ipairs(registers.of_year(site.decisions)) do
    local row = of_meeting[decision.meeting]
    if not row then
      row = { names.meeting(decision.meeting), 0 }
      of_meeting[decision.meeting], data[#data + 1] = row, row
    end
    row[2] = row[2] + 1
  end
  return #data >= fewest and bars { title = "Decisions by meeting", data = data, unit = "Decisions" } or nil
end

local function minutes_of(time)
  local hour, minute = (time or ""):match("^(%d+):(%d+)$")
  return hour and hour * 60 + minute
end

--- How many minutes the agenda gives to each item: what it says, else the time until the next item begins.
---@param meeting SiteMeeting
---@return Markup?
function charts_of.agenda(meeting)
  local data, before = {}, nil
  for _, item in ipairs(meeting.items) do
    local agenda = item.agenda
    local begins = agenda and minutes_of(agenda.time)
    if begins and before and begins > before.begins then
      data[#data + 1] = { before.name, before.allotted or math.tointeger(begins - before.begins) or 0 }
      before = nil
    elseif begins and before then
      before = nil
    end
    if begins then before = { name = names.item(item), begins = begins, allotted = agenda.minutes_allotted } end
  end
  if before and before.allotted then data[#data + 1] = { before.name, before.allotted } end
  return #data >= fewest and bars { title = "Minutes planned for each item", data = data, unit = "Minutes" } or nil
end

return charts_of
