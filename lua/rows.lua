--- rows.lua: the rows of a table in CSV.
local rows = {}

local comma <const>, line_end <const> = csv ",", csv "\n"

--- Writes a row; a value that is nil or false leaves its field empty.
---
---     require("rows").write("Place", "Harle, Old Library", nil, 3)      --> Place,"Harle, Old Library",,3
---@param ... string|number|false|nil
function rows.write(...)
  local values = { ... }
  for i = 1, select("#", ...) do
    emit(i > 1 and comma, values[i] or false)
  end
  emit(line_end)
end

--- The name of somebody who is known: as printed, but for a member of the public and others whom the site hides.
---
---     require("rows").name(nil, "A resident")      --> A resident
---@param person Person?
---@param printed string?
---@return string?
function rows.name(person, printed)
  if person then return not person.hidden and person.name or nil end
  return printed
end

--- The id of somebody who is known and not hidden.
---
---     require("rows").id(site.people[1])      --> tom-aldersey
---@param person Person?
---@return string?
function rows.id(person)
  return person and not person.hidden and person.id or nil
end

return rows
