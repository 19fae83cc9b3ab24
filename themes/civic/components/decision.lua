--- decision.lua: what was decided, in the words of the minutes, with how the vote went.
local meetings = require "meetings"

local given, is_target = arguments {
  { "decided", "table", help = "What decided.of or decided.results gave." },
  { "is_target", "boolean", default = false, help = "Whether links to the decision lead here." },
}
local passage = given.passage
local decisions = is_target and given.first_told or {}
local label, class = meetings.verdict(passage)

emit(
  md "\n\n::: {.decision",
  class and md " ." .. class or false,
  decisions[1] and md " #" .. anchor(decisions[1]) or false,
  md "}\n"
)
for position = 2, #decisions do
  emit(element("span", { id = anchor(decisions[position]) }))
end
emit(element("p", { class = "label" }, label), md "\n\n", motion(passage))
if #passage.blocks > 0 then
  emit(prose(passage.blocks))
else
  emit(passage.decision.text or "The minutes do not say what.", md "\n\n")
end
for _, vote in ipairs(passage.vote and {} or given.votes) do
  local counts = meetings.counts(vote)
  if counts then emit(element("p", { class = "vote" }, element("strong", nil, "Vote: "), counts), md "\n\n") end
end
emit(md ":::\n\n")
