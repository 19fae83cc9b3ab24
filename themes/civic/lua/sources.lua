--- sources.lua: what the packs of the site are, and what the reader reported of them.
local sources = {}

local names = require "names"

local function told(pack)
  local links = {}
  for _, meeting in ipairs(site.meetings) do
    for _, other in ipairs(meeting.packs) do
      if other == pack then links[#links + 1] = names.anchor(meeting, names.meeting(meeting)) end
    end
  end
  return #links > 0 and join(links, ", ") or "no meeting"
end

--- A row for each pack.
---@return table[]
function sources.packs()
  local rows = {}
  for position, pack in ipairs(site.packs) do
    rows[position] = { source_link(pack), told(pack), pack.source.lines }
  end
  return rows
end

local groups = {
  { "error", "What could not be read" },
  { "warning", "What a person should look at" },
  { "note", "What was inferred" },
}

--- What was reported, what matters most first.
---@return { name: string, [integer]: Diagnostic }[]
function sources.findings()
  local found = {}
  for _, kind in ipairs(groups) do
    local group = { name = kind[2] }
    for _, finding in ipairs(site.diagnostics) do
      if finding.severity == kind[1] then group[#group + 1] = finding end
    end
    if #group > 0 then found[#found + 1] = group end
  end
  return found
end

return sources
