--- minute.lua: the record of an item. Questions and replies stand as an exchange; decisions are marked.
local item = arguments { { "item", "SiteItem" } }
local decided, meetings, record = require "decided", require "meetings", require "record"
local minutes = item.minutes

local function is_exchange()
  for _, said in ipairs(minutes.contributions) do
    if said.kind == "question" or said.kind == "reply" then return true end
  end
  return false
end

local questions = {}
for _, question in ipairs(item.questions) do
  questions[question.contribution] = question
end

local exchange, told = is_exchange(), {}
for _, part in ipairs(decided.of(item, record.passages(minutes))) do
  local passage = part.passage
  if passage.decision then
    emit(decision(part, page.layout ~= "item"))
  elseif exchange and passage.contribution then
    emit(speech(passage, questions[passage.contribution]))
  else
    emit(prose(passage.blocks))
  end
  for _, vote in ipairs(passage.decision and part.votes or {}) do
    told[vote] = true
  end
end

local votes = {}
for _, vote in ipairs(minutes.votes) do
  if not told[vote] then votes[#votes + 1] = vote end
end
if #votes > 0 then
  emit(md "\n\n::: {.votes}\n", element("p", { class = "label" }, #votes == 1 and "Vote" or "Votes"), md "\n\n")
  for _, vote in ipairs(votes) do
    local counts = meetings.counts(vote)
    emit(md "- ", vote.about or vote.result or "Put to the vote", counts and ": " .. counts or false, md "\n")
  end
  emit(md ":::\n\n")
end
