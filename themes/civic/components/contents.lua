--- contents.lua: contents(meeting, items, readable, papers): the way around a meeting's page.
local meeting, items, readable, papers = ...
local function decided()
  for _, item in ipairs(meeting.minutes and meeting.minutes.items or {}) do
    if #item.decisions > 0 then return true end
  end
end

local function entry(anchor, name)
  return html('<a href="#') .. anchor .. html'">' .. name .. html"</a>"
end

local made = html'<nav class="contents" aria-label="On this page"><ul>\n'
local function add(wanted, anchor, name)
  if wanted then made = made .. html"<li>" .. entry(anchor, name) .. html"</li>\n" end
end

add(decided(), "decisions", "What was decided")
if #items > 0 then
  made = made .. html"<li>" .. entry("business", meeting.minutes and "Minutes, item by item" or "Agenda") .. html"<ol>\n"
  for _, item in ipairs(items) do
    local named = item.agenda or item.minutes
    made = made .. html"<li>" .. entry(item.anchor,
      (named.number and named.number .. ". " or "") .. readable(named.title or named.printed or "Untitled item")) .. html"</li>\n"
  end
  made = made .. html"</ol></li>\n"
end
add(meeting.minutes or #meeting.members > 0, "people", meeting.minutes and "People" or "Members")
add(#papers > 0, "papers", "Papers")
add(#meeting.notes > 0 and not meeting.minutes, "notes", "For the public")
emit(made .. html"</ul></nav>", md"\n\n")
