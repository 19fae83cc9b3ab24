-- marks.lua: what in a sentence isn't plain text: `code`, and the names of the interface.
local marks = {}

local function write_names(text, styles)
  local out, at = {}, 1
  while true do
    local from, to = text:find("%f[%w_][mM][bB]_[%w_]+%f[^%w_]", at)
    if not from then break end
    out[#out + 1], out[#out + 2] = styles.text(text:sub(at, from - 1)), styles.name(text:sub(from, to))
    at = to + 1
  end
  out[#out + 1] = styles.text(text:sub(at))
  return table.concat(out)
end

--- Writes a sentence by the functions `text`, `code` and `name` of `styles`.
function marks.write(text, styles)
  local out, at = {}, 1
  for from, code, to in text:gmatch("()`([^`]+)`()") do
    out[#out + 1], out[#out + 2] = write_names(text:sub(at, from - 1), styles), styles.code(code)
    at = to
  end
  out[#out + 1] = write_names(text:sub(at), styles)
  return table.concat(out)
end

return marks
