--- report_contents.lua: the way around a report, over all its parts.
local report = arguments { { "report", "SiteReport" } }
local papers = require "papers"

local entries = {}
for _, heading in ipairs(papers.headings(report)) do
  local part = papers.part_of(heading.place)
  local address = (part and part.part ~= page.part and link(part.route) or "") .. "#section-" .. heading.place
  if heading.depth <= 2 then
    entries[#entries + 1] = element(
      "li",
      { class = heading.depth == 2 and "below" },
      element("a", { href = address }, heading.title)
    ) .. html "\n"
  end
end
if #entries < 2 then return end
emit(
  element(
    "nav",
    { class = "contents", ["aria-label"] = "Contents of the report" },
    element("p", { class = "label" }, "Contents"),
    element("ul", nil, html "\n", join(entries))
  ),
  md "\n\n"
)
