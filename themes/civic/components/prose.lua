--- prose.lua: prose(blocks): text of the papers; its tables scroll where they are wide.
local tables = require "tables"

for _, block in ipairs((...)) do
  if block.type == "table" then
    emit(md "\n\n", tables.html(block), md "\n\n")
  else
    emit(block)
  end
end
