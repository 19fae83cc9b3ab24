--- record.lua: the minutes of an item as passages: what one person said, what was decided, and the text between.
local record = {}

local function holds_text(items, text)
  for _, item in ipairs(items or {}) do
    if item.text == text or holds_text(item.items, text) then return true end
  end
  return false
end

local function holds(block, decision)
  local said, text = decision.text, block.text
  if not said then return false end
  if not text then return holds_text(block.items, said) end
  return text:find(said, 1, true) ~= nil or (#text > 3 and said:find(text, 1, true) ~= nil)
end

local function decision_in(block, decisions)
  for _, decision in ipairs(decisions) do
    if holds(block, decision) then return decision end
  end
end

--- The contribution that each block belongs to.
local function speakers(item)
  local of = {}
  for _, contribution in ipairs(item.contributions) do
    for _, block in ipairs(contribution.blocks) do of[block] = contribution end
  end
  return of
end

--- "The Panel RESOLVED:" goes on in the list below it.
local function goes_on(passage, block)
  local last = passage.blocks[#passage.blocks]
  return block.type == "list" and last.text ~= nil and last.text:find(":$") ~= nil
end

---@class Passage
---@field decision Decision?
---@field contribution Contribution?
---@field blocks Block[]

--- The item's blocks in order, gathered into passages. A decision whose words are in no block stands at the end, with
--- no blocks.
---@param item MinuteItem
---@return Passage[]
function record.passages(item)
  local passages, shown, speaker_of = {}, {}, speakers(item)
  local passage
  for _, block in ipairs(item.blocks) do
    local decision = decision_in(block, item.decisions)
    local contribution = not decision and speaker_of[block] or nil
    if decision then shown[decision] = true end
    local same = passage and (passage.decision and goes_on(passage, block)
      or not decision and not passage.decision and passage.contribution == contribution
      or decision and passage.decision == decision)
    if not same then
      passage = { decision = decision, contribution = contribution, blocks = {} }
      passages[#passages + 1] = passage
    end
    table.insert(passage.blocks, block)
  end
  for _, decision in ipairs(item.decisions) do
    if not shown[decision] and not record.is_part(decision, item.decisions) then
      passages[#passages + 1] = { decision = decision, blocks = {} }
    end
  end
  return passages
end

--- Whether the words of a decision are within those of another, which shows them.
---@param decision Decision
---@param decisions Decision[]
---@return boolean
function record.is_part(decision, decisions)
  for _, other in ipairs(decisions) do
    if other ~= decision and other.text and decision.text and #other.text > #decision.text
      and other.text:find(decision.text, 1, true) then
      return true
    end
  end
  return false
end

--- The passages that are decisions.
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
