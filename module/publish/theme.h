/* theme.h: the folders that a site's look comes from, in the order in which they win. */
#ifndef MB_PUBLISH_THEME_H
#define MB_PUBLISH_THEME_H

#include "site/site.h"

/* Themes stand on one another at most this deep. */
#define MB_THEME_DEPTH 8

/* The site's own folder, its theme, the themes that it stands on, and the library's data. A theme NAME is the site's
 * themes/NAME, else the library's; its theme.yaml may say `base: OTHER`. MB_EIO (no such theme; the message says where
 * it was looked for), MB_EFORMAT (theme.yaml), or 0. */
int mb_theme_layers(mb_arena *arena, const char *folder, const mb_site_config *config, mb_strings *out,
                    mb_list *settings, mb_error *error);

#endif
