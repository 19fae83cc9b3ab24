--- globals.lua: the functions that every layout can call without require.
local charts = require "charts"
local dates = require "dates"
local links = require "links"
local lists = require "lists"
local parts = require "parts"
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

  sentence = text.sentence,
  count = text.count,
  number = text.number,
  percent = text.percent,
  excerpt = text.excerpt,
  capitalise = text.capitalise,
  full_name = text.full_name,
  page_range = text.page_range,
  file_name = text.file_name,

  where = lists.where,
  first = lists.first,
  last = lists.last,
  take = lists.take,
  reverse = lists.reverse,
  map = lists.map,
  unique = lists.unique,
  sort_by = lists.sort_by,
  group_by = lists.group_by,
  sum = lists.sum,

  type_of = links.type_of,
  source_url = links.source_url,
  source_place = links.source_place,
  source_link = links.source_link,

  tag = parts.tag,
  facts = parts.facts,
  card = parts.card,
  breadcrumbs = parts.breadcrumbs,
  pagination = parts.pagination,
  contents_list = parts.contents_list,
  abbreviations = parts.abbreviations,
  data_table = tables.data_table,

  bars = charts.bars,
  stacked_bars = charts.stacked_bars,
  attendance_grid = charts.attendance_grid,
  time_line = charts.time_line,
}
