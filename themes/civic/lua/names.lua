--- names.lua: what the pages call meetings, items, papers and people, with links where there is a page.
local names = {}

--- An item's title as in a sentence.
---@param item SiteItem
---@return string
function names.item(item)
  return title_of(item) or "Untitled item"
end

--- A paper's title as in a sentence.
---@param report SiteReport
---@return string
function names.report(report)
  return title_of(report) or "Untitled paper"
end

-- By the object that they were made for.
local of_meeting, of_panel = {}, {}

--- "9 September 2025", with the panel where the site has several and the page is not the panel's.
---@param meeting SiteMeeting
---@return string
function names.meeting(meeting)
  if not of_meeting[meeting] then
    local date = meeting.date
    local day = date and short_date(date) or "Date not known"
    local is_enough = #site.panels < 2 or page.layout == "panel"
    of_meeting[meeting] = is_enough and day or day .. ", " .. names.panel(meeting)
  end
  return of_meeting[meeting]
end

-- Longer names of panels fill a line of a telephone's screen wherever they are repeated.
local longest = 40

--- A long name by its beginning and its last word, which says what it is: "Children, Adults, Health … Panel".
local function shorten(name)
  if #name <= longest then return name end
  local last = name:match("%s(%S+)$")
  local begins = last and name:sub(1, math.max(longest - #last - 3, 0)):match("^(.*%S)%s")
  return begins and begins:gsub("[,;:&%-]+$", "") .. " … " .. last or name
end

--- The panel that meets, shortly: by site.yaml, else where its name is long. The meeting's page has the whole name.
---@param meeting SiteMeeting
---@return string
function names.panel(meeting)
  local panel = meeting.panel
  if not panel then return meeting.body or "Panel not known" end
  of_panel[panel] = of_panel[panel] or panel.short_name or shorten(panel.name)
  return of_panel[panel]
end

--- The text, as a link where a page shows the object.
---@param object table?
---@param text string|Markup
---@return string|Markup
function names.link(object, text)
  local address = object and url(object)
  if not address then return text end
  return md "[" .. text .. md "](" .. address .. md ")"
end

--- The same in HTML.
---@param object table|string|nil
---@param text string|Markup
---@return Markup
function names.anchor(object, text)
  local address = object and url(object)
  if not address then return html "" .. text end
  return html '<a href="' .. address .. html '">' .. text .. html "</a>"
end

local known

--- Everybody with a page, by all their names; false where two people share one.
local function people_by_name()
  known = {}
  local function add(name, person)
    local key = name:lower()
    known[key] = (known[key] == nil or known[key] == person) and person
  end
  for _, person in ipairs(site.people) do
    if not person.hidden then
      add(person.name, person)
      for _, other in ipairs(person.other_names) do
        add(other, person)
      end
    end
  end
end

--- The person of that name who has a page, or nil.
---@param name string?
---@return Person?
function names.find(name)
  if not known then people_by_name() end
  return name and known[name:lower()] or nil
end

--- A name, as a link where its person has a page.
---@param name string
---@param text string? what to show, otherwise the name
---@return string|Markup
function names.person(name, text)
  return names.link(names.find(name), text or name)
end

--- "Ann, Bob and Cy", each as a link where there is a page.
---@param list string[]
---@return Markup
function names.list(list)
  local made = md ""
  for position, name in ipairs(list) do
    made = made .. (position == 1 and "" or position == #list and " and " or ", ") .. names.person(name)
  end
  return made
end

--- The surname with the name before it: "Bell, Ann".
---@param person Person
---@return string
function names.last_first(person)
  local first, last = person.name:match("^(.*)%s+(%S+)$")
  return first and last .. ", " .. first .. (person.honorific and " (" .. person.honorific .. ")" or "") or person.name
end

--- Objects in groups from A to Z, by a text of each.
---@generic T
---@param list T[]
---@param text_of fun(object: T): string
---@return { letter: string, id: string, [integer]: T }[]
function names.by_letter(list, text_of)
  local sorted, groups = {}, {}
  for _, object in ipairs(list) do
    local text = text_of(object)
    sorted[#sorted + 1] = { object = object, key = text:lower():gsub("^[^%w\128-\255]+", "") }
  end
  table.sort(sorted, function(a, b)
    return a.key < b.key
  end)
  for _, entry in ipairs(sorted) do
    local letter = entry.key:match("^%a")
    local group = groups[#groups]
    local name = letter and letter:upper() or "0 to 9 and others"
    if not group or group.letter ~= name then
      group = { letter = name, id = "letter-" .. (letter or (#groups == 0 and "0" or "other")) }
      groups[#groups + 1] = group
    end
    group[#group + 1] = entry.object
  end
  return groups
end

--- Everybody who has a page, by surname.
---@return { letter: string, id: string, [integer]: Person }[]
function names.people_by_letter()
  local people = {}
  for _, person in ipairs(site.people) do
    if not person.hidden then people[#people + 1] = person end
  end
  return names.by_letter(people, names.last_first)
end

-- What every agenda has, and nobody looks for.
local routine = {
  "^apologies",
  "^welcome",
  "^declarations? of",
  "^evacuation",
  "^emergency",
  "^minutes",
  "^urgent business",
  "^to announce any urgent",
  "^appointment of chair",
}

local function is_routine(title)
  for _, pattern in ipairs(routine) do
    if title:lower():find(pattern) then return true end
  end
  return false
end

--- Everything that was discussed, from A to Z: each subject once, with its items and papers.
---@return { letter: string, id: string, [integer]: { name: string, links: Markup[] } }[]
function names.subjects()
  local subjects, of_name = {}, {}
  local function add(object, name, meeting, what)
    local key = name:lower()
    if not of_name[key] then
      of_name[key] = { name = name, links = {} }
      subjects[#subjects + 1] = of_name[key]
    end
    local list = of_name[key].links
    list[#list + 1] = names.anchor(object, what .. (meeting and ", " .. names.meeting(meeting) or ""))
  end
  for _, meeting in ipairs(site.meetings) do
    for _, item in ipairs(meeting.items) do
      local name = names.item(item)
      if not is_routine(name) then add(item, name, meeting, "item") end
    end
  end
  for _, report in ipairs(site.reports) do
    add(report, names.report(report), report.meeting, "paper")
  end
  return names.by_letter(subjects, function(subject)
    return subject.name
  end)
end

--- What somebody said beside questions and answers, the last first.
---@param person Person
---@return SiteContribution[]
function names.spoken(person)
  local said = {}
  for position = #person.contributions, 1, -1 do
    local entry = person.contributions[position]
    if entry.item and entry.kind ~= "question" and entry.kind ~= "reply" then said[#said + 1] = entry end
  end
  return said
end

--- The meetings, each as a link.
---@param list SiteMeeting[]
---@return Markup
function names.meetings(list)
  local made = {}
  for position, meeting in ipairs(list) do
    made[position] = names.anchor(meeting, names.meeting(meeting))
  end
  return join(made, ", ")
end

--- The texts of a list of the model, as a table.
---@param list string[]
---@return string[]
function names.strings(list)
  local made = {}
  for position, text in ipairs(list) do
    made[position] = text
  end
  return made
end

--- Where the papers have these objects, each place once.
---@param ... table|nil
---@return Markup?
function names.sources(...)
  local pieces, seen = {}, {}
  for position = 1, select("#", ...) do
    local object = select(position, ...)
    local place = object and source_place(object)
    if place and not seen[place] then
      seen[place] = true
      pieces[#pieces + 1] = source_link(object)
    end
  end
  return #pieces > 0 and join(pieces, " and ") or nil
end

return names
