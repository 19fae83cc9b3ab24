--- parts.lua: parts that most pages have: cards, facts, tags, and ways around the site. What leads to an object that no page
--- shows is an error.
local parts = {}

---@class Step
---@field name string
---@field to (table|string)? what it leads to: an object, a path of the site, an address, or a place such as "#papers"
---@field steps Step[]? those below it

local function step_link(step, attributes)
  if not step.to then return element("span", attributes, step.name) end
  attributes = attributes or {}
  attributes.href = link(step.to)
  return element("a", attributes, step.name)
end

--- A word or two on a coloured ground. Its class is for the theme; the word itself has to say it.
---
---     tag("Minutes confirmed", "done")      --> <strong class="tag done">Minutes confirmed</strong>
---@param words string
---@param class string?
---@return Markup
function parts.tag(words, class)
  return element("strong", { class = class and { "tag", class } or "tag" }, words)
end

--- Facts with their names, as rows. A fact without a value is left out; a value may be text, Markdown, HTML or blocks.
---
---     facts { { "When", "10am" }, { "Where", false } }
---@param rows { [1]: string, [2]: any }[]
---@return Markup
function parts.facts(rows)
  local made = md "\n\n" .. html '<dl class="facts">' .. md "\n\n"
  local any = false
  for _, row in ipairs(rows) do
    if row[2] then
      any = true
      local name = html "<div><dt>" .. row[1] .. html "</dt><dd>"
      made = made .. name .. md "\n\n" .. row[2] .. md "\n\n" .. html "</dd></div>" .. md "\n\n"
    end
  end
  return any and made .. html "</dl>" .. md "\n\n" or md ""
end

---@class Card
---@field title string
---@field to (table|string)? what the title leads to
---@field notes (string|false)[]? short facts, in a line
---@field body any? text, Markdown or blocks
---@field level integer? of its heading, otherwise 3
---@field class string? beside "card"

--- A card: a heading that leads somewhere, and what one wants to know before one goes.
---
---     card { title = "Parks Panel", to = "/panels/parks/", notes = { "10am", "Old Library" } }
---@param card Card
---@return Markup
function parts.card(card)
  local title = card.to and md "[" .. card.title .. md "](" .. link(card.to) .. md ")" or md "" .. card.title
  local made = md "\n\n::: {.card"
    .. (card.class and md " ." .. card.class or md "")
    .. md "}\n"
    .. md(("#"):rep(card.level or 3) .. " ")
    .. title
    .. md "\n\n"
  local notes = {}
  for _, note in ipairs(card.notes or {}) do
    notes[#notes + 1] = note or nil
  end
  if #notes > 0 then made = made .. element("p", { class = "note" }, join(notes, ", ")) .. md "\n\n" end
  if card.body then made = made .. card.body .. md "\n\n" end
  return made .. md "\n:::\n\n"
end

--- The way from the home page to this one. The last step has nothing to lead to, since it is this page.
---
---     breadcrumbs { { name = "Home", to = "/" }, { name = "Parks" } }       --> <nav aria-label="Breadcrumb" class="breadcrumbs"><ol><li><a href="./">Home</a></li><li><span aria-current="page">Parks</span></li></ol></nav>
---@param steps Step[]
---@return Markup
function parts.breadcrumbs(steps)
  local made = {}
  for place, step in ipairs(steps) do
    local current = place == #steps and not step.to and { ["aria-current"] = "page" } or nil
    made[place] = element("li", nil, step_link(step, current))
  end
  return element("nav", { class = "breadcrumbs", ["aria-label"] = "Breadcrumb" }, element("ol", nil, join(made)))
end

---@class Pages
---@field label string? what the pages are, for readers of the screen; otherwise "Pages"
---@field previous Step?
---@field next Step?
---@field pages Step[]? all of them; the one that has nothing to lead to, or that is this page, is marked

local function neighbour(label, step, rel)
  if not step then return html "" end
  return element(
    "li",
    { class = rel },
    element("a", { href = link(step.to), rel = rel }, element("span", { class = "label" }, label), " ", step.name)
  )
end

--- The way to the page before and the page after, and to each of several.
---
---     pagination { previous = { name = "2024", to = "/decisions/2024/" } }  --> <nav aria-label="Pages" class="pagination"><ul><li class="prev"><a href="./decisions/2024/" rel="prev"><span class="label">Previous</span> 2024</a></li></ul></nav>
---@param pages Pages
---@return Markup
function parts.pagination(pages)
  local made = { neighbour("Previous", pages.previous, "prev") }
  for _, step in ipairs(pages.pages or {}) do
    local is_here = not step.to or step.to == page.route
    made[#made + 1] = element(
      "li",
      nil,
      step_link(
        { name = step.name, to = not is_here and step.to or nil },
        is_here and { ["aria-current"] = "page" } or nil
      )
    )
  end
  made[#made + 1] = neighbour("Next", pages.next, "next")
  return element(
    "nav",
    { class = "pagination", ["aria-label"] = pages.label or "Pages" },
    element("ul", nil, join(made))
  )
end

local function contents_items(steps)
  local made = {}
  for place, step in ipairs(steps) do
    made[place] =
      element("li", nil, step_link(step), step.steps and #step.steps > 0 and contents_items(step.steps) or false)
  end
  return element("ol", nil, join(made))
end

--- What is on this page, or in a part of it. A step may have steps below it.
---
---     contents_list({ { name = "Papers", to = "#papers" } })    --> <nav aria-label="On this page" class="contents"><ol><li><a href="#papers">Papers</a></li></ol></nav>
---@param steps Step[]
---@param label string? otherwise "On this page"
---@return Markup
function parts.contents_list(steps, label)
  return element("nav", { class = "contents", ["aria-label"] = label or "On this page" }, contents_items(steps))
end

local function in_a_line(text)
  return (text:gsub("%s+", " "))
end

--- Has the page explain the terms of a glossary wherever it uses them; written once, anywhere on the page.
---
---     tostring(abbreviations { { term = "SEND", meaning = "Special educational needs" } }):match "%S.*%S"    --> *[SEND]: Special educational needs
---@param terms GlossaryEntry[]? otherwise site.glossary
---@return Markup
function parts.abbreviations(terms)
  local made = {}
  for _, entry in ipairs(terms or site.glossary) do
    if entry.term and entry.meaning and not entry.term:find("]", 1, true) then
      made[#made + 1] = md "*[" .. in_a_line(entry.term) .. md "]: " .. in_a_line(entry.meaning) .. md "\n"
    end
  end
  return #made > 0 and md "\n\n" .. join(made) .. md "\n" or md ""
end

return parts
