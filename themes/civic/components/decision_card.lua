--- decision_card.lua: a decision with the item, the meeting and the panel that it belongs to.
local item, decided = arguments {
  { "item", "SiteItem" },
  { "decided", "table", help = "What decided.of or decided.results gave." },
}
local names = require "names"
local meeting = item.meeting

emit(md "\n\n### [", names.item(item), md "](", link(item), md ")\n\n")
emit(
  element(
    "p",
    { class = "note" },
    names.anchor(meeting, short_date(meeting.date or "Date not known")),
    page.layout == "home" and ", " .. names.panel(meeting) or false,
    " · ",
    source_link(decided.decisions[1] or item)
  ),
  md "\n\n"
)
emit(decision(decided))
