--- lists.lua: what a page picks from a list, and in which order. The lists of the model stay as they are: each function
--- gives a new one.
---
--- A way says what of an item counts: the name of a field ("date"), of a field of a field ("panel.name"), or a function
--- of the item. On the way a field without a value ends it with nil; a field that the type hasn't is an error, and so is a
--- way that is neither a name nor a function.
local lists = {}

--- What of an item counts: the name of a field, or a function of the item.
---@alias Way string|fun(item: any): any

local function follow(item, way)
  for name in way:gmatch("[^.]+") do
    if item == nil then return nil end
    item = item[name]
  end
  return item
end

local function reader(way)
  if type(way) == "function" then return way end
  if type(way) ~= "string" then
    error(
      "the name of a field or a function is wanted here, and this is " .. (way == nil and "nil" or "a " .. type(way)),
      3
    )
  end
  return function(item)
    return follow(item, way)
  end
end

--- The items for which the way leads to `value`; without a value, those for which it leads to anything but nil, false
--- and an empty list.
---
---     #where(site.meetings, "state", "confirmed")       --> 1
---     #where(site.meetings, "minutes")                  --> 2
---     #where({ 1, 2, 3 }, function(n) return n > 1 end) --> 2
---@generic T
---@param list T[]
---@param way Way
---@param value any
---@return T[]
function lists.where(list, way, value)
  local read, found = reader(way), {}
  for _, item in ipairs(list) do
    local is = read(item)
    local counts = is
    if value ~= nil then
      counts = is == value
    elseif type(is) == "table" or type(is) == "userdata" and tostring(is):find("^list") then
      counts = #is > 0
    end
    if counts then found[#found + 1] = item end
  end
  return found
end

--- The first item; with a way and a value, the first of those that `where` finds. Nil where there is none.
---
---     first({ "a", "b" })                               --> a
---     first(site.panels, "name", "No such panel")       --> nil
---@generic T
---@param list T[]
---@param way Way?
---@param value any
---@return T?
function lists.first(list, way, value)
  if way == nil then return list[1] end
  return lists.where(list, way, value)[1]
end

--- The last item, likewise.
---
---     last({ "a", "b" })                                --> b
---@generic T
---@param list T[]
---@param way Way?
---@param value any
---@return T?
function lists.last(list, way, value)
  if way ~= nil then list = lists.where(list, way, value) end
  return list[#list]
end

--- The first items, at most so many.
---
---     sentence(take({ "a", "b", "c" }, 2))              --> a and b
---@generic T
---@param list T[]
---@param most integer
---@return T[]
function lists.take(list, most)
  return table.move(list, 1, math.min(most, #list), 1, {})
end

--- The items in the other order.
---
---     sentence(reverse { "a", "b", "c" })               --> c, b and a
---@generic T
---@param list T[]
---@return T[]
function lists.reverse(list)
  local turned, count = {}, #list
  for i = 1, count do
    turned[i] = list[count + 1 - i]
  end
  return turned
end

--- What the way leads to from each item; where it leads to nil the item is left out.
---
---     sentence(map(site.panels, "short_name"))          -->
---     sentence(map({ 1, 2 }, function(n) return 10 * n end))    --> 10 and 20
---@param list any[]
---@param way Way
---@return any[]
function lists.map(list, way)
  local read, found = reader(way), {}
  for _, item in ipairs(list) do
    found[#found + 1] = read(item)
  end
  return found
end

--- Each value once, in the order of their first.
---
---     sentence(unique { "a", "b", "a" })                --> a and b
---@generic T
---@param list T[]
---@return T[]
function lists.unique(list)
  local seen, found = {}, {}
  for _, item in ipairs(list) do
    if not seen[item] then
      seen[item] = true
      found[#found + 1] = item
    end
  end
  return found
end

-- Names come in the order of their letters, whatever their case and accents.
local function key_of(value)
  if type(value) == "string" then return slug(value), value end
  if type(value) == "boolean" then return value and 1 or 0 end
  return value
end

local function keys_of(list, reads)
  local keyed = {}
  for place, item in ipairs(list) do
    local keys = { item = item }
    for i, read in ipairs(reads) do
      local key, exact = key_of(read(item))
      keys[2 * i - 1], keys[2 * i] = key or false, exact or false
    end
    keyed[place] = keys
  end
  return keyed
end

--- The items in order: by the first way, those that are equal there by the second, and so on. A minus before a field's
--- name ("-date") turns that order round. Without a value is last; what is equal keeps its order. An error where numbers
--- and texts stand in one order.
---
---     sentence(sort_by({ "bob", "Élan", "Ann" }, function(name) return name end))       --> Ann, bob and Élan
---     first(sort_by(site.meetings, "-date")).date       --> 2026-03-10
---@generic T
---@param list T[]
---@param ... Way
---@return T[]
function lists.sort_by(list, ...)
  local reads, down = {}, {}
  for i, way in ipairs { ... } do
    local field = type(way) == "string" and way:match("^%-(.*)")
    reads[i], down[i] = reader(field or way), field ~= nil and field ~= false
  end
  if #reads == 0 then error("sort_by needs the name of a field or a function", 2) end
  local keyed = keys_of(list, reads)
  table.sort(keyed, function(a, b)
    for i = 1, 2 * #reads do
      local one, other = a[i], b[i]
      if one ~= other then
        if one == false or other == false then return other == false end
        if down[(i + 1) // 2] then return one > other end
        return one < other
      end
    end
    return false
  end)
  for place, keys in ipairs(keyed) do
    keyed[place] = keys.item
  end
  return keyed
end

---@class Group
---@field key any what the way led to; nil where it led nowhere
---@field items any[]

--- The items by what the way leads to: groups in the order of their first item.
---
---     group_by({ { kind = "plan" }, { kind = "reply" }, { kind = "plan" } }, "kind")[1].key     --> plan
---     #group_by(site.meetings, "panel")         --> 1
---     for _, group in ipairs(group_by(site.meetings, "panel.name")) do emit(group.key, #group.items) end
---@param list any[]
---@param way Way
---@return Group[]
function lists.group_by(list, way)
  local read, groups, by_key = reader(way), {}, {}
  for _, item in ipairs(list) do
    local key = read(item)
    local place = key == nil and by_key or key
    local group = by_key[place]
    if not group then
      group = { key = key, items = {} }
      by_key[place] = group
      groups[#groups + 1] = group
    end
    group.items[#group.items + 1] = item
  end
  return groups
end

--- The sum of what the way leads to; an error where that is no number.
---
---     sum({ { votes = 3 }, { votes = 4 }, {} }, "votes")    --> 7
---@param list any[]
---@param way Way
---@return number
function lists.sum(list, way)
  local total = 0
  for _, value in ipairs(lists.map(list, way)) do
    total = total + value
  end
  return total
end

return lists
