-- pages.lua SITE FORMAT ROUTE…: makes pages of a site, each with a NUL behind it.
local minutebook <const> = require "minutebook"

local site <close> = minutebook.open(arg[1])
for i = 3, #arg do
  io.write(site:render(arg[i], arg[2]), "\0")
end
