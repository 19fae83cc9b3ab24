--- meetings.lua: what the pages of this theme say about meetings.
local meetings = {}

local record = require "record"

--- How far a meeting has come, in a word or two and in a sentence.
---@param meeting SiteMeeting
---@return string tag, string sentence, string class
function meetings.state(meeting)
  if meeting.state == "confirmed" then
    return "Minutes confirmed", "The minutes below were confirmed at the panel’s next meeting.", "done"
  elseif meeting.minutes then
    return "Minutes published", "The minutes below have not been confirmed by a later meeting yet.", "done"
  elseif meeting.state == "held" then
    return "Minutes to come", "This meeting has taken place. Its minutes are not published yet.", "waiting"
  elseif meeting.state == "announced" and meeting.date and meeting.date < site.today then
    return "No papers", "The panel’s work plan named this meeting. None of its papers is here.", "waiting"
  elseif meeting.state == "announced" then
    return "Planned", "The panel’s work plan names this meeting. Its agenda is not published yet.", "coming"
  elseif meeting.date == site.today then
    return "Today", "This meeting takes place today.", "coming"
  end
  return "Coming up", "This meeting has not taken place yet.", "coming"
end

---@param meeting SiteMeeting
---@return string
function meetings.day(meeting)
  return meeting.date and long_date(meeting.date) or "Date not known"
end

--- "10am to 12:55pm", "10am", or nil
---@param meeting SiteMeeting
---@return string?
function meetings.hours(meeting)
  local ended = meeting.minutes and meeting.minutes.ended
  if meeting.time and ended then return clock(meeting.time) .. " to " .. clock(ended) end
  if ended then return "Ended at " .. clock(ended) end
  return meeting.time and clock(meeting.time)
end

---@param list SiteMeeting[]
---@return SiteMeeting[] coming the next one first
---@return SiteMeeting[] past the last one first
function meetings.split(list)
  local coming, past, today = {}, {}, site.today
  for _, meeting in ipairs(list) do
    local date = meeting.date
    local kind = date and date >= today and coming or past
    kind[#kind + 1] = meeting
  end
  return coming, reverse(past)
end

--- "3 for, 5 against, 1 abstention", or nil
---@param vote Vote
---@return string?
function meetings.counts(vote)
  local counts = {}
  if vote.in_favour then counts[#counts + 1] = vote.in_favour .. " for" end
  if vote.against then counts[#counts + 1] = vote.against .. " against" end
  if vote.abstained then counts[#counts + 1] = count(vote.abstained, "abstention") end
  if #counts == 0 and vote.unanimous then counts[1] = "nobody against" end
  return #counts > 0 and table.concat(counts, ", ") or nil
end

--- What a decision is called above its words, and its class where it is none that took effect.
local verdicts = {
  CARRIED = { "Motion carried" },
  LOST = { "Motion lost", "rejected" },
  FELL = { "Motion fell", "rejected" },
}

---@param passage Passage
---@return string label, string? class
function meetings.verdict(passage)
  local verb = passage.decision.verb
  local verdict = verdicts[verb] or { verb and "Decision: " .. verb:lower() or "Decision" }
  return verdict[1], verdict[2]
end

--- What an item came to: its decisions, and how a vote went only where the minutes don't go on to say what was
--- resolved.
---@param item MinuteItem
---@return Passage[]
function meetings.results(item)
  local resolved, voted = {}, {}
  for _, passage in ipairs(record.decisions(item)) do
    local list = verdicts[passage.decision.verb] and voted or resolved
    list[#list + 1] = passage
  end
  return #resolved > 0 and resolved or voted
end

--- The packs that tell of a meeting.
---@param meeting SiteMeeting
---@return Markup
function meetings.sources(meeting)
  local packs = {}
  for position, pack in ipairs(meeting.packs) do
    packs[position] = source_link(pack)
  end
  return join(packs, ", ")
end

--- The newest meeting whose agenda has notes for the public.
---@return SiteMeeting?
function meetings.newest_with_notes()
  for position = #site.meetings, 1, -1 do
    local meeting = site.meetings[position]
    if #meeting.notes > 0 then return meeting end
  end
end

--- An address that the papers print without its scheme, with one.
---@param printed string
---@return string
function meetings.web_address(printed)
  return printed:find("^%a[%w+.-]*:") and printed or "https://" .. printed
end

local fields = {
  agenda = "the agenda",
  time = "the time",
  pages = "the pages of the papers",
  to_follow = "whether papers follow",
  title = "the title",
  venue = "the place",
}

--- "Item 7, the title: “Old” became “New”"
---@param change Change
---@return string
function meetings.change(change)
  local what = fields[change.field] or change.field
  local where = change.item and "Item " .. change.item .. ", " .. what or what:gsub("^%l", string.upper)
  if change.was and change.is then return where .. ": “" .. change.was .. "” became “" .. change.is .. "”" end
  return where .. (change.is and ": added “" .. change.is .. "”" or ": “" .. (change.was or "") .. "” went")
end

local purposes = {
  question = "Ask a question",
  statement = "Make a statement",
  petition = "Present a petition",
  speaking = "Ask to speak",
}

--- What a deadline is for, and when it is: by the clock where it was worked out, else as printed.
---@param deadline Deadline
---@return string label, string? value
function meetings.deadline(deadline)
  local due = deadline.due
  local time = due and due:match("T(%d%d:%d%d)")
  local day = due and long_date(due:sub(1, 10))
  local said = day and "By " .. (time and clock(time) .. " on " or "") .. day or deadline.rule
  return purposes[deadline.purpose] or "Deadline", said
end

return meetings
