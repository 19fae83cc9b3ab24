--- decisions.csv: every decision of every meeting, with the vote on it where one was counted.
local published = require "published"
local rows = require "rows"

rows.write(
  "date",
  "body",
  "item",
  "title",
  "verb",
  "number",
  "text",
  "result",
  "in favour",
  "against",
  "abstained",
  "address",
  "id"
)
for _, decision in ipairs(site.decisions) do
  local meeting, item, vote = decision.meeting, decision.item, decision.votes[1] or {}
  rows.write(
    meeting.date,
    meeting.body,
    item.number,
    item.title,
    decision.verb,
    decision.number,
    decision.text,
    vote.result,
    vote.in_favour,
    vote.against,
    vote.abstained,
    published.address(decision),
    decision.id
  )
end
