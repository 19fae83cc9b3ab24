--- fact.lua: fact(label, value): a row of a summary list; nothing where there is no value.
local label, value = ...
if not value then return end
emit(
  md "\n\n",
  html "<div><dt>" .. label .. html "</dt><dd>",
  md "\n\n",
  value,
  md "\n\n",
  html "</dd></div>",
  md "\n\n"
)
