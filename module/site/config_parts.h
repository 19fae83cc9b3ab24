/* config_parts.h: the parts of site.yaml that have a reader of their own. */
#ifndef MB_SITE_CONFIG_PARTS_H
#define MB_SITE_CONFIG_PARTS_H

#include "core/yaml.h"
#include "site/config.h"

/* config_packs.c: `packs`, as files, patterns, or files with their official address. */
int mb_config_packs(mb_arena *arena, const char *folder, const mb_yaml *document, mb_site_config *config,
                    mb_error *error);

/* config_panels.c: `panels`. */
int mb_config_panels(mb_arena *arena, const mb_yaml *document, mb_site_config *config, mb_error *error);

/* config_people.c: the file people.yaml, where there is one. */
int mb_config_people(mb_arena *arena, const char *folder, mb_site_config *config, mb_error *error);

#endif
