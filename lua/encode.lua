--- encode.lua: tables of Lua as JSON, for feeds and for data within a page.
local encode = {}

local function quoted(text)
  return tostring(json "" .. text)
end

local write

local function write_list(list, pieces)
  pieces[#pieces + 1] = "["
  for i, value in ipairs(list) do
    if i > 1 then pieces[#pieces + 1] = ", " end
    write(value, pieces)
  end
  pieces[#pieces + 1] = "]"
end

local function write_object(object, pieces)
  local separator = "{"
  for key, value in pairs(object) do
    pieces[#pieces + 1] = separator .. quoted(key) .. ": "
    write(value, pieces)
    separator = ", "
  end
  pieces[#pieces + 1] = "}"
end

function write(value, pieces)
  local kind = type(value)
  if kind == "string" then
    pieces[#pieces + 1] = quoted(value)
  elseif kind == "number" or kind == "boolean" then
    pieces[#pieces + 1] = tostring(value)
  elseif kind == "userdata" or #value > 0 or next(value) == nil then
    write_list(value, pieces)
  else
    write_object(value, pieces)
  end
end

--- The JSON of a value: a string, a number, a boolean, a list (also one of the model, of strings), or a table whose keys
--- are strings; its keys are sorted. An empty table is a list.
---
---     require("encode").json { title = "A & B", pages = { 1, 2 } }      --> {"pages": [1, 2], "title": "A & B"}
---@param value any
---@return Markup
function encode.json(value)
  local pieces = {}
  write(value, pieces)
  return json(table.concat(pieces))
end

return encode
