/* config_packs.c: finds the packs that site.yaml names.
 *
 *     packs:
 *       - packs/2025-*.txt                              a pattern
 *       - packs/2026-01-13.txt                          a file
 *       - file: packs/2026-03-10.txt                    a file and where the council publishes it
 *         url: https://council.example/pack/5678
 *
 * A pack's rank is its place in that order, which decides where two packs contradict each other. */
#include <limits.h>
#include <stdlib.h>

#include "core/file.h"
#include "site/config_parts.h"

/* Where the packs are when site.yaml doesn't say. */
static const char *const usual_packs[] = {"packs/*.txt", "packs/*.md", "packs/*.pdf"};

const char mb_packs_schema[] =
    "[{\"type\": \"string\"}, {\"type\": \"array\", \"items\": {\"anyOf\": [{\"type\": \"string\"}, "
    "{\"type\": \"object\", \"required\": [\"file\"], \"additionalProperties\": false, \"properties\": {"
    "\"file\": {\"type\": \"string\"}, \"url\": {\"type\": \"string\", \"pattern\": \"^https?://[^ ]+$\"}}}]}}]";

/* A file, and where the council publishes it. */
typedef struct described_pack {
    mb_form_place place;
    mb_slice file, url;
} described_pack;

static const mb_form_key pack_keys[] = {
    {.name = "file",
     MB_ANSWER_TEXT,
     offsetof(described_pack, file),
     "The pack, as a file in the site.",
     .required = true},
    {.name = "url",
     MB_ANSWER_TEXT,
     offsetof(described_pack, url),
     "Where the council publishes it.",
     .pattern = &mb_address_pattern},
};

static const mb_form pack_form = {"a pack", "- packs/2025-11-04.txt", MB_FORM_KEYS(pack_keys), sizeof(described_pack),
                                  false};

typedef struct found_pack {
    mb_slice path, url;
    uint32_t rank;
} found_pack;

typedef struct finder {
    mb_arena *arena;
    const char *folder;
    const char *file; /* site.yaml */
    found_pack *packs;
    uint32_t count, room;
    bool has_mistake;
    mb_form_reading *reading;
} finder;

/* A pack has one path, however it is spelt: packs/../packs/./a.txt, or /home/ann/site/packs/a.txt, is packs/a.txt. */
static const char *plain_path(const finder *f, const char *path)
{
    char site[PATH_MAX], file[PATH_MAX];
    mb_slice text = mb_slice_of(path), folder = mb_slice_of(f->folder);
    bool is_in_site = mb_slice_starts(text, folder);
    mb_slice within = is_in_site ? mb_slice_from(text, folder.size) : text;
    bool has_detour =
        mb_slice_find(within, MB_TEXT("/."), 0) != SIZE_MAX || mb_slice_find(within, MB_TEXT("//"), 0) != SIZE_MAX;
    if ((is_in_site && !has_detour) || !realpath(f->folder, site) || !realpath(path, file))
        return path;
    size_t size = strlen(site);
    bool is_below = strncmp(file, site, size) == 0 && file[size] == '/';
    return is_below ? mb_path_join(f->arena, f->folder, file + size + 1) : path;
}

static void add_pack(finder *f, const char *spelt, mb_slice url)
{
    const char *path = plain_path(f, spelt);
    if (f->count == f->room) {
        const found_pack *old = f->packs;
        f->room = f->room ? f->room * 2 : 16;
        f->packs = mb_new_array(f->arena, found_pack, f->room);
        if (f->count)
            memcpy(f->packs, old, f->count * sizeof *old);
    }
    f->packs[f->count] = (found_pack){mb_slice_of(path), url, f->count};
    f->count++;
}

static bool is_pattern(const char *text)
{
    return strpbrk(text, "*?[") != NULL;
}

static mb_slice stem_of(mb_slice name)
{
    const char *dot = memrchr(name.data, '.', name.size);
    return dot ? mb_slice_between(name.data, dot) : name;
}

/* Without their endings: "2025-11-04-supplement.txt" comes behind "2025-11-04.txt". */
static int by_stem(const void *a, const void *b)
{
    mb_slice left = *(const mb_slice *)a, right = *(const mb_slice *)b;
    int order = mb_slice_compare(stem_of(left), stem_of(right));
    return order ? order : mb_slice_compare(left, right);
}

/* Adds the files that a pattern such as packs/2025-*.txt matches; the folder part is taken as it is. */
static void add_matches(finder *f, const char *pattern)
{
    const char *slash = strrchr(pattern, '/');
    const char *inside = f->folder;
    if (slash) {
        mb_slice parent = mb_arena_copy(f->arena, mb_slice_between(pattern, slash));
        inside = mb_path_join(f->arena, f->folder, parent.data);
    }
    if (!mb_is_folder(inside))
        return;

    mb_strings names = {0};
    mb_error mistake = {0};
    if (mb_folder_list(f->arena, inside, slash ? slash + 1 : pattern, &names, &mistake))
        mb_form_note(f->reading, &mistake);
    if (names.count > 1)
        qsort(names.items, names.count, sizeof *names.items, by_stem);
    for (uint32_t i = 0; i < names.count; i++)
        add_pack(f, mb_path_join(f->arena, inside, names.items[i].data), MB_NOTHING);
}

static void add_file(finder *f, const mb_yaml *node, mb_slice url)
{
    const char *path = mb_path_join(f->arena, f->folder, node->text.data);
    if (mb_is_file(path)) {
        add_pack(f, path, url);
        return;
    }
    mb_error mistake = {0};
    mb_fail_at(&mistake, MB_EIO, (mb_where){f->file, node->line, node->column}, "there is no file '%s'", path);
    mb_advise(&mistake, "check the name, or give a pattern such as packs/*.txt");
    f->has_mistake = true;
    mb_form_note(f->reading, &mistake);
}

static void add_named(finder *f, const mb_yaml *node)
{
    if (is_pattern(node->text.data))
        add_matches(f, node->text.data);
    else
        add_file(f, node, MB_NOTHING);
}

static void add_described(finder *f, const mb_yaml *node)
{
    described_pack pack = {.file = MB_NOTHING};
    mb_form_read(f->reading, &pack_form, node, &pack);
    if (pack.file.size)
        add_file(f, mb_yaml_get(node, "file"), pack.url);
    else
        f->has_mistake = true;
}

static void add_packs(finder *f, const mb_yaml *node)
{
    if (node->kind == MB_YAML_SCALAR) {
        add_named(f, node);
    } else if (node->kind == MB_YAML_MAPPING) {
        mb_form_complain(f->reading, node, NULL, "'packs' is a list of files, or of patterns such as packs/*.txt");
        f->has_mistake = true;
    }
    for (uint32_t i = 0; node->kind == MB_YAML_SEQUENCE && i < node->items.count; i++) {
        const mb_yaml *item = node->items.items[i];
        if (item->kind == MB_YAML_SCALAR)
            add_named(f, item);
        else
            add_described(f, item);
    }
}

/* Of a file that is named twice the last counts; an address stays with it wherever it was given. */
static int by_path_then_rank(const void *a, const void *b)
{
    const found_pack *left = a, *right = b;
    int order = mb_slice_compare(left->path, right->path);
    return order ? order : (left->rank > right->rank) - (left->rank < right->rank);
}

static void give_packs(const finder *f, mb_site_config *config)
{
    if (f->count == 0)
        return;
    qsort(f->packs, f->count, sizeof *f->packs, by_path_then_rank);
    config->ranks = mb_new_array(f->arena, uint32_t, f->count);
    config->urls = mb_new_array(f->arena, mb_slice, f->count);
    for (uint32_t i = 0; i < f->count; i++) {
        const found_pack *pack = &f->packs[i];
        mb_strings *paths = &config->packs;
        if (i == 0 || !mb_slice_equal(pack->path, f->packs[i - 1].path))
            mb_strings_push(f->arena, paths, pack->path);
        config->ranks[paths->count - 1] = pack->rank;
        if (pack->url.size)
            config->urls[paths->count - 1] = pack->url;
    }
}

/* A misspelt pattern would else publish a site without a meeting over the one that stands. */
static void refuse_nothing(const finder *f, const mb_yaml *node)
{
    mb_error mistake = {0};
    mb_fail_at(&mistake, MB_EIO, (mb_where){f->file, node->line, node->column}, "'packs' matches no file");
    mb_advise(&mistake, "give a pattern of files within %s, such as packs/*.txt", f->folder);
    mb_form_note(f->reading, &mistake);
}

void mb_config_packs(mb_form_reading *reading, const char *folder, const mb_yaml *document, mb_site_config *config)
{
    finder f = {.arena = reading->arena, .folder = folder, .file = config->file, .reading = reading};
    const mb_yaml *node = mb_yaml_get(document, "packs");
    if (node && mb_yaml_says_nothing(node))
        node = NULL;
    if (node)
        add_packs(&f, node);
    else
        for (size_t i = 0; i < sizeof usual_packs / sizeof *usual_packs; i++)
            add_matches(&f, usual_packs[i]);
    if (node && f.count == 0 && !f.has_mistake)
        refuse_nothing(&f, node);
    give_packs(&f, config);
}
