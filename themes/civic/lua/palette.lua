--- palette.lua: the colours that the owner of a site gave to the theme, where they are not the sheet's own.
local palette = {}

local given = { accent = "#0b4f5c", accent_in_the_dark = "#0d3f49" }

local function channel(colour, at)
  local value = tonumber(colour:sub(at, at + 1), 16) / 255
  return value <= 0.04045 and value / 12.92 or ((value + 0.055) / 1.055) ^ 2.4
end

--- What can be read on a colour: white, or black where that stands out more (WCAG 2.2, contrast).
---@param colour string
---@return string
function palette.on(colour)
  local light = 0.2126 * channel(colour, 2) + 0.7152 * channel(colour, 4) + 0.0722 * channel(colour, 6)
  return 1.05 / (light + 0.05) >= (light + 0.05) / 0.05 and "#ffffff" or "#000000"
end

local function tokens(colour)
  return ":root{--accent:" .. colour .. ";--on-accent:" .. palette.on(colour) .. "}"
end

--- A sheet of the site's own colours; false where it has none.
---@return Markup|false
function palette.of_site()
  local light, dark = settings.accent, settings.accent_in_the_dark
  if light == given.accent and dark == given.accent_in_the_dark then return false end
  return html("<style>" .. tokens(light) .. "@media(prefers-color-scheme:dark){" .. tokens(dark) .. "}</style>")
end

return palette
