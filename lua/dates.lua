--- dates.lua: ISO dates as people write them.
local dates = {}

local months = {
  "January", "February", "March", "April", "May", "June",
  "July", "August", "September", "October", "November", "December",
}
local weekdays = { "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday" }

--- Year, month and day of an ISO date; the day is nil where only the month is known.
---@param date string
---@return integer? year, integer? month, integer? day
function dates.split(date)
  local year, month, day = date:match("^(%d%d%d%d)%-(%d%d)%-(%d%d)")
  if not year then
    year, month = date:match("^(%d%d%d%d)%-(%d%d)$")
  end
  return math.tointeger(tonumber(year)), math.tointeger(tonumber(month)), math.tointeger(tonumber(day))
end

-- Sakamoto's rule: each month is so many days on from March of the year before.
local shifts = { 0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4 }

--- "Tuesday"
---@param date string
---@return string
function dates.weekday(date)
  local year, month, day = dates.split(date)
  if month < 3 then year = year - 1 end
  return weekdays[(year + year // 4 - year // 100 + year // 400 + shifts[month] + day) % 7 + 1]
end

--- "4 November 2025"; "October 2025" where only the month is known; anything else as it is.
---@param date string
---@return string
function dates.short(date)
  local year, month, day = dates.split(date)
  if not (month and months[month]) then return date end
  if not day then return months[month] .. " " .. year end
  return day .. " " .. months[month] .. " " .. year
end

--- "Tuesday 4 November 2025"
---@param date string
---@return string
function dates.long(date)
  local _, month, day = dates.split(date)
  if not (month and months[month] and day) then return dates.short(date) end
  return dates.weekday(date) .. " " .. dates.short(date)
end

--- "10am", "10:05am", "midday", "midnight", for the "10:00", "10:05", "12:00" and "00:00" of the model.
---@param time string
---@return string
function dates.clock(time)
  local hour, minute = time:match("^(%d%d?):(%d%d)$")
  hour = tonumber(hour)
  if not hour or hour > 23 then return time end
  if minute == "00" and hour % 12 == 0 then return hour == 0 and "midnight" or "midday" end
  local on_the_hour = minute == "00"
  return (hour + 11) % 12 + 1 .. (on_the_hour and "" or ":" .. minute) .. (hour < 12 and "am" or "pm")
end

return dates
