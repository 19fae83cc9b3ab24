--- action_entry.lua: what was promised or asked for, and whether a later paper takes it up.
local action = arguments { { "action", "Action" } }
local names = require "names"

local function taken_up()
  local uptake = action.taken_up
  if not uptake then return nil end
  local where = uptake.item or uptake.report or uptake.plan_entry
  local title = uptake.item and names.item(uptake.item) or uptake.report and names.report(uptake.report) or where.title
  local meeting = not uptake.plan_entry and where.meeting
  return md "Taken up: "
    .. names.link(where, title or "a later paper")
    .. (meeting and meeting.date and ", " .. short_date(meeting.date) or "")
end

emit(md "\n\n::: {.action #", anchor(action), md "}\n")
if action.who or action.name then
  emit(
    element("p", { class = "label" }, names.anchor(action.who, action.who and full_name(action.who) or action.name)),
    md "\n\n"
  )
end
emit(action.text or "", md "\n\n")
local outcome = taken_up()
if outcome then emit(md "::: {.taken}\n", outcome, md "\n:::\n") end
local from = page.layout == "item" and html "" or names.anchor(action.item, names.item(action.item)) .. " · "
emit(
  element(
    "p",
    { class = "note" },
    from,
    source_link(action),
    not outcome and " · not taken up by a later paper" or false
  ),
  md "\n:::\n\n"
)
