--- paper_card.lua: a paper: what it is, who wrote it, and what it asks for.
local report = arguments { { "report", "SiteReport" } }
local names, papers = require "names", require "papers"

emit(md "\n\n### ", names.link(report, names.report(report)), md "\n\n")
emit(element("p", { class = "note" }, papers.note(report), source_link(report)), md "\n\n")
if #report.recommendations > 0 then emit(recommendations(report)) end
