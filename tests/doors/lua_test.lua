-- lua_test.lua SOURCE: the module `minutebook` as a Lua program meets it. Each test is a sentence.
local minutebook <const> = require "minutebook"

local source <const> = arg[1]
local example <const> = source .. "/example-site"
local pack <const> = example .. "/packs/2025-11-04.txt"

local function equal(is, should)
  if is ~= should then error(("%s, and should be %s"):format(tostring(is), tostring(should)), 2) end
end

-- The message of a call that has to fail.
local function refused(...)
  local done, message = pcall(...)
  equal(done, false)
  equal(type(message), "string")
  return message
end

local function begins(text, start)
  equal(text:sub(1, #start), start)
end

-- A folder with a site in it: the files by their names.
local function with_site(files, use)
  local folder <const> = os.tmpname()
  os.remove(folder)
  assert(os.execute(("mkdir -p '%s/layouts' '%s/packs'"):format(folder, folder)))
  for name, text in pairs(files) do
    assert(io.open(folder .. "/" .. name, "w")):write(text):close()
  end
  local done, message = pcall(use, folder)
  assert(os.execute(("rm -r '%s'"):format(folder)))
  if not done then error(message, 0) end
end

local tests <const> = {}

tests["the routes come in order, and each is a page"] = function()
  local site <close> = minutebook.open(example)
  local last = ""
  for route in site:routes() do
    assert(last < route, route)
    assert(site:render(route):find("<!doctype html>", 1, true) == 1, route)
    last = route
  end
  assert(last ~= "")
end

tests["a page comes as Markdown, and as the files that make it"] = function()
  local site <close> = minutebook.open(example)
  assert(site:render("/", "markdown"):find("^#? ?[^<]"))
  assert(site:render("/", "files"):find("^layout .*layouts/home%.[a-z]+\n"))
  assert(refused(site.render, site, "/", "pdf"):find("invalid option 'pdf'", 1, true))
end

tests["the site is made for the day that is asked for"] = function()
  with_site({ ["site.yaml"] = "title: T\n", ["layouts/home.lua"] = "emit(site.today)" }, function(folder)
    local site <close> = minutebook.open(folder, { today = "2025-11-04" })
    equal(site:render("/", "markdown"), "2025-11-04")
  end)
end

tests["a mistake in a layout is an error with its file and line"] = function()
  with_site({ ["site.yaml"] = "title: T\n", ["layouts/home.lua"] = "\nemit(site.titel)\n" }, function(folder)
    local site <close> = minutebook.open(folder)
    local message = refused(site.render, site, "/")
    begins(message, folder .. "/layouts/home.lua:2: ")
    assert(message:find("(did you mean 'title'?)\n  while making /", 1, true), message)
  end)
end

tests["a mistake in the configuration is an error with its file and line"] = function()
  with_site({ ["site.yaml"] = "title: T\ntilte: U\n" }, function(folder)
    begins(refused(minutebook.open, folder), folder .. "/site.yaml:2")
  end)
end

tests["a site that is closed says so, and may be closed again"] = function()
  local site = minutebook.open(example)
  local routes = site:routes()
  site:close()
  site:close()
  for _, use in ipairs { site.routes, site.render } do
    assert(refused(use, site, "/"):find("the site is closed", 1, true))
  end
  assert(refused(routes):find("the site is closed", 1, true))
end

tests["an iterator keeps its site"] = function()
  local routes = minutebook.open(example):routes()
  collectgarbage()
  equal(routes(), "/")
end

tests["a pack is its model in plain tables"] = function()
  local model = minutebook.pack(pack)
  equal(model.schema, "minutebook/1")
  equal(model.meetings[1].date, "2025-11-04")
  equal(math.type(model.meetings[1].agenda[1].line), "integer")
  equal(getmetatable(model), nil)
end

tests["text of a pack arrives as it is"] = function()
  with_site({ ["a.txt"] = 'Parks Panel\n\nAGENDA\n\n- 1. THE "OLD" \\ POND – É\u{1F986}\n' }, function(folder)
    equal(minutebook.pack(folder .. "/a.txt").meetings[1].agenda[1].title, 'THE "OLD" \\ POND – É\u{1F986}')
  end)
end

tests["a pack that is missing is an error with its path"] = function()
  begins(refused(minutebook.pack, "/nowhere.txt"), "/nowhere.txt: ")
end

tests["options are a table of strings"] = function()
  assert(refused(minutebook.pack, pack, { dialect = 5 }):find("the option 'dialect' is a number", 1, true))
  assert(refused(minutebook.pack, pack, { dialect = "klingon" }):find("klingon", 1, true))
  assert(refused(minutebook.open, example, "now"):find("table expected", 1, true))
end

tests["the editors' description names what there is"] = function()
  local described = {}
  for of, name in io.open(source .. "/lua/meta/minutebook.lua"):read("a"):gmatch("function (%w+)[.:](%w+)%(") do
    described[of .. "." .. name] = true
  end
  local site <close> = minutebook.open(example)
  local function compare(prefix, functions)
    for name, value in pairs(functions) do
      local key = prefix .. name
      assert(type(value) ~= "function" or described[key], key .. " isn't described")
      described[key] = nil
    end
  end
  compare("minutebook.", minutebook)
  compare("Site.", getmetatable(site).__index)
  equal(next(described), nil)
end

local failed = 0
for name, test in pairs(tests) do
  local done, message = xpcall(test, debug.traceback)
  print((done and "ok      " or "FAILED  ") .. name)
  if not done then
    print(message)
    failed = failed + 1
  end
end
os.exit(failed == 0, true)
