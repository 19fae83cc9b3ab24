/* config_panels.c: what a site's owner says of its panels.
 *
 *     panels:
 *       - name: Roads and Parks Scrutiny Panel
 *         other_names: [Roads Panel, Environment Panel]
 *         members:
 *           - name: Ann Lee
 *             party: Independent
 *             portrait: pictures/ann-lee.jpg                                                                         */
#include "core/map.h"
#include "core/unicode.h"
#include "site/config_parts.h"

static const mb_form_pattern colour = {"^#([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})$", "colour", "\"#1d4f91\", with its quotes"};
/* No absolute path, and none that leads out of the site. */
static const mb_form_pattern picture = {
    "^[^/. ]([^. ]|[.][^. ])*[.](avif|gif|jpe?g|png|svg|webp|AVIF|GIF|JPE?G|PNG|SVG|WEBP)$",
    "picture in the site's folder assets", "pictures/ann-lee.jpg"};

#define AT(field) offsetof(mb_config_member, field)
static const mb_form_key member_keys[] = {
    {.name = "name", MB_ANSWER_TEXT, AT(name), "The name, without honorific.", .required = true},
    {.name = "party", MB_ANSWER_TEXT, AT(party), "The party or group."},
    {.name = "portrait",
     MB_ANSWER_TEXT,
     AT(portrait),
     "A picture, as a file in the site's folder assets.",
     .pattern = &picture},
};
#undef AT

static const mb_form member_form = {"a member of a panel", "- name: Ann Lee", MB_FORM_KEYS(member_keys),
                                    sizeof(mb_config_member), true};

#define AT(field) offsetof(mb_config_panel, field)
static const mb_form_key panel_keys[] = {
    {.name = "name", MB_ANSWER_TEXT, AT(name), "The name that the site shows.", .required = true},
    {.name = "other_names",
     MB_ANSWER_TEXTS,
     AT(other_names),
     "Other names that packs give it: short forms, former names."},
    {.name = "short_name", MB_ANSWER_TEXT, AT(short_name), "A short form, where room is short."},
    {.name = "description", MB_ANSWER_TEXT, AT(description), "What it does, in a sentence or two."},
    {.name = "colour",
     MB_ANSWER_TEXT,
     AT(colour),
     "A colour for it, in quotes, such as \"#1d4f91\".",
     .pattern = &colour},
    {.name = "members",
     MB_ANSWER_FORMS,
     AT(members),
     "What the packs don't tell of its members.",
     .form = &member_form},
};

const mb_form mb_panel_form = {"a panel", "- name: Roads Panel", MB_FORM_KEYS(panel_keys), sizeof(mb_config_panel),
                               false};

void mb_config_panels(mb_form_reading *reading, const mb_site_config *config)
{
    mb_map *by_id = mb_map_new(reading->arena);
    for (uint32_t i = 0; i < config->panels.count; i++) {
        mb_config_panel *panel = config->panels.items[i];
        mb_slice id = mb_slug(reading->arena, panel->name);
        mb_where where = {config->file, panel->place.line, panel->place.column};
        mb_error mistake = {0};
        if (panel->name.size == 0)
            continue;
        if (id.size == 0) {
            mb_fail_at(&mistake, MB_EFORMAT, where, "the panel's name '%.*s' has no letter and no digit",
                       MB_ARG(panel->name));
            mb_advise(&mistake, "the address of its page is made of them: write the name that people know");
            mb_form_note(reading, &mistake);
            continue;
        }
        void **place = mb_map_at(by_id, id);
        const mb_config_panel *other = *place;
        if (other) {
            mb_fail_at(&mistake, MB_EFORMAT, where, "the panel '%.*s' has the address of '%.*s' in line %u",
                       MB_ARG(panel->name), MB_ARG(other->name), other->place.line);
            mb_advise(&mistake, "join the two, or name them so that they differ by a letter or digit");
            mb_form_note(reading, &mistake);
            continue;
        }
        *place = panel;
    }
}
