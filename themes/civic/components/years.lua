--- years.lua: the way to the other years of a list.
local parts = rawget(page, "parts")
if not parts or #parts < 2 then return end

local entries = {}
for position, part in ipairs(parts) do
  local is_here = part.part == page.part
  entries[position] = element(
    "li",
    nil,
    element("a", { href = link(part.route), ["aria-current"] = is_here and "page" }, part.part)
  ) .. html "\n"
end
emit(
  element("nav", { class = "letters", ["aria-label"] = "Years" }, element("ul", nil, html "\n", join(entries))),
  md "\n\n"
)
