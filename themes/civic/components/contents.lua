--- contents.lua: the way around a meeting's page.
local meeting = arguments { { "meeting", "SiteMeeting" } }
local names = require "names"
local minutes = meeting.minutes

local function decided()
  for _, item in ipairs(meeting.items) do
    if #item.decisions > 0 then return true end
  end
end

local entries = {}
local function add(wanted, at, name, below)
  if wanted then
    entries[#entries + 1] = element("li", nil, element("a", { href = "#" .. at }, name), below or false) .. html "\n"
  end
end

local items = {}
for position, item in ipairs(meeting.items) do
  items[position] = element(
    "li",
    nil,
    element("a", { href = "#" .. anchor(item) }, item.number and item.number .. ". " or false, names.item(item))
  ) .. html "\n"
end

add(decided(), "decisions", "What was decided")
add(#items > 0, "business", minutes and "Minutes, item by item" or "Agenda", element("ol", nil, html "\n", join(items)))
add(minutes or #meeting.members > 0, "people", minutes and "People" or "Members")
add(#meeting.changes > 0, "changes", "What changed")
add(#meeting.notes > 0 and not minutes, "notes", "For the public")
if #entries < 2 and #items == 0 then return end
emit(
  element("nav", { class = "contents", ["aria-label"] = "On this page" }, element("ul", nil, html "\n", join(entries))),
  md "\n\n"
)
