-- library.lua: the functions of lua/ in a program's own Lua. Called with the site, its model, and functions that give files
-- that ship and slugs, it gives a table of them, by the names that layouts call them by.
--
-- They see what a layout sees, as far as that makes sense outside a page: `link` gives addresses from the site's top, HTML is
-- a value of its own that tostring() shows, and what writes Markdown says that it takes a layout.
local site, model, shipped, slug = ...

-- --- HTML ---

local Html <const> = {}
local entities <const> = { ["&"] = "&amp;", ["<"] = "&lt;", [">"] = "&gt;", ['"'] = "&quot;" }

local function is_html(value)
  return getmetatable(value) == Html
end

local function html_of(value)
  if is_html(value) then return value.text end
  if value == false then return "" end
  if type(value) ~= "string" and type(value) ~= "number" then error(("a %s is no text"):format(type(value)), 3) end
  return (tostring(value):gsub('[&<>"]', entities))
end

local function html(text)
  if is_html(text) then return text end
  return setmetatable({ text = tostring(text) }, Html)
end

Html.__name = "HTML"
function Html.__tostring(value)
  return value.text
end
function Html.__concat(left, right)
  return html(html_of(left) .. html_of(right))
end
function Html.__len(value)
  return #value.text
end

local schemes <const> = { http = true, https = true, mailto = true, tel = true }
local alone <const> = {}
for name in ("area base br col embed hr img input link meta source track wbr"):gmatch("%a+") do
  alone[name] = true
end

local function is_address(address)
  if address:find("[%c\127]") or address:sub(1, 1) == " " then return false end
  local scheme = address:match("^([^:/?#]*):")
  return scheme == nil or schemes[scheme:lower()] == true
end

local function join(pieces, separator)
  local shown = {}
  for place = 1, #pieces do
    if pieces[place] == nil then error(("value %d is nil, and nil is no text"):format(place), 2) end
    if pieces[place] ~= false then shown[#shown + 1] = html_of(pieces[place]) end
  end
  return html(table.concat(shown, separator and html_of(separator) or ""))
end

-- What no text of the papers can be: a program, or a style.
local addresses <const> = {}
for name in ("href src action formaction cite poster data srcset ping background xlink:href"):gmatch("%S+") do
  addresses[name] = true
end
local programs <const> = { srcdoc = true, style = true }

local function attribute(name, value)
  if type(name) ~= "string" or not name:find("^[%a_][%w_:.-]*$") then
    error("an attribute has a name such as 'class'", 3)
  end
  if not value then return "" end
  if value == true then return " " .. name end
  local is_written, small = is_html(value), name:lower()
  if type(value) == "table" and not is_written then value = table.concat(value, " ") end
  if addresses[small] and not is_written and not is_address(tostring(value)) then return "" end
  if (programs[small] or small:find("^on")) and not is_written then
    error(("text can't be the attribute '%s': write it with html"):format(name), 3)
  end
  return (' %s="%s"'):format(name, html_of(value))
end

-- --- What Lua has and layouts have otherwise ---

local function merge(list, first, last, before, room)
  if first >= last then return end
  local middle = (first + last) // 2
  merge(list, first, middle, before, room)
  merge(list, middle + 1, last, before, room)
  table.move(list, first, last, first, room)
  local left, right = first, middle + 1
  for place = first, last do
    if right > last or left <= middle and not before(room[right], room[left]) then
      list[place], left = room[left], left + 1
    else
      list[place], right = room[right], right + 1
    end
  end
end

--- In layouts what is equal keeps its order.
local function sort(list, before)
  merge(list, 1, #list, before or function(one, other)
    return one < other
  end, {})
end

local function key_order(one, other)
  if type(one) == type(other) then return one < other end
  return type(one) < type(other)
end

--- In layouts keys come in their order.
local function sorted_pairs(value)
  local of = getmetatable(value)
  if type(of) == "table" and of.__pairs or type(value) ~= "table" then return pairs(value) end
  local keys, place = {}, 0
  for key in next, value do
    keys[#keys + 1] = key
  end
  table.sort(keys, key_order)
  return function()
    place = place + 1
    return keys[place], value[keys[place]]
  end
end

local function element(name, attributes, ...)
  if not name:find("^%a[%w-]*$") then error("an element has a name such as 'p'", 2) end
  local made = { "<", name }
  for key, value in sorted_pairs(attributes or {}) do
    made[#made + 1] = attribute(key, value)
  end
  made[#made + 1] = ">"
  if alone[name] then return html(table.concat(made)) end
  local values = table.pack(...)
  local is_program = name:lower() == "script" or name:lower() == "style"
  for place = 1, values.n do
    if values[place] == nil then error(("value %d is nil, and nil is no text"):format(place), 2) end
    if is_program and values[place] and not is_html(values[place]) then
      error(("text can't stand in <%s>: write it with html"):format(name), 2)
    end
    made[#made + 1] = html_of(values[place])
  end
  return html(("%s</%s>"):format(table.concat(made), name))
end

-- --- JSON ---

local deepest <const> = 100
local escapes <const> = { ['"'] = '\\"', ["\\"] = "\\\\", ["\n"] = "\\n", ["\t"] = "\\t", ["\r"] = "\\r", ["\b"] = "\\b", ["\f"] = "\\f" }
local json_of

local function json_text(text)
  local shown = text:gsub('[%z\1-\31\127"\\]', function(character)
    return escapes[character] or ("\\u%04x"):format(character:byte())
  end)
  return '"' .. shown:gsub("\xC2([\x80-\x9F])", function(last)
    return ("\\u%04x"):format(last:byte())
  end) .. '"'
end

local function json_number(number)
  if number ~= number or number == math.huge or number == -math.huge then
    error("JSON has no such number as " .. tostring(number), 0)
  end
  return tostring(number)
end

--- Lists of the model have one, its objects don't.
local function length(value)
  return #value
end

local function json_list(list, depth)
  local values = {}
  for place = 1, #list do
    values[place] = json_of(list[place], depth)
  end
  return "[" .. table.concat(values, ", ") .. "]"
end

local function json_table(value, depth)
  if depth > deepest then error(("these tables are nested deeper than %d: does one hold itself?"):format(deepest), 0) end
  local count, names = rawlen(value), {}
  for key in next, value do
    if count > 0 and not (math.type(key) == "integer" and key >= 1 and key <= count) then
      error(("a table is a list or has names for its values, and this one has more than its list of %d"):format(count), 0)
    elseif count == 0 and type(key) ~= "string" then
      error(("a table is a list or has names for its values, and a %s is no name"):format(type(key)), 0)
    end
    names[#names + 1] = key
  end
  if count > 0 or #names == 0 then return json_list(value, depth) end
  table.sort(names)
  for place, name in ipairs(names) do
    names[place] = json_text(name) .. ": " .. json_of(rawget(value, name), depth)
  end
  return "{" .. table.concat(names, ", ") .. "}"
end

function json_of(value, depth)
  local kind = type(value)
  if kind == "string" then return json_text(value) end
  if kind == "number" then return json_number(value) end
  if kind == "boolean" then return tostring(value) end
  if kind == "table" and not is_html(value) then return json_table(value, depth + 1) end
  if kind == "userdata" and pcall(length, value) then return json_list(value, depth) end
  error(("JSON has no word for %s"):format(kind == "nil" and "nil" or is_html(value) and "HTML" or "a " .. kind), 0)
end

local function to_json(value)
  return html(json_of(value, 0))
end

-- --- What a layout finds ---

local function in_a_layout(name, what)
  return function()
    error(("%s %s, which takes a layout of the site: site:render(route)"):format(name, what), 2)
  end
end

local function url(target)
  if type(target) == "string" then return target end
  return site:url(target)
end

local function link(target)
  return url(target) or error(tostring(target) .. " has no page to link to", 2)
end

local loaded <const> = {}
local env <const> = setmetatable({
  site = model,
  page = { route = "/" },
  html = html,
  element = element,
  join = join,
  is_address = is_address,
  url = url,
  link = link,
  slug = slug,
  pairs = sorted_pairs,
  table = setmetatable({ sort = sort }, { __index = table }),
  address = function(target)
    local path = url(target)
    return path and (model.url:gsub("/*$", "")) .. path
  end,
  to_json = to_json,
  md = in_a_layout("md", "makes Markdown"),
  feed = in_a_layout("feed", "finds what is published"),
  style_sheets = in_a_layout("style_sheets", "names what a shell links to"),
  title_of = in_a_layout("title_of", "counts the words of a page"),
  word_forms = in_a_layout("word_forms", "counts the words of a page"),
}, { __index = _G })

for _, name in ipairs { "emit", "xml", "csv", "ics", "json" } do
  env[name] = in_a_layout(name, "writes a feed")
end

function env.require(name)
  if loaded[name] == nil then
    local text = shipped("lua/" .. name .. ".lua") or error(("the library has no module '%s'"):format(name), 2)
    loaded[name] = assert(load(text, "@lua/" .. name .. ".lua", "t", env))(name)
  end
  return loaded[name]
end

local library = {}
for name, value in pairs(env.require "globals") do
  library[name] = value
end
for _, name in ipairs { "card", "facts", "abbreviations" } do
  library[name] = in_a_layout(name, "writes Markdown")
end
for _, name in ipairs { "html", "element", "join", "is_address", "url", "link", "slug", "require", "to_json" } do
  library[name] = env[name]
end
for _, name in ipairs { "title_of", "word_forms", "style_sheets", "feed" } do
  library[name] = env[name]
end
return library
