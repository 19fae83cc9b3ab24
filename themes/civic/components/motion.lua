--- motion.lua: motion(passage): what was moved and by whom, where a decision only tells how the vote went.
local moved = (...).motion
if not moved or not moved.about then return end
local names = require "names"
emit(md "\n\nMoved")
if moved.proposer then emit(" by ", names.person(moved.proposer)) end
if moved.seconder then emit(", seconded by ", names.person(moved.seconder)) end
emit(": ", moved.about, md "\n\n")
