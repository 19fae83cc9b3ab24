--- questions.csv: every question with its answers.
local published = require "published"
local rows = require "rows"

local function answers(question)
  local names, texts = {}, {}
  for _, reply in ipairs(question.replies) do
    names[#names + 1] = rows.name(reply.person, reply.name)
    texts[#texts + 1] = reply.text
  end
  return table.concat(names, "; "), table.concat(texts, "\n\n")
end

rows.write("date", "body", "item", "title", "asked by", "person", "question", "answered by", "answer", "address", "id")
for _, question in ipairs(site.questions) do
  local meeting, item = question.meeting, question.item
  local names, texts = answers(question)
  rows.write(
    meeting.date,
    meeting.body,
    item.number,
    item.title,
    rows.name(question.asker, question.name),
    rows.id(question.asker),
    question.text,
    names,
    texts,
    published.address(question),
    question.id
  )
end
