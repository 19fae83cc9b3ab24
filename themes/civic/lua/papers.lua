--- papers.lua: what the pages say of a paper, and the order of its headings.
local papers = {}

--- "Committee report · pages 5–16 · by Ann Bell · "
---@param report SiteReport
---@return string
function papers.note(report)
  local notes = {}
  if report.kind and report.kind ~= "other" then notes[1] = (report.kind:gsub("^%l", string.upper)) end
  if report.pages then notes[#notes + 1] = page_range(report.pages) end
  if report.contact and report.contact.name then notes[#notes + 1] = "by " .. report.contact.name end
  notes[#notes + 1] = ""
  return table.concat(notes, " · ")
end

--- The site's papers by meeting, the last meeting first; copies of a paper stand once.
---@return { meeting: SiteMeeting?, [integer]: SiteReport }[]
function papers.by_meeting()
  local groups = {}
  for _, report in ipairs(site.reports) do
    local group, meeting = groups[#groups], report.meeting
    if not group or group.meeting ~= meeting then
      group = { meeting = meeting }
      groups[#groups + 1] = group
    end
    group[#group + 1] = report
  end
  return reverse(groups)
end

--- The headings of a report, each with the place of its section; `depth` counts from 1 and leaves out no level.
---@param report SiteReport
---@return { title: string, depth: integer, place: integer }[]
function papers.headings(report)
  local depth, headings = 0, {}
  for place, section in ipairs(report.sections) do
    local title = title_of(report, place)
    if title then
      depth = math.min(section.level or 1, depth + 1, 3)
      title = (section.number and section.number .. " " or "") .. title
      headings[#headings + 1] = { title = title, depth = depth, place = place }
    end
  end
  return headings
end

--- The part of the page's report that shows the section at a place; nil where it is in one.
---@param place integer
---@return table?
function papers.part_of(place)
  for _, part in ipairs(rawget(page, "parts") or {}) do
    if place >= part.first and place <= part.last then return part end
  end
end

return papers
