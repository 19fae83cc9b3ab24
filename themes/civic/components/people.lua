--- people.lua: people(members, remarks): a list of names, each with its remarks: a member's own, where none are given.
local persons, remarks_of = ...
local names = require "names"

local function member_remarks(person)
  local said = {}
  if person.office then said[#said + 1] = person.office end
  if person.capacity and person.capacity ~= "councillor" and person.capacity ~= "member" then
    said[#said + 1] = person.capacity
  end
  if person.organisation then said[#said + 1] = person.organisation end
  if person.substitute_for then said[#said + 1] = "in place of " .. person.substitute_for end
  if person.online then said[#said + 1] = "by video" end
  return said
end

emit(md "\n\n::: {.people}\n")
for _, person in ipairs(persons) do
  local said = (remarks_of or member_remarks)(person)
  emit(md "- ", names.person(person.name or "", full_name(person)))
  if #said > 0 then emit(element("span", { class = "quiet" }, ", ", table.concat(said, ", "))) end
  emit(md "\n")
end
emit(md ":::\n\n")
