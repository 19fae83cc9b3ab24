--- feeds.lua: where a page's reader can subscribe.
local feeds = {}

local known <const> = {
  { "calendar.ics", "text/calendar", "Meetings, as a calendar" },
  { "feed.atom", "application/atom+xml", "What is new here" },
  { "meetings.atom", "application/atom+xml", "Meetings" },
  { "decisions.atom", "application/atom+xml", "Decisions" },
}

---@class FeedLink
---@field address string from this page
---@field type string its media type
---@field title string

--- The feeds that stand beside the page; of a page without any, those of the site.
---
---     require("feeds").of_page()[1].type      --> text/calendar
---@return FeedLink[]
function feeds.of_page()
  local found = {}
  for _, folder in ipairs { page.route, "/" } do
    for _, one in ipairs(#found == 0 and known or {}) do
      local address = feed(folder .. one[1])
      if address then found[#found + 1] = { address = address, type = one[2], title = one[3] } end
    end
  end
  return found
end

return feeds
