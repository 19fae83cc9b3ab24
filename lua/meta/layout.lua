---@meta
--- layout.lua: what a layout finds, for editors.

--- Text that is Markdown or HTML already. `..` with a string escapes the string.
---@class Markup
---@operator concat(any): Markup

--- A string that is Markdown. Write it yourself; text from a pack belongs beside it, where it is escaped.
---
---     md"**Decided:** " .. "5 * 3"               --> **Decided:** 5 \* 3
---@param text string
---@return Markup
function md(text) end

--- A string that is HTML.
---
---     html"<b>" .. "A & B" .. html"</b>"         --> <b>A &amp; B</b>
---@param text string
---@return Markup
function html(text) end

--- In a feed (.atom, .xml), a string that is XML already. There, too, every other string is data and is escaped.
---
---     xml"<title>" .. "A & B" .. xml"</title>"   --> <title>A &amp; B</title>
---@param text string
---@return Markup
function xml(text) end

--- In a .csv, a string that is a part of the table already, such as a comma.
---
---     csv"Place," .. "Harle, Old Library"        --> Place,"Harle, Old Library"
---@param text string
---@return Markup
function csv(text) end

--- In a calendar (.ics), a string that is lines of iCalendar already.
---
---     ics"LOCATION:" .. "Harle, Old Library"     --> LOCATION:Harle\, Old Library
---@param text string
---@return Markup
function ics(text) end

--- In a .json, a string that is JSON already.
---
---     json'{"title":' .. 'The "Pond"' .. json"}" --> {"title":"The \"Pond\""}
---@param text string
---@return Markup
function json(text) end

--- The JSON of a value, for a .json or for data within a page: a string, a number, a boolean, a list (also one of the
--- model, of strings), or a table whose keys are strings; its keys are sorted. An empty table is a list.
--- An error for anything else: nil, a function, an object of the model, Markup, a number that is infinite or none, a table
--- with a list and names, and tables nested deeper than 100.
---
---     to_json { title = "A & B", pages = { 1, 2 } }     --> {"pages": [1, 2], "title": "A & B"}
---@param value any
---@return Markup
function to_json(value) end

--- In a .txt, a string that is a part of the text already.
---
---     plaintext"Sitemap: " .. "/sitemap.xml"     --> Sitemap: /sitemap.xml
---@param text string
---@return Markup
function plaintext(text) end

--- Writes values to the page: strings as data, Markdown and HTML as they are, blocks as Markdown; false writes nothing.
---
---     emit(md"- ", "5 * 3", false, md"\n")       --> - 5 \* 3
---@param ... string|number|false|Markup|Block|Block[]
function emit(...) end

--- An element of HTML: its name, its attributes and what is in it. Strings are data, and are escaped; an attribute that
--- is false is left out, true stands alone, a list is joined by spaces. An address that may not be linked to is left out.
--- A value that is nil is an error, and so is a name that HTML couldn't have.
---
---     element("a", { href = "/a?b&c", class = { "x", "y" } }, "A < B")    --> <a class="x y" href="/a?b&amp;c">A &lt; B</a>
---     element("br")                                                       --> <br>
---@param name string
---@param attributes table<string, string|number|boolean|string[]>?
---@param ... string|number|false|Markup
---@return Markup
function element(name, attributes, ...) end

--- All values of a list in one, with a separator between them where one is given. Strings are data, and are escaped; false
--- is left out.
---
---     join({ html"<b>A</b>", "B & C", false }, ", ")        --> <b>A</b>, B &amp; C
---@param pieces (string|number|false|Markup)[]
---@param separator (string|Markup)?
---@return Markup
function join(pieces, separator) end

--- Whether an address may be linked to: a path, or one of the schemes http, https, mailto and tel. Addresses of the
--- papers are data, and can be anything.
---
---     is_address "https://council.example/a.pdf"     --> true
---     is_address "javascript:alert(1)"               --> false
---@param address string
---@return boolean
function is_address(address) end

--- The address of an object's page, or of a path of the site such as "/assets/style.css", from this page.
--- What has no page of its own is on the page around it; an error where no page shows it.
---
---     link "/assets/style.css"                   --> ./assets/style.css
---     link(site)                                 --> ./
---@param target SiteMeeting|SiteItem|SiteReport|SiteDecision|Question|Action|SiteDeclaration|WorkPlanEntry|Person|Panel|Site|string
---@return string
function link(target) end

--- The same; nil where no page shows the object: a member of the public, or a theme without such a page.
---
---     url(site.panels[1])                        --> ./panels/communities-transport-and-learning-scrutiny-panel/
---@param target table|string
---@return string?
function url(target) end

--- The fragment under which links look for the object on this page: `## ${item.title} {#${anchor(item)}}`.
---
---     anchor(site.meetings[1].items[1])          --> 2025-06-17-communities-transport-and-learning-scrutiny-panel-welcome-and-introductions
---@param object SiteItem|SiteReport|SiteDecision|Question|Action|SiteDeclaration|WorkPlanEntry
---@return string
function anchor(object) end

--- The same as `url`, for readers elsewhere: with the site's address (`url` in site.yaml) in front, and percent-encoded
--- where an address needs it; an error where the site has none.
---
---     address "/calendar.ics"                    --> https://wexcombe.example/calendar.ics
---     address "/assets/Café map.pdf"             --> https://wexcombe.example/assets/Caf%C3%A9%20map.pdf
---@param target table|string
---@return string?
function address(target) end

--- The address of a feed from this page; nil where the site has none of that name.
---
---     feed "/calendar.ics"              --> ./calendar.ics
---     feed "/none.atom"                 --> nil
---@param path string
---@return string?
function feed(path) end

--- Goes through all pages of the site: `for route, object in pages() do`. The home page, for one, has no object.
---
---     for route, object in pages() do if object == site.panels[1] then emit(md(route)) end end      --> /panels/communities-transport-and-learning-scrutiny-panel/
---@return fun(): string?, SiteMeeting|Panel|nil
function pages() end

--- The addresses of the style sheets that a shell links to after its own: all in the folders `assets/styles` of the theme
--- that the theme stands on, of the theme, and of the site, in that order. Each is an
--- address within the site, such as `/assets/styles/parks.css`.
---
---     #style_sheets()                   --> 0
---@return string[]
function style_sheets() end

--- The title of an item of business, of a paper, or of a section of a paper by its place, as it would be written in a
--- sentence: the council's papers may print it in capitals. Nil where it has none. Made once a site, by all that the packs
--- of the item's meeting say, or by the paper's own text. An error for any other
--- object, and where the paper has no such section.
---
---     title_of(site.meetings[2].items[1])        --> Welcome and introductions
---@param object SiteItem|SiteReport
---@param section integer? the place among the paper's sections
---@return string?
function title_of(object, section) end

--- How words are written in the running text of the papers.
---@class WordForms
local word_forms_ = {}

--- A heading that is printed in capitals, as it would be written in a sentence. `known` has `true` for a word that is
--- nobody's name, in small letters, and the form of a word that is always written so, under its capitals; without it, the
--- words are those of the headings of councils.
---
---     word_forms(site.meetings[1].agenda):heading("THE AGENDA", { agenda = true })     --> The agenda
---@param title string
---@param known table<string, true|string>?
---@return string
function word_forms_:heading(title, known) end

--- How words are written in the blocks of these objects, leaving out the first of each sentence, and what is in capitals
--- altogether.
---
---     word_forms():heading("THE NHS PLAN", { plan = true })      --> The NHS plan
---@param ... { blocks: Block[] }[]
---@return WordForms
function word_forms(...) end

--- All packs together.
---@type Site
site = nil

--- What the owner of the site set for its theme, by name: `settings.meetings_shown`. The theme's theme.yaml declares each
--- with a type (`string`, `integer`, `boolean`, `colour`, or `choice` with `choices`), a default and help; site.yaml gives
--- another value; `minutebook check SITE --settings` prints them all, to paste. A name that is not declared is an error.
---@type table<string, string|integer|boolean>
settings = nil

--- The page that is being made. A layout may set its title, and anything else that the shell reads.
---@class Page
---@field route string
---@field layout string
---@field title string the object's, until the layout says another
---@field part integer? the year that it lists, or the number of a report's part
---@field first integer? the first of the report's sections that it shows
---@field last integer? the last of them
---@field object table? what it shows
---@field parts { route: string, part: integer, first: integer?, last: integer? }[]? the pages of all years or parts
page = nil

--- In the layout `meeting`: the meeting.
---@type SiteMeeting
meeting = nil

--- In the layout `panel`: the panel.
---@type Panel
panel = nil

--- In the layout `item`: the item of business.
---@type SiteItem
item = nil

--- In the layout `person`: the person.
---@type Person
person = nil

--- In the layout `report`: the paper.
---@type SiteReport
report = nil

--- In shell.html: the page's HTML.
---@type Markup
content = nil

--- An argument of a component. Its type is one of the model (`SiteMeeting`), a list (`Block[]`), or `string`, `number`,
--- `integer`, `boolean`, `function`, `table`, `list`, `any`; `text` is whatever `${}` takes; `slot` is text too, or a
--- function that writes some. `A|B` is either; one that ends in `?` may be left out, as may one with a default.
---@class Argument
---@field [1] string its name
---@field [2] string? its type
---@field help string? what it is for, for messages
---@field default any

--- At the top of a component: declares what it takes, and returns the values in that order. The caller gives them by
--- place or, in a table, by name: `card("Venue", 2)`, `card { title = "Venue", level = 2 }`.
---
---     local title, level = arguments { { "title", "string" }, { "level", "integer", default = 3 } } emit(title, md" ", level)     --> Venue 3
---@param declared Argument[]
---@return any ...
function arguments(declared) end

--- What of a text can stand in an address.
---
---     slug "Café & Bar"                          --> cafe-and-bar
---@param text string
---@return string
function slug(text) end
