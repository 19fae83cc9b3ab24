/* config_panels.c: what a site's owner says of its panels.
 *
 *     panels:
 *       - name: Roads and Parks Scrutiny Panel
 *         other_names: [Roads Panel, Environment Panel]
 *         members:
 *           - name: Ann Lee
 *             party: Independent
 *             portrait: pictures/ann-lee.jpg                                                                         */
#include "site/config_parts.h"

static const char *const panel_keys[] = {"name", "other_names", "short_name", "description", "colour", "members", NULL};
static const char *const member_keys[] = {"name", "party", "portrait", NULL};

/* A text of a mapping, and where it goes. */
typedef struct text_key {
    const char *key;
    mb_slice *value;
} text_key;

static int read_texts(const mb_yaml *node, const char *file, const text_key *texts, size_t count, mb_error *error)
{
    int code = 0;
    for (size_t i = 0; !code && i < count; i++)
        code = mb_yaml_string(node, file, texts[i].key, texts[i].value, error);
    return code;
}

static int expect(const mb_yaml *node, mb_yaml_kind kind, const char *file, const char *what, mb_error *error)
{
    return node->kind == kind ? 0 : mb_yaml_fail(node, file, error, "%s", what);
}

static int read_member(mb_arena *arena, const mb_yaml *node, const char *file, mb_list *members, mb_error *error)
{
    int code = expect(node, MB_YAML_MAPPING, file, "a member of a panel is written as `- name: Ann Lee`", error);
    if (!code)
        code = mb_yaml_only(node, file, member_keys, error);
    if (code)
        return code;
    mb_config_member *member = mb_list_add(arena, members, mb_config_member);
    const text_key texts[] = {{"name", &member->name}, {"party", &member->party}, {"portrait", &member->portrait}};
    code = read_texts(node, file, texts, sizeof texts / sizeof *texts, error);
    if (!code && member->name.size == 0)
        code = mb_yaml_fail(node, file, error, "this member has no 'name'");
    return code;
}

static int read_members(mb_arena *arena, const mb_yaml *panel, const char *file, mb_list *members, mb_error *error)
{
    const mb_yaml *node = mb_yaml_get(panel, "members");
    if (!node)
        return 0;
    int code = expect(node, MB_YAML_SEQUENCE, file, "'members' is a list of people, each as `- name: Ann Lee`", error);
    for (uint32_t i = 0; !code && i < node->items.count; i++)
        code = read_member(arena, node->items.items[i], file, members, error);
    return code;
}

static int read_panel(mb_arena *arena, const mb_yaml *node, const char *file, mb_list *panels, mb_error *error)
{
    int code = expect(node, MB_YAML_MAPPING, file, "a panel is written as `- name: Roads Panel`", error);
    if (!code)
        code = mb_yaml_only(node, file, panel_keys, error);
    if (code)
        return code;
    mb_config_panel *panel = mb_list_add(arena, panels, mb_config_panel);
    const text_key texts[] = {{"name", &panel->name},
                              {"short_name", &panel->short_name},
                              {"description", &panel->description},
                              {"colour", &panel->colour}};
    code = read_texts(node, file, texts, sizeof texts / sizeof *texts, error);
    if (!code)
        code = mb_yaml_strings(arena, node, file, "other_names", &panel->other_names, error);
    if (!code)
        code = read_members(arena, node, file, &panel->members, error);
    if (!code && panel->name.size == 0)
        code = mb_yaml_fail(node, file, error, "this panel has no 'name'");
    return code;
}

int mb_config_panels(mb_arena *arena, const mb_yaml *document, mb_site_config *config, mb_error *error)
{
    const mb_yaml *node = mb_yaml_get(document, "panels");
    if (!node)
        return 0;
    int code = expect(node, MB_YAML_SEQUENCE, config->file, "'panels' is a list, each as `- name: Roads Panel`", error);
    for (uint32_t i = 0; !code && i < node->items.count; i++)
        code = read_panel(arena, node->items.items[i], config->file, &config->panels, error);
    return code;
}
