---@meta minutebook
-- The module `minutebook` for programs in Lua 5.4, for editors that know LuaLS. What goes wrong is raised as a string:
-- the file and line at fault, what happened, and below it what to do.

local minutebook = {}

--- The version of the library.
---@type string
minutebook.version = ""

---@class minutebook.SiteOptions
---@field today? string the day that the site is made for, as 2025-11-04; otherwise SOURCE_DATE_EPOCH or today
---@field cache? string a folder that keeps what was read from the packs, or "" for none; otherwise minutebook in XDG_CACHE_HOME or ~/.cache

---@class minutebook.PackOptions
---@field dialect? string the name of a vocabulary; otherwise the one whose marks the pack shows
---@field dialects? string a folder of vocabularies, which win over those that ship
---@field cache? string a folder that keeps the texts of PDFs, or "" for none; otherwise minutebook in XDG_CACHE_HOME or ~/.cache
---@field corrections? string a file of corrections; otherwise that beside the pack, where there is one; "" for none

--- A site that was read. It never changes: to see a changed file, open it anew. It may stand in a `<close>` variable.
---@class minutebook.Site
local Site = {}

--- Opens the site in a folder that has a site.yaml, and reads its packs.
---@param folder string
---@param options? minutebook.SiteOptions
---@return minutebook.Site
function minutebook.open(folder, options) end

--- Reads one pack: its model, in plain tables, by the names of the reference page. What the paper doesn't say is nil.
---@param path string
---@param options? minutebook.PackOptions
---@return table
function minutebook.pack(path, options) end

--- HTML of Markdown, made as a page's is: with tables, containers, attributes, footnotes and abbreviations.
---@param text string
---@return string
function minutebook.markdown(text) end

--- All that the packs together tell: the objects that a layout finds in `site`, read-only, with the same names.
---@return Site
function Site:model() end

--- Goes through the routes of the site's pages, such as "/", in order.
---@return fun(): string?
function Site:routes() end

--- Makes one page: as it is published, as the Markdown that its layout wrote, as the list of the files that it is
--- made with, as JSON about how it is made, or as the HTML without the shell around it.
---@param route string
---@param format? "html" | "markdown" | "files" | "trace" | "content"
---@return string
function Site:render(route, format) end

--- The address of the page that shows an object of the model, from the site's top: "/panels/scrutiny-panel/", or a place on
--- the page of something else. Nil where no page shows it.
---@param object table
---@return string?
function Site:url(object) end

--- The functions that layouts call, by their names: `library.long_date(meeting.date)`, `library.where(meetings, "state", "held")`,
--- `tostring(library.bars { … })`; `library.require "record"` gives the other modules. `link` and `url` give addresses from
--- the site's top. HTML is a value that glues with `..`, where strings are escaped, and that tostring shows; where a link leads
--- is looked at by `element` alone. What writes Markdown (`card`, `facts`, `abbreviations`), counts words (`titles`) or writes a
--- feed takes a layout, and is an error here.
---@return table<string, function>
function Site:library() end

--- Gives the site back now; otherwise that happens when nothing refers to it any more.
function Site:close() end

return minutebook
