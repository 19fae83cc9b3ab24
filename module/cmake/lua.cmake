# Which Lua 5.4 runs the layouts: the target minutebook_lua.
#
# The library has a Lua of its own inside, hidden by its version script. Linked to liblua5.4.so instead, its lua_* would
# be looked up in the whole process at load, the program first. In one that has Lua 5.3 linked in and exports it (so that
# it can load modules) opening a site either came upon Lua's own check of versions, half-way through a page, or ended in
# a segmentation fault. -Bsymbolic doesn't help, for it is about a library's own names. Opening liblua5.4.so apart
# doesn't hold: RTLD_DEEPBIND does nothing for a library that the process has already and isn't allowed under ASan;
# dlmopen brings a second C library, which doesn't know the threads that the first one made.
#
# In this order: the sources in MINUTEBOOK_LUA_SOURCE; the archive that liblua5.4-dev has; and where that can't be put
# into a shared library, liblua5.4.so, with the test in script/interpreter.c that refuses another Lua beneath.
set(MINUTEBOOK_LUA_SOURCE "" CACHE PATH "A folder with the source of Lua 5.4, to be compiled in; empty: the system's.")
add_library(minutebook_lua INTERFACE)

if(MINUTEBOOK_LUA_SOURCE)
    find_path(lua_folder lua.h PATHS ${MINUTEBOOK_LUA_SOURCE} ${MINUTEBOOK_LUA_SOURCE}/src
        NO_DEFAULT_PATH NO_CACHE REQUIRED)
    file(STRINGS ${lua_folder}/lua.h is_5_4 REGEX "define[ \t]+LUA_VERSION_MINOR(_N)?[ \t]+\"?4\"?$")
    if(NOT is_5_4)
        message(FATAL_ERROR "${lua_folder} holds another Lua than 5.4")
    endif()
    file(GLOB lua_sources CONFIGURE_DEPENDS ${lua_folder}/l*.c)
    list(FILTER lua_sources EXCLUDE REGEX "/(lua|luac|ltests)\\.c$")
    add_library(minutebook_lua_inside STATIC ${lua_sources})
    set_target_properties(minutebook_lua_inside PROPERTIES POSITION_INDEPENDENT_CODE ON C_VISIBILITY_PRESET hidden)
    target_compile_definitions(minutebook_lua_inside PRIVATE LUA_USE_POSIX)
    target_include_directories(minutebook_lua_inside PUBLIC ${lua_folder})
    target_link_libraries(minutebook_lua INTERFACE minutebook_lua_inside)
    set(MINUTEBOOK_LUA_ARCHIVE_FITS OFF)
    message(STATUS "Lua: compiled in from ${lua_folder}")
    return()
endif()

pkg_check_modules(LUA REQUIRED IMPORTED_TARGET lua5.4)
pkg_get_variable(lua_library_folder lua5.4 libdir)
find_file(MINUTEBOOK_LUA_ARCHIVE NAMES liblua5.4.a liblua.a PATHS ${lua_library_folder} NO_DEFAULT_PATH)
mark_as_advanced(MINUTEBOOK_LUA_ARCHIVE)
if(MINUTEBOOK_LUA_ARCHIVE)
    try_compile(MINUTEBOOK_LUA_ARCHIVE_FITS ${PROJECT_BINARY_DIR}/lua_inside
        SOURCES ${CMAKE_CURRENT_LIST_DIR}/lua_inside.c ${PROJECT_SOURCE_DIR}/module/script/streams.c
        CMAKE_FLAGS
            -DINCLUDE_DIRECTORIES=${LUA_INCLUDE_DIRS}
            -DCMAKE_C_FLAGS=-fPIC
        LINK_OPTIONS -shared LINKER:-z,defs LINKER:--version-script=${CMAKE_CURRENT_LIST_DIR}/minutebook.map
        LINK_LIBRARIES ${MINUTEBOOK_LUA_ARCHIVE} ${CMAKE_DL_LIBS} m)
endif()
if(MINUTEBOOK_LUA_ARCHIVE_FITS)
    target_include_directories(minutebook_lua SYSTEM INTERFACE ${LUA_INCLUDE_DIRS})
    target_link_libraries(minutebook_lua INTERFACE ${MINUTEBOOK_LUA_ARCHIVE})
    message(STATUS "Lua: ${MINUTEBOOK_LUA_ARCHIVE}, inside the library")
else()
    target_link_libraries(minutebook_lua INTERFACE PkgConfig::LUA)
    message(STATUS "Lua: the shared library; programs that export another Lua will be refused")
endif()
