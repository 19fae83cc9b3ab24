--- speech.lua: speech(passage): what one person said, under their name.
local labels = { question = "Question from ", reply = "Reply from ", presentation = "Presentation by ", thanks = "Thanks from " }

local passage = ...
local said = passage.contribution
local name = said.person or said.speaker
emit(md"\n\n::: {.speech .", said.kind or "statement", md"}\n")
if name then emit(html'<p class="label">' .. (labels[said.kind] or "") .. name .. html"</p>", md"\n\n") end
emit(prose(passage.blocks), md"\n:::\n\n")
