--- news.lua: what happened, as the entries of feeds.
local news = {}

local atom = require "atom"
local dates = require "dates"
local published = require "published"

local states = {
  announced = "Announced.",
  called = "The agenda is published.",
  held = "The meeting was held.",
  confirmed = "The minutes are confirmed.",
}

local function state_of(meeting)
  local is_untold = meeting.state == "held" and not meeting.minutes
  return is_untold and "The day of the meeting has passed; its minutes are not here." or states[meeting.state]
end

local function name_of(meeting)
  return (meeting.body or site.title) .. (meeting.date and ", " .. dates.short(meeting.date) or "")
end

local function when(meeting)
  if not meeting.date then return nil end
  return dates.long(meeting.date) .. (meeting.time and ", " .. dates.clock(meeting.time) or "")
end

local function agenda(meeting)
  local lines = {}
  for _, item in ipairs(meeting.items) do
    if item.title then lines[#lines + 1] = (item.number and item.number .. ". " or "") .. item.title end
  end
  return lines
end

local function paragraphs(...)
  local said = {}
  for i = 1, select("#", ...) do
    local text = (select(i, ...))
    if text and text ~= "" then said[#said + 1] = text end
  end
  return table.concat(said, "\n\n")
end

--- An id that no other entry has, whichever pages show its object.
local function entry_id(id)
  return address("/") .. "#" .. id
end

local function last_day(meeting)
  return (select(2, published.days(meeting)))
end

local function day_of_pack(object)
  return published.day_of(object.pack)
end

--- How far each meeting has come, with its business.
---
---     #require("news").meetings(site.meetings)               --> 5
---@param meetings SiteMeeting[]
---@return AtomEntry[]
function news.meetings(meetings)
  local entries = {}
  for _, meeting in ipairs(atom.newest(meetings, last_day)) do
    local first, last = published.days(meeting)
    entries[#entries + 1] = {
      id = entry_id(meeting.id),
      title = name_of(meeting),
      link = address(meeting),
      published = first,
      updated = last,
      panel = meeting.panel,
      text = function()
        return paragraphs(state_of(meeting), when(meeting), meeting.venue, table.concat(agenda(meeting), "\n"))
      end,
    }
  end
  return entries
end

--- What was decided, verbatim.
---
---     require("news").decisions(site.decisions)[1].title     --> CONFIRMED: MINUTES OF THE LAST MEETING: 8TH APRIL 2025
---@param decisions SiteDecision[]
---@return AtomEntry[]
function news.decisions(decisions)
  local entries = {}
  for _, decision in ipairs(atom.newest(decisions, day_of_pack)) do
    local item, meeting = decision.item, decision.meeting
    local day = day_of_pack(decision)
    entries[#entries + 1] = {
      id = entry_id(decision.id),
      title = (decision.verb and decision.verb .. ": " or "") .. (item.title or name_of(meeting)),
      link = address(decision),
      published = day,
      updated = day,
      panel = meeting.panel,
      text = function()
        return paragraphs(decision.text, name_of(meeting))
      end,
    }
  end
  return entries
end

local statuses = {
  present = "Present.",
  apologies = "Sent apologies.",
  substituted = "Sent somebody else.",
  absent = "Absent.",
}

--- What is told of somebody, by the ids of meetings: { meeting, list of { number, once, often } }.
local function note(told, meeting, once, often)
  if not meeting then return end
  local of = told[meeting.id] or { meeting = meeting, notes = {} }
  told[meeting.id] = of
  local last = of.notes[#of.notes]
  if last and last.once == once then
    last.number = last.number + 1
  else
    of.notes[#of.notes + 1] = { number = 1, once = once, often = often }
  end
end

local function sentences(notes)
  local said = {}
  for i, told in ipairs(notes) do
    said[i] = told.number > 1 and told.often and told.often:format(told.number) or told.once
  end
  return table.concat(said, "\n")
end

local kinds = {
  { "questions_asked", "Asked a question.", "Asked %d questions." },
  { "questions_answered", "Answered a question.", "Answered %d questions." },
  { "declarations", "Declared an interest.", "Declared %d interests." },
  { "reports", "Brought a paper.", "Brought %d papers." },
}

--- What somebody did, meeting by meeting.
---
---     #require("news").person(site.people[1])                --> 2
---@param person Person
---@return AtomEntry[]
function news.person(person)
  local told, entries = {}, {}
  for _, attendance in ipairs(person.attendance) do
    note(told, attendance.meeting, statuses[attendance.status])
  end
  for _, kind in ipairs(kinds) do
    local field, once, often = table.unpack(kind)
    for _, object in ipairs(person[field]) do
      note(told, object.meeting, once, often)
    end
  end
  for id, of in pairs(told) do
    local first, last = published.days(of.meeting)
    entries[#entries + 1] = {
      id = entry_id("people/" .. person.id .. "/" .. id),
      title = name_of(of.meeting),
      link = address(of.meeting),
      published = first,
      updated = last,
      panel = of.meeting.panel,
      text = function()
        return sentences(of.notes)
      end,
    }
  end
  return entries
end

return news
