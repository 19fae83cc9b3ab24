--- contact.lua: whom to ask. This file wins over the theme's component of the same name: who needs no other one than this
--- can leave the rest of the theme as it is.
---
--- A component is a file; what it returns, or emits, is what `${contact(person)}` puts into a page. The theme's shows the
--- clerk's own telephone too. Here people write to the team, which is there when the clerk is not.
local person = arguments {
  { "person", "Contact", help = "As the papers print it: name, role, phone, email." },
}

-- A string is data and is escaped; only what md"…" marks is Markdown.
local said = md"" .. (person.name or "Democratic Services")
if person.role then said = said .. ", " .. person.role end
return said .. md", [meetings@wexcombe.example](mailto:meetings@wexcombe.example), 01632 960100"
