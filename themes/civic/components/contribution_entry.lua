--- contribution_entry.lua: what somebody said under an item, at some length folded.
local entry = arguments { { "entry", "SiteContribution" } }
local names = require "names"

local kinds = { statement = "Spoke", presentation = "Presented", thanks = "Gave thanks" }
emit(
  md "- ",
  kinds[entry.kind] or "Spoke",
  " on ",
  names.link(entry.item, names.item(entry.item)),
  element("span", { class = "quiet" }, " ", names.meeting(entry.meeting), ", ", source_link(entry.contribution)),
  md "\n"
)
