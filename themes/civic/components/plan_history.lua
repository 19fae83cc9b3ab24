--- plan_history.lua: how an entry of the work plan went from one edition to the next.
local entry = arguments { { "entry", "WorkPlanEntry" } }
local plans = require "plans"

local steps = {}
for position, edition in ipairs(plans.moves(entry)) do
  steps[position] = element(
    "li",
    nil,
    edition.issued and "The work plan of " .. short_date(edition.issued) or "A work plan",
    position == 1 and " named it" or " moved it",
    edition.date and (position == 1 and " for " or " to ") .. short_date(edition.date) or ", without a date",
    ". ",
    element("span", { class = "quiet" }, source_link(edition))
  ) .. html "\n"
end
if entry.state == "came" and entry.item and page.layout ~= "item" then
  steps[#steps + 1] = element(
    "li",
    nil,
    plans.is_called(entry) and "It is on the agenda of " or "It came to the meeting of ",
    element("a", { href = link(entry.item) }, short_date(entry.item.meeting.date or "a day not known")),
    "."
  ) .. html "\n"
elseif entry.state == "dropped" then
  steps[#steps + 1] = element("li", nil, "A later work plan no longer has it.") .. html "\n"
end
emit(element("ol", { class = "steps" }, html "\n", join(steps)), md "\n\n")
