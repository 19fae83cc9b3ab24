---@meta
--- layout.lua: what a layout finds, for editors.

--- Text that is Markdown or HTML already. `..` with a string escapes the string.
---@class Markup
---@operator concat(any): Markup

--- A string that is Markdown. Write it yourself; text from a pack belongs beside it, where it is escaped.
---@param text string
---@return Markup
function md(text) end

--- A string that is HTML.
---@param text string
---@return Markup
function html(text) end

--- In a feed, a string that is already in the language that its name ends with: `xml` in .atom and .xml, `csv`, `ics`,
--- `json`, and `plaintext` in .txt. There, too, every other string is data and is escaped as the language wants it.
---@param text string
---@return Markup
function xml(text) end

---@param text string
---@return Markup
function csv(text) end

---@param text string
---@return Markup
function ics(text) end

---@param text string
---@return Markup
function json(text) end

---@param text string
---@return Markup
function plaintext(text) end

--- Writes values to the page: strings as data, Markdown and HTML as they are, blocks as Markdown; false writes nothing.
---@param ... string|number|false|Markup|Block|Block[]
function emit(...) end

--- The address of an object's page, or of a path of the site such as "/assets/style.css", from this page.
--- What has no page of its own is on the page around it; an error where no page shows it.
---@param target SiteMeeting|SiteItem|SiteReport|SiteDecision|Question|Action|SiteDeclaration|WorkPlanEntry|Person|Panel|Site|string
---@return string
function link(target) end

--- The same; nil where no page shows the object: a member of the public, or a theme without such a page.
---@param target table|string
---@return string?
function url(target) end

--- The fragment under which links look for the object on this page: `## ${item.title} {#${anchor(item)}}`.
---@param object SiteItem|SiteReport|SiteDecision|Question|Action|SiteDeclaration|WorkPlanEntry
---@return string
function anchor(object) end

--- The same as `url`, for readers elsewhere: with the site's address (`url` in site.yaml) in front; an error where the
--- site has none.
---@param target table|string
---@return string?
function address(target) end

--- Goes through all pages of the site: `for route, object in pages() do`. The home page, for one, has no object.
---@return fun(): string?, SiteMeeting|Panel|nil
function pages() end

--- How words are written in the running text of the papers.
---@class WordForms
local word_forms_ = {}

--- A heading that is printed in capitals, as it would be written in a sentence. `known` has `true` for a word that is
--- nobody's name, in small letters, and the form of a word that is always written so, under its capitals.
---@param title string
---@param known table<string, true|string>
---@return string
function word_forms_:heading(title, known) end

--- How words are written in the blocks of these objects, leaving out the first of each sentence, and what is in capitals
--- altogether.
---@param ... { blocks: Block[] }[]
---@return WordForms
function word_forms(...) end

--- All packs together.
---@type Site
site = nil

--- The page that is being made. A layout may set its title, and anything else that the shell reads.
---@class Page
---@field route string
---@field layout string
---@field title string the object's, until the layout says another
---@field part integer? the year that it lists, or the number of a report's part
---@field first integer? the first of the report's sections that it shows
---@field last integer? the last of them
---@field parts { route: string, part: integer, first: integer?, last: integer? }[]? the pages of all years or parts
page = nil

--- In the layout `meeting`: the meeting.
---@type SiteMeeting
meeting = nil

--- In the layout `panel`: the panel.
---@type Panel
panel = nil

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
---@param declared Argument[]
---@return any ...
function arguments(declared) end

--- What of a text can stand in an address: "Café & Bar" is "cafe-and-bar".
---@param text string
---@return string
function slug(text) end

-- The functions of lua/, which every layout can call without require.
long_date = require("dates").long
short_date = require("dates").short
day_and_month = require("dates").day_and_month
month_and_year = require("dates").month_and_year
weekday = require("dates").weekday
clock = require("dates").clock
moment = require("dates").moment
hours = require("dates").hours
date_range = require("dates").range
relative_date = require("dates").relative
days_between = require("dates").between

type_of = require("links").type_of
source_url = require("links").source_url
source_place = require("links").source_place
source_link = require("links").source_link

element = require("markup").element
join = require("markup").join
data_table = require("tables").data_table

sentence = require("text").sentence
count = require("text").count
full_name = require("text").full_name
page_range = require("text").page_range
file_name = require("text").file_name
