--- words.lua: the words of a block without its number, and the terms that a text uses.
local words = {}

local marks = { strong = md "**", emphasis = md "*" }

--- Emphasis can't begin or end with white space, so the white space goes outside.
local function styled(text, mark)
  local before, inner, after = text:match("^(%s*)(.-)(%s*)$")
  if inner == "" or not mark then return md "" .. text end
  return md "" .. before .. mark .. inner .. mark .. after
end

---@param block Block
---@return Markup
function words.of(block)
  if #block.runs == 0 then return md "" .. (block.text or "") end
  local made = md ""
  for _, run in ipairs(block.runs) do
    local said = styled(run.text or "", marks[run.style])
    made = made .. (run.href and md "[" .. said .. md "](" .. run.href .. md ")" or said)
  end
  return made
end

local function holds(block, term)
  if block.text and block.text:find(term, 1, true) then return true end
  for _, item in ipairs(block.type == "list" and block.items or {}) do
    if item.text and item.text:find(term, 1, true) then return true end
  end
  for _, row in ipairs(block.type == "table" and block.rows or {}) do
    for _, cell in ipairs(row) do
      if cell:find(term, 1, true) then return true end
    end
  end
  return false
end

--- The terms of the glossary that occur in these lists of blocks.
---@param lists Block[][]
---@return GlossaryEntry[]
function words.terms(lists)
  local found = {}
  for _, entry in ipairs(site.glossary) do
    local function occurs()
      for _, blocks in ipairs(lists) do
        for _, block in ipairs(blocks) do
          if holds(block, entry.term) then return true end
        end
      end
    end
    if entry.term and entry.meaning and occurs() then found[#found + 1] = entry end
  end
  return found
end

return words
