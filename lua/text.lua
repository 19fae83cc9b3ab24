--- text.lua: small words around names and numbers.
local text = {}

--- The sentence that lists names: "Ann, Bob and Cy".
---@param names string[]
---@return string
function text.sentence(names)
  if #names < 2 then return names[1] or "" end
  return table.concat(names, ", ", 1, #names - 1) .. " and " .. names[#names]
end

--- "1 meeting", "3 meetings"
---@param number integer
---@param noun string
---@param plural string?
---@return string
function text.count(number, noun, plural)
  return number .. " " .. (number == 1 and noun or plural or noun .. "s")
end

--- "Councillor Ann Bell"
---@param person Member|Attendee
---@return string
function text.full_name(person)
  return (person.honorific and person.honorific .. " " or "") .. (person.name or "")
end

--- "page 5", "pages 5–18"
---@param pages integer[]
---@return string
function text.page_range(pages)
  if pages[1] == pages[2] then return "page " .. pages[1] end
  return "pages " .. pages[1] .. "–" .. pages[2]
end

--- The last part of a path.
---@param path string
---@return string
function text.file_name(path)
  return path:match("[^/]*$")
end

return text
