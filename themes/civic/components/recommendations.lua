--- recommendations.lua: what a paper asks its committee to do, word for word.
local report = arguments { { "report", "SiteReport" } }

emit(md "\n\n::: {.asked}\n", element("p", { class = "label" }, "What the report asks for"), md "\n\n")
for _, asked in ipairs(report.recommendations) do
  emit(
    md "- ",
    asked.label and md "**" .. asked.label .. md ":** " or asked.number and asked.number .. " " or false,
    asked.text or "",
    md "\n"
  )
end
emit(md ":::\n\n")
