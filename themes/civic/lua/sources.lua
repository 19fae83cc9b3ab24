--- sources.lua: what the packs of the site are, and what the reader reported of them.
local sources = {}

local names = require "names"

--- Links to the meetings that each pack tells of, by the pack.
local function told()
  local links = {}
  for _, meeting in ipairs(site.meetings) do
    local anchor = names.anchor(meeting, names.meeting(meeting))
    for _, pack in ipairs(meeting.packs) do
      local of = links[pack] or {}
      links[pack] = of
      of[#of + 1] = anchor
    end
  end
  return links
end

--- A row for each pack.
---@return table[]
function sources.packs()
  local rows, links = {}, told()
  for position, pack in ipairs(site.packs) do
    local of = links[pack]
    rows[position] = { source_link(pack), of and join(of, html "<br>") or "no meeting", pack.source.lines }
  end
  return rows
end

local lacking = { agenda = "no agenda", minutes = "no minutes" }

local function lacks(gap)
  if gap.kind == "paper" and gap.item then
    return md "no paper for “" .. names.link(gap.item, names.item(gap.item)) .. md "”"
  end
  return md "" .. (lacking[gap.kind] or gap.message or "something is missing")
end

--- What the packs leave open: for each meeting all that it lacks, in the order of the meetings.
---@return { meeting: SiteMeeting?, [integer]: Markup }[]
function sources.open()
  local found, of_meeting = {}, {}
  for _, gap in ipairs(site.completeness) do
    local meeting = gap.meeting or gap.item and gap.item.meeting
    local group = meeting and of_meeting[meeting]
    if not group then
      group = { meeting = meeting }
      found[#found + 1] = group
      if meeting then of_meeting[meeting] = group end
    end
    group[#group + 1] = lacks(gap)
  end
  return found
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
