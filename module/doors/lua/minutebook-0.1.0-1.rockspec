-- The Lua module for LuaRocks. It stands on the installed library: `luarocks make` in the folder packages/lua of the build,
-- with MINUTEBOOK_DIR=PREFIX where that isn't the system's.
rockspec_format = "3.0"
package = "minutebook"
version = "0.1.0-1"
source = { url = "file://minutebook-0.1.0.tar.gz" }
description = {
  summary = "Council agenda packs as data, and as pages of a site",
  license = "MIT",
}
dependencies = { "lua >= 5.4, < 5.5" }
external_dependencies = {
  MINUTEBOOK = { header = "minutebook.h", library = "minutebook" },
}
build = {
  type = "builtin",
  modules = {
    minutebook = {
      sources = { "failure.c", "json.c", "library.c", "minutebook.c", "thing.c" },
      libraries = { "minutebook" },
      incdirs = { "$(MINUTEBOOK_INCDIR)" },
      libdirs = { "$(MINUTEBOOK_LIBDIR)" },
    },
  },
}
