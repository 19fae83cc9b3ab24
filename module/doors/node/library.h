/* library.h: libminutebook, opened when Node loads the addon: so that a missing or other one is an Error and no loader's
 * complaint, and a program can name its own. */
#ifndef MB_NODE_LIBRARY_H
#define MB_NODE_LIBRARY_H

#include <minutebook.h>
#include <stdbool.h>

/* The functions that the addon calls. */
#define MB_LIBRARY_FUNCTIONS(X)                                                                                        \
    X(version)                                                                                                         \
    X(abi_version)                                                                                                     \
    X(free)                                                                                                            \
    X(markdown)                                                                                                        \
    X(pack_open)                                                                                                       \
    X(pack_close)                                                                                                      \
    X(pack_json)                                                                                                       \
    X(pack_words)                                                                                                      \
    X(pack_finding_count)                                                                                              \
    X(pack_finding)                                                                                                    \
    X(schema_json)                                                                                                     \
    X(schema_reference)                                                                                                \
    X(schema_lua)                                                                                                      \
    X(schema_corrections)                                                                                              \
    X(schema_site)                                                                                                     \
    X(schema_people)                                                                                                   \
    X(site_open)                                                                                                       \
    X(site_close)                                                                                                      \
    X(site_json)                                                                                                       \
    X(site_settings)                                                                                                   \
    X(site_route_count)                                                                                                \
    X(site_page)                                                                                                       \
    X(site_render)                                                                                                     \
    X(site_file)                                                                                                       \
    X(site_file_origin)                                                                                                \
    X(site_make_ahead)                                                                                                 \
    X(site_make_file)                                                                                                  \
    X(site_source_folder)                                                                                              \
    X(site_finding_count)                                                                                              \
    X(site_finding)                                                                                                    \
    X(site_gap)                                                                                                        \
    X(site_pack_count)                                                                                                 \
    X(site_words)                                                                                                      \
    X(site_build)

typedef struct mb_library {
#define MB_LIBRARY_MEMBER(name) __typeof__(mb_##name) *name;
    MB_LIBRARY_FUNCTIONS(MB_LIBRARY_MEMBER)
#undef MB_LIBRARY_MEMBER
} mb_library;

/* Opens the library that MINUTEBOOK_LIBRARY names in the environment, else the system's; it stays for as long as the
 * process. False, and in the error why, where it is missing, or of another version than this addon. */
bool mb_library_open(mb_library *library, mb_error *error);

#endif
