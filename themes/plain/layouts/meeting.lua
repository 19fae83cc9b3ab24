--- meeting.lua: one meeting: when and where, its agenda, who came, what was said and decided.

local body = meeting.body or "Meeting"
local day = meeting.date and long_date(meeting.date) or "Date not known"
page.title = body .. ", " .. (meeting.date and short_date(meeting.date) or "date not known")

--- A fact about the meeting, where there is one.
local function fact(name, value)
  if value then emit(md "- **", name, md ":** ", value, md "\n") end
end

local function item_heading(kind, item, position)
  emit(
    md "\n### ",
    item.number and item.number .. ". " or false,
    item.title or item.printed or "Untitled",
    md " {#",
    kind,
    "-",
    item.number or position,
    md "}\n\n"
  )
end

local function agenda_item(item, position)
  item_heading("agenda", item, position)
  local notes = {}
  if item.time then notes[#notes + 1] = item.time end
  if item.pages then notes[#notes + 1] = page_range(item.pages) end
  if item.to_follow then notes[#notes + 1] = "papers to follow" end
  if item.exempt then notes[#notes + 1] = "not open to the public" end
  if #notes > 0 then emit(md "::: {.when}\n", table.concat(notes, " · "), md "\n:::\n\n") end
  emit(item.blocks)
end

local function person_line(person, remarks)
  emit(md "- ", full_name(person))
  if #remarks > 0 then emit(", ", table.concat(remarks, ", ")) end
  emit(md "\n")
end

local function member_line(member)
  local remarks = {}
  if member.office then remarks[#remarks + 1] = member.office end
  if member.capacity and member.capacity ~= "councillor" then remarks[#remarks + 1] = member.capacity end
  if member.organisation then remarks[#remarks + 1] = member.organisation end
  if member.substitute_for then remarks[#remarks + 1] = "in place of " .. member.substitute_for end
  if member.online then remarks[#remarks + 1] = "by video" end
  person_line(member, remarks)
end

local function attendance(minutes)
  if #minutes.present > 0 then
    emit(md "\n### Present\n\n")
    for _, member in ipairs(minutes.present) do
      member_line(member)
    end
  end
  if #minutes.in_attendance > 0 then
    emit(md "\n### In attendance\n\n")
    for _, person in ipairs(minutes.in_attendance) do
      person_line(person, { person.role })
    end
  end
end

--- The first of the decisions whose words the text holds, or is a part of; `said` has the words of each.
local function decision_in(text, decisions, said)
  for position = 1, #said do
    local shorter, longer = said[position], text
    if #text < #shorter then
      shorter, longer = text, shorter
    end
    if longer:find(shorter, 1, true) then return decisions[position] end
  end
end

local function minute_item(item, position)
  item_heading("minute", item, position)
  local worded, said, marked = {}, {}, {}
  for _, decision in ipairs(item.decisions) do
    if decision.text then
      worded[#worded + 1] = decision
      said[#said + 1] = decision.text
    end
  end
  for _, block in ipairs(item.blocks) do
    local text = #said > 0 and block.text
    local decision = text and decision_in(text, worded, said)
    if decision then
      marked[decision] = true
      emit(md "\n::: {.decision}\n", block, md ":::\n\n")
    else
      emit(block)
    end
  end
  for _, decision in ipairs(item.decisions) do
    if not marked[decision] then
      emit(md "\n::: {.decision}\n**", decision.verb or "DECIDED", md "** ", decision.text or "", md "\n:::\n\n")
    end
  end
end

local function neighbour(label, other)
  if other and other.date then emit(md "- ", label, md ": [", long_date(other.date), md "](", link(other), md ")\n") end
end

emit(md "# ", body, md "\n\n::: {.lead}\n", day, meeting.time and ", " .. meeting.time or false, md "\n:::\n\n")
fact("Where", meeting.venue)
fact("By video", meeting.online and "the meeting is held as a video call")
fact("Broadcast", meeting.webcast and md "[watch it](" .. meeting.webcast .. md ")")
for _, pack in ipairs(meeting.packs) do
  fact("From", file_name(pack.source.file))
end

if #meeting.agenda > 0 then
  emit(md "\n## Agenda\n")
  for position, item in ipairs(meeting.agenda) do
    agenda_item(item, position)
  end
end

local minutes = meeting.minutes
if minutes then
  emit(md "\n## Minutes\n")
  attendance(minutes)
  for position, item in ipairs(minutes.items) do
    minute_item(item, position)
  end
  if minutes.ended then emit(md "\nThe meeting ended at ", minutes.ended, md ".\n") end
end

if meeting.previous or meeting.next then
  emit(md "\n## The panel’s other meetings\n\n")
  neighbour("Before", meeting.previous)
  neighbour("After", meeting.next)
  emit(md "- [All of them](", link(meeting.panel), md ")\n")
end
