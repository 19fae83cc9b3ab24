--- question_line.lua: a question in short, with the way to it.
local question = arguments { { "question", "Question" } }
local names = require "names"

emit(
  md "- ",
  excerpt(question.text or "A question", 220),
  " ",
  element(
    "span",
    { class = "quiet" },
    names.anchor(question, names.item(question.item)),
    ", ",
    names.meeting(question.meeting)
  ),
  md "\n"
)
