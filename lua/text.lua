--- text.lua: words around names and numbers. A length counts characters as UTF-8 has them, not bytes. What is no text, or no
--- number where one is wanted, is an error.
local text = {}

--- The sentence that lists things.
---
---     sentence { "Ann", "Bob", "Cy" }           --> Ann, Bob and Cy
---     sentence({ "item 4", "item 5" }, "or")    --> item 4 or item 5
---     sentence {}                               -->
---@param names string[]
---@param conjunction string? otherwise "and"
---@return string
function text.sentence(names, conjunction)
  if #names < 2 then return names[1] or "" end
  return table.concat(names, ", ", 1, #names - 1) .. " " .. (conjunction or "and") .. " " .. names[#names]
end

--- A number of things. Of a list its length.
---
---     count(1, "meeting")                       --> 1 meeting
---     count(1200, "page")                       --> 1,200 pages
---     count(2, "body", "bodies")                --> 2 bodies
---     count(site.panels, "panel")               --> 1 panel
---@param number integer|any[]
---@param noun string
---@param plural string? otherwise the noun with an s
---@return string
function text.count(number, noun, plural)
  if type(number) ~= "number" then number = #number end
  return text.number(number) .. " " .. (number == 1 and noun or plural or noun .. "s")
end

--- A number with commas between its thousands.
---
---     number(1234567)                           --> 1,234,567
---     number(-1234.5)                           --> −1,234.5
---     number(999)                               --> 999
---@param value number
---@return string
function text.number(value)
  local whole, rest = tostring(math.tointeger(value) or value):match("^%-?(%d+)(.*)$")
  if not whole then return tostring(value) end
  local grouped = whole:reverse():gsub("(%d%d%d)", "%1,"):reverse():gsub("^,", "")
  return (value < 0 and "−" or "") .. grouped .. rest
end

--- A part of a whole in per cent, rounded, but never to all or to nothing unless it is.
---
---     percent(1, 3)                             --> 33%
---     percent(999, 1000)                        --> 99%
---     percent(0, 0)                             --> 0%
---@param part number
---@param whole number
---@return string
function text.percent(part, whole)
  local share = whole == 0 and 0 or 100 * part / whole
  local rounded = math.floor(share + 0.5)
  if rounded == 100 and part < whole then rounded = 99 end
  if rounded == 0 and part > 0 then rounded = 1 end
  return rounded .. "%"
end

--- A name with its honorific.
---
---     full_name { name = "Ann Bell", honorific = "Councillor" }     --> Councillor Ann Bell
---@param person Member|Attendee|Person
---@return string
function text.full_name(person)
  return (person.honorific and person.honorific .. " " or "") .. (person.name or "")
end

--- Pages of the papers.
---
---     page_range { 5, 18 }                      --> pages 5–18
---     page_range { 5, 5 }                       --> page 5
---@param pages integer[]
---@return string
function text.page_range(pages)
  if pages[1] == pages[2] then return "page " .. pages[1] end
  return "pages " .. pages[1] .. "–" .. pages[2]
end

--- The last part of a path.
---
---     file_name "packs/2025-11-04.txt"          --> 2025-11-04.txt
---@param path string
---@return string
function text.file_name(path)
  return path:match("[^/]*$")
end

-- Capitals of Latin letters with accents: in one block they are so far before the small ones, in others right beside them.
local function capital(code)
  if code >= 0xE0 and code <= 0xFE and code ~= 0xF7 then return code - 0x20 end
  if code >= 0x100 and code <= 0x137 or code >= 0x14A and code <= 0x177 then return code - code % 2 end
  if code >= 0x139 and code <= 0x148 or code >= 0x179 and code <= 0x17E then return code - (code + 1) % 2 end
  return code
end

--- The text with a capital at its start.
---
---     capitalise "annual report"                --> Annual report
---     capitalise "ŵyn a défaid"                 --> Ŵyn a défaid
---@param words string
---@return string
function text.capitalise(words)
  if words:find("^[\xC3-\xC5][\x80-\xBF]") then return utf8.char(capital(utf8.codepoint(words))) .. words:sub(3) end
  return (words:gsub("^%l", string.upper))
end

--- The text up to so many characters, ended at a word.
---
---     excerpt("The pond was drained in March.", 20)     --> The pond was…
---     excerpt("The pond.", 20)                          --> The pond.
---@param words string
---@param longest integer? otherwise 200
---@return string
function text.excerpt(words, longest)
  longest = longest or 200
  words = words:gsub("%s+", " "):gsub("^ ", ""):gsub(" $", "")
  if longest < 1 then return "" end
  if (utf8.len(words) or 0) <= longest then return words end
  -- One character is the ellipsis's.
  local cut = words:sub(1, utf8.offset(words, longest) - 1)
  local begins_word = words:sub(#cut + 1, #cut + 1) == " "
  if not begins_word then cut = cut:match("^(.*) ") or cut end
  return cut:gsub("[%s,;:%-]+$", "") .. "…"
end

return text
