--- part_links.lua: from one part of a long report to the next.
if not page.parts then return end

local function way(label, part, class)
  if not part then return false end
  return element(
    "li",
    { class = class },
    element(
      "a",
      { href = link(part.route) },
      element("span", nil, label),
      " Part " .. part.part .. " of " .. #page.parts
    )
  )
end

emit(
  element(
    "nav",
    { class = "neighbours", ["aria-label"] = "Parts of the report" },
    element(
      "ul",
      nil,
      way("Before", page.parts[page.part - 1], "previous"),
      way("Next", page.parts[page.part + 1], "next")
    )
  ),
  md "\n\n"
)
