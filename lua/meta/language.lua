---@meta
--- language.lua: how layouts are made of parts, for editors.

--- What a file of the folder `includes` writes: `include "welcome"`. Its other values are the file's `...`.
---
---     include("welcome", "reader")                     --> Welcome, reader.
---@param name string
---@param ... any
---@return Markup
function include(name, ...) end

--- At the top of a layout: it stands on another one, which runs after it. What it writes outside of its blocks goes into
--- the slot "content" of that one.
---
---     extends "sheet"                                  --> The end.
---@param layout string
function extends(layout) end

--- What this layout puts into a slot of the layout that it stands on. A function runs when the slot is reached, and is
--- given one that tells what would stand there without it.
---
---     extends "sheet"; block("foot", "No papers yet.")      --> No papers yet.
---@param slot string
---@param filling string|Markup|fun(before: fun(): Markup|string|false): any
function block(slot, filling) end

--- A slot that layouts which stand on this one can fill: what is in it, else what the function writes, else false.
---
---     slot("foot", "The end.")                         --> The end.
---@param name string
---@param default? string|Markup|fun(): any
---@return Markup|string|false
function slot(name, default) end
