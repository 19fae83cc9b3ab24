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

tests["the model of a site is the objects that layouts read"] = function()
  local site <close> = minutebook.open(example)
  local model = site:model()
  equal(tostring(model), "Site")
  equal(model, site:model())
  local meeting = model.meetings[1]
  equal(#model.meetings, #model.meetings)
  assert(rawequal(meeting, model.meetings[1]))
  assert(rawequal(meeting.items[1].meeting, meeting))
  equal(model.meetings[0], nil)
  equal(model.meetings[#model.meetings + 1], nil)
  equal(math.type(meeting.line), "integer")
  equal(type(meeting.online), "boolean")
  assert(tostring(meeting):find("^SiteMeeting %(.*2025%-.*%.txt:%d+%)$"), tostring(meeting))
  equal(meeting.pack, meeting.packs[1])
  local fields = {}
  for name, value in pairs(meeting) do fields[#fields + 1] = name .. ": " .. tostring(value ~= nil) end
  equal(fields[1], "id: true")
end

tests["lists of the model are gone through as tables are"] = function()
  local site <close> = minutebook.open(example)
  local count = 0
  for i, meeting in ipairs(site:model().meetings) do
    count = i
    for position, item in pairs(meeting.items) do equal(item, meeting.items[position]) end
  end
  equal(count, #site:model().meetings)
end

tests["an object says what layouts print of it"] = function()
  with_site({ ["site.yaml"] = "title: T\n", ["packs/a.txt"] = "Parks Panel\n\nDate: Tuesday, 4th March, 2025\n\nAGENDA\n\n- 1. THE POND\n",
    ["layouts/home.lua"] = [[
      local function tell(object, depth)
        emit(md(tostring(object) .. "\n"))
        for name, value in pairs(object) do
          local is_list = type(value) == "userdata" and tostring(value):find("^list")
          emit(md(name .. " = " .. (is_list and #value or tostring(value)) .. "\n"))
          if is_list and depth > 0 then
            for _, item in ipairs(value) do if type(item) == "userdata" then tell(item, depth - 1) end end
          end
        end
      end
      tell(site, 2)]] }, function(folder)
    local site <close> = minutebook.open(folder)
    local told = {}
    local function tell(object, depth)
      told[#told + 1] = tostring(object)
      for name, value in pairs(object) do
        local is_list = type(value) == "userdata" and tostring(value):find("^list")
        told[#told + 1] = name .. " = " .. (is_list and #value or tostring(value))
        if is_list and depth > 0 then
          for _, item in ipairs(value) do if type(item) == "userdata" then tell(item, depth - 1) end end
        end
      end
    end
    tell(site:model(), 2)
    equal(table.concat(told, "\n") .. "\n", site:render("/", "markdown"))
  end)
end

tests["a field that a type hasn't is an error with a suggestion"] = function()
  local site <close> = minutebook.open(example)
  local message = refused(function() return site:model().meetings[1].titel end)
  assert(message:find("lua_test.lua:%d+: SiteMeeting has no field 'titel'"), message)
  assert(refused(function() return site:model().titel end):find("did you mean 'title'?", 1, true))
  assert(refused(function() site:model().title = "X" end):find("can't be changed", 1, true))
  assert(refused(function() site:model().meetings[1] = false end):find("can't be changed", 1, true))
  assert(refused(function() return site:model().meetings.first end):find("a list", 1, true))
  assert(refused(function() return site:model()[1] end):find("the fields of Site have names", 1, true))
end

tests["an object of a closed site says so"] = function()
  local site = minutebook.open(example)
  local model, meetings = site:model(), site:model().meetings
  site:close()
  for _, use in ipairs { function() return model.title end, function() return meetings[1] end, function() return #meetings end,
    function() return tostring(model) end, function() for _ in pairs(model) do break end end } do
    assert(refused(use):find("the site is closed", 1, true))
  end
end

tests["an object keeps its site"] = function()
  local meeting = minutebook.open(example):model().meetings[1]
  collectgarbage()
  collectgarbage()
  assert(#meeting.id > 0)
end

tests["the functions of layouts are there, with the same results"] = function()
  local calls = [[
    long_date(site.meetings[1].date) .. "; " .. sentence(map(sort_by(site.meetings, "-date"), "date"))
      .. "; " .. #where(site.people, "honorific", "Councillor") .. "; " .. count(#group_by(site.decisions, "verb"), "verb")
      .. "; " .. type_of(site.panels[1]) .. "; " .. source_place(site.meetings[1]) .. "; " .. excerpt("The pond was drained.", 9)
      .. "; " .. relative_date("2025-11-03", "2025-11-04") .. "; " .. tostring(element("p", { id = "a", class = "b" }, "<", element("br")))
      .. "; " .. tostring(data_table { caption = "A & B", columns = { "C" }, rows = { { 1 } } })
      .. "; " .. tostring(bars { title = "M", data = { { "2024", 5 }, { "<", 8 } } })
      .. "; " .. tostring(attendance_grid { title = "A", data = site.people, meetings = site.panels[1].meetings })
  ]]
  local site <close> = minutebook.open(example, { today = "2025-11-04" })
  local library = site:library()
  equal(library, site:library())
  local here = assert(load("return " .. calls, "calls", "t", setmetatable({ site = site:model(), tostring = tostring },
    { __index = library })))()
  with_site({}, function(folder)
    assert(os.execute(("cp -r '%s/.' '%s'"):format(example, folder)))
    assert(io.open(folder .. "/layouts/home.lua", "w")):write("emit(md(" .. calls .. "))"):close()
    assert(os.execute(("rm -f '%s/layouts/home.md'"):format(folder)))
    local other <close> = minutebook.open(folder, { today = "2025-11-04" })
    equal(here, other:render("/", "markdown"))
  end)
end

tests["an object's page has an address"] = function()
  local site <close> = minutebook.open(example)
  local library, panel = site:library(), site:model().panels[1]
  equal(site:url(panel), "/panels/" .. panel.id .. "/")
  equal(library.link(panel), site:url(panel))
  equal(library.url(site:model().packs[1]), nil)
  assert(refused(library.link, site:model().packs[1]):find("has no page to link to", 1, true))
  assert(site:url(site:model().meetings[1].items[1]):find("^/meetings/"))
  local other <close> = minutebook.open(example)
  assert(refused(site.url, site, other:model().panels[1]):find("an object of another site", 1, true))
  assert(refused(site.url, site, "panels"))
end

tests["a page's linked data is made of JSON"] = function()
  local site <close> = minutebook.open(example)
  local library = site:library()
  local linked = tostring(library.require("linked").data(site:model().meetings[1]))
  assert(linked:find('^<script type="application/ld%+json">{"@context": "https://schema.org", '), linked)
  equal(tostring(library.to_json { b = 1, a = 'x"\n\1', c = { 1.5, true, {} } }), [=[{"a": "x\"\n\u0001", "b": 1, "c": [1.5, true, []]}]=])
  assert(refused(library.to_json, { 1, 2, title = "x" }):find("has more than its list of 2", 1, true))
  assert(refused(library.to_json, site:model().panels):find("JSON has no word for a userdata", 1, true))
  assert(refused(library.to_json, { a = print }):find("JSON has no word for a function", 1, true))
  assert(refused(library.title_of, site:model().panels[1]):find("which takes a layout of the site", 1, true))
end

tests["the shipped library finds every global that it uses"] = function()
  local site <close> = minutebook.open(example)
  local name, env = debug.getupvalue(site:library().require("linked").data, 1)
  for place = 2, 20 do
    if name == "_ENV" then break end
    name, env = debug.getupvalue(site:library().require("linked").data, place)
  end
  local listing <close> = assert(io.popen(("luac5.4 -l -p '%s'/lua/*.lua"):format(arg[1])))
  local seen = 0
  for global in listing:read("a"):gmatch('_ENV "([%w_]+)"') do
    assert(env[global] ~= nil, global)
    seen = seen + 1
  end
  assert(seen > 100)
end

tests["what takes a layout says so"] = function()
  local site <close> = minutebook.open(example)
  local library = site:library()
  assert(refused(library.card, { title = "T" }):find("card writes Markdown, which takes a layout", 1, true))
  assert(refused(library.require, "../init"):find("the library has no module '../init'", 1, true))
  equal(library.is_address("javascript:x"), false)
  assert(refused(library.require, "calendar"):find("writes a feed, which takes a layout", 1, true))
end

tests["text of the papers becomes neither a program nor an address that runs one"] = function()
  local site <close> = minutebook.open(example)
  local element, html = site:library().element, site:library().html
  equal(tostring(element("a", { HREF = "javascript:x", action = "data:x", title = "javascript:x" }, "x")), '<a title="javascript:x">x</a>')
  assert(refused(element, "p", { onclick = "x" }):find("text can't be the attribute 'onclick'", 1, true))
  assert(refused(element, "p", { Style = "x" }):find("text can't be the attribute 'Style'", 1, true))
  assert(refused(element, "script", nil, "x"):find("text can't stand in <script>", 1, true))
  assert(refused(element, "p", { "x" }):find("an attribute has a name such as 'class'", 1, true))
  equal(tostring(element("p", { style = html "color:red" })), '<p style="color:red"></p>')
end

tests["Markdown becomes HTML as a page's does"] = function()
  equal(minutebook.markdown("## Title {#t}\n\n**A** & <b>"), '<h2 id="t">Title</h2>\n<p><strong>A</strong> &amp; &lt;b&gt;</p>\n')
  equal(minutebook.markdown(""), "")
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
