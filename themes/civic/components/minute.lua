--- minute.lua: minute(item): the record of an item. Questions and replies stand as an exchange; decisions are marked.
local meetings, record = require "meetings", require "record"

local item = ...

local function is_exchange()
  for _, said in ipairs(item.contributions) do
    if said.kind == "question" or said.kind == "reply" then return true end
  end
  return false
end

local exchange = is_exchange()
local passages = record.passages(item)
for _, passage in ipairs(passages) do
  if passage.decision then
    emit(decision(passage))
  elseif exchange and passage.contribution then
    emit(speech(passage))
  else
    emit(prose(passage.blocks))
  end
end

local told = {}
for _, passage in ipairs(passages) do
  if passage.vote then told[passage.vote] = true end
end
local votes = {}
for _, vote in ipairs(item.votes) do
  if not told[vote] then votes[#votes + 1] = vote end
end
if #votes > 0 then
  emit(md"\n\n::: {.votes}\n", html'<p class="label">' .. (#votes == 1 and "Vote" or "Votes") .. html"</p>", md"\n\n")
  for _, vote in ipairs(votes) do
    local counts = meetings.counts(vote)
    emit(md"- ", vote.about or vote.result or "Put to the vote", counts and ": " .. counts or false, md"\n")
  end
  emit(md"\n:::\n\n")
end
