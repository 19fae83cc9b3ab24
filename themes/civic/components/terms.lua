--- terms.lua: the terms that a text uses, explained as the papers explain them.
local entries = arguments { { "entries", "list" } }
if #entries == 0 then return end

emit(md "\n\n## Terms used here {#terms}\n\n", html '<dl class="terms">', md "\n")
for _, entry in ipairs(entries) do
  emit(element("dt", nil, entry.term), element("dd", nil, entry.meaning), md "\n")
end
emit(html "</dl>", md "\n\n")
-- Abbreviations are explained where they stand, too.
for _, entry in ipairs(entries) do
  if entry.term:find("^%u[%u%d&]+$") then emit(md "*[", entry.term, md "]: ", entry.meaning, md "\n") end
end
emit(md "\n")
