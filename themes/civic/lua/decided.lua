--- decided.lua: what an item came to: its decisions as the minutes word them, each with its votes and its place.
local decided = {}

local meetings, record = require "meetings", require "record"

---@class Decided
---@field passage Passage
---@field decisions SiteDecision[] all that the passage holds
---@field first_told SiteDecision[] those of them that no passage before holds
---@field votes Vote[]

local function votes_of(passage, decisions)
  if #decisions > 0 and #decisions[1].votes > 0 then return decisions[1].votes end
  return { passage.vote }
end

--- Each passage with what the site knows of its decisions. The passages of an item are given where not all are wanted.
---@param item SiteItem
---@param passages Passage[]?
---@return Decided[]
function decided.of(item, passages)
  if not item.minutes then return {} end
  local of, made, told = {}, {}, {}
  for position, decision in ipairs(item.minutes.decisions) do
    of[decision] = item.decisions[position]
  end
  for position, passage in ipairs(passages or record.decisions(item.minutes)) do
    local decisions, first_told = {}, {}
    for _, printed in ipairs(passage.decisions) do
      local decision = of[printed]
      decisions[#decisions + 1] = decision
      if decision and not told[decision] then
        told[decision] = true
        first_told[#first_told + 1] = decision
      end
    end
    made[position] =
      { passage = passage, decisions = decisions, first_told = first_told, votes = votes_of(passage, decisions) }
  end
  return made
end

--- What the item came to: how a vote went only where the minutes don't go on to say what was resolved.
---@param item SiteItem
---@return Decided[]
function decided.results(item)
  return item.minutes and decided.of(item, meetings.results(item.minutes)) or {}
end

--- Whether the minutes say more of an item than what was decided.
---@param item SiteItem
---@return boolean
function decided.tells_more(item)
  for _, passage in ipairs(record.passages(item.minutes)) do
    if not passage.decision then return true end
  end
  return false
end

--- The latest decisions of these meetings, at most so many; that minutes were confirmed is no news.
---@param list SiteMeeting[] the last one first
---@param most integer
---@return { item: SiteItem, decided: Decided }[]
function decided.latest(list, most)
  local found = {}
  for _, meeting in ipairs(list) do
    for _, item in ipairs(meeting.items) do
      for _, result in ipairs(decided.results(item)) do
        if #found == most then return found end
        if result.passage.decision.verb ~= "CONFIRMED" then found[#found + 1] = { item = item, decided = result } end
      end
    end
  end
  return found
end

return decided
