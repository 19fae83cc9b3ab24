--- record.lua: the minutes of an item as passages: what one person said, what was decided, and the text between.
local record = {}

local function holds_text(items, text)
  for _, item in ipairs(items or {}) do
    if item.text == text or holds_text(item.items, text) then return true end
  end
  return false
end

--- Whether the block's text holds what was said, or is a part of it.
local function holds(block, text, said)
  if not text then return holds_text(block.items, said) end
  if #text < #said then return #text > 3 and said:find(text, 1, true) ~= nil end
  return text:find(said, 1, true) ~= nil
end

--- The decisions that the block holds, or is a part of; they count as shown. `said` has the words of each.
local function decisions_in(block, decisions, said, shown)
  local found
  local text = block.text
  for position = 1, #said do
    if said[position] and holds(block, text, said[position]) then
      local decision = decisions[position]
      found = found or {}
      found[#found + 1] = decision
      shown[decision] = true
    end
  end
  return found
end

--- The words of each decision; false where it has none.
local function words_of(decisions)
  local said = {}
  for position, decision in ipairs(decisions) do
    said[position] = decision.text or false
  end
  return said
end

--- The contribution that each block belongs to.
local function speakers(item)
  local of = {}
  for _, contribution in ipairs(item.contributions) do
    for _, block in ipairs(contribution.blocks) do
      of[block] = contribution
    end
  end
  return of
end

local function leads_in(block)
  return block ~= nil and block.text ~= nil and block.text:find(":$") ~= nil
end

--- "The Panel RESOLVED:" goes on in the list below it, and numbered parts go on one another.
local function goes_on(passage, block, decision)
  if not passage or not passage.decision then return false end
  local is_part = decision and decision.number and passage.decision.number
  return is_part or decision == passage.decision or block.type == "list" and leads_in(passage.blocks[#passage.blocks])
end

--- Takes the line before parts of a decision, such as "The Panel RESOLVED:", over from the passage that it ended.
local function take_lead(passages, passage)
  local before = passages[#passages]
  if not before or not passage.decision.number or not leads_in(before.blocks[#before.blocks]) then return end
  table.insert(passage.blocks, 1, table.remove(before.blocks))
  if #before.blocks == 0 then table.remove(passages) end
end

-- A vote or a motion belongs to the decision that tells of its outcome, the first to the first and so on.
local outcomes = { CARRIED = true, LOST = true, FELL = true }

local function with_outcome(list, field, word, nth)
  for _, object in ipairs(list) do
    if object[field] == word then nth = nth - 1 end
    if nth == 0 then return object end
  end
end

local function find_votes(item, passages)
  if #item.votes + #item.motions == 0 then return end
  local seen = {}
  for _, passage in ipairs(passages) do
    local verb = passage.decision and passage.decision.verb
    if outcomes[verb] then
      seen[verb] = (seen[verb] or 0) + 1
      passage.vote = with_outcome(item.votes, "result", verb, seen[verb])
      passage.motion = with_outcome(item.motions, "outcome", verb, seen[verb])
    end
  end
end

---@class Passage
---@field decision Decision? the first, where several parts stand together
---@field decisions Decision[] all of them
---@field vote Vote? where the decision tells of its outcome
---@field motion Motion? likewise
---@field contribution Contribution?
---@field blocks Block[] a list that Lua made: write each block

local function add_once(list, value)
  for _, other in ipairs(list) do
    if other == value then return end
  end
  list[#list + 1] = value
end

local function gather(item)
  local passages, shown, speaker_of, decisions = {}, {}, speakers(item), item.decisions
  local said = words_of(decisions)
  for _, block in ipairs(item.blocks) do
    local held = #said > 0 and decisions_in(block, decisions, said, shown) or nil
    local decision = held and held[1]
    local contribution = not decision and speaker_of[block] or nil
    local passage = passages[#passages]
    local is_more = not decision and passage and not passage.decision and passage.contribution == contribution
    if not is_more and not goes_on(passage, block, decision) then
      passage = { decision = decision, decisions = {}, contribution = contribution, blocks = {} }
      if decision then take_lead(passages, passage) end
      passages[#passages + 1] = passage
    end
    passage.blocks[#passage.blocks + 1] = block
    for _, each in ipairs(held or {}) do
      add_once(passage.decisions, each)
    end
  end
  for _, decision in ipairs(decisions) do
    if not shown[decision] then
      passages[#passages + 1] = { decision = decision, decisions = { decision }, blocks = {} }
    end
  end
  find_votes(item, passages)
  return passages
end

-- What was gathered for this page.
local gathered = {}

--- The item's blocks in order, gathered into passages. A decision whose words are in no block stands at the end, with
--- no blocks. The list is the same each time, and is not to be changed.
---
---     record.passages(site.meetings[1].minutes.items[1])[1].blocks[1].type      --> paragraph
---@param item MinuteItem
---@return Passage[]
function record.passages(item)
  gathered[item] = gathered[item] or gather(item)
  return gathered[item]
end

--- The passages that are decisions.
---
---     #record.decisions(site.meetings[1].minutes.items[1])      --> 0
---@param item MinuteItem
---@return Passage[]
function record.decisions(item)
  if #item.decisions == 0 then return {} end
  local found = {}
  for _, passage in ipairs(record.passages(item)) do
    if passage.decision then found[#found + 1] = passage end
  end
  return found
end

return record
