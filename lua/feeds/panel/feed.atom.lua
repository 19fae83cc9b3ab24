--- feed.atom of a panel: its meetings and its decisions.
local news = require "news"

local entries = news.meetings(panel.meetings)
table.move(news.decisions(panel.decisions), 1, #panel.decisions, #entries + 1, entries)
require "atom".write(panel.name, panel, entries)
