--- business.lua: a meeting's items, each with what the agenda and what the minutes say of it.
local business = {}

--- Headings are the same when their letters and digits are.
local function bare(title)
  return ((title or ""):lower():gsub("[^%w\128-\255]", ""))
end

local function minutes_of(agenda_item, minutes, taken)
  local title = bare(agenda_item.title)
  for _, item in ipairs(minutes) do
    local named = item.agenda_item ~= nil and item.agenda_item == agenda_item.number
    if not taken[item] and (named or (not item.agenda_item and title ~= "" and bare(item.title) == title)) then
      return item
    end
  end
end

--- Puts an item of the minutes that no agenda item announced behind the one that was taken before it.
local function insert_after(items, before, entry)
  for position, other in ipairs(items) do
    if other.minutes == before then
      table.insert(items, position + 1, entry)
      return
    end
  end
  table.insert(items, before and #items + 1 or 1, entry)
end

local function anchor(kind, number, position)
  return kind .. "-" .. (number or tostring(position)):lower():gsub("[^%w]+", "-")
end

--- Where on a meeting's page the record of an item is.
---@param meeting SiteMeeting
---@param item MinuteItem
---@return string
function business.minute_anchor(meeting, item)
  for position, other in ipairs(meeting.minutes.items) do
    if other == item then return anchor("minute", item.number, position) end
  end
end

---@class BusinessItem
---@field agenda AgendaItem?
---@field minutes MinuteItem?
---@field anchor string where on the meeting's page it is

---@param meeting SiteMeeting
---@return BusinessItem[]
function business.items(meeting)
  local minutes = meeting.minutes and meeting.minutes.items or {}
  local items, taken = {}, {}
  for position, agenda_item in ipairs(meeting.agenda) do
    local found = minutes_of(agenda_item, minutes, taken)
    if found then taken[found] = true end
    items[position] = { agenda = agenda_item, minutes = found, anchor = anchor("item", agenda_item.number, position) }
  end
  local before
  for _, item in ipairs(minutes) do
    if not taken[item] then
      insert_after(items, before, { minutes = item, anchor = business.minute_anchor(meeting, item) })
    end
    before = item
  end
  return items
end

return business
