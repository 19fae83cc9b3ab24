--- decision.lua: decision(passage): what was decided, in the words of the minutes.
local passage = ...
local verb = passage.decision.verb

emit(md"\n\n::: {.decision}\n", html'<p class="label">Decision' .. (verb and ": " .. verb:lower() or "") .. html"</p>",
  md"\n\n")
if #passage.blocks > 0 then
  emit(prose(passage.blocks))
else
  emit(passage.decision.text or "The minutes do not say what.", md"\n")
end
emit(md"\n:::\n\n")
