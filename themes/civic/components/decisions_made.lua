--- decisions_made.lua: decisions_made(meeting, readable): every decision of a meeting, ahead of how it came about.
local meeting, readable = ...
local business, meetings = require "business", require "meetings"

local function words(passage)
  if #passage.blocks > 0 then return prose(passage.blocks) end
  return passage.decision.text or false
end

local any = false
for _, item in ipairs(meeting.minutes and meeting.minutes.items or {}) do
  local passages = meetings.results(item)
  if #passages > 0 then
    if not any then emit(md"\n\n## What was decided {#decisions}\n\n", html'<div class="decided">', md"\n\n") end
    any = true
    emit(md"\n\n### [", readable(item.title or item.printed or "Untitled item"), md"](#",
      business.minute_anchor(meeting, item), md")\n\n")
  end
  for _, passage in ipairs(passages) do emit(motion(passage), words(passage), md"\n\n") end
end
if any then emit(html"</div>", md"\n\n") end
