/* config_people.c: what a site's owner knows of people and the papers don't tell.
 *
 *     - name: Catherine Penrose
 *       other_names: [Cathy Penrose]          the same person
 *       apart_from: [Catherine Penn]          another person
 *       hide: [page, phone, email]
 *     - name: Hepzibah Crane
 *       show: [page]                          of a member of the public                                            */
#include "core/file.h"
#include "site/config_parts.h"

#define AT(field) offsetof(mb_config_person, field)
static const mb_form_switch hidden[] = {
    {"page", AT(hide_page)}, {"phone", AT(hide_phone)}, {"email", AT(hide_email)}, {NULL, 0}};
static const mb_form_switch shown[] = {{"page", AT(show_page)}, {NULL, 0}};

static const mb_form_key person_keys[] = {
    {.name = "name", MB_ANSWER_TEXT, AT(name), "The name that the site shows, without honorific.", .required = true},
    {.name = "other_names", MB_ANSWER_TEXTS, AT(other_names), "Other names that packs give the same person."},
    {.name = "apart_from", MB_ANSWER_TEXTS, AT(apart_from), "Names that look alike and are somebody else's."},
    {.name = "hide",
     MB_ANSWER_SWITCHES,
     0,
     "What the site must not show: the person's page, phone number, or e-mail address.",
     .switches = hidden},
    {.name = "show",
     MB_ANSWER_SWITCHES,
     0,
     "What the site may show of a member of the public: a page.",
     .switches = shown},
};

static const mb_form person_form = {"a person", "- name: Ann Lee", MB_FORM_KEYS(person_keys), sizeof(mb_config_person),
                                    false};

const mb_form *mb_person_form(void)
{
    return &person_form;
}

static void refuse_contradictions(mb_form_reading *reading, const mb_yaml *document, const mb_list *people)
{
    for (uint32_t i = 0; i < people->count; i++) {
        const mb_config_person *person = people->items[i];
        if (person->hide_page && person->show_page)
            mb_form_complain(reading, mb_yaml_get(document->items.items[i], "show"), "take one of the two out",
                             "the page of '%.*s' is hidden and shown", MB_ARG(person->name));
    }
}

int mb_config_people(mb_arena *arena, const char *folder, mb_problems *problems, mb_site_config *config,
                     mb_error *error)
{
    const char *file = mb_path_join(arena, folder, "people.yaml");
    if (!mb_is_file(file))
        return 0;
    mb_yaml *document;
    mb_form_reading reading = {.arena = arena, .file = file, .problems = problems, .error = error};
    int code = mb_yaml_read(arena, file, &document, error);
    if (code)
        return code;
    bool is_empty = document->kind == MB_YAML_MAPPING && document->items.count == 0;
    if (is_empty || mb_yaml_says_nothing(document))
        return 0;
    mb_form_read_list(&reading, &person_form, "people.yaml", document, &config->people);
    refuse_contradictions(&reading, document, &config->people);
    return reading.code;
}
