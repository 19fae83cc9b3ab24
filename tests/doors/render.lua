-- render.lua SITE ROUTE: makes one page of a site as HTML.
local minutebook <const> = require "minutebook"

local site <close> = minutebook.open(arg[1])
io.write(site:render(arg[2]))
