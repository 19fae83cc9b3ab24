-- roff.lua: writes a man page, in the macros that man(7) describes.
local marks = require "marks"

local roff = {}

--- Text as running text: what roff takes for itself is escaped.
function roff.escape(text)
  return (text:gsub("\\", "\\e"):gsub("^([.'])", "\\&%1"):gsub("\n([.'])", "\n\\&%1"))
end

--- Text that is typed so: its hyphens are none between words.
function roff.escape_code(text)
  return (roff.escape(text):gsub("%-", "\\-"))
end

local styles <const> = {
  text = roff.escape,
  code = function(text)
    return "\\fI" .. roff.escape_code(text) .. "\\fR"
  end,
  name = function(text)
    return "\\fB" .. roff.escape_code(text) .. "\\fR"
  end,
}

--- A sentence with its marks; what a line begins with is no request.
function roff.line(text)
  return (marks.write(text, styles):gsub("^([.'])", "\\&%1"))
end

function roff.code(text)
  return ".PP\n.nf\n.RS 4\n" .. roff.escape_code(text) .. "\n.RE\n.fi"
end

--- Paragraphs as header.lua gives them.
function roff.paragraphs(paragraphs)
  local lines = {}
  for _, paragraph in ipairs(paragraphs) do
    lines[#lines + 1] = paragraph.code and roff.code(paragraph.code) or ".PP\n" .. roff.line(paragraph.text)
  end
  return table.concat(lines, "\n")
end

function roff.section(name)
  return ".SH " .. roff.escape(name:upper())
end

function roff.subsection(name)
  return '.SS "' .. roff.escape_code(name) .. '"'
end

--- Something, and what is to be said of it.
function roff.item(code, text)
  return ".TP\n.B " .. roff.escape_code(code):gsub('"', '""') .. "\n" .. roff.line(text)
end

--- The first lines of a page: nothing in it is cut at a hyphen, or stretched.
function roff.title(page, number, version, day, book)
  local first = '.TH %s %s "%s" "minutebook %s" "%s"\n.nh\n.ad l'
  return first:format(page:upper(), number, day, version, book)
end

--- Writes a page's lines: below a heading no paragraph needs to begin.
function roff.write(lines)
  io.write((table.concat(lines, "\n"):gsub("(\n%.S[HS][^\n]*\n)%.PP\n", "%1")), "\n")
end

return roff
