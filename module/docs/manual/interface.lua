-- interface.lua man|html HEADER VERSION DAY: writes the manual of the C interface, made from the comments of minutebook.h, as
-- a man page or as a page in HTML.
package.path = arg[0]:gsub("[^/]*$", "?.lua")
local header <const>, html <const>, roff <const> = require "header", require "html", require "roff"

local form <const>, path <const>, version <const>, day <const> = table.unpack(arg, 1, 4)
local file <close> = assert(io.open(path))
local manual <const> = header.read(file:read("a"))

--- What is declared, as a program has it before it.
local function code_of(entry)
  local lines = { table.unpack(entry.macros) }
  if entry.handle then lines[#lines + 1] = entry.handle end
  table.move(entry.functions, 1, #entry.functions, #lines + 1, lines)
  return table.concat(lines, "\n")
end

local function man_entry(entry, put)
  if #entry.names > 0 then put(roff.subsection(table.concat(entry.names, ", "))) end
  if code_of(entry) ~= "" then put(roff.code(code_of(entry))) end
  put(roff.paragraphs(entry.text))
  for _, member in ipairs(entry.fields or entry.values or {}) do
    put(roff.item(member.code, member.text))
  end
end

local function write_man(put)
  put(roff.title("minutebook", 3, version, day, "Library functions"))
  put(roff.section("Name"))
  put("minutebook \\- " .. roff.line((manual.title:gsub("%.$", ""))))
  put(roff.section("Synopsis"))
  put(".nf\n.B #include <minutebook.h>\n.PP\n.B cc program.c $(pkg\\-config \\-\\-cflags \\-\\-libs minutebook)\n.fi")
  put(roff.section("Description"))
  put(roff.paragraphs(manual.text))
  for _, section in ipairs(manual.sections) do
    put(roff.section(section.name))
    for _, entry in ipairs(section.entries) do
      man_entry(entry, put)
    end
  end
  put(roff.section("See also"))
  put(".BR minutebook (1),\n.BR pdftotext (1)")
end

local function html_entry(entry, put)
  if #entry.names > 0 then put(html.heading(entry.names)) end
  if code_of(entry) ~= "" then put(html.code(code_of(entry))) end
  put(html.paragraphs(entry.text))
  if entry.fields or entry.values then put(html.items(entry.fields or entry.values)) end
end

local function write_html(put)
  html.know(manual)
  put(html.head("minutebook.h", manual.title, version))
  put(html.contents(manual.sections))
  put("<main>")
  put(html.paragraphs(manual.text))
  for _, section in ipairs(manual.sections) do
    put(html.section(section.name))
    for _, entry in ipairs(section.entries) do
      html_entry(entry, put)
    end
  end
  put("</main>\n</body>\n</html>")
end

local lines = {}
local function put(text)
  lines[#lines + 1] = text
end
if form == "man" then
  write_man(put)
  roff.write(lines)
else
  write_html(put)
  print(table.concat(lines, "\n"))
end
