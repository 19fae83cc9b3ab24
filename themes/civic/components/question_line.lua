--- question_line.lua: a question as one line that leads to it.
local question = arguments { { "question", "Question" } }
local names = require "names"

local text = question.text or "A question"
if #text > 220 then text = text:sub(1, 200):gsub("%s+%S*$", "") .. " …" end
emit(md"- ", names.link(question, text), element("span", { class = "quiet" }, " ", names.item(question.item), ", ",
  names.meeting(question.meeting)), md"\n")
