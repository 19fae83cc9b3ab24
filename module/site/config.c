/* config.c: reads site.yaml: a table of its keys, and what takes more than a table. */
#include "site/config.h"

#include "core/file.h"
#include "core/holidays.h"
#include "site/config_parts.h"

const mb_form_pattern mb_address_pattern = {"^https?://[^ ]+$", "address", "https://council.example/meetings"};
const mb_form_pattern mb_target_pattern = {"^(https?://|mailto:|/)[^ ]*$", "address",
                                           "https://council.example/, mailto:clerk@council.example or, for a page of "
                                           "this site, /about/"};
/* Routes are put behind it. */
static const mb_form_pattern base = {"^https?://[^ ?#<>\"{}|]+$", "address of a site",
                                     "https://council.example/meetings"};
static const mb_form_pattern language = {"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$", "language", "en-GB or cy"};
static const mb_form_pattern trust = {"^full$", "word for trust", "full; without it, layouts can't reach the machine"};
static const mb_form_pattern time_zone = {"^(UTC|[A-Za-z_]+(/[A-Za-z0-9_+-]+)+)$", "time zone", "Europe/London"};

#define TITLE_KEY                                                                                                      \
    .name = "title", .answer = MB_ANSWER_TEXT, .offset = offsetof(mb_config_link, title),                              \
    .meaning = "What it is called.", .required = true
#define URL_KEY                                                                                                        \
    .name = "url", .answer = MB_ANSWER_TEXT, .offset = offsetof(mb_config_link, url), .pattern = &mb_target_pattern,   \
    .meaning = "Where it is: an address, or a page of this site such as /about/."
static const mb_form_key link_keys[] = {{TITLE_KEY}, {URL_KEY, .required = true}};
static const mb_form_key licence_keys[] = {{TITLE_KEY}, {URL_KEY}};

static const mb_form link_form = {"a link", "- {title: About us, url: /about/}", MB_FORM_KEYS(link_keys),
                                  sizeof(mb_config_link), false};
static const mb_form licence_form = {"a licence",
                                     "{title: Open Government Licence v3.0, url: https://licence.example/}",
                                     MB_FORM_KEYS(licence_keys), sizeof(mb_config_link), true};

#define DAYS_SCHEMA                                                                                                    \
    "{\"type\": \"array\", \"items\": {\"type\": \"string\", \"pattern\": \"^[0-9]{4}-[0-9]{2}-[0-9]{2}$\"}}"
static const char holidays_schema[] = "[{\"type\": \"object\", \"additionalProperties\": false, \"properties\": {"
                                      "\"added\": " DAYS_SCHEMA ", \"dropped\": " DAYS_SCHEMA "}}]";

#define AT(field) offsetof(mb_site_config, field)
static const mb_form_key site_keys[] = {
    {.name = "title", MB_ANSWER_TEXT, AT(title), "What the site is called."},
    {.name = "url", MB_ANSWER_TEXT, AT(url), "The address at which it is published.", .pattern = &base},
    {.name = "language",
     MB_ANSWER_TEXT,
     AT(language),
     "The language of its pages, as a BCP 47 tag; en-GB if you don't say.",
     .pattern = &language},
    {.name = "time_zone",
     MB_ANSWER_TEXT,
     AT(time_zone),
     "Where its meetings are, as a name of the tz database; Europe/London if you don't say.",
     .pattern = &time_zone},
    {.name = "council", MB_ANSWER_TEXT, AT(council), "The council's name."},
    {.name = "packs",
     MB_ANSWER_OTHER,
     0,
     "The agenda packs: files, patterns such as packs/*.txt, or `file` with `url`, where the council publishes it. "
     "Where two packs contradict each other and their dates don't tell, the one that is named later is right.",
     .schema = mb_packs_schema},
    {.name = "panels",
     MB_ANSWER_FORMS,
     AT(panels),
     "What the packs don't tell of a panel, board or committee.",
     .form = &mb_panel_form},
    {.name = "deadlines",
     MB_ANSWER_FORMS,
     AT(deadlines),
     "By when notice must be given of questions, statements and petitions, where the packs don't print the rule.",
     .form = &mb_deadline_form},
    {.name = "holidays",
     MB_ANSWER_OTHER,
     0,
     "Days that are `added` to the bank holidays of England and Wales, and days that are `dropped` from them.",
     .schema = holidays_schema},
    {.name = "theme",
     MB_ANSWER_TEXT,
     AT(theme),
     "The look: a theme that ships, or a folder in themes/; civic if you don't say."},
    {.name = "trust",
     MB_ANSWER_TEXT,
     AT(trust),
     "`full` lets layouts reach the machine: files, programs, time, with no limits. For themes that you wrote "
     "yourself.",
     .pattern = &trust},
    {.name = "settings", MB_ANSWER_PAIRS, AT(settings), "What you set for the theme, by name."},
    {.name = "navigation",
     MB_ANSWER_FORMS,
     AT(navigation),
     "Pages to be named at the top of every page, beside the theme's own.",
     .form = &link_form},
    {.name = "links",
     MB_ANSWER_FORMS,
     AT(links),
     "Other places worth knowing: the council's own site, a newsletter.",
     .form = &link_form},
    {.name = "licence",
     MB_ANSWER_FORM,
     AT(licence),
     "Under which licence the site may be used.",
     .form = &licence_form},
    {.name = "dialect",
     MB_ANSWER_TEXT,
     AT(dialect),
     "The vocabulary that the packs are read with; found out if you don't say."},
};

static const mb_form site_form = {"a site", "title: Our meetings", MB_FORM_KEYS(site_keys), sizeof(mb_site_config),
                                  false};

const mb_form *mb_site_form(void)
{
    return &site_form;
}

static int fail_without_file(const char *folder, mb_error *error)
{
    mb_fail_at(error, MB_EIO, (mb_where){folder, 0, 0}, "there is no site.yaml in it, so it is no site");
    mb_advise(error, "`minutebook new %s` begins one; a file that says `title: Our meetings` is enough", folder);
    return MB_EIO;
}

static void read_holidays(mb_form_reading *reading, const mb_yaml *document, mb_site_config *config)
{
    mb_error mistake = {0};
    if (mb_holidays_read(reading->arena, document, config->file, &config->holidays, &mistake))
        mb_form_note(reading, &mistake);
}

static int read_document(mb_arena *arena, const char *folder, const mb_yaml *document, mb_problems *problems,
                         mb_site_config *config, mb_error *error)
{
    mb_form_reading reading = {.arena = arena, .file = config->file, .problems = problems, .error = error};
    mb_form_read(&reading, &site_form, document, config);
    if (document->kind != MB_YAML_MAPPING)
        return reading.code;
    mb_config_panels(&reading, config);
    read_holidays(&reading, document, config);
    mb_config_packs(&reading, folder, document, config);
    mb_config_time_zone(&reading, mb_yaml_get(document, "time_zone"));
    const mb_yaml *theme = mb_yaml_get(document, "theme"), *dialect = mb_yaml_get(document, "dialect");
    config->theme_line = theme ? theme->line : 0;
    config->dialect_line = dialect ? dialect->line : 0;
    return reading.code;
}

int mb_site_config_read(mb_arena *arena, const char *folder, mb_problems *problems, mb_site_config *out,
                        mb_error *error)
{
    mb_site_config config = {.file = mb_path_join(arena, folder, "site.yaml"),
                             .theme = MB_TEXT(MB_DEFAULT_THEME),
                             .language = MB_TEXT(MB_DEFAULT_LANGUAGE),
                             .time_zone = MB_TEXT(MB_DEFAULT_TIME_ZONE)};
    if (!mb_is_file(config.file))
        return fail_without_file(folder, error);

    mb_yaml *document;
    int code = mb_yaml_read(arena, config.file, &document, error);
    if (!code)
        code = read_document(arena, folder, document, problems, &config, error);
    int of_people = mb_config_people(arena, folder, problems, &config, code ? NULL : error);
    *out = config;
    return code ? code : of_people;
}
