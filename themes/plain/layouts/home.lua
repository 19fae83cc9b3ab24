--- home.lua: the first page: what comes next, what was, and the panels.

local function meeting_line(meeting)
  emit(
    md "- [",
    meeting.date and long_date(meeting.date) or "Date not known",
    md "](",
    link(meeting),
    md ") ",
    meeting.body or "",
    md "\n"
  )
end

local function section(title, meetings)
  if #meetings == 0 then return end
  emit(md "\n## ", title, md "\n\n")
  for _, meeting in ipairs(meetings) do
    meeting_line(meeting)
  end
end

local coming, past = {}, {}
for _, meeting in ipairs(site.meetings) do
  if meeting.date and meeting.date >= site.today then
    coming[#coming + 1] = meeting
  else
    past[#past + 1] = meeting
  end
end

emit(md "# ", site.title, md "\n")
if site.council then
  emit(md "\n::: {.lead}\nThe meetings of ", site.council, md ", from the papers that it publishes.\n:::\n")
end
section("Coming meetings", coming)
section("Past meetings", reverse(past))

if #site.panels > 0 then
  emit(md "\n## Panels and committees\n\n")
  for _, panel in ipairs(site.panels) do
    emit(md "- [", panel.name, md "](", link(panel), md "), ", count(#panel.meetings, "meeting"), md "\n")
  end
end
