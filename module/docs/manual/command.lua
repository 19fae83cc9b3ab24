-- command.lua MINUTEBOOK VERSION DAY: writes the man page of the command, made from what it says of itself.
package.path = arg[0]:gsub("[^/]*$", "?.lua")
local roff <const> = require "roff"

local program <const>, version <const>, day <const> = table.unpack(arg, 1, 3)

local function help_of(...)
  local run <close> = assert(io.popen(("'%s' %s --help"):format(program, table.concat({ ... }, " "))))
  return run:read("a")
end

-- What no help says.
local ENVIRONMENT <const> = {
  { "SOURCE_DATE_EPOCH", "the seconds since 1970 of the day that a site is made for, where no `--date` is given" },
  { "XDG_CACHE_HOME", "the folder in which `minutebook` keeps what was read, where no `--cache` is given; else `~/.cache`" },
}
local FILES <const> = {
  {
    "site.yaml",
    "what makes a folder a site: its title, address, council, packs and theme; `minutebook new` writes one",
  },
  { "people.yaml", "people that the packs don't tell apart, or should call otherwise" },
  { "corrections/", "what is right, where a pack has a slip or was misread; `minutebook check` offers what to paste" },
  { "ids.yaml", "the addresses that were published; the command keeps it" },
}

--- The rows of a list, "  --to DIR    publish …": what is described, and how.
local function rows_of(text)
  local rows = {}
  for code, meaning in text:gmatch("\n  (%S.-)  +([^\n]+)") do
    rows[#rows + 1] = { code, meaning }
  end
  return rows
end

local lines = {}
local function put(...)
  lines[#lines + 1] = table.concat({ ... })
end

local function put_items(rows)
  for _, row in ipairs(rows) do
    put(roff.item(row[1], row[2]))
  end
end

local function put_paragraph(text)
  put(".PP\n", roff.line((text:gsub("\n", " "))))
end

--- The usage line, with what is literally so in bold.
local function put_usage(usage)
  put(".PP\n.B minutebook ", (usage:match("^minutebook (%S+)")))
  put(roff.escape_code((usage:gsub("^minutebook %S+ ?", ""))))
end

local about <const> = help_of()
local intro <const>, ends <const> = about:match("^(.-)\n\n"), about:match("\n\n([^\n]+)\n$")
put(roff.title("minutebook", 1, version, day, "User commands"))
put(roff.section("Name"))
put("minutebook \\- ", roff.line((intro:gsub("^Minutebook ", ""):gsub("%.$", ""))))
put(roff.section("Synopsis"))
put(
  ".B minutebook\n.I COMMAND\n[OPTION]... [OPERAND]...\n.PP\n.B minutebook \\-\\-help\n.PP\n.B minutebook \\-\\-version"
)
put(roff.section("Description"))
put_paragraph(intro .. " Options and operands stand in any order.")
put(roff.section("Commands"))
for _, row in ipairs(rows_of(about)) do
  local name = row[1]
  if not name:find("^%-") then
    local usage, said, options = help_of(name):match("^usage: ([^\n]*)\n\n(.-)\n(\n  %-%-.*)$")
    put(roff.subsection(name .. ": " .. row[2]))
    put_usage(usage)
    put_paragraph(said)
    put_items(rows_of(options))
  end
end
put(roff.section("Exit status"))
put_paragraph(ends)
put(roff.section("Environment"))
put_items(ENVIRONMENT)
put(roff.section("Files"))
put_items(FILES)
put(roff.section("See also"))
put(".BR minutebook (3),\n.BR pdftotext (1)")
roff.write(lines)
