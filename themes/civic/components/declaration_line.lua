--- declaration_line.lua: an interest that somebody declared.
local declared = arguments { { "declared", "SiteDeclaration" } }
local names = require "names"

emit(md "- ")
if page.layout ~= "person" then
  local person = declared.person
  emit(person and names.link(person, full_name(person)) or declared.name or "Not named", ": ")
end
emit(
  (declared.kind or "an interest"),
  declared.reason and ", " .. declared.reason or false,
  ". ",
  element(
    "span",
    { class = "quiet" },
    names.anchor(declared.item, names.item(declared.item)),
    ", ",
    names.meeting(declared.meeting),
    ", ",
    source_link(declared)
  ),
  md "\n"
)
