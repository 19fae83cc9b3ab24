--- report_text.lua: the text of a report's section. A paragraph with a number can be linked to.
local blocks, taken = arguments {
  { "blocks", "Block[]" },
  { "taken", "table", help = "The ids that earlier sections of the page have." },
}
local words = require "words"

local function target(number)
  local id = "para-" .. number:lower():gsub("[^%w]+", "-"):gsub("^%-", ""):gsub("%-$", "")
  if taken[id] then return nil end
  taken[id] = true
  return id
end

for _, block in ipairs(blocks) do
  local id = block.type == "paragraph" and block.number and target(block.number)
  if id then
    emit(
      md "\n\n::: {.numbered #",
      id,
      md "}\n",
      element("a", { class = "number", href = "#" .. id }, block.number),
      " ",
      words.of(block),
      md "\n:::\n\n"
    )
  else
    emit(prose { block })
  end
end
