/* config.c: reads site.yaml; a key that isn't known and a value of the wrong type are mistakes with a place. */
#include "site/config.h"

#include <stdlib.h>

#include "core/file.h"
#include "core/yaml.h"

static const char *const known_keys[] = {"title", "url", "council", "theme", "packs", "dialect", NULL};

/* Where the packs are when site.yaml doesn't say. */
static const char *const usual_packs[] = {"packs/*.txt", "packs/*.md", "packs/*.pdf"};

static bool is_pattern(const char *text)
{
    return strpbrk(text, "*?[") != NULL;
}

/* Adds the files that a pattern such as packs/2025-*.txt matches; the folder part is taken as it is. */
static int add_matches(mb_arena *arena, const char *folder, const char *pattern, mb_strings *paths, mb_error *error)
{
    const char *slash = strrchr(pattern, '/');
    const char *inside = folder;
    if (slash) {
        mb_slice parent = mb_arena_copy(arena, mb_slice_between(pattern, slash));
        inside = mb_path_join(arena, folder, parent.data);
    }
    if (!mb_is_folder(inside))
        return 0;

    mb_strings names = {0};
    int code = mb_folder_list(arena, inside, slash ? slash + 1 : pattern, &names, error);
    for (uint32_t i = 0; i < names.count; i++)
        mb_strings_push(arena, paths, mb_slice_of(mb_path_join(arena, inside, names.items[i].data)));
    return code;
}

static int add_file(mb_arena *arena, const char *folder, const mb_yaml *node, const char *file, mb_strings *paths,
                    mb_error *error)
{
    const char *path = mb_path_join(arena, folder, node->text.data);
    if (!mb_is_file(path)) {
        mb_fail_at(error, MB_EIO, (mb_where){file, node->line, node->column}, "there is no file '%s'", path);
        mb_advise(error, "check the name, or give a pattern such as packs/*.txt");
        return MB_EIO;
    }
    mb_strings_push(arena, paths, mb_slice_of(path));
    return 0;
}

static int add_packs(mb_arena *arena, const char *folder, const mb_yaml *node, const char *file, mb_strings *paths,
                     mb_error *error)
{
    if (node->kind == MB_YAML_SCALAR) {
        if (is_pattern(node->text.data))
            return add_matches(arena, folder, node->text.data, paths, error);
        return add_file(arena, folder, node, file, paths, error);
    }
    if (node->kind == MB_YAML_MAPPING)
        return mb_yaml_fail(node, file, error, "'packs' is a list of files, or of patterns such as packs/*.txt");
    for (uint32_t i = 0; i < node->items.count; i++) {
        const mb_yaml *item = node->items.items[i];
        if (item->kind != MB_YAML_SCALAR)
            return mb_yaml_fail(item, file, error, "'packs' holds names of files, and this is none");
        int code = add_packs(arena, folder, item, file, paths, error);
        if (code)
            return code;
    }
    return 0;
}

static int by_bytes(const void *a, const void *b)
{
    return mb_slice_compare(*(const mb_slice *)a, *(const mb_slice *)b);
}

static void sort_each_once(mb_strings *paths)
{
    if (paths->count == 0)
        return;
    qsort(paths->items, paths->count, sizeof *paths->items, by_bytes);
    uint32_t kept = 1;
    for (uint32_t i = 1; i < paths->count; i++)
        if (!mb_slice_equal(paths->items[i], paths->items[kept - 1]))
            paths->items[kept++] = paths->items[i];
    paths->count = kept;
}

/* A misspelt pattern would else publish a site without a meeting over the one that stands. */
static int fail_without_packs(const char *folder, const mb_yaml *node, const char *file, mb_error *error)
{
    mb_fail_at(error, MB_EIO, (mb_where){file, node->line, node->column}, "'packs' matches no file");
    mb_advise(error, "give a pattern of files within %s, such as packs/*.txt", folder);
    return MB_EIO;
}

static int find_packs(mb_arena *arena, const char *folder, const mb_yaml *document, mb_site_config *config,
                      mb_error *error)
{
    const mb_yaml *node = mb_yaml_get(document, "packs");
    int code = 0;
    if (node)
        code = add_packs(arena, folder, node, config->file, &config->packs, error);
    else
        for (size_t i = 0; !code && i < sizeof usual_packs / sizeof *usual_packs; i++)
            code = add_matches(arena, folder, usual_packs[i], &config->packs, error);
    if (!code && node && config->packs.count == 0)
        code = fail_without_packs(folder, node, config->file, error);
    sort_each_once(&config->packs);
    return code;
}

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
        code = find_packs(arena, folder, document, &config, error);
    const mb_yaml *theme = code ? NULL : mb_yaml_get(document, "theme");
    config.theme_line = theme ? theme->line : 0;
    *out = config;
    return code;
}
