--- globals.lua: the functions that every layout can call without require.
local dates = require "dates"
local links = require "links"
local markup = require "markup"
local tables = require "tables"
local text = require "text"

return {
  long_date = dates.long,
  short_date = dates.short,
  day_and_month = dates.day_and_month,
  month_and_year = dates.month_and_year,
  weekday = dates.weekday,
  clock = dates.clock,
  moment = dates.moment,
  hours = dates.hours,
  date_range = dates.range,
  relative_date = dates.relative,
  days_between = dates.between,

  type_of = links.type_of,
  source_url = links.source_url,
  source_place = links.source_place,
  source_link = links.source_link,

  element = markup.element,
  join = markup.join,
  data_table = tables.data_table,

  sentence = text.sentence,
  count = text.count,
  full_name = text.full_name,
  page_range = text.page_range,
  file_name = text.file_name,
}
