--- speech.lua: what one person said, under their name.
local passage, question = arguments {
  { "passage", "table", help = "Of record.passages." },
  { "question", "Question?", help = "What the site knows of it, where it is a question." },
}
local names = require "names"
local labels =
  { question = "Question from ", reply = "Reply from ", presentation = "Presentation by ", thanks = "Thanks from " }

local said = passage.contribution
local name = said.person or said.speaker
emit(md "\n\n::: {.speech .", said.kind or "statement", question and md " #" .. anchor(question) or false, md "}\n")
if name then
  local person = names.find(name)
  emit(
    element("p", { class = "label" }, labels[said.kind] or "", person and names.anchor(person, name) or name),
    md "\n\n"
  )
end
emit(prose(passage.blocks), md "\n:::\n\n")
