--- search_form.lua: the form of a search by Pagefind. It shows itself where JavaScript and the index are there.
local filters = {
  { "kind", "Kind of page", "All kinds" },
  { "panel", "Panel", "All panels" },
  { "year", "Year", "All years" },
  { "person", "Person", "Everybody" },
}

local fields = {}
for position, filter in ipairs(filters) do
  local name, label, all = table.unpack(filter)
  fields[position] = element(
    "div",
    nil,
    element("label", { ["for"] = "search-" .. name }, label),
    element("select", { id = "search-" .. name, name = name }, element("option", { value = "" }, all))
  ) .. html "\n"
end

emit(
  html '<div id="find" hidden>\n',
  element(
    "form",
    { role = "search", class = "search" },
    element(
      "div",
      { class = "query" },
      element("label", { ["for"] = "search-words" }, "Words to look for"),
      element(
        "div",
        nil,
        element("input", { id = "search-words", name = "q", type = "search", autocomplete = "off" }),
        element("button", nil, "Search")
      )
    ),
    element("div", { class = "filters" }, html "\n", join(fields))
  ),
  html '<div role="status"><h2 id="found"></h2></div>\n<ol id="results" class="results"></ol>\n',
  element("button", { id = "more", type = "button", hidden = true }, "Show more"),
  html "\n</div>\n",
  element("script", { type = "module", src = link "/assets/search.js" }),
  md "\n\n"
)
