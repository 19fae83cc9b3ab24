--- published.lua: what a site says to readers elsewhere: where its pages are, and when something was last told.
local published = {}

--- The address of an object's page; nil where site.yaml names none for the site.
---@param object SiteMeeting|Panel|Person|Site
---@return string?
function published.address(object)
  return site.url and address(object) or nil
end

--- The site's own name among all others: its address without the scheme, else its council's name.
---@return string
function published.authority()
  local address = site.url and site.url:gsub("^%a+://", ""):gsub("/+$", "")
  return address or (site.council or site.title):lower():gsub("[^%w]+", "-")
end

--- The day on which a pack was issued; where it doesn't say so, that of its first meeting, at the latest today.
---@param pack Pack
---@return string
function published.day_of(pack)
  local meeting = pack.meetings[1]
  local day = pack.issued or meeting and meeting.date or site.today
  return day < site.today and day or site.today
end

--- The days of the first and of the newest pack that tells of a meeting.
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

return published
