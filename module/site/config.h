/* config.h: what a person wrote in site.yaml, and in people.yaml beside it. */
#ifndef MB_SITE_CONFIG_H
#define MB_SITE_CONFIG_H

#include "core/arena.h"
#include "core/error.h"

/* The theme of a site that names none. */
#define MB_DEFAULT_THEME "civic"

/* What site.yaml says of somebody with a seat on a panel. */
typedef struct mb_config_member {
    mb_slice name, party, portrait;
} mb_config_member;

/* What it says of a panel. */
typedef struct mb_config_panel {
    mb_slice name, short_name, description, colour;
    mb_strings other_names;
    mb_list members; /* of mb_config_member */
} mb_config_panel;

/* What people.yaml says of somebody. */
typedef struct mb_config_person {
    mb_slice name;
    mb_strings other_names; /* names of the same person */
    mb_strings apart_from;  /* names of others */
    bool hide_page, hide_phone, hide_email;
    bool show_page; /* of a member of the public */
} mb_config_person;

/* Strings are NUL-terminated, and nothing where site.yaml doesn't say. */
typedef struct mb_site_config {
    const char *file; /* the path of site.yaml */
    mb_slice title, url, council, dialect;
    mb_slice theme; /* always said */
    uint32_t theme_line;
    mb_strings packs; /* the paths of the packs, sorted, each once */
    uint32_t *ranks;  /* of each pack: its place in the order of site.yaml */
    mb_slice *urls;   /* of each pack: where the council publishes it, or NOTHING */
    mb_list panels;   /* of mb_config_panel */
    mb_list people;   /* of mb_config_person */
} mb_site_config;

/* Reads `folder`/site.yaml and finds the packs that it names.
 * MB_EIO (no site.yaml, or a pack that it names is missing), MB_EFORMAT (with line and column), or 0. */
int mb_site_config_read(mb_arena *arena, const char *folder, mb_site_config *out, mb_error *error);

#endif
