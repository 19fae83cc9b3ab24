---@meta
--- console.lua: what `minutebook lua` has besides what a layout finds, for editors.

--- What an object, the items of a list, or the type of that name has: each field with its type and its meaning.
---
---     help(site.meetings[1])
---     help "SiteMeeting"
---@param of? table|string
---@return Markup
function help(of) end

--- Writes values as they are, with a tab between them.
---@param ... any
function print(...) end
