--- item_neighbours.lua: the items of business before and after.
local item = arguments { { "item", "SiteItem" } }
local names = require "names"

local before, after
local items = item.meeting.items
for position, other in ipairs(items) do
  if other == item then
    before, after = items[position - 1], items[position + 1]
    break
  end
end

local function way(label, other, class)
  if not other then return false end
  return element(
    "li",
    { class = class },
    element("a", { href = link(other) }, element("span", nil, label), " ", names.item(other))
  )
end

if before or after then
  emit(
    element(
      "nav",
      { class = "neighbours", ["aria-label"] = "The meeting’s other items" },
      element("ul", nil, way("Item before", before, "previous"), way("Item after", after, "next"))
    ),
    md "\n"
  )
end
