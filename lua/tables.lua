--- tables.lua: a table of the papers as HTML: a caption, a scope for each heading, and a frame that scrolls by keyboard.
local tables = {}

--- All of them in one, by halves: glued one after the other, a table of n rows would be copied n times.
local function join(pieces, first, last)
  if first > last then return html"" end
  if first == last then return pieces[first] end
  local middle = (first + last) // 2
  return join(pieces, first, middle) .. join(pieces, middle + 1, last)
end

local function data(text)
  return html"<td>" .. text .. html"</td>"
end

local function heading(text)
  if text == "" then return data(text) end
  return html'<th scope="col">' .. text .. html"</th>"
end

local function row(cells, columns, cell)
  local made = html"<tr>"
  for column = 1, columns do made = made .. cell(cells[column] or "") end
  return made .. html"</tr>\n"
end

local function widest(block)
  local columns = #block.header
  for _, cells in ipairs(block.rows) do columns = math.max(columns, #cells) end
  return columns
end

---@param block Block
---@return HTML
function tables.html(block)
  local columns, name = widest(block), block.caption or "Table"
  local made = html'<div class="table" role="group" tabindex="0" aria-label="' .. name .. html'"><table>\n'
  if block.caption then made = made .. html"<caption>" .. block.caption .. html"</caption>\n" end
  if #block.header > 0 then
    made = made .. html"<thead>" .. row(block.header, columns, heading) .. html"</thead>\n"
  end
  local rows = {}
  for i, cells in ipairs(block.rows) do rows[i] = row(cells, columns, data) end
  return made .. html"<tbody>\n" .. join(rows, 1, #rows) .. html"</tbody></table></div>"
end

return tables
