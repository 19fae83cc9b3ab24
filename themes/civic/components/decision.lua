--- decision.lua: decision(passage): what was decided, in the words of the minutes.
local meetings = require "meetings"

local passage = ...
local label, class = meetings.verdict(passage)

emit(md"\n\n::: {.decision", class and md" ." .. class or false, md"}\n", html'<p class="label">' .. label .. html"</p>", md"\n\n")
if #passage.blocks > 0 then
  emit(prose(passage.blocks))
else
  emit(passage.decision.text or "The minutes do not say what.", md"\n")
end
emit(md"\n:::\n\n")
