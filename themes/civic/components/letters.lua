--- letters.lua: the way to each letter of a list from A to Z.
local groups = arguments { { "groups", "list" } }

if #groups < 3 then return end
local entries = {}
for position, group in ipairs(groups) do
  entries[position] = element("li", nil, element("a", { href = "#" .. group.id }, group.letter)) .. html "\n"
end
emit(
  element("nav", { class = "letters", ["aria-label"] = "A to Z" }, element("ul", nil, html "\n", join(entries))),
  md "\n\n"
)
