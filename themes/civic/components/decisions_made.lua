--- decisions_made.lua: every decision of a meeting, ahead of how it came about.
local meeting = arguments { { "meeting", "SiteMeeting" } }
local decided, meetings, names = require "decided", require "meetings", require "names"

local function words(passage)
  if #passage.blocks > 0 then return prose(passage.blocks) end
  return passage.decision.text or false
end

local any = false
for _, item in ipairs(meeting.items) do
  local results = decided.results(item)
  if #results > 0 then
    if not any then emit(md "\n\n## What was decided {#decisions}\n\n", html '<div class="decided">', md "\n\n") end
    any = true
    emit(md "\n\n### [", names.item(item), md "](#", anchor(item), md ")\n\n")
  end
  for _, result in ipairs(results) do
    emit(motion(result.passage), words(result.passage), md "\n\n")
    for _, vote in ipairs(result.passage.vote and {} or result.votes) do
      local counts = meetings.counts(vote)
      if counts then emit(element("p", { class = "vote" }, element("strong", nil, "Vote: "), counts), md "\n\n") end
    end
  end
end
if any then emit(html "</div>", md "\n\n") end
