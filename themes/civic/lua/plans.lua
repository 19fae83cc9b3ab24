--- plans.lua: what became of the entries of a work plan, in words.
local plans = {}

local states = {
  planned = { "Planned", "coming" },
  moved = { "Moved", "waiting" },
  dropped = { "Dropped", "waiting" },
  came = { "Came to a meeting", "done" },
}

--- Whether the entry is on the agenda of a meeting that is to come.
---@param entry WorkPlanEntry
---@return boolean
function plans.is_called(entry)
  local meeting = entry.state == "came" and entry.item and entry.item.meeting
  return meeting and meeting.date ~= nil and meeting.date >= site.today or false
end

---@param entry WorkPlanEntry
---@return string label, string class
function plans.state(entry)
  local state = states[entry.state] or states.planned
  if plans.is_called(entry) then return "On an agenda", "coming" end
  if entry.state == "planned" and entry.date and #entry.date == 10 and entry.date < site.today then
    return "No paper found", "waiting"
  end
  return state[1], state[2]
end

--- The day that an entry is planned for.
---@param date string?
---@return string
function plans.day(date)
  return date and short_date(date) or "Without a date"
end

--- The editions that say something new of the day, the first one among them.
---@param entry WorkPlanEntry
---@return PlanEdition[]
function plans.moves(entry)
  local moves = {}
  for _, edition in ipairs(entry.editions) do
    local last = moves[#moves]
    if not last or last.date ~= edition.date then moves[#moves + 1] = edition end
  end
  return moves
end

--- What is still to come, the nearest first, and what is not, the last one first.
---@param entries WorkPlanEntry[]
---@return WorkPlanEntry[] coming, WorkPlanEntry[] gone
function plans.split(entries)
  local coming, gone = {}, {}
  for _, entry in ipairs(entries) do
    local is_open = entry.state == "planned" or entry.state == "moved" or plans.is_called(entry)
    if is_open and (not entry.date or entry.date >= site.today:sub(1, #entry.date)) then
      coming[#coming + 1] = entry
    else
      gone[#gone + 1] = entry
    end
  end
  return coming, reverse(gone)
end

return plans
