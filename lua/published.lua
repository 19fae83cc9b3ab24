--- published.lua: what feeds say to readers elsewhere: where a page is, when something was told, which moment is meant.
local published = {}

local dates = require "dates"

--- The address of an object's page; nil where none shows it, or where site.yaml names no `url`.
---
---     published.address(site.panels[1])      --> https://wexcombe.example/panels/communities-transport-and-learning-scrutiny-panel/
---@param object table
---@return string?
function published.address(object)
  return site.url and address(object) or nil
end

--- What no other site is called: its address without the scheme; without one a form of its council's name.
---
---     published.authority()      --> wexcombe.example
---@return string
function published.authority()
  local place = site.url and site.url:gsub("^%a+://", ""):gsub("/+$", "")
  return place or (slug(site.council or site.title))
end

-- The law has an agenda published five clear days before its meeting, and councils count working days.
local notice = 7

--- The day on which a pack was issued. Where it doesn't say so: a week before the meeting that it calls, else the day of
--- the meeting that it minutes. Not later than today.
---
---     published.day_of(site.packs[1])      --> 2025-09-02
---@param pack Pack?
---@return string
function published.day_of(pack)
  local meeting = pack and pack.meetings[1]
  local day = pack and pack.issued or meeting and meeting.date or site.today
  if meeting and not pack.issued and #meeting.agenda > 0 then day = dates.add(day, -notice) end
  if #day == #"2025-11" then day = day .. "-01" end
  return day < site.today and day or site.today
end

--- The days of the first and of the last pack that tells of a meeting.
---
---     published.days(site.meetings[1])      --> 2025-09-02 2025-09-02
---@param meeting SiteMeeting
---@return string first, string last
function published.days(meeting)
  local first, last
  for _, pack in ipairs(meeting.packs) do
    local day = published.day_of(pack)
    first = (not first or day < first) and day or first
    last = (not last or day > last) and day or last
  end
  return first or site.today, last or site.today
end

--- The day of the site's newest pack.
---
---     published.newest()      --> 2025-10-28
---@return string
function published.newest()
  local newest
  for _, pack in ipairs(site.packs) do
    local day = published.day_of(pack)
    newest = (not newest or day > newest) and day or newest
  end
  return newest or site.today
end

local british <const> = {
  ["Europe/London"] = true,
  ["Europe/Belfast"] = true,
  ["Europe/Jersey"] = true,
  ["Europe/Guernsey"] = true,
  ["Europe/Isle_of_Man"] = true,
}

--- Whether the site's clocks change as Britain's do.
---
---     published.is_british()      --> true
---@return boolean
function published.is_british()
  return british[site.time_zone] == true
end

local function last_sunday(year, month)
  local last = year .. "-" .. month .. "-31"
  while dates.weekday(last) ~= "Sunday" do
    last = dates.add(last, -1)
  end
  return last
end

-- When summer time begins and ends in each year that was asked for: to look through a month for its last Sunday takes a
-- hundred times as long as all else that is done for a moment.
local summers = {}

local function summer_of(year)
  local summer = summers[year]
  if not summer then
    summer = { begins = last_sunday(year, "03") .. "T01:00", ends = last_sunday(year, "10") .. "T02:00" }
    summers[year] = summer
  end
  return summer
end

--- Whether a moment in Britain is in summer time, by the rule since 1996. The hour that comes twice counts as its first.
local function is_summer(date, time)
  local moment, summer = date .. "T" .. time, summer_of(date:sub(1, 4))
  return moment >= summer.begins and moment < summer.ends
end

--- A moment of local time with its distance from UTC (RFC 3339); the date, without a time or where the distance isn't
--- known.
---
---     published.instant("2025-06-17", "10:00")        --> 2025-06-17T10:00:00+01:00
---     published.instant("2025-11-04", "10:00")        --> 2025-11-04T10:00:00+00:00
---@param date string
---@param time string?
---@return string
function published.instant(date, time)
  local is_utc = site.time_zone == "UTC"
  if not time or not is_utc and not published.is_british() then return date end
  return date .. "T" .. time .. ":00" .. (not is_utc and is_summer(date, time) and "+01:00" or "+00:00")
end

--- When a meeting ended; nil where the minutes don't say so.
---
---     published.ended(site.meetings[1])      --> nil
---@param meeting SiteMeeting
---@return string?
function published.ended(meeting)
  local ended = meeting.time and meeting.minutes and meeting.minutes.ended
  return ended and ended > meeting.time and ended or nil
end

--- Whether the day of a meeting is known, not only its month.
---
---     published.has_day(site.meetings[1])      --> true
---@param meeting SiteMeeting
---@return boolean
function published.has_day(meeting)
  local _, _, day = dates.split(meeting.date or "")
  return day ~= nil
end

return published
