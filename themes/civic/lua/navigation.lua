--- navigation.lua: the ways that stand on every page.
local navigation = {}

local main = {
  { name = "Meetings", to = "/calendar/", layouts = { calendar = true, meeting = true, item = true } },
  { name = "Decisions", to = "/decisions/", layouts = { decisions = true } },
  { name = "Questions", to = "/questions/", layouts = { questions = true } },
  { name = "Work plan", to = "/work-plan/", layouts = { ["work-plan"] = true } },
  { name = "Papers", to = "/papers/", layouts = { papers = true, report = true } },
  { name = "People", to = "/people/", layouts = { people = true, person = true } },
  { name = "Take part", to = "/take-part/", layouts = { ["take-part"] = true } },
  { name = "Search", to = "/search/", layouts = { search = true } },
}

local more = {
  { name = "Actions", to = "/actions/", layouts = { actions = true } },
  { name = "Declarations of interest", to = "/declarations/", layouts = { declarations = true } },
  { name = "Glossary", to = "/glossary/", layouts = { glossary = true } },
  { name = "About this site’s data", to = "/about/", layouts = { about = true } },
  { name = "Accessibility statement", to = "/accessibility/", layouts = { accessibility = true } },
}

---@class Way
---@field name string
---@field to string
---@field layouts table<string, true> the kinds of page that belong to it

---@return Way[]
function navigation.main()
  return main
end

---@return Way[]
function navigation.more()
  return more
end

--- Marks the way that the page is on.
---@param way Way
---@return Markup
function navigation.mark(way)
  if way.to == page.route then return html' aria-current="page"' end
  return way.layouts[page.layout] and html' aria-current="true"' or html""
end

return navigation
