--- exchange.lua: a question with its answers.
local question = arguments { { "question", "Question" } }
local names = require "names"

local function who(person, name)
  if person then return names.anchor(person, full_name(person)) end
  return name or "Somebody"
end

local function paragraphs(text)
  for line in (text or ""):gmatch("[^\n]+") do
    emit(line, md "\n\n")
  end
end

emit(
  md "\n\n::: {.speech .question}\n",
  element("p", { class = "label" }, "Question from ", who(question.asker, question.name)),
  md "\n\n"
)
paragraphs(question.text)
emit(element("p", { class = "note" }, source_link(question)), md "\n:::\n\n")
for _, reply in ipairs(question.replies) do
  emit(
    md "\n\n::: {.speech .reply}\n",
    element("p", { class = "label" }, "Reply from ", who(reply.person, reply.name)),
    md "\n\n"
  )
  paragraphs(reply.text)
  emit(md ":::\n\n")
end
if #question.replies == 0 then
  emit(element("p", { class = "unanswered note" }, "The minutes record no reply."), md "\n\n")
end
