--- attendance.lua: who came, who sent apologies, who declared an interest.
local minutes = arguments { { "minutes", "Minutes" } }
local names = require "names"

local function role(person)
  return { person.role }
end

local apologies, substitutes, declarations = {}, {}, {}
for _, item in ipairs(minutes.items) do
  for _, name in ipairs(item.apologies) do
    apologies[#apologies + 1] = name
  end
  for _, swap in ipairs(item.substitutes) do
    substitutes[#substitutes + 1] = swap
  end
  for _, declared in ipairs(item.declarations) do
    declarations[#declarations + 1] = declared
  end
end

if #minutes.present > 0 then emit(md "\n\n### Present\n\n", people(minutes.present)) end
if #minutes.in_attendance > 0 then emit(md "\n\n### In attendance\n\n", people(minutes.in_attendance, role)) end
if minutes.members_of_public then
  emit(md "\n\n", count(minutes.members_of_public, "member"), " of the public attended.", md "\n\n")
end
if #apologies > 0 then
  emit(md "\n\n### Apologies\n\n")
  for _, name in ipairs(apologies) do
    emit(md "- ", names.person(name), md "\n")
  end
  for _, swap in ipairs(substitutes) do
    emit(
      md "\n",
      swap.substitute and names.person(swap.substitute) or "Somebody",
      " came in place of ",
      swap.absent and names.person(swap.absent) or "a member",
      md ".\n"
    )
  end
end
if #declarations > 0 then
  emit(md "\n\n### Interests declared\n\n")
  for _, declared in ipairs(declarations) do
    emit(
      md "- ",
      declared.name and names.person(declared.name) or "Not named",
      declared.kind and ": " .. declared.kind or false,
      declared.reason and ", " .. declared.reason or false,
      md "\n"
    )
  end
end
