--- minute.lua: minute(item): the record of an item. Questions and replies stand as an exchange; decisions are marked.
local record = require "record"

local item = ...

local function is_exchange()
  for _, said in ipairs(item.contributions) do
    if said.kind == "question" or said.kind == "reply" then return true end
  end
  return false
end

local function votes(vote)
  local counts = {}
  if vote.in_favour then counts[#counts + 1] = vote.in_favour .. " for" end
  if vote.against then counts[#counts + 1] = vote.against .. " against" end
  if vote.abstained then counts[#counts + 1] = count(vote.abstained, "abstention") end
  if #counts == 0 and vote.unanimous then counts[1] = "nobody against" end
  return table.concat(counts, ", ")
end

local function outcome(vote)
  local result = vote.result and vote.result:sub(1, 1) .. vote.result:sub(2):lower() or "Vote"
  local said = votes(vote)
  return said == "" and result or result .. ": " .. said
end

local exchange = is_exchange()
for _, passage in ipairs(record.passages(item)) do
  if passage.decision then
    emit(decision(passage))
  elseif exchange and passage.contribution then
    emit(speech(passage))
  else
    emit(prose(passage.blocks))
  end
end

if #item.votes > 0 then
  emit(md"\n\n::: {.votes}\n", html'<p class="label">' .. (#item.votes == 1 and "Vote" or "Votes") .. html"</p>", md"\n\n")
  for _, vote in ipairs(item.votes) do
    emit(md"- **", outcome(vote), md"**", vote.about and md" – " .. vote.about or false, md"\n")
  end
  emit(md"\n:::\n\n")
end
