--- markup.lua: HTML by parts, for what Markdown has no words for.
local markup = {}

-- The schemes of links that Markdown lets pass too.
local schemes = { http = true, https = true, mailto = true, tel = true }

-- What stands alone in HTML, without an end.
local alone = { area = true, br = true, hr = true, img = true, input = true, link = true, meta = true, source = true }

--- Whether an address may be linked to: a path, or one of the schemes http, https, mailto and tel. Addresses of the
--- papers are data, and can be anything.
---
---     markup.is_address "https://council.example/a.pdf"     --> true
---     markup.is_address "javascript:alert(1)"               --> false
---@param address string
---@return boolean
function markup.is_address(address)
  if address:find("[%c]") or address:sub(1, 1) == " " then return false end
  local scheme = address:match("^([^:/?#]*):")
  return scheme == nil or schemes[scheme:lower()] == true
end

--- By halves: glued one after the other, n pieces would be copied n times.
local function glue(pieces, separator, first, last)
  if first == last then return pieces[first] end
  local middle = (first + last) // 2
  local left, right = glue(pieces, separator, first, middle), glue(pieces, separator, middle + 1, last)
  return separator and left .. separator .. right or left .. right
end

local function check(piece, place)
  if piece == nil then
    error(("value %d is nil, and nil is no text (with `or false` it is left out)"):format(place), 4)
  end
  return piece
end

local function join(pieces, count, separator)
  local shown = {}
  for place = 1, count do
    shown[#shown + 1] = check(pieces[place], place) or nil
  end
  local made = #shown > 0 and glue(shown, separator, 1, #shown) or html ""
  return type(made) == "userdata" and made or html "" .. made
end

--- All values of a list in one, with a separator between them where one is given. Strings are data, and are escaped; false
--- is left out.
---
---     join({ html"<b>A</b>", "B & C", false }, ", ")        --> <b>A</b>, B &amp; C
---@param pieces (string|number|false|Markup)[]
---@param separator (string|Markup)?
---@return Markup
function markup.join(pieces, separator)
  return join(pieces, #pieces, separator)
end

local addresses = { href = true, src = true }

local function attribute(name, value)
  if type(value) == "table" then value = table.concat(value, " ") end
  if not value or addresses[name] and not markup.is_address(value) then return html "" end
  if type(name) ~= "string" or not name:find("^[%a_][%w_:.-]*$") then
    error("an attribute has a name such as 'class'", 3)
  end
  if value == true then return html(" " .. name) end
  return html(" " .. name .. '="') .. value .. html '"'
end

--- An element of HTML: its name, its attributes and what is in it. Strings are data, and are escaped; an attribute that
--- is false is left out, true stands alone, a list is joined by spaces. An address that may not be linked to is left out.
--- A value that is nil is an error, and so is a name that HTML couldn't have.
---
---     element("a", { href = "/a?b&c", class = { "x", "y" } }, "A < B")    --> <a class="x y" href="/a?b&amp;c">A &lt; B</a>
---     element("br")                                                       --> <br>
---@param name string
---@param attributes table<string, string|number|boolean|string[]>?
---@param ... string|number|false|Markup
---@return Markup
function markup.element(name, attributes, ...)
  if type(name) ~= "string" or not name:find("^%a[%w-]*$") then error("an element has a name such as 'p'", 2) end
  local made = html("<" .. name)
  for key, value in pairs(attributes or {}) do
    made = made .. attribute(key, value)
  end
  if alone[name] then return made .. html ">" end
  return made .. html ">" .. join({ ... }, select("#", ...)) .. html("</" .. name .. ">")
end

return markup
