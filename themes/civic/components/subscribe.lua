--- subscribe.lua: the calendars and feeds of the page, to follow what it is about.
local feeds = require "feeds"

local entries = {}
for position, one in ipairs(feeds.of_page()) do
  local format = one.type == "text/calendar" and "iCalendar" or "Atom"
  entries[position] = md "- "
    .. element("a", { href = one.address, type = one.type }, one.title)
    .. element("span", { class = "quiet" }, " (" .. format .. ")")
    .. md "\n"
end
if #entries > 0 then emit(md "\n\n## Subscribe\n\n::: {.subscribe}\n", join(entries), md ":::\n\n") end
