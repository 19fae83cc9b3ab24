/* theme.c: a theme is found by name, and may stand on another one. */
#include "publish/theme.h"

#include <dirent.h>

#include "core/data.h"
#include "core/file.h"
#include "core/nearest.h"
#include "core/yaml.h"
#include "publish/settings.h"

static const char *const known_keys[] = {"name", "description", "base", "settings", NULL};

/* Where themes are: the site's own first. */
typedef struct shelves {
    const char *folders[2];
} shelves;

static const char *find_theme(mb_arena *arena, const shelves *places, const char *name)
{
    for (size_t i = 0; i < 2 && !strchr(name, '/') && name[0] != '.'; i++) {
        const char *folder = mb_path_join(arena, places->folders[i], name);
        if (mb_is_folder(folder))
            return folder;
    }
    return NULL;
}

static const char *name_at(const void *names, size_t i)
{
    return ((const mb_strings *)names)->items[i].data;
}

static void list_themes(mb_arena *arena, const char *shelf, mb_strings *out)
{
    DIR *folder = opendir(shelf);
    if (!folder)
        return;
    for (struct dirent *entry; (entry = readdir(folder)) != NULL;)
        if (entry->d_name[0] != '.')
            mb_strings_push(arena, out, mb_arena_copy(arena, mb_slice_of(entry->d_name)));
    closedir(folder);
}

static int fail_no_theme(mb_arena *arena, const shelves *places, const char *name, mb_where where, mb_error *error)
{
    mb_strings names = {0};
    for (size_t i = 0; i < 2; i++)
        list_themes(arena, places->folders[i], &names);
    mb_fail_at(error, MB_EIO, where, "there is no theme '%s' in %s or %s", name, places->folders[0],
               places->folders[1]);
    const char *near = mb_nearest(mb_slice_of(name), names.count, name_at, &names);
    if (near)
        mb_advise(error, "did you mean '%s'?", near);
    else
        mb_advise(error, "name a theme that is there, such as " MB_DEFAULT_THEME);
    return MB_EIO;
}

/* What theme.yaml says; `base` is nothing where it names none. */
typedef struct theme {
    const char *file;
    mb_slice base;
    uint32_t base_line;
} theme;

static int read_theme(mb_arena *arena, const char *folder, theme *out, mb_list *settings, mb_error *error)
{
    *out = (theme){.file = mb_path_join(arena, folder, "theme.yaml")};
    mb_yaml *document;
    int code = mb_yaml_read(arena, out->file, &document, error);
    if (!code)
        code = mb_yaml_only(document, out->file, known_keys, error);
    if (!code)
        code = mb_yaml_string(document, out->file, "base", &out->base, error);
    const mb_yaml *base = code ? NULL : mb_yaml_get(document, "base");
    out->base_line = base ? base->line : 0;
    return code ? code : mb_settings_declare(arena, out->file, mb_yaml_get(document, "settings"), settings, error);
}

int mb_theme_layers(mb_arena *arena, const char *folder, const mb_site_config *config, mb_strings *out,
                    mb_list *settings, mb_error *error)
{
    const char *data = mb_data_folder(arena);
    const shelves places = {{mb_path_join(arena, folder, "themes"), mb_path_join(arena, data, "themes")}};
    mb_strings_push(arena, out, mb_slice_of(folder));

    theme said = {config->file, config->theme, config->theme_line};
    for (int depth = 0; said.base.data; depth++) {
        mb_where where = {said.file, said.base_line, 0};
        if (depth == MB_THEME_DEPTH) {
            mb_fail_at(error, MB_EFORMAT, where, "more than %d themes stand on one another", MB_THEME_DEPTH);
            mb_advise(error, "look for two themes that name each other as `base`");
            return MB_EFORMAT;
        }
        const char *found = find_theme(arena, &places, said.base.data);
        if (!found)
            return fail_no_theme(arena, &places, said.base.data, where, error);
        mb_strings_push(arena, out, mb_slice_of(found));
        int code = read_theme(arena, found, &said, settings, error);
        if (code)
            return code;
    }
    mb_strings_push(arena, out, mb_slice_of(data));
    return 0;
}
