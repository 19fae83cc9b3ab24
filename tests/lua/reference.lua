-- reference.lua page|globals|test SOURCE [MINUTEBOOK]: prints the reference page of the library, made from its comments; or
-- the editors' description of what layouts call without require; or tests that both are as committed, that every
-- function says all of itself, and that every example gives what it says.
local task <const>, source <const>, command <const> = arg[1], arg[2], arg[3]

-- The modules in the order of the page; what the page is called that layouts find without any of them.
local files <const> = {
  { "lua/meta/layout.lua", "What a layout finds" },
  { "lua/meta/language.lua", "Layouts of parts" },
  { "lua/dates.lua", "Dates and times" },
  { "lua/text.lua", "Words and numbers" },
  { "lua/lists.lua", "Lists" },
  { "lua/links.lua", "Papers" },
  { "lua/parts.lua", "Parts of a page" },
  { "lua/tables.lua", "Tables" },
  { "lua/charts.lua", "Charts" },
  { "lua/record.lua", "The minutes of an item" },
  { "lua/titles.lua", "Headings in capitals" },
  { "lua/published.lua", "Feeds: what is said of a page" },
  -- These write a whole file, whose readers are in tests/feeds.
  { "lua/news.lua", "Feeds: news" },
  { "lua/atom.lua", "Feeds: Atom" },
  { "lua/calendar.lua", "Feeds: calendars" },
  { "lua/rows.lua", "Feeds: tables" },
  { "lua/linked.lua", "Feeds: JSON-LD" },
  { "lua/feeds.lua", "Feeds: where they are" },
}

local function read(path)
  local file <close> = assert(io.open(path))
  return file:read("a")
end

--- How layouts call the functions of the modules: { ["dates.long"] = "long_date" }.
local function global_names()
  local names = {}
  for name, of in read(source .. "/lua/globals.lua"):gmatch("\n  ([%w_]+) = ([%w_.]+),") do names[of] = name end
  return names
end

local globals <const> = global_names()

local function globals_by_name()
  local names = {}
  for _, name in pairs(globals) do names[name] = true end
  return names
end

--- The library's own modules.
local function modules()
  local listing <close> = assert(io.popen(("cd '%s' && ls lua/*.lua"):format(source)))
  local found = {}
  for path in listing:lines() do found[#found + 1] = path end
  return found
end

-- --- Comments ---

--- A comment as what it says: text, examples, parameters, results, fields, a class.
local function new_comment()
  return { text = {}, examples = {}, params = {}, returns = {}, fields = {} }
end

-- What a type is ends at the first space outside brackets, or at a # of its own.
local function split_type(rest)
  local depth = 0
  for at = 1, #rest do
    local c = rest:sub(at, at)
    if c:find("[<({%[]") then depth = depth + 1 end
    if c:find("[>)}%]]") then depth = depth - 1 end
    local goes_on = rest:sub(at - 1, at - 1):find("[:,|]") or rest:sub(at + 1, at + 1) == "|"
    if c == " " and depth == 0 and not goes_on then return rest:sub(1, at - 1), rest:sub(at + 1) end
  end
  return rest, ""
end

local function take_result(comment, rest)
  local kind, more = split_type(rest)
  if kind:sub(-1) == "," then -- "integer? year, integer? month": several in a line
    comment.returns[#comment.returns + 1] = { kind = rest, text = "" }
  else
    comment.returns[#comment.returns + 1] = { kind = kind, text = more }
  end
end

local takers <const> = {
  param = function(comment, rest)
    local name, more = rest:match("^(%S+)%s+(.*)$")
    local kind, text = split_type(more)
    comment.params[#comment.params + 1] = { name = (name:gsub("%?$", "")), kind = kind, text = text }
  end,
  ["return"] = take_result,
  field = function(comment, rest)
    local name, more = rest:match("^(%b[])%s+(.*)$")
    if not name then name, more = rest:match("^(%S+)%s+(.*)$") end
    local kind, text = split_type(more)
    comment.fields[#comment.fields + 1] = { name = name, kind = kind, text = text }
  end,
  class = function(comment, rest) comment.class = rest:match("^[%w_.]+") end,
  alias = function(comment, rest) comment.class, comment.alias = rest:match("^([%w_]+)%s+(.*)$") end,
  type = function(comment, rest) comment.type = rest end,
}

local function take_line(comment, line)
  local tag, rest = line:match("^@(%a+)%s*(.*)$")
  if tag then
    if takers[tag] then takers[tag](comment, rest) end
    return
  end
  local code, result = line:match("^     (.-)%s*%-%->%s*(.*)$")
  code = code or line:match("^     (.*)$")
  if code then
    comment.examples[#comment.examples + 1] = { code = code, result = result }
  else
    comment.text[#comment.text + 1] = line:match("^ ?(.*)$")
  end
end

local function words(lines)
  return (table.concat(lines, "\n"):gsub("^%s+", ""):gsub("%s+$", ""))
end

--- The entries of a file: what stands in a comment above a function, a variable or a class.
local function entries_of(path)
  local entries, comment, head, module = {}, nil, nil, path:match("([%w_]+)%.lua$")
  local in_meta = path:find("/meta/", 1, true) ~= nil
  for line in (read(source .. "/" .. path) .. "\n"):gmatch("(.-)\n") do
    local said = line:match("^%-%-%-(.*)$")
    if said then
      comment = comment or new_comment()
      take_line(comment, said:gsub("^ (@)", "%1"))
    elseif comment then
      local owner, name, parameters = line:match("^function ([%w_]*[.:]?)([%w_]+)(%b())")
      local variable = in_meta and line:match("^([%w_]+) = nil$")
      if not head and not name and not comment.class then
        head = comment
      elseif comment.class then
        entries[#entries + 1] = { kind = "class", name = comment.class, comment = comment }
      elseif name then
        local full = owner .. name
        entries[#entries + 1] = { kind = "function", full = full, name = in_meta and full or globals[full],
          parameters = parameters, comment = comment, module = module }
      elseif variable then
        entries[#entries + 1] = { kind = "variable", name = variable, comment = comment }
      end
      comment = nil
    end
  end
  return entries, head
end

-- --- The page ---

local out = {}
local function put(...)
  out[#out + 1] = string.format(...)
end

local function put_values(list, line)
  for _, value in ipairs(list) do
    put(line, value.name or "", value.kind)
    out[#out] = out[#out] .. (value.text ~= "" and ": " .. value.text or "")
  end
end

local function put_examples(examples)
  if #examples == 0 then return end
  put("")
  put("```lua")
  for _, example in ipairs(examples) do
    put("%s", example.code)
    if example.result then put("--> %s", example.result) end
  end
  put("```")
end

local function put_function(entry)
  local called = entry.name or ('require "%s".%s'):format(entry.module, entry.full:match("[%w_]+$"))
  put("\n### `%s%s`\n", called, entry.parameters)
  put("%s", words(entry.comment.text))
  if #entry.comment.params + #entry.comment.returns > 0 then put("") end
  put_values(entry.comment.params, "- `%s` (`%s`)")
  for _, result in ipairs(entry.comment.returns) do
    put("- gives `%s`%s", result.kind, result.text ~= "" and ": " .. result.text or "")
  end
  put_examples(entry.comment.examples)
end

local function put_class(entry)
  put("\n### Type `%s`\n", entry.name)
  local text = words(entry.comment.text)
  if text ~= "" then put("%s", text) end
  if entry.comment.alias then put("\n`%s`", entry.comment.alias) end
  if #entry.comment.fields > 0 and text ~= "" then put("") end
  put_values(entry.comment.fields, "- `%s` (`%s`)")
end

local function put_variable(entry)
  put("\n### `%s`\n", entry.name)
  put("%s", words(entry.comment.text))
  if entry.comment.type then put("\nIts type is `%s`.", entry.comment.type) end
end

local writers <const> = { ["function"] = put_function, class = put_class, variable = put_variable }

local function for_each_entry(use)
  for _, file in ipairs(files) do
    for _, entry in ipairs(entries_of(file[1])) do use(entry, file[1]) end
  end
end

local function make_page()
  put("# The library\n")
  put("What a layout, a component or a module of a theme can call. Its own types are here; those of the model are in")
  put("[model.md](model.md). A function without `require` before its name is there everywhere. Strings are data: where")
  put("one lands on the page it is escaped. What shows as `-->` below a line is what the line gives.\n")
  put("This page is made from the comments in `lua/`; its examples are tests.")
  for _, file in ipairs(files) do
    put("\n## %s", file[2])
    local entries, head = entries_of(file[1])
    local text = head and words(head.text):gsub("^[%w_]+%.lua: ", "") or ""
    if text ~= "" then put("\n%s%s", text:sub(1, 1):upper(), text:sub(2)) end
    for _, entry in ipairs(entries) do writers[entry.kind](entry) end
  end
  return table.concat(out, "\n") .. "\n"
end

local function make_globals()
  local lines = {
    "---@meta", "--- library.lua: the functions of lua/ that every layout can call without require, for editors. Made by",
    "--- tests/lua/reference.lua from lua/globals.lua; a test compares the two.", "",
  }
  for name, of in read(source .. "/lua/globals.lua"):gmatch("\n  ([%w_]+) = ([%w_.]+),") do
    lines[#lines + 1] = ('%s = require("%s").%s'):format(name, of:match("^(%w+)%.([%w_]+)$"))
  end
  return table.concat(lines, "\n") .. "\n"
end

local made <const> = {
  page = { "module/docs/reference.md", make_page() },
  globals = { "lua/meta/library.lua", make_globals() },
}
if made[task] then
  io.write(made[task][2])
  os.exit(true)
end

-- --- The test ---

local faults = {}
local function fault(...)
  faults[#faults + 1] = string.format(...)
end

for name, file in pairs(made) do
  if read(source .. "/" .. file[1]) ~= file[2] then
    fault("%s is stale: lua5.4 tests/lua/reference.lua %s . > %s", file[1], name, file[1])
  end
end

--- Every function says all of itself.
local function check_entry(entry, path)
  local comment, name = entry.comment, entry.full or entry.name
  if words(comment.text) == "" and not (entry.kind == "class" and #comment.fields > 0) then
    fault("%s: %s has no words", path, name)
  end
  if entry.kind ~= "function" then return end
  local described = {}
  for _, param in ipairs(comment.params) do described[param.name] = true end
  for param in entry.parameters:gmatch("[%w_.]+") do
    if not described[param] then fault("%s: the parameter '%s' of %s isn't described", path, param, name) end
  end
  if #comment.examples == 0 then fault("%s: %s has no example", path, name) end
end
for_each_entry(check_entry)

-- Nothing is exported that the page hasn't: what a layout finds, and what each module gives.
local entries = {}
for_each_entry(function(entry, path)
  entries[entry.name or ""], entries[path .. ":" .. (entry.full or ""):match("[%w_]*$")] = true, true
end)

local function said_by(code)
  local file <const> = os.tmpname()
  local handle <close> = assert(io.open(file, "w"))
  handle:write(code):close()
  local run <close> = assert(io.popen(("'%s' lua '%s/example-site' '%s'; rm '%s'"):format(command, source, file, file)))
  return run:read("a")
end

-- What `minutebook lua` has besides; `page` is an entry by its type.
local own <const> = { help = true, print = true, page = true }
for name in said_by("for name in pairs(_G) do print(name) end"):gmatch("%S+") do
  local is_mine = _G[name] == nil and not own[name] and not name:find("^_")
  if is_mine and not entries[name] then fault("a layout finds '%s', which has no entry", name) end
end
for name in pairs(globals_by_name()) do
  if not entries[name] then fault("the function '%s' has no entry", name) end
end
for _, file in ipairs(files) do
  local module = file[1]:match("^lua/(%w+)%.lua$")
  local names = module and said_by(("for name, value in pairs(require '%s') do if type(value) == 'function' then print(name) end end"):format(module))
  for name in (names or ""):gmatch("%S+") do
    if not entries[file[1] .. ":" .. name] then fault("%s gives '%s', which has no entry", file[1], name) end
  end
end
for _, path in ipairs(modules()) do
  local is_listed = path == "lua/globals.lua"
  for _, file in ipairs(files) do is_listed = is_listed or file[1] == path end
  if not is_listed then fault("%s is not on the page", path) end
end

-- The examples run in one layout, on the Panel's packs of the example site's first year: it grows. One that declares
-- arguments is a component; one that stands on another layout is a layout; one that writes a feed is a feed. Of these two
-- the result is a line of what they make.
local layout, examples, own_files = {}, {}, {}
layout[1] = [[
local function show(...)
  local values = table.pack(...)
  for i = 1, values.n do values[i] = tostring(values[i]) end
  emit(md(table.concat(values, " ")))
end
local dates, text, lists, tables = require "dates", require "text", require "lists", require "tables"
local record, titles, links, charts = require "record", require "titles", require "links", require "charts"
local published = require "published"
]]

-- The kinds of page whose layouts are examples, and the feeds that modules write.
local kinds <const> = { "about", "glossary", "papers", "people", "search" }
local written_by <const> = { ["lua/atom.lua"] = "atom", ["lua/calendar.lua"] = "ics", ["lua/rows.lua"] = "csv" }

--- What the home page runs of the example, where that is all of it.
local function place_example(example, number)
  if example.code:find("arguments {", 1, true) then
    own_files["components/example_" .. number .. ".lua"] = example.code
    return ('emit(example_%d "Venue")'):format(number)
  elseif example.code:find('extends "', 1, true) then
    local kind = table.remove(kinds)
    own_files["layouts/" .. kind .. ".lua"] = example.code
    example.route = "/" .. kind .. "/"
  elseif written_by[example.path] and example.code:find(".write(", 1, true) then
    local name = ("example_%d.%s"):format(number, written_by[example.path])
    own_files["feeds/" .. name .. ".lua"] = example.code
    example.route = "/" .. name
  elseif load("return " .. example.code) then
    return "show(" .. example.code .. ")"
  else
    return example.code
  end
end

for_each_entry(function(entry, path)
  for _, said in ipairs(entry.comment.examples) do
    local example = { path = path, name = entry.full or entry.name, code = said.code, result = said.result }
    examples[#examples + 1] = example
    local code = place_example(example, #examples)
    if code then layout[#layout + 1] = ("emit(md'\\n@%d@') do %s end"):format(#examples, code) end
  end
end)

local folder <const> = os.tmpname()
os.remove(folder)
local make = "mkdir -p '%s/layouts' '%s/components' '%s/includes' '%s/feeds' '%s/packs' && cp '%s/example-site/packs/'2025-??-??.txt '%s/packs' "
  .. "&& mkdir '%s/corrections' && cp '%s/example-site/corrections/'2025-??-??.yaml '%s/corrections'"
assert(os.execute(make:format(folder, folder, folder, folder, folder, source, folder, folder, source, folder)))
local function write(name, content)
  local file <close> = assert(io.open(folder .. "/" .. name, "w"))
  file:write(content)
end
write("site.yaml", "title: Wexcombe and Harle scrutiny\nurl: https://wexcombe.example/\ntheme: plain\n")
write("layouts/home.lua", table.concat(layout, "\n"))
write("layouts/sheet.md", '# ${page.title}\n\n${slot "content"}\n\n${slot("foot", "The end.")}\n')
write("includes/welcome.md", "Welcome, ${... or false}.\n")
for path, code in pairs(own_files) do write(path, code) end

local function made_at(route)
  local run <close> = assert(io.popen(("'%s' render '%s' '%s' --markdown --date 2025-11-04 2>&1"):format(command, folder, route)))
  return run:read("a")
end
local given <const> = made_at("/") .. "\n@"

--- What the example gives; of what makes a file of its own the line that the example names, else all of it.
local function result_of(example, number)
  if not example.route then return given:match(("\n@%d@(.-)\n@"):format(number)) end
  local made = made_at(example.route):gsub("\r", "")
  local has_line = example.result and ("\n" .. made .. "\n"):find("\n" .. example.result .. "\n", 1, true)
  return has_line and example.result or made
end

for number, example in ipairs(examples) do
  local result = result_of(example, number)
  if not result then
    fault("%s: the example of %s stops the page:\n%s\n%s", example.path, example.name, example.code, given)
    break
  end
  if example.result and result:gsub("%s+$", "") ~= example.result then
    fault("%s: the example of %s,\n    %s\n  gives\n    %s\n  and should give\n    %s", example.path, example.name,
      example.code, result, example.result)
  end
end

os.execute(("rm -r '%s'"):format(folder))
for _, text in ipairs(faults) do print(text) end
print(("%d examples, %d faults"):format(#examples, #faults))
os.exit(#faults == 0)
