--- commons.lua: what several pages of the theme say in the same way.
local titles = require "titles"
local commons = {}

--- The title of an item of business or a section, as in a sentence: the more papers are asked, the better.
local sources = map(site.reports, "sections")
for _, meeting in ipairs(site.meetings) do
  table.move({ meeting.agenda, meeting.minutes and meeting.minutes.items or nil }, 1, 2, #sources + 1, sources)
end
local written = titles.of(table.unpack(sources))
function commons.title(item) return written(item.title or "Untitled") end

function commons.day(meeting)
  return meeting.date and long_date(meeting.date) or "date not known"
end

function commons.body(meeting)
  return meeting.panel and (meeting.panel.short_name or meeting.panel.name) or meeting.body or "Meeting"
end

--- A link: commons.to(meeting) says which meeting it is.
function commons.to(target, words)
  return md"[" .. (words or commons.body(target) .. ", " .. commons.day(target)) .. md"](" .. link(target) .. md")"
end

--- A name with a link to its page, where there is one.
function commons.who(name, person)
  person = person or first(site.people, "name", name)
  local to = person and url(person)
  return to and md"[" .. full_name(person) .. md"](" .. to .. md")" or name or "Somebody"
end

--- Decisions in the matter, a list for each item of business, the newest meeting first: not that minutes were right, nor
--- what became of each motion on the way.
function commons.matters(decisions)
  local real = where(decisions, function(decision) return not ("CONFIRMED CARRIED LOST FELL"):find(decision.verb or "?", 1, true) end)
  return map(group_by(sort_by(real, "-meeting.date"), "item"), "items")
end

--- Meetings to come, the next one first, and those before, the last one first.
function commons.meetings(meetings)
  local function coming(meeting) return meeting.date and meeting.date >= site.today end
  return where(meetings, coming), where(reverse(meetings), function(meeting) return not coming(meeting) end)
end

return commons
