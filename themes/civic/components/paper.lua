--- paper.lua: paper(report, position): an officer's report: what it asks for, and its text, which can be unfolded.
local report, position = ...
local titles = require "titles"
local readable = titles.of(report.sections)
local anchor = "paper-" .. position

local notes = {}
if report.kind and report.kind ~= "other" then notes[1] = report.kind:sub(1, 1):upper() .. report.kind:sub(2) end
if report.pages then notes[#notes + 1] = page_range(report.pages) end
if report.contact and report.contact.name then notes[#notes + 1] = "by " .. report.contact.name end
if report.agenda_item then notes[#notes + 1] = "for item " .. report.agenda_item end

emit(md"\n### ", readable(report.title or "Untitled paper"), md" {#", anchor, md"}\n\n")
if #notes > 0 then emit(html'<p class="note">' .. table.concat(notes, " · ") .. html"</p>", md"\n\n") end

if #report.recommendations > 0 then
  emit(html'<p class="label">What the report asks for</p>', md"\n\n")
  for _, asked in ipairs(report.recommendations) do
    emit(md"- ", asked.label and md"**" .. asked.label .. md":** " or false, asked.text or "", md"\n")
  end
  emit(md"\n")
end

emit(html"<details><summary>Read the report</summary>", md"\n\n")
local depth = 0
for place, section in ipairs(report.sections) do
  local title = section.title or section.printed
  if title then
    depth = math.min(section.level or 1, depth + 1, 3)
    emit(md"\n", md(("#"):rep(3 + depth) .. " "), section.number and section.number .. " " or false,
      readable(title), md" {#", anchor, "-" .. place, md"}\n\n")
  end
  emit(prose(section.blocks))
end
emit(md"\n\n", html"</details>", md"\n\n")
