--- sharing.lua: what others show of a page when somebody passes its address on (Open Graph), and that address on paper.
local sharing = {}

local function own_address()
  return site.url and page.layout ~= "not-found" and address(page.route) or nil
end

local function tag(name, content)
  return content and element("meta", { property = "og:" .. name, content = content }) .. html "\n" or false
end

--- The tags of the page's head; without the site's address, those that need none.
---@return Markup
function sharing.tags()
  local here = own_address()
  return join {
    here and element("link", { rel = "canonical", href = here }) .. html "\n" or false,
    tag("type", page.route == "/" and "website" or "article"),
    tag("site_name", site.title),
    tag("title", page.route == "/" and site.title or page.title),
    tag("description", rawget(page, "description")),
    tag("url", here),
  }
end

--- The page's own address, for whoever has it on paper only.
---@return Markup|false
function sharing.printed()
  local here = own_address()
  return here and element("p", { class = "printed" }, "This page: " .. here) or false
end

return sharing
