-- html.lua: writes the manual as a page in HTML that needs nothing besides itself.
local marks = require "marks"

local html = {}

local STYLE <const> = [[
:root { color-scheme: light dark }
body { margin: 0 auto; padding: 0 1rem 4rem; max-width: 52rem; font: 1rem/1.5 system-ui, sans-serif }
h2 { margin: 3rem 0 0; border-top: 1px solid; padding-top: 1rem }
h3 { margin: 2rem 0 .5rem; font-size: 1rem }
pre { overflow-x: auto; padding: .75rem 1rem; border-left: .25rem solid; white-space: pre-wrap }
code, pre { font-family: ui-monospace, monospace; font-size: .9rem }
h1 code, h3 code { font-size: inherit }
nav ul { columns: 18rem; padding-left: 1rem }
nav li { break-inside: avoid; list-style: none }
dt { margin-top: .5rem }
dd { margin-left: 2rem }
]]

function html.escape(text)
  return (text:gsub('[&<>"]', { ["&"] = "&amp;", ["<"] = "&lt;", [">"] = "&gt;", ['"'] = "&quot;" }))
end

-- The names that have a place on the page.
local known <const> = {}

local function link(name)
  local shown = "<code>" .. html.escape(name) .. "</code>"
  return known[name] and ('<a href="#%s">%s</a>'):format(name, shown) or shown
end

local styles <const> = {
  text = html.escape,
  code = function(text)
    return "<code>" .. html.escape(text) .. "</code>"
  end,
  name = link,
}

--- Every name of the manual can be linked to.
function html.know(manual)
  for _, section in ipairs(manual.sections) do
    for _, entry in ipairs(section.entries) do
      for _, name in ipairs(entry.values and {} or entry.names) do
        known[name] = true
      end
      for _, member in ipairs(entry.values or {}) do
        known[member.code:match("%S+")] = true
      end
    end
  end
end

function html.head(name, title, version)
  return ([[<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>%s, version %s</title>
<style>
%s</style>
</head>
<body>
<header>
<h1><code>%s</code></h1>
<p>%s This is version %s.</p>
</header>]]):format(name, version, STYLE, name, "It " .. html.escape(title), version)
end

local function place(name)
  return (name:lower():gsub("%W+", "-"))
end

--- The sections, and what each has.
function html.contents(sections)
  local lines = { '<nav aria-label="Contents">', "<ul>" }
  for _, section in ipairs(sections) do
    lines[#lines + 1] = ('<li><a href="#%s">%s</a>'):format(place(section.name), html.escape(section.name))
    lines[#lines + 1] = "<ul>"
    for _, entry in ipairs(section.entries) do
      for _, name in ipairs(entry.names) do
        local to = name:match("^%S+")
        lines[#lines + 1] = ('<li><a href="#%s"><code>%s</code></a></li>'):format(to, html.escape(name))
      end
    end
    lines[#lines + 1] = "</ul></li>"
  end
  lines[#lines + 1] = "</ul>\n</nav>"
  return table.concat(lines, "\n")
end

function html.section(name)
  return ('<h2 id="%s">%s</h2>'):format(place(name), html.escape(name))
end

--- The heading of an entry; of an enum, whose values have places of their own, without one.
function html.heading(names)
  local shown = {}
  for i, name in ipairs(names) do
    shown[i] = (name:find(" ") and "<code>%s</code>" or '<code id="%s">%s</code>'):format(name, name)
  end
  return "<h3>" .. table.concat(shown, ", ") .. "</h3>"
end

function html.code(code)
  return "<pre><code>" .. html.escape(code) .. "</code></pre>"
end

function html.paragraphs(paragraphs)
  local lines = {}
  for _, paragraph in ipairs(paragraphs) do
    lines[#lines + 1] = paragraph.code and html.code(paragraph.code)
      or "<p>" .. marks.write(paragraph.text, styles) .. "</p>"
  end
  return table.concat(lines, "\n")
end

--- Fields or values, and what is to be said of each.
function html.items(members)
  local lines = { "<dl>" }
  for _, member in ipairs(members) do
    local name = member.code:match("^MB_%S+")
    lines[#lines + 1] = ("<dt><code%s>%s</code></dt>"):format(
      name and (' id="%s"'):format(name) or "",
      html.escape(member.code)
    )
    lines[#lines + 1] = "<dd>" .. marks.write(member.text, styles) .. "</dd>"
  end
  lines[#lines + 1] = "</dl>"
  return table.concat(lines, "\n")
end

return html
