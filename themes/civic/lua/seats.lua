--- seats.lua: what somebody is, by the seats and offices that the papers name.
local seats = {}

local names = require "names"

--- "Chair", "Co-opted voting, Parents’ Forum", "Head of Parks": a seat without its panel.
---@param membership Membership
---@return string
function seats.plain(membership)
  local parts = {}
  local capacity = membership.capacity
  if membership.office then parts[1] = membership.office end
  if
    capacity
    and capacity ~= "councillor"
    and capacity ~= "member"
    and not (membership.office and not membership.panel)
  then
    parts[#parts + 1] = (#parts == 0 and capacity:gsub("^%l", string.upper) or capacity)
  end
  if #parts == 0 and membership.panel then parts[1] = "Member" end
  if membership.organisation then parts[#parts + 1] = membership.organisation end
  return table.concat(parts, ", ")
end

--- The same with its panel.
---@param membership Membership
---@return Markup
function seats.words(membership)
  local said = md "" .. seats.plain(membership)
  if membership.panel then said = said .. ", " .. names.link(membership.panel, membership.panel.name) end
  return said
end

--- From when to when the papers name it.
---@param membership Membership
---@return string?
function seats.span(membership)
  if not membership.first then return nil end
  if not membership.last or membership.last == membership.first then return short_date(membership.first) end
  return date_range(membership.first, membership.last)
end

--- The newest seat of a panel, else the newest office.
---@param person Person
---@return Membership?
function seats.newest(person)
  local best
  for _, membership in ipairs(person.memberships) do
    if
      not best
      or (membership.last or "") > (best.last or "")
      or membership.last == best.last and membership.panel and not best.panel
    then
      best = membership
    end
  end
  return best
end

return seats
