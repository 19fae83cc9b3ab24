/* config_parts.h: the parts of site.yaml that have a file of their own. */
#ifndef MB_SITE_CONFIG_PARTS_H
#define MB_SITE_CONFIG_PARTS_H

#include "core/yaml.h"
#include "site/config.h"

#define MB_FORM_KEYS(keys) (keys), sizeof(keys) / sizeof *(keys)

extern const mb_form_pattern mb_address_pattern; /* https://council.example/ */
extern const mb_form_pattern mb_target_pattern;  /* the same, or a page of the site */
extern const mb_form_pattern mb_clock_pattern;   /* 17:00 */

/* config_packs.c: `packs`, as files, patterns, or files with their official address. */
extern const char mb_packs_schema[];
void mb_config_packs(mb_form_reading *reading, const char *folder, const mb_yaml *document, mb_site_config *config);

/* config_panels.c: `panels`. */
extern const mb_form mb_panel_form;
/* Complains of panels whose pages would have no address, or the same. */
void mb_config_panels(mb_form_reading *reading, const mb_site_config *config);

/* config_time_zone.c: complains of a name that the tz database hasn't. */
void mb_config_time_zone(mb_form_reading *reading, const mb_yaml *node);

/* config_deadlines.c: `deadlines`. */
extern const mb_form mb_deadline_form;

/* config_people.c: the file people.yaml, where there is one. */
int mb_config_people(mb_arena *arena, const char *folder, mb_problems *problems, mb_site_config *config,
                     mb_error *error);

#endif
