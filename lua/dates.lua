--- dates.lua: the dates and times of the model as GOV.UK writes them: "Tuesday 4 November 2025", "2:30pm", "2 to 5 March 2026".
---
--- A date is `2025-11-04`, or `2025-11` where only the month is known; a time is `14:30`; a moment is both, with a T
--- between them. A text that is none of them is written as it is, since papers say "to be confirmed" too; what is no text,
--- such as nil, is an error at the line that asks.
local dates = {}

local months = {
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
}
local weekdays = { "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday" }

local function check(value, what)
  if type(value) ~= "string" then
    error(
      ("%s is wanted here, such as %s, and this is %s"):format(
        what,
        what == "a time" and "'14:30'" or "'2025-11-04'",
        value == nil and "nil" or "a " .. type(value)
      ),
      3
    )
  end
  return value
end

-- A calendar that begins in March has its leap day at the end: https://howardhinnant.github.io/date_algorithms.html
local function to_days(year, month, day)
  if month < 3 then
    year, month = year - 1, month + 12
  end
  return 365 * year + year // 4 - year // 100 + year // 400 + (153 * (month - 3) + 2) // 5 + day
end

local function from_days(days)
  local year = (10000 * days + 14780) // 3652425
  local rest = days - to_days(year, 3, 0)
  if rest < 1 then
    year = year - 1
    rest = days - to_days(year, 3, 0)
  end
  local month = (5 * rest - 3) // 153
  return month < 10 and year or year + 1, (month + 2) % 12 + 1, rest - (153 * month + 2) // 5
end

local lengths = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 }

local function length_of_month(year, month)
  if month == 2 and year % 4 == 0 and (year % 100 ~= 0 or year % 400 == 0) then return 29 end
  return lengths[month]
end

--- Year, month and day of a date or a moment. The day is nil where only the month is known; all are nil where the
--- calendar has no such date.
---
---     dates.split "2025-11-04"          --> 2025 11 4
---     dates.split "2025-11"             --> 2025 11 nil
---     dates.split "2025-11-4T10:00"     --> nil nil nil
---     dates.split "to be confirmed"     --> nil nil nil
---@param date string
---@return integer? year, integer? month, integer? day
function dates.split(date)
  local year, month, mark, day, rest = date:match("^(%d%d%d%d)%-(%d%d)(%-?)(%d?%d?)([T ]?)")
  local is_whole = mark == "-" and #day == 2 and (#date == 10 or rest ~= "")
  year, month, day = tonumber(year), tonumber(month), tonumber(day)
  if not months[month] or not is_whole and #date ~= 7 then return nil, nil, nil end
  if day and (day < 1 or day > length_of_month(year, month)) then return nil, nil, nil end
  return year, month, day
end

local function days_of(date)
  local year, month, day = dates.split(date)
  return day and to_days(year, month, day)
end

local function weekday_of(days)
  return weekdays[(days + 2) % 7 + 1]
end

local function written(year, month, day)
  return (day and day .. " " or "") .. months[month] .. " " .. year
end

--- The weekday of a date; nothing where the day isn't known.
---
---     weekday "2025-11-04"              --> Tuesday
---@param date string
---@return string
function dates.weekday(date)
  local days = days_of(check(date, "a date"))
  return days and weekday_of(days) or ""
end

--- A date without its weekday; of a month the month.
---
---     short_date "2025-11-04"           --> 4 November 2025
---     short_date "2025-11"              --> November 2025
---     short_date "to be confirmed"      --> to be confirmed
---@param date string
---@return string
function dates.short(date)
  local year, month, day = dates.split(check(date, "a date"))
  return year and written(year, month, day) or date
end

--- A date with its weekday.
---
---     long_date "2025-11-04"            --> Tuesday 4 November 2025
---@param date string
---@return string
function dates.long(date)
  local year, month, day = dates.split(check(date, "a date"))
  if not year then return date end
  return (day and weekday_of(to_days(year, month, day)) .. " " or "") .. written(year, month, day)
end

--- Day and month, for a list that has its year in a heading.
---
---     day_and_month "2025-11-04"        --> 4 November
---@param date string
---@return string
function dates.day_and_month(date)
  local _, month, day = dates.split(check(date, "a date"))
  return day and day .. " " .. months[month] or dates.short(date)
end

--- Month and year, for a heading.
---
---     month_and_year "2025-11-04"       --> November 2025
---@param date string
---@return string
function dates.month_and_year(date)
  local year, month = dates.split(check(date, "a date"))
  return year and months[month] .. " " .. year or date
end

--- A time of the day.
---
---     clock "10:00"                     --> 10am
---     clock "14:30"                     --> 2:30pm
---     clock "12:00"                     --> midday
---     clock "00:00"                     --> midnight
---@param time string
---@return string
function dates.clock(time)
  local hour, minute = check(time, "a time"):match("^(%d%d?):(%d%d)$")
  hour = hour and tonumber(hour)
  if not hour or hour > 23 or minute > "59" then return time end
  if minute == "00" and hour % 12 == 0 then return hour == 0 and "midnight" or "midday" end
  return (hour + 11) % 12 + 1 .. (minute == "00" and "" or ":" .. minute) .. (hour < 12 and "am" or "pm")
end

--- A time and the day, of a moment such as a deadline; of a date the date.
---
---     moment "2025-10-30T12:00"         --> midday on Thursday 30 October 2025
---     moment "2025-10-30"               --> Thursday 30 October 2025
---@param moment string
---@return string
function dates.moment(moment)
  local date, time = check(moment, "a date"):match("^(.-)[T ](%d%d:%d%d)")
  if not date then return dates.long(moment) end
  return dates.clock(time) .. " on " .. dates.long(date)
end

--- From one time to another; of one alone that one.
---
---     hours("10:00", "12:00")           --> 10am to midday
---     hours("10:00")                    --> 10am
---@param first string
---@param last string?
---@return string
function dates.hours(first, last)
  check(first, "a time")
  if not last or last == first then return dates.clock(first) end
  return dates.clock(first) .. " to " .. dates.clock(last)
end

--- From one date to another; what both have in common is said once.
---
---     date_range("2026-03-02", "2026-03-05")    --> 2 to 5 March 2026
---     date_range("2026-02-28", "2026-03-05")    --> 28 February to 5 March 2026
---     date_range("2025-12-30", "2026-01-02")    --> 30 December 2025 to 2 January 2026
---     date_range("2025-10", "2025-11")          --> October to November 2025
---     date_range("2026-03-02")                  --> 2 March 2026
---@param first string
---@param last string?
---@return string
function dates.range(first, last)
  check(first, "a date")
  if not last or last == first then return dates.short(first) end
  local year, month, day = dates.split(first)
  local last_year, last_month, last_day = dates.split(last)
  local begins = dates.short(first)
  if year and year == last_year and (day ~= nil) == (last_day ~= nil) then
    begins = day and dates.day_and_month(first) or months[month]
    if month == last_month then begins = tostring(day) end
  end
  return begins .. " to " .. dates.short(last)
end

--- How many days lie between two dates; below zero where the second is the earlier one, nil where either isn't known
--- to the day.
---
---     days_between("2025-11-04", "2025-12-02")  --> 28
---@param first string
---@param last string
---@return integer?
function dates.between(first, last)
  local begins, ends = days_of(check(first, "a date")), days_of(check(last, "a date"))
  return begins and ends and ends - begins
end

--- The date so many days on; before it, where the number is below zero.
---
---     dates.add("2024-02-28", 2)                --> 2024-03-01
---     dates.add("2025-01-01", -1)               --> 2024-12-31
---@param date string
---@param days integer
---@return string
function dates.add(date, days)
  local from = days_of(check(date, "a date"))
  if not from then return date end
  return ("%04d-%02d-%02d"):format(from_days(from + days))
end

-- From how many days on which unit counts, and how many days it has.
local units = { { 730, 365.25, "year" }, { 60, 30.44, "month" }, { 14, 7, "week" }, { 1, 1, "day" } }

--- How far a date is from the day for which the site is made, or from another day.
---
---     relative_date("2025-11-05", "2025-11-04")     --> tomorrow
---     relative_date("2025-11-13", "2025-11-04")     --> in 9 days
---     relative_date("2025-09-09", "2025-11-04")     --> 8 weeks ago
---     relative_date(site.today)                     --> today
---@param date string
---@param today string? otherwise site.today
---@return string
function dates.relative(date, today)
  local days = dates.between(today or site.today, date)
  if not days then return dates.short(date) end
  local near = ({ [0] = "today", [1] = "tomorrow", [-1] = "yesterday" })[days]
  if near then return near end
  for _, unit in ipairs(units) do
    local from, length, name = table.unpack(unit)
    if math.abs(days) >= from then
      local number = math.floor(math.abs(days) / length)
      local said = number .. " " .. name .. (number == 1 and "" or "s")
      return days > 0 and "in " .. said or said .. " ago"
    end
  end
  return dates.short(date)
end

return dates
