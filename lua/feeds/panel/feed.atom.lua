--- feed.atom of a panel: its meetings and its decisions.
local news = require "news"

local entries, decided = news.meetings(panel.meetings), news.decisions(panel.decisions)
require "atom".write(panel.name, panel, table.move(decided, 1, #decided, #entries + 1, entries))
