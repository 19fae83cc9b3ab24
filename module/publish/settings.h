/* settings.h: what a theme lets the owner of a site set.
 *
 *     theme.yaml   settings:                       site.yaml   settings:
 *                    meetings_shown:                             meetings_shown: 6
 *                      type: integer
 *                      default: 4
 *                      help: How many meetings the home page has.
 *
 * A theme that stands on another one has its settings too, and may give one of them another default. */
#ifndef MB_PUBLISH_SETTINGS_H
#define MB_PUBLISH_SETTINGS_H

#include "core/buffer.h"
#include "core/yaml.h"
#include "script/script.h"
#include "site/site.h"

typedef enum mb_setting_type {
    MB_SETTING_STRING,
    MB_SETTING_INTEGER,
    MB_SETTING_BOOLEAN,
    MB_SETTING_COLOUR, /* #0b4f5c */
    MB_SETTING_CHOICE  /* one of `choices` */
} mb_setting_type;

typedef struct mb_theme_setting {
    mb_slice name, help;
    mb_setting_type type;
    mb_strings choices;
    mb_slice standard; /* the theme's value, as it is written */
} mb_theme_setting;

/* Adds what `settings` of a theme.yaml declares (NULL: nothing) to `out`, a list of mb_theme_setting; what is there
 * already wins. MB_EFORMAT (with line and column), or 0. */
int mb_settings_declare(mb_arena *arena, const char *file, const mb_yaml *settings, mb_list *out, mb_error *error);

/* Gives each setting its value (mb_setting_value, in the order of the names): the owner's, else the theme's. A name that
 * the theme hasn't, or a value of another type, is a mistake: every one is told to `problems`. MB_EFORMAT, or 0. */
int mb_settings_resolve(mb_arena *arena, const mb_list *declared, const mb_site_config *config, mb_problems *problems,
                        mb_list *out, mb_error *error);

/* Writes the settings as YAML to paste into site.yaml, each with its help. */
void mb_settings_describe(const mb_list *declared, const mb_list *values, mb_buffer *out);

#endif
