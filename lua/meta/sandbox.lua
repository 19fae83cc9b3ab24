---@meta
--- sandbox.lua: what Lua has and a layout hasn't, for editors, which strike it through. `io`, `os` and `debug` are not
--- there as a whole. A site that says `trust: full` in its site.yaml has them all.

---@deprecated Layouts are files; there is no code to load.
function load() end

---@deprecated `include` and `require` find files of the theme and the site.
function loadfile() end

---@deprecated `include` and `require` find files of the theme and the site.
function dofile() end

---@deprecated A page's memory is given back when it is done.
function collectgarbage() end

---@deprecated A layout has no screen; `minutebook lua` has `print`.
function warn() end

---@deprecated `require` looks in the folders `lua` of the site and its themes.
package = nil

---@deprecated Functions can't be written down.
function string.dump() end

---@deprecated Each page begins `math.random` from its route, so that a build gives the same pages again.
function math.randomseed() end
