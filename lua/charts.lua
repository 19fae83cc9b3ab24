--- charts.lua: figures as drawings (SVG), each with its words and its figures beside it.
---
--- A drawing is as wide as its place and as high as its text is large. It says nothing by colour alone: kinds differ by
--- pattern or shape, and a theme gives colours to the classes `bar`, `series-1` to `series-6` and `mark`. Below the drawing
--- a table has the same figures. There are no styles in it, which a page's security policy may refuse. A chart without a
--- title or without data is an error, and so is a figure below 0.
local charts = {}

local dates = require "dates"
local tables = require "tables"
local text = require "text"

-- A label in the drawing doesn't wrap; a phone has room for so many characters. The table has all of it.
local longest_label = 32

local drawn = 0

local function em(value)
  return ("%.2fem"):format(value)
end

local function share(part, whole, room)
  return ("%.2f%%"):format(whole == 0 and 0 or room * part / whole)
end

local function words(content, attributes)
  attributes.fill = "currentColor"
  return element("text", attributes, content)
end

--- What every chart is: a heading, a drawing with its words, a legend, and a table.
local function figure(chart, kind, drawing)
  local id = drawing.id
  return element(
    "figure",
    { class = { "chart", kind } },
    element("figcaption", nil, chart.title),
    drawing.legend or false,
    element(
      "svg",
      {
        role = "img",
        width = "100%",
        height = em(drawing.height),
        ["aria-labelledby"] = id .. "-title " .. id .. "-text",
      },
      element("title", { id = id .. "-title" }, chart.title),
      element("desc", { id = id .. "-text" }, chart.summary or drawing.summary),
      join(drawing.pieces)
    ),
    element("details", nil, element("summary", nil, "These figures as a table"), tables.data_table(drawing.table))
  )
end

local function new_drawing()
  drawn = drawn + 1
  return { id = "chart-" .. drawn, pieces = {}, height = 0 }
end

local function check(chart, name)
  if type(chart) ~= "table" or type(chart.title) ~= "string" then error(name .. " needs a table with a title", 3) end
  if type(chart.data) ~= "table" then error(name .. " needs its figures in data", 3) end
end

local function add(drawing, piece)
  drawing.pieces[#drawing.pieces + 1] = piece
end

-- --- Bars ---

local row_height, bar_height = 2.9, 1

--- The width that bars may have, in per cent, so that the longest figure beside them has room on a phone.
local function room_beside(longest)
  return math.max(40, 96 - 3.4 * longest)
end

local function check_value(value, label)
  if type(value) ~= "number" or value < 0 then
    error(("the figure of '%s' is %s, and a bar needs a number that isn't below 0"):format(label, tostring(value)), 0)
  end
  return value
end

local function extremes(data, value_of)
  local most, least = data[1], data[1]
  for _, row in ipairs(data) do
    if value_of(row) > value_of(most) then most = row end
    if value_of(row) < value_of(least) then least = row end
  end
  return most, least
end

local function summary_of_bars(data, value_of)
  local most, least = extremes(data, value_of)
  if not most then return "There are no figures." end
  if value_of(most) == value_of(least) then
    return ("%s, each %s."):format(text.count(#data, "bar"), text.number(value_of(most)))
  end
  return ("%s: the longest is %s with %s, the shortest %s with %s."):format(
    text.count(#data, "bar"),
    most[1],
    text.number(value_of(most)),
    least[1],
    text.number(value_of(least))
  )
end

local function label_row(drawing, label)
  local top = drawing.height
  add(drawing, words(text.excerpt(label, longest_label), { x = "0", y = em(top + 1) }))
  drawing.height = top + row_height
  return top + 1.35
end

local function number_after(drawing, top, width, figures)
  add(drawing, words(figures, { x = width, dx = "0.4em", y = em(top + 0.85), class = "figure" }))
end

---@class BarChart
---@field title string
---@field data { [1]: string, [2]: number }[] a label and its figure each
---@field unit string? what the figures count, for the table: "Meetings"
---@field summary string? the drawing in words; otherwise the longest and the shortest bar

--- Bars, one below the other.
---
---     bars { title = "Meetings", data = { { "2024", 5 }, { "2025", 8 } } }
---@param chart BarChart
---@return Markup
function charts.bars(chart)
  check(chart, "bars")
  local drawing, rows, most = new_drawing(), {}, 0
  local function value_of(row)
    return check_value(row[2], row[1])
  end
  for _, row in ipairs(chart.data) do
    most = math.max(most, value_of(row))
  end
  local room = room_beside(#text.number(most))
  for place, row in ipairs(chart.data) do
    local top, width = label_row(drawing, row[1]), share(row[2], most, room)
    add(
      drawing,
      element(
        "rect",
        { class = "bar", x = "0", y = em(top), width = width, height = em(bar_height), fill = "currentColor" }
      )
    )
    number_after(drawing, top, width, text.number(row[2]))
    rows[place] = { row[1], text.number(row[2]) }
  end
  drawing.summary = summary_of_bars(chart.data, value_of)
  drawing.table = {
    caption = chart.title,
    columns = { "", { chart.unit or "Number", numeric = true } },
    rows = rows,
    row_heads = true,
  }
  return figure(chart, "bars", drawing)
end

-- --- Series: each has a pattern of its own ---

-- What is drawn on a square of 8 by 8; the first series is filled, the fourth empty.
local strokes = { [2] = "M-2 2L2 -2M0 8L8 0M6 10L10 6", [3] = "M3 3h2v2h-2z", [5] = "M0 4h8M4 0v8", [6] = "M0 4h8" }
local most_series = 6

local function fill_of(id, series)
  if series == 1 then return "currentColor" end
  return strokes[series] and ("url(#%s-%d)"):format(id, series) or "none"
end

local function pattern(id, series)
  return element(
    "pattern",
    {
      id = id .. "-" .. series,
      class = "series-" .. series,
      width = "8",
      height = "8",
      patternUnits = "userSpaceOnUse",
    },
    element("path", {
      d = strokes[series],
      stroke = "currentColor",
      ["stroke-width"] = "2",
      fill = "none",
    })
  )
end

local function patterns(drawing, count)
  local made = {}
  for series = 1, count do
    if strokes[series] then made[#made + 1] = pattern(drawing.id, series) end
  end
  if #made > 0 then add(drawing, element("defs", nil, join(made))) end
end

local function block(drawing, series, attributes)
  attributes.class, attributes.fill = "series-" .. series, fill_of(drawing.id, series)
  attributes.stroke = "currentColor"
  return element("rect", attributes)
end

local function legend(names, swatch)
  local made = {}
  for series, name in ipairs(names) do
    made[series] = element(
      "li",
      nil,
      element("svg", { width = "1.4em", height = "1em", ["aria-hidden"] = "true", focusable = "false" }, swatch(series)),
      " ",
      name
    )
  end
  return element("ul", { class = "legend" }, join(made))
end

local function sum(figures, label)
  local total = 0
  for _, value in ipairs(figures) do
    total = total + check_value(value, label)
  end
  return total
end

---@class StackedBarChart
---@field title string
---@field series string[] what each part of a bar is; at most six
---@field data { [1]: string, [2]: number[] }[] a label, and the figures of the series in their order
---@field summary string?

--- Bars in parts: the votes on several motions, the decisions of several years by their kind.
---
---     stacked_bars { title = "Votes", series = { "For", "Against" }, data = { { "The pond", { 5, 3 } } } }
---@param chart StackedBarChart
---@return Markup
function charts.stacked_bars(chart)
  check(chart, "stacked_bars")
  local series = chart.series
  if type(series) ~= "table" or #series == 0 or #series > most_series then
    error("stacked_bars needs the names of one to six series", 2)
  end
  local drawing, rows, most = new_drawing(), {}, 0
  local function value_of(row)
    return sum(row[2], row[1])
  end
  for _, row in ipairs(chart.data) do
    most = math.max(most, value_of(row))
  end
  local room = room_beside(#text.number(most) + 4 * (#series - 1))
  patterns(drawing, #series)
  for place, row in ipairs(chart.data) do
    local top, before, cells = label_row(drawing, row[1]), 0, { row[1] }
    for i = 1, #series do
      local value = row[2][i] or 0
      if value > 0 then
        add(
          drawing,
          block(drawing, i, {
            x = share(before, most, room),
            y = em(top),
            width = share(value, most, room),
            height = em(bar_height),
          })
        )
      end
      before = before + value
      cells[i + 1] = text.number(value)
    end
    number_after(drawing, top, share(before, most, room), table.concat(cells, " · ", 2))
    rows[place] = cells
  end
  local columns = { "" }
  for i, name in ipairs(series) do
    columns[i + 1] = { name, numeric = true }
  end
  drawing.legend = legend(series, function(i)
    return block(drawing, i, { width = "100%", height = "100%" })
  end)
  drawing.summary = ("Each bar has %s: %s. "):format(text.count(#series, "part"), text.sentence(series))
    .. summary_of_bars(chart.data, value_of)
  drawing.table = { caption = chart.title, columns = columns, rows = rows, row_heads = true }
  return figure(chart, "stacked-bars", drawing)
end

-- --- Attendance: a shape for each status ---

local shapes = {
  present = function(x, y)
    return element("circle", { cx = x, cy = y, r = em(0.36), fill = "currentColor" })
  end,
  apologies = function(x, y)
    return element(
      "circle",
      { cx = x, cy = y, r = em(0.32), fill = "none", stroke = "currentColor", ["stroke-width"] = "2" }
    )
  end,
  substituted = function(x, y)
    return join {
      element(
        "circle",
        { cx = x, cy = y, r = em(0.32), fill = "none", stroke = "currentColor", ["stroke-width"] = "2" }
      ),
      element("circle", { cx = x, cy = y, r = em(0.13), fill = "currentColor" }),
    }
  end,
  absent = function(x, y)
    return words("–", { x = x, y = y, dy = "0.35em", ["text-anchor"] = "middle" })
  end,
}
local statuses = { "present", "apologies", "substituted", "absent" }
local status_words =
  { present = "Present", apologies = "Apologies", substituted = "Sent a substitute", absent = "Absent" }

local names_room, grid_row, longest_name = 50, 1.7, 20

local function columns_of(data)
  local found, dated = {}, {}
  for _, person in ipairs(data) do
    for _, attended in ipairs(person.attendance) do
      local meeting = attended.meeting
      if meeting and not dated[meeting] then
        dated[meeting] = true
        found[#found + 1] = meeting
      end
    end
  end
  table.sort(found, function(a, b)
    return (a.date or "") < (b.date or "")
  end)
  return found
end

--- The day of the first of the meetings; "" where a day isn't known.
local function first_day(meetings)
  local first
  for _, meeting in ipairs(meetings) do
    local date = meeting.date or ""
    first = (not first or date < first) and date or first
  end
  return first or ""
end

--- The statuses since a day: what somebody came to is in the order of the days, and most of it is long ago.
local function statuses_by_meeting(person, since)
  local by_meeting, attendance = {}, person.attendance
  for place = #attendance, 1, -1 do
    local attended = attendance[place]
    local meeting = attended.meeting
    if meeting and meeting.date and meeting.date < since then break end
    if meeting and not by_meeting[meeting] then by_meeting[meeting] = attended.status end
  end
  return by_meeting
end

--- "4 Nov 2025": in a narrow column a month may be cut.
local function day(meeting)
  return meeting.date and dates.short(meeting.date):gsub("(%a%a%a)%a+", "%1") or "No date"
end

--- The heads of the columns stand upright; an inner svg lets each be turned at its own place.
local function draw_dates(drawing, columns, x_of)
  for place, meeting in ipairs(columns) do
    add(
      drawing,
      element(
        "svg",
        { x = x_of(place), y = em(6), overflow = "visible" },
        words(day(meeting), { transform = "rotate(-90)", y = "0.35em" })
      )
    )
  end
  drawing.height = 6.6
end

---@class AttendanceGrid
---@field title string
---@field data Person[] whoever is to be shown
---@field meetings SiteMeeting[]? those that are shown, in this order; otherwise all that these people could come to
---@field summary string?

--- Who came to which meeting: a row for each person, a column for each meeting.
---
---     attendance_grid { title = "Attendance", data = site.people, meetings = site.panels[1].meetings }
---@param chart AttendanceGrid
---@return Markup
function charts.attendance_grid(chart)
  if type(chart) ~= "table" or type(chart.title) ~= "string" then
    error("attendance_grid needs a table with a title", 2)
  end
  if not chart.data then error("attendance_grid needs people in data", 2) end
  local drawing, columns, rows, came, all = new_drawing(), chart.meetings or columns_of(chart.data), {}, 0, 0
  local function x_of(place)
    return ("%.2f%%"):format(names_room + (100 - names_room) * (place - 0.5) / #columns)
  end
  draw_dates(drawing, columns, x_of)
  local used, since = {}, first_day(columns)
  for _, person in ipairs(chart.data) do
    local by_meeting, y, cells =
      statuses_by_meeting(person, since), drawing.height + grid_row / 2, { person.name or "" }
    local pieces, any = {}, false
    for place, meeting in ipairs(columns) do
      local status = by_meeting[meeting]
      if status then
        any, used[status], all = true, true, all + 1
        if status == "present" then came = came + 1 end
        pieces[#pieces + 1] = element("g", { class = { "mark", status } }, shapes[status](x_of(place), em(y)))
      end
      cells[place + 1] = status and status_words[status] or ""
    end
    if any then
      add(drawing, words(text.excerpt(person.name or "", longest_name), { x = "0", y = em(y + 0.35) }))
      for _, piece in ipairs(pieces) do
        add(drawing, piece)
      end
      drawing.height = drawing.height + grid_row
      rows[#rows + 1] = cells
    end
  end
  local kinds, names = {}, {}
  for _, status in ipairs(statuses) do
    if used[status] then
      kinds[#kinds + 1] = status
      names[#names + 1] = status_words[status]
    end
  end
  local heads = { "Name" }
  for place, meeting in ipairs(columns) do
    heads[place + 1] = day(meeting)
  end
  drawing.legend = legend(names, function(i)
    return shapes[kinds[i]]("50%", "0.5em")
  end)
  drawing.summary = ("%s and %s: present at %s of %s seats."):format(
    text.count(#rows, "person", "people"),
    text.count(#columns, "meeting"),
    text.number(came),
    text.number(all)
  )
  drawing.table = { caption = chart.title, columns = heads, rows = rows, row_heads = true }
  return figure(chart, "attendance", drawing)
end

-- --- Time ---

local nearest_events, furthest_events = 3.1, 5.5

--- How far below the one before it an event stands: further where more time lies between, within bounds.
local function gap_between(before, after)
  local days = before and dates.between(before, after) or 0
  return before and math.min(nearest_events + days / 90, furthest_events) or 0
end

---@class TimeLine
---@field title string
---@field data { date: string, name: string, to: (table|string)? }[] in their order; what `to` leads to is linked from the table
---@field today string? the day from which events are still to come, drawn as rings; otherwise site.today
---@field summary string?

--- Events along a line, the first on top: how a plan moved, how a matter came to a decision.
---
---     time_line { title = "The pond", data = { { date = "2025-03-04", name = "Petition" } } }
---@param chart TimeLine
---@return Markup
function charts.time_line(chart)
  check(chart, "time_line")
  local today, drawing, rows, before = chart.today or site.today, new_drawing(), {}, nil
  local y = 1
  local ys = {}
  for place, event in ipairs(chart.data) do
    y = y + gap_between(before, event.date)
    ys[place], before = y, event.date
  end
  add(
    drawing,
    element("line", {
      class = "axis",
      x1 = "0.6em",
      x2 = "0.6em",
      y1 = "1em",
      y2 = em(y),
      stroke = "currentColor",
      ["stroke-width"] = "2",
    })
  )
  for place, event in ipairs(chart.data) do
    local at, is_coming = em(ys[place]), event.date > today
    add(
      drawing,
      element("circle", {
        class = { "mark", is_coming and "coming" or "past" },
        cx = "0.6em",
        cy = at,
        r = em(0.4),
        stroke = "currentColor",
        ["stroke-width"] = "2",
        fill = is_coming and "Canvas" or "currentColor",
      })
    )
    add(drawing, words(dates.short(event.date), { x = "1.8em", y = em(ys[place] + 0.35), ["font-weight"] = "bold" }))
    add(drawing, words(text.excerpt(event.name, longest_label), { x = "1.8em", y = em(ys[place] + 1.6) }))
    rows[place] =
      { dates.short(event.date), event.to and element("a", { href = link(event.to) }, event.name) or event.name }
  end
  drawing.height = y + 2.2
  drawing.summary = #rows == 0 and "There are no events."
    or ("%s, from %s."):format(text.count(#rows, "event"), dates.range(chart.data[1].date, chart.data[#rows].date))
  drawing.table = { caption = chart.title, columns = { "Date", "Event" }, rows = rows, row_heads = true }
  return figure(chart, "time-line", drawing)
end

return charts
