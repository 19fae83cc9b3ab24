--- atom.lua: feeds in Atom (RFC 4287).
local atom = {}

local published = require "published"

-- A reader asks for news, not for the archive.
local most <const> = 50

---@class AtomEntry
---@field id string an address, which stays the same whatever pages a theme has
---@field title string
---@field link string?
---@field published string a date
---@field updated string a date
---@field text fun(): string
---@field panel Panel?

local function element(name, text)
  emit(xml("<" .. name .. ">"), text, xml("</" .. name .. ">\n"))
end

local function link(relation, target)
  emit(xml '<link rel="', relation, xml '" href="', target, xml '"/>\n')
end

--- Midnight of a day, as Atom wants it.
local function instant(day)
  return day .. "T00:00:00Z"
end

local function newest_first(one, other)
  if one.updated ~= other.updated then return one.updated > other.updated end
  return one.id < other.id
end

local function write_entry(entry)
  emit(xml "<entry>\n")
  element("id", entry.id)
  element("title", entry.title)
  element("published", instant(entry.published))
  element("updated", instant(entry.updated))
  if entry.link then link("alternate", entry.link) end
  if entry.panel then
    emit(xml '<category term="', entry.panel.id, xml '" label="', entry.panel.name or entry.panel.id, xml '"/>\n')
  end
  emit(xml '<content type="text">', entry.text(), xml "</content>\n</entry>\n")
end

--- Those of the objects that may be among a feed's entries: of a thousand meetings most are no news.
---
---     #require("atom").newest(site.meetings, function(meeting) return meeting.date end)      --> 5
---@generic T
---@param objects T[]
---@param day_of fun(object: T): string when it was told
---@return T[]
function atom.newest(objects, day_of)
  local days, found = {}, {}
  for i, object in ipairs(objects) do
    days[i] = day_of(object)
  end
  table.sort(days, function(one, other)
    return one > other
  end)
  local last = days[most] or ""
  for _, object in ipairs(objects) do
    if day_of(object) >= last then found[#found + 1] = object end
  end
  return found
end

--- Writes the feed that stands beside a page: its newest entries.
---
---     require("atom").write("Meetings", "/", require("news").meetings(site.meetings))        --> <title>Meetings</title>
---@param title string
---@param beside table|string the object whose page it belongs to, or a path
---@param entries AtomEntry[]
function atom.write(title, beside, entries)
  table.sort(entries, newest_first)
  emit(xml '<?xml version="1.0" encoding="UTF-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="')
  emit(site.language, xml '">\n')
  element("id", address(page.route))
  element("title", title)
  element("updated", instant(entries[1] and entries[1].updated or published.newest()))
  emit(xml "<author><name>", site.council or site.title, xml "</name></author>\n<generator>Minutebook</generator>\n")
  link("self", address(page.route))
  link("alternate", address(beside))
  for i = 1, math.min(#entries, most) do
    write_entry(entries[i])
  end
  emit(xml "</feed>\n")
end

return atom
