--- decisions_made.lua: decisions_made(meeting, readable): every decision of a meeting, ahead of how it came about.
local meeting, readable = ...
local business, record = require "business", require "record"

local any = false
for _, item in ipairs(meeting.minutes and meeting.minutes.items or {}) do
  local passages = record.decisions(item)
  if #passages > 0 and not any then
    any = true
    emit(md"\n\n## What was decided {#decisions}\n\n", html'<div class="decided">', md"\n\n")
  end
  for _, passage in ipairs(passages) do
    emit(md"\n\n### [", readable(item.title or item.printed or "Untitled item"), md"](#",
      business.minute_anchor(meeting, item), md")\n\n", #passage.blocks > 0 and prose(passage.blocks) or passage.decision.text or false, md"\n\n")
  end
end
if any then emit(html"</div>", md"\n\n") end
