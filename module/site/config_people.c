/* config_people.c: what a site's owner knows of people and the papers don't tell.
 *
 *     - name: Catherine Penrose
 *       other_names: [Cathy Penrose]          the same person
 *       apart_from: [Catherine Penn]          another person
 *       hide: [page, phone, address]
 *     - name: Hepzibah Crane
 *       show: [page]                          of a member of the public                                            */
#include "core/file.h"
#include "core/nearest.h"
#include "site/config_parts.h"

static const char *const person_keys[] = {"name", "other_names", "apart_from", "hide", "show", NULL};

/* What can be hidden or shown. */
typedef struct switch_word {
    const char *word;
    size_t flag; /* the place of its bool in the person */
} switch_word;

static const switch_word hidden_words[] = {
    {"page", offsetof(mb_config_person, hide_page)},
    {"phone", offsetof(mb_config_person, hide_phone)},
    {"address", offsetof(mb_config_person, hide_email)},
};
static const switch_word shown_words[] = {{"page", offsetof(mb_config_person, show_page)}};

typedef struct switches {
    const char *key;
    const switch_word *words;
    size_t count;
} switches;

static const char *word_at(const void *context, size_t i)
{
    return ((const switches *)context)->words[i].word;
}

static int take_word(const switches *known, const mb_yaml *node, const char *file, mb_config_person *person,
                     mb_error *error)
{
    for (size_t i = 0; i < known->count; i++)
        if (mb_slice_equal(node->text, mb_slice_of(known->words[i].word))) {
            *(bool *)((char *)person + known->words[i].flag) = true;
            return 0;
        }
    const char *near = mb_nearest(node->text, known->count, word_at, known);
    mb_yaml_fail(node, file, error, "'%.*s' is nothing that '%s' knows", MB_ARG(node->text), known->key);
    if (near)
        mb_advise(error, "did you mean '%s'?", near);
    return MB_EFORMAT;
}

static int read_switches(mb_arena *arena, const switches *known, const mb_yaml *node, const char *file,
                         mb_config_person *person, mb_error *error)
{
    mb_strings words = {0};
    int code = mb_yaml_strings(arena, node, file, known->key, &words, error);
    for (uint32_t i = 0; !code && i < words.count; i++)
        code = take_word(known, mb_yaml_get(node, known->key)->items.items[i], file, person, error);
    return code;
}

static int read_person(mb_arena *arena, const mb_yaml *node, const char *file, mb_list *people, mb_error *error)
{
    static const switches hidden = {"hide", hidden_words, sizeof hidden_words / sizeof *hidden_words};
    static const switches shown = {"show", shown_words, sizeof shown_words / sizeof *shown_words};
    if (node->kind != MB_YAML_MAPPING)
        return mb_yaml_fail(node, file, error, "a person is written as `- name: Ann Lee`");
    int code = mb_yaml_only(node, file, person_keys, error);
    if (code)
        return code;
    mb_config_person *person = mb_list_add(arena, people, mb_config_person);
    code = mb_yaml_string(node, file, "name", &person->name, error);
    if (!code)
        code = mb_yaml_strings(arena, node, file, "other_names", &person->other_names, error);
    if (!code)
        code = mb_yaml_strings(arena, node, file, "apart_from", &person->apart_from, error);
    if (!code)
        code = read_switches(arena, &hidden, node, file, person, error);
    if (!code)
        code = read_switches(arena, &shown, node, file, person, error);
    if (!code && person->name.size == 0)
        code = mb_yaml_fail(node, file, error, "this person has no 'name'");
    return code;
}

int mb_config_people(mb_arena *arena, const char *folder, mb_site_config *config, mb_error *error)
{
    const char *file = mb_path_join(arena, folder, "people.yaml");
    if (!mb_is_file(file))
        return 0;
    mb_yaml *document;
    int code = mb_yaml_read(arena, file, &document, error);
    if (!code && document->kind != MB_YAML_SEQUENCE && document->items.count)
        code = mb_yaml_fail(document, file, error, "people.yaml is a list of people, each as `- name: Ann Lee`");
    for (uint32_t i = 0; !code && i < document->items.count; i++)
        code = read_person(arena, document->items.items[i], file, &config->people, error);
    return code;
}
