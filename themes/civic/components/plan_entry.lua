--- plan_entry.lua: an entry of the work plan: for when, what became of it, and by whom.
local entry = arguments { { "entry", "WorkPlanEntry" } }
local names, plans = require "names", require "plans"

local state, class = plans.state(entry)
local last = entry.editions[#entry.editions]
local row = last and last.entry

emit(md "\n\n::: {.plan #", anchor(entry), md "}\n")
emit(
  md "#### ",
  entry.item and names.link(entry.item, entry.title or "Untitled entry") or entry.title or "Untitled entry",
  md "\n\n"
)
emit(
  element(
    "p",
    nil,
    element("strong", { class = { "tag", class } }, state),
    " ",
    plans.day(entry.date),
    entry.ref and ", reference " .. entry.ref or false
  ),
  md "\n\n"
)
if row and #row.authors > 0 then
  local authors = {}
  for position, author in ipairs(row.authors) do
    authors[position] = author.name
  end
  emit("Report by ", names.list(authors), md "\n\n")
end
if #plans.moves(entry) > 1 or entry.state == "dropped" then
  emit(plan_history(entry))
elseif last then
  emit(element("p", { class = "note" }, source_link(last)), md "\n\n")
end
emit(md ":::\n\n")
