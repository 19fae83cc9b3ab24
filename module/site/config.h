/* config.h: what a person wrote in site.yaml, and in people.yaml beside it. */
#ifndef MB_SITE_CONFIG_H
#define MB_SITE_CONFIG_H

#include "core/arena.h"
#include "core/error.h"
#include "core/form.h"
#include "core/working_day.h"

/* What a site has that doesn't say. */
#define MB_DEFAULT_THEME     "civic"
#define MB_DEFAULT_LANGUAGE  "en-GB"
#define MB_DEFAULT_TIME_ZONE "Europe/London"

/* A page or an address elsewhere, and what it is called. */
typedef struct mb_config_link {
    mb_form_place place;
    mb_slice title, url;
} mb_config_link;

/* What site.yaml says of somebody with a seat on a panel. */
typedef struct mb_config_member {
    mb_form_place place;
    mb_slice name, party, portrait;
} mb_config_member;

/* What it says of a panel. */
typedef struct mb_config_panel {
    mb_form_place place;
    mb_slice name, short_name, description, colour;
    mb_strings other_names;
    mb_list members; /* of mb_config_member */
} mb_config_panel;

/* A rule of a council that its papers don't print: by when somebody must have given notice. */
typedef struct mb_config_deadline {
    mb_form_place place;
    mb_slice purpose, counting, calendar, time; /* the words of the model */
    uint32_t days;
    mb_slice rule;     /* in words */
    mb_strings panels; /* whose; empty: of all */
} mb_config_deadline;

/* What people.yaml says of somebody. */
typedef struct mb_config_person {
    mb_form_place place;
    mb_slice name;
    mb_strings other_names; /* names of the same person */
    mb_strings apart_from;  /* names of others */
    bool hide_page, hide_phone, hide_email;
    bool show_page; /* of a member of the public */
} mb_config_person;

/* Strings are NUL-terminated, and nothing where site.yaml doesn't say. */
typedef struct mb_site_config {
    mb_form_place place;
    const char *file; /* the path of site.yaml */
    mb_slice title, url, council, dialect, trust;
    mb_slice language, time_zone, theme; /* always said */
    uint32_t theme_line, dialect_line;
    mb_config_link *licence; /* or NULL */
    mb_list settings;        /* of mb_form_pair */
    mb_list navigation;      /* of mb_config_link */
    mb_list links;           /* of mb_config_link */
    mb_strings packs;        /* the paths of the packs, sorted, each once */
    uint32_t *ranks;         /* of each pack: its place in the order of site.yaml */
    mb_slice *urls;          /* of each pack: where the council publishes it, or NOTHING */
    mb_list panels;          /* of mb_config_panel */
    mb_list deadlines;       /* of mb_config_deadline */
    mb_holidays holidays;    /* beside those of the dialect */
    mb_list people;          /* of mb_config_person */
} mb_site_config;

/* Reads `folder`/site.yaml and finds the packs that it names. Every mistake is told to `problems` (which may be NULL), the
 * first is in `error`. MB_EIO (no site.yaml, or a pack that it names is missing), MB_EFORMAT (with line and column), or 0. */
int mb_site_config_read(mb_arena *arena, const char *folder, mb_problems *problems, mb_site_config *out,
                        mb_error *error);

/* hiding.c: whether people.yaml hides something that the readings tell. */
bool mb_hides_values(const mb_site_config *config);

/* What may stand in site.yaml; what may stand in people.yaml, once for each person. */
const mb_form *mb_site_form(void);
const mb_form *mb_person_form(void);

#endif
