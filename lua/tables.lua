--- tables.lua: tables as HTML: a caption, a scope for each heading, and a frame that scrolls by keyboard.
local tables = {}

local begins, ends = html "<td>", html "</td>"

local function cell(value, column, heading)
  local class = column and column.numeric and "number" or false
  if value == nil then value = "" end
  if heading and value ~= "" then return element("th", { scope = heading, class = class }, value) end
  return class and element("td", { class = class }, value) or begins .. value .. ends
end

local function row(cells, columns, count, heading)
  local made = {}
  for position = 1, count do
    local is_heading = heading == "col" and "col" or heading == "row" and position == 1 and "row"
    made[position] = cell(cells[position], columns[position], is_heading)
  end
  return element("tr", nil, join(made)) .. html "\n"
end

local function widest(header, rows)
  local count = #header
  for _, cells in ipairs(rows) do
    count = math.max(count, #cells)
  end
  return count
end

local function heads(columns)
  local names = {}
  for position, column in ipairs(columns) do
    names[position] = type(column) == "table" and column[1] or column
  end
  return names
end

local function describe(columns)
  local described = {}
  for position, column in ipairs(columns) do
    described[position] = type(column) == "table" and column or {}
  end
  return described
end

---@class DataTable
---@field caption string? What the table tells; readers of the screen hear it first.
---@field columns (string|{ [1]: string, numeric: boolean? })[]? The heads; `numeric` puts numbers below one another.
---@field rows (string|number|Markup)[][]
---@field row_heads boolean? The first cell of each row is its head.

--- A table of your own.
---
---     data_table { caption = "Votes", columns = { "Name", { "Votes", numeric = true } }, rows = { { "Ann", 3 } } }
---@param described DataTable
---@return Markup
function tables.data_table(described)
  local columns, rows, caption = described.columns or {}, described.rows, described.caption
  local header, details = heads(columns), describe(columns)
  local count = widest(header, rows)
  local made = {}
  for position, cells in ipairs(rows) do
    made[position] = row(cells, details, count, described.row_heads and "row" or nil)
  end
  return element(
    "div",
    { class = "table", role = "group", tabindex = "0", ["aria-label"] = caption or "Table" },
    element(
      "table",
      nil,
      html "\n",
      caption and element("caption", nil, caption) .. html "\n" or false,
      #header > 0 and element("thead", nil, row(header, details, count, "col")) .. html "\n" or false,
      element("tbody", nil, html "\n", join(made))
    )
  )
end

--- A table of the papers.
---
---     tables.html { caption = "Dates", header = { "Date" }, rows = { { "4 March" } } }
---@param block Block
---@return Markup
function tables.html(block)
  return tables.data_table { caption = block.caption, columns = block.header, rows = block.rows }
end

return tables
