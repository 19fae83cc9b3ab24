--- rows.lua: the rows of a table in CSV.
local rows = {}

--- Writes a row; a value that is nil or false leaves its field empty, and true says "yes".
---@param ... string|number|boolean|nil
function rows.write(...)
  for i = 1, select("#", ...) do
    local value = (select(i, ...))
    emit(i > 1 and csv"," or false, value == true and "yes" or value or false)
  end
  emit(csv"\n")
end

return rows
