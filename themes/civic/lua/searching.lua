--- searching.lua: what Pagefind is told of a page, in its attributes: the words that count, and what to filter by.
local searching = {}

local names = require "names"

local function year_of(meeting)
  return meeting and meeting.date and meeting.date:sub(1, 4)
end

--- Those with a page, each once; `list` has names.
local function people(list)
  local found, seen = {}, {}
  for _, name in ipairs(list) do
    local person = names.find(name)
    if person and not seen[person] then
      seen[person] = true
      found[#found + 1] = person.name
    end
  end
  return found
end

local function speakers(item)
  local list = {}
  for _, name in ipairs(item.agenda and item.agenda.presenters or {}) do
    list[#list + 1] = name
  end
  for _, said in ipairs(item.minutes and item.minutes.contributions or {}) do
    list[#list + 1] = said.person
  end
  return people(list)
end

local tell = {}

function tell.SiteMeeting(meeting)
  return { kind = "Meetings", title = meeting.body or "Meeting", meeting = meeting, people = {} }
end

function tell.SiteItem(item)
  return { kind = "Items of business", title = names.item(item), meeting = item.meeting, people = speakers(item) }
end

function tell.SiteReport(report)
  local contact = report.contact
  return {
    kind = "Papers",
    title = names.report(report),
    meeting = report.meeting,
    people = people { contact and contact.name },
  }
end

function tell.Person(person)
  return { kind = "People", title = full_name(person), people = { person.name } }
end

function tell.Panel(panel)
  return { kind = "Panels", title = panel.name, panel = panel.name, people = {} }
end

--- What tells of the page in a few words, and the page's object; nil where a search leads to other pages, or there is none.
local function teller()
  local object = settings.search == "pagefind" and rawget(page, "object")
  return object and tell[type_of(object)] or nil, object
end

--- The attribute of the element that holds what counts.
---@return Markup
function searching.body()
  return teller() and html " data-pagefind-body" or html ""
end

local function filter(name, value)
  return value
      and element("meta", { name = "search-" .. name, content = value, ["data-pagefind-filter"] = name .. "[content]" }) .. html "\n"
    or false
end

local function meta(name, value)
  return element("meta", { name = "search-" .. name, content = value, ["data-pagefind-meta"] = name .. "[content]" })
    .. html "\n"
end

--- What a search shows of the page, and filters by; false where it doesn't lead here.
---@return Markup|false
function searching.known()
  local tells, object = teller()
  if not tells then return false end
  local known = tells(object)
  local meeting = known.meeting
  local pieces = {
    meta("title", known.title),
    meta("about", meeting and known.kind .. ", " .. names.meeting(meeting) or known.kind),
    filter("kind", known.kind),
    filter("panel", meeting and meeting.panel and meeting.panel.name or known.panel),
    filter("year", year_of(meeting)),
  }
  for _, name in ipairs(known.people) do
    pieces[#pieces + 1] = filter("person", name)
  end
  return join(pieces)
end

return searching
