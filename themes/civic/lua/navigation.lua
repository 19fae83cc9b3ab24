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

--- The theme's own ways, and behind them those that the owner added to a list.
local function with(ways, added)
  local all = table.move(ways, 1, #ways, 1, {})
  for _, entry in ipairs(added) do
    all[#all + 1] = { name = entry.title, to = entry.url, layouts = {} }
  end
  return all
end

---@return Way[]
function navigation.main()
  return with(main, site.navigation)
end

---@return Way[]
function navigation.more()
  return with(more, site.links)
end

--- Under which licence the site may be used.
---@return Markup
function navigation.licence()
  local licence = site.licence
  return html "Licence: "
    .. (licence.url and element("a", { href = licence.url }, licence.title or licence.url) or licence.title)
end

--- Marks the way that the page is on.
---@param way Way
---@return Markup
function navigation.mark(way)
  if way.to == page.route then return html ' aria-current="page"' end
  return way.layouts[page.layout] and html ' aria-current="true"' or html ""
end

return navigation
