--- globals.lua: the functions that every layout can call without require.
local dates = require "dates"
local text = require "text"

return {
  long_date = dates.long,
  short_date = dates.short,
  weekday = dates.weekday,
  clock = dates.clock,
  sentence = text.sentence,
  count = text.count,
  full_name = text.full_name,
  page_range = text.page_range,
  file_name = text.file_name,
}
