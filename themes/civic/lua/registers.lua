--- registers.lua: what a page registers: the objects of its year, by panel and by meeting.
local registers = {}

--- The year of the page, as a text.
---@return string?
function registers.year()
  local year = rawget(page, "part")
  return year and ("%d"):format(year)
end

--- The objects whose meeting is in the page's year; those without a date are on the newest page.
---@generic T
---@param list T[]
---@return T[]
function registers.of_year(list)
  local year, found = registers.year(), {}
  local newest = not page.parts or not page.parts[1] or page.parts[1].part == page.part
  local are_meetings = list[1] and type_of(list[1]) == "SiteMeeting"
  local last, is_in
  for _, object in ipairs(list) do
    local meeting = are_meetings and object or object.meeting
    -- Most are of the meeting of the one before.
    if is_in == nil or meeting ~= last then
      local date = meeting and meeting.date
      last, is_in = meeting, not year or (date and date:sub(1, 4) == year) or (not date and newest) or false
    end
    if is_in then found[#found + 1] = object end
  end
  return found
end

--- The objects by panel, in the order of the site's panels, and within it by meeting, the last one first.
---@generic T
---@param list T[]
---@return { panel: Panel?, meetings: { meeting: SiteMeeting, [integer]: T }[] }[]
function registers.by_meeting(list)
  local of_panel, groups, rest = {}, {}, { meetings = {} }
  for _, panel in ipairs(site.panels) do
    of_panel[panel] = { panel = panel, meetings = {} }
    groups[#groups + 1] = of_panel[panel]
  end
  groups[#groups + 1] = rest
  for _, object in ipairs(list) do
    local meeting = object.meeting
    local group = meeting.panel and of_panel[meeting.panel] or rest
    local first = group.meetings[1]
    if not first or first.meeting ~= meeting then
      first = { meeting = meeting }
      table.insert(group.meetings, 1, first)
    end
    first[#first + 1] = object
  end
  local filled = {}
  for _, group in ipairs(groups) do
    if #group.meetings > 0 then filled[#filled + 1] = group end
  end
  return filled
end

--- How a year of decisions and the like is headed: "Decisions of 2025".
---@param name string
---@return string
function registers.heading(name)
  local year = registers.year()
  if not year or #page.parts < 2 and page.route:find("^/[%a-]+/$") then return name end
  return name .. ", " .. year
end

return registers
