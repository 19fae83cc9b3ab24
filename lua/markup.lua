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

--- All values of a list in one, with a separator between them where one is given. Strings are data, and are escaped.
---
---     join({ html"<b>A</b>", "B & C" }, html", ")           --> <b>A</b>, B &amp; C
---@param pieces (string|number|Markup)[]
---@param separator (string|Markup)?
---@return Markup
function markup.join(pieces, separator)
  -- By halves: glued one after the other, n pieces would be copied n times.
  local function halves(first, last)
    if first > last then return html"" end
    if first == last then return html"" .. pieces[first] end
    local middle = (first + last) // 2
    local left, right = halves(first, middle), halves(middle + 1, last)
    return separator and left .. separator .. right or left .. right
  end
  return halves(1, #pieces)
end

local addresses = { href = true, src = true }

local function attribute(name, value)
  if type(value) == "table" then value = table.concat(value, " ") end
  if not value or addresses[name] and not markup.is_address(value) then return html"" end
  if value == true then return html(" " .. name) end
  return html(" " .. name .. '="') .. value .. html'"'
end

--- An element of HTML: its name, its attributes and what is in it. Strings are data, and are escaped; an attribute that
--- is false is left out, true stands alone, a list is joined by spaces. An address that may not be linked to is left out.
---
---     element("a", { href = "/a?b&c", class = { "x", "y" } }, "A < B")    --> <a class="x y" href="/a?b&amp;c">A &lt; B</a>
---     element("br")                                                       --> <br>
---@param name string
---@param attributes table<string, string|number|boolean|string[]>?
---@param ... string|number|false|Markup
---@return Markup
function markup.element(name, attributes, ...)
  local made = html("<" .. name)
  for key, value in pairs(attributes or {}) do made = made .. attribute(key, value) end
  if alone[name] then return made .. html">" end
  return made .. html">" .. markup.join({ ... }) .. html("</" .. name .. ">")
end

return markup
