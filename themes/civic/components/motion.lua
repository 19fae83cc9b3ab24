--- motion.lua: motion(passage): what was moved and by whom, where a decision only tells how the vote went.
local moved = (...).motion
if not moved or not moved.about then return end
local by = moved.proposer and "Moved by " .. moved.proposer or "Moved"
if moved.seconder then by = by .. ", seconded by " .. moved.seconder end
emit(md"\n\n", by, ": ", moved.about, md"\n\n")
