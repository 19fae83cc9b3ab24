--- part("Papers", pieces): a heading, or "" for none, and what is below it, a list with `bullets`; nothing where there are no pieces.
local title, pieces, bullets, level = arguments {
  { "title", "text" }, { "pieces", "list" }, { "bullets", "boolean", default = false }, { "level", "integer", default = 2 },
}
if #pieces > 0 and title ~= "" then emit(md"\n", md(("#"):rep(level)), md" ", title, md"\n\n") end
for _, piece in ipairs(pieces) do emit(bullets and md"- " or false, piece, bullets and md"\n" or md"\n\n") end
