--- links.lua: where in the papers things are.
local links = {}

--- The type of an object of the model.
---
---     type_of(site.meetings[1])                 --> SiteMeeting
---@param object Placed|table
---@return string
function links.type_of(object)
  return tostring(object):match("^%a+")
end

--- The object's pack, where it has one.
local function pack_of(object)
  return links.type_of(object) == "Pack" and object or object.pack
end

local function is_pdf(address)
  return address:lower():find("%.pdf$") ~= nil or address:lower():find("%.pdf[?#]") ~= nil
end

local function url_in(pack, object)
  local address = pack and pack.source.url
  if not address or not is_address(address) then return nil end
  local sheet = pack ~= object and object.sheet
  if sheet and is_pdf(address) then return address:gsub("#.*", "") .. "#page=" .. sheet end
  return address
end

local function place_in(pack, object)
  if not pack then return "site.yaml" end
  local file = pack.source.file:match("[^/]*$")
  if pack == object or not object.page and not object.sheet and not object.line then return file end
  if object.page then return file .. ", page " .. object.page end
  if object.sheet then return file .. ", page " .. object.sheet .. " of the file" end
  return file .. ", line " .. object.line
end

--- Where the council publishes the papers that an object stands in, by site.yaml: `pack.pdf#page=27` where that is a PDF
--- and the page is known. Nil where site.yaml has no address for the pack; an error for an object without a place.
---
---     source_url(site.meetings[1])              --> nil
---@param object Placed
---@return string?
function links.source_url(object)
  return url_in(pack_of(object), object)
end

--- Where in which pack an object stands, in words: the page where one is known, else the line. What is told of the site
--- itself stands in site.yaml. An error for an object without a place, such as a Panel.
---
---     source_place(site.packs[1])               --> 2025-09-09.txt
---     source_place(site.meetings[1])            --> 2025-09-09.txt, line 105
---@param object Placed
---@return string
function links.source_place(object)
  return place_in(pack_of(object), object)
end

--- A link to the papers that an object stands in, at its page; only the words where site.yaml has no address for them.
---
---     source_link(site.packs[1])                --> <span class="source">2025-09-09.txt</span>
---@param object Placed
---@param words (string|Markup)? otherwise source_place(object)
---@return Markup
function links.source_link(object, words)
  local pack = pack_of(object)
  local address = url_in(pack, object)
  words = words or place_in(pack, object)
  if not address then return element("span", { class = "source" }, words) end
  return element("a", { class = "source", href = address }, words)
end

return links
