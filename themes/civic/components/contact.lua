--- contact.lua: contact(person): whom to ask, with telephone and e-mail.
local person = ...
local parts = md ""
local function add(part)
  if part then parts = parts .. (#parts > 0 and ", " or "") .. part end
end
add(person.name)
add(person.role)
add(person.phone)
add(person.email and md "[" .. person.email .. md "](mailto:" .. person.email .. md ")")
return parts
