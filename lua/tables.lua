--- tables.lua: a table of the papers as HTML: a caption, a scope for each heading, and a frame that scrolls by keyboard.
local tables = {}

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
  made = made .. html"<tbody>\n"
  for _, cells in ipairs(block.rows) do made = made .. row(cells, columns, data) end
  return made .. html"</tbody></table></div>"
end

return tables
