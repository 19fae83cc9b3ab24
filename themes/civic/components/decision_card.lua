--- decision_card.lua: decision_card(found): a decision with the item, the meeting and the panel that it belongs to.
local found = ...
local meetings, business = require "meetings", require "business"
local meeting, item = found.meeting, found.item
local title = meetings.readable(meeting)(item.title or item.printed or "Untitled item")

emit(md"\n\n### [", title, md"](", link(meeting), md"#", business.minute_anchor(meeting, item), md")\n\n")
emit(html'<p class="note">' .. meetings.day(meeting)
  .. (page.layout == "home" and meeting.panel and ", " .. meeting.panel.name or "") .. html"</p>", md"\n\n")
emit(motion(found.passage), decision(found.passage))
