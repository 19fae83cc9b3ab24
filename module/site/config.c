/* config.c: reads site.yaml; a key that isn't known and a value of the wrong type are mistakes with a place. */
#include "site/config.h"

#include "core/file.h"
#include "site/config_parts.h"

static const char *const known_keys[] = {"title", "url", "council", "theme", "packs", "panels", "dialect", NULL};

static int read_texts(const mb_yaml *document, mb_site_config *config, mb_error *error)
{
    const struct {
        const char *key;
        mb_slice *value;
    } texts[] = {
        {"title", &config->title},     {"url", &config->url},     {"council", &config->council},
        {"dialect", &config->dialect}, {"theme", &config->theme},
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        int code = mb_yaml_string(document, config->file, texts[i].key, texts[i].value, error);
        if (code)
            return code;
    }
    return 0;
}

int mb_site_config_read(mb_arena *arena, const char *folder, mb_site_config *out, mb_error *error)
{
    mb_site_config config = {.file = mb_path_join(arena, folder, "site.yaml"), .theme = MB_TEXT(MB_DEFAULT_THEME)};
    if (!mb_is_file(config.file)) {
        mb_fail_at(error, MB_EIO, (mb_where){folder, 0, 0}, "there is no site.yaml in it, so it is no site");
        mb_advise(error, "name a folder with a site.yaml; one that says `title: Our meetings` is enough");
        return MB_EIO;
    }

    mb_yaml *document;
    int code = mb_yaml_read(arena, config.file, &document, error);
    if (!code)
        code = mb_yaml_only(document, config.file, known_keys, error);
    if (!code)
        code = read_texts(document, &config, error);
    if (!code)
        code = mb_config_packs(arena, folder, document, &config, error);
    if (!code)
        code = mb_config_panels(arena, document, &config, error);
    if (!code)
        code = mb_config_people(arena, folder, &config, error);
    const mb_yaml *theme = code ? NULL : mb_yaml_get(document, "theme");
    config.theme_line = theme ? theme->line : 0;
    *out = config;
    return code;
}
