-- Settings of luacheck for the library, the themes, and layouts. What a layout finds without `require` is what lua/meta
-- describes, and the components of the themes.
std = "lua54"
max_line_length = false
exclude_files = { "lua/meta" }

-- The sandbox has none of these.
not_globals = {
  "collectgarbage", "debug", "dofile", "io", "load", "loadfile", "os", "package", "print", "warn",
  "math.randomseed", "string.dump",
}

globals = { page = { other_fields = true, read_only = false } }
read_globals = {}

local function add(name)
  if name ~= "page" then read_globals[#read_globals + 1] = name end
end

for _, file in ipairs { "language", "layout", "library" } do
  for line in io.lines("lua/meta/" .. file .. ".lua") do
    add(line:match "^function ([%w_]+)%(" or line:match "^([%w_]+) = " or "_")
  end
end

local components = assert(io.popen "ls themes/*/components")
for file in components:lines() do add(file:match "^([%w_]+)%.%a+$" or "_") end
components:close()
