-- header.lua: reads the comments and declarations of a C header in the form that minutebook.h has: a comment, then what it
-- is about without an empty line between; a comment with dashes around it begins a section; four more spaces are code.
local header = {}

--- The paragraphs of a comment's text: { text = "…" } or { code = "…" }.
local function paragraphs_of(lines)
  local found, open = {}, nil
  for _, line in ipairs(lines) do
    local code = line:match("^    (.*)$")
    if line == "" then
      -- An empty line parts sentences, and stays within code.
      if open and open.code then
        open.code = open.code .. "\n"
      else
        open = nil
      end
    elseif code and not (open and open.text) then
      if not (open and open.code) then
        open = { code = "" }
        found[#found + 1] = open
      end
      open.code = open.code .. code .. "\n"
    else
      if not (open and open.text) then
        open = { text = "" }
        found[#found + 1] = open
      end
      open.text = open.text == "" and line or open.text .. " " .. line
    end
  end
  for _, paragraph in ipairs(found) do
    if paragraph.code then paragraph.code = paragraph.code:gsub("\n+$", "") end
  end
  return found
end

--- What a comment says, from its opening to its end.
local function paragraphs_of_comment(comment)
  local lines = {}
  for line in (comment:match("^/%*%s?(.-)%s*%*/$") .. "\n"):gmatch("(.-)\n") do
    lines[#lines + 1] = line:gsub("^ %* ?", "")
  end
  return paragraphs_of(lines)
end

--- The members of an enum or a struct, one a line: { code =, text = }. Its comment stands behind it, over several lines
--- perhaps, or above it.
local function members_of(body)
  local members, above, comment = {}, "", nil
  for line in body:gmatch("[^\n]+") do
    local code, said = line:match("^%s*(.-)[,;]?%s*/%*%s*(.*)$")
    if comment then
      comment.text = comment.text .. " " .. line:gsub("^[%s*]+", "", 1)
    elseif code == "" then
      comment = { text = said }
    else
      code = code or line:match("^%s*(.-)[,;]?%s*$")
      comment = { code = code, text = said or above }
      members[#members + 1], above = comment, ""
    end
    local is_open = comment.text:find("%S") and (said or not code) and not comment.text:find("%*/")
    comment.text = comment.text:gsub("%s*%*/.*$", "")
    if not is_open then
      if not comment.code then above = comment.text end
      comment = nil
    end
  end
  for _, member in ipairs(members) do
    if member.text == "" then error(member.code .. " has no comment", 0) end
  end
  return members
end

-- --- Declarations: the beginning of a line, to where it goes, and what it adds to its entry ---

local function take_function(entry, text)
  local code = text:gsub("^MB_PUBLIC ", ""):gsub("%s+", " ")
  entry.names[#entry.names + 1] = code:match("(mb_[%w_]+)%(")
  entry.functions[#entry.functions + 1] = code
end

local function take_enum(entry, text)
  local values = members_of(text:match("{\n(.*)\n}"))
  entry.values, entry.names[1] = values, values[1].code:match("%S+") .. " to " .. values[#values].code:match("%S+")
end

local function take_struct(entry, text)
  entry.names[#entry.names + 1] = text:match("^typedef struct (mb_[%w_]+)")
  entry.fields = members_of(text:match("{\n(.*)\n}"))
end

local function take_handle(entry, text)
  entry.names[#entry.names + 1] = text:match("^typedef struct (mb_[%w_]+)")
  entry.handle = text
end

local function take_macro(entry, text)
  local name, value = text:match("^#define ([%w_]+)%s+(.*)$")
  entry.names[#entry.names + 1] = name
  entry.macros[#entry.macros + 1] = value:find("{") and "#define " .. name or text:gsub("%s+", " ")
end

local declarations <const> = {
  { "^MB_PUBLIC .-;", take_function },
  { "^enum {.-\n};", take_enum },
  { "^typedef struct [%w_]+ {.-\n} [%w_]+;", take_struct },
  { "^typedef struct [%w_]+ [%w_]+;", take_handle },
  { "^#define [^\n]*\\\n.-[^\\]\n", take_macro },
  { "^#define [^\n]*", take_macro },
}

-- What stands in the header for the compiler alone.
local unsaid <const> = {
  "^#ifndef MINUTEBOOK_H\n#define MINUTEBOOK_H",
  "^#if defined%(__GNUC__%)\n.-#endif",
  "^#ifdef __cplusplus\n.-#endif",
  "^#endif",
  "^#include [^\n]*",
}

local function new_entry(comment)
  return { text = paragraphs_of_comment(comment), names = {}, functions = {}, macros = {} }
end

local function skip_unsaid(text, at)
  for _, pattern in ipairs(unsaid) do
    local _, to = text:find(pattern, at)
    if to then return to + 1 end
  end
end

local function take_declaration(entry, text, at)
  for _, row in ipairs(declarations) do
    local _, to = text:find(row[1], at)
    if to then
      if not entry then error("this has no comment: " .. text:sub(at, to), 0) end
      row[2](entry, text:sub(at, to))
      return to + 1
    end
  end
  error("this is no declaration that the manual knows: " .. text:sub(at, at + 60), 0)
end

--- { title =, text = paragraphs, sections = { { name =, entries = } } }; an entry has `text`, the `names` of what it is
--- about, and of that `functions`, `macros`, `values`, `fields`, a `handle`.
function header.read(text)
  local first, rest = text:match("^(/%*.-%*/)\n(.*)$")
  local intro = paragraphs_of_comment(first)
  local found = { title = table.remove(intro, 1).text:gsub("^[%w.]+: ", ""), text = intro, sections = {} }
  local at, entry = 1, nil
  while at <= #rest do
    local section = rest:match("^/%* %-%-%- (.-) %-+ %*/", at)
    local _, comment_end, comment = rest:find("^(/%*.-%*/)\n", at)
    if rest:sub(at, at) == "\n" then
      -- A declaration ends with its line; an empty line behind that ends the entry.
      if rest:sub(at + 1, at + 1) == "\n" then entry = nil end
      at = at + 1
    elseif section then
      found.sections[#found.sections + 1], entry = { name = section, entries = {} }, nil
      at = comment_end + 1
    elseif comment then
      local entries = found.sections[#found.sections].entries
      entry = new_entry(comment)
      entries[#entries + 1] = entry
      at = comment_end + 1
    else
      at = skip_unsaid(rest, at) or take_declaration(entry, rest, at)
    end
  end
  return found
end

return header
