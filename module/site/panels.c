/* panels.c: one panel for each body, under all the names that packs and site.yaml give it. */

#include "core/unicode.h"
#include "site/assembly.h"
#include "site/panel_names.h"

/* A name is compared with at most so many others that have its initials: more share them in no council. */
#define MOST_NAMESAKES 64

/* One spelling of a name, and the newest pack that has it. */
typedef struct spelling {
    mb_slice printed;
    mb_slice date; /* of that pack */
    uint32_t words;
    mb_panel *panel;
} spelling;

typedef struct naming {
    mb_assembly *assembly;
    mb_map *seen;        /* by the name as printed */
    mb_list spellings;   /* of spelling */
    mb_list panel_names; /* of named, each key once */
    mb_map *keys;        /* the same by key */
    mb_map *makers;      /* of decision_maker, by name */
} naming;

/* A key, and the panel that it leads to. */
typedef struct named {
    mb_panel_name name;
    mb_panel *panel;
} named;

static mb_panel_name read_name(const mb_assembly *assembly, mb_slice printed)
{
    return mb_panel_name_of(assembly->scratch, assembly->dialect, assembly->site->council, printed);
}

static named *add_key(naming *n, mb_panel_name name)
{
    void **place = mb_map_at(n->keys, name.key);
    if (!*place) {
        named *added = mb_list_add(n->assembly->scratch, &n->panel_names, named);
        added->name = name;
        *place = added;
    }
    return *place;
}

static void add_spelling(naming *n, mb_slice printed, mb_slice date)
{
    if (printed.size == 0)
        return;
    void **place = mb_map_at(n->seen, printed);
    spelling *one = *place;
    if (!one) {
        mb_panel_name name = read_name(n->assembly, printed);
        if (name.key.size == 0)
            return;
        one = *place = mb_list_add(n->assembly->scratch, &n->spellings, spelling);
        *one = (spelling){.printed = name.printed, .date = date, .words = name.words.count};
        add_key(n, name);
    }
    if (mb_slice_compare(one->date, date) < 0)
        one->date = date;
}

/* "Cabinet" and "Roads Panel" decide together; "Cabinet Member for Roads" and "Director of Place" decide alone. */
static bool names_body(const mb_dialect *dialect, mb_slice text)
{
    mb_hit hit;
    for (size_t at = 0; dialect && mb_find_phrase(dialect, mb_group_body, text, at, &hit); at = hit.end)
        if (hit.end == text.size)
            return true;
    return false;
}

/* Who decides, and whether it is a body in the words of the dialect: each row of each work plan names one of a few. */
typedef struct decision_maker {
    const mb_dialect *dialect;
    bool is_body;
} decision_maker;

static bool is_body(naming *n, const mb_dialect *dialect, mb_slice text)
{
    void **place = mb_map_at(n->makers, text);
    decision_maker *known = *place;
    if (!known)
        known = *place = mb_new(n->assembly->scratch, decision_maker);
    if (known->dialect != dialect)
        *known = (decision_maker){dialect, names_body(dialect, text)};
    return known->is_body;
}

static void gather_spellings(naming *n)
{
    for (uint32_t i = 0; i < n->assembly->count; i++) {
        const mb_bundle *bundle = &n->assembly->bundles[i];
        const mb_list *meetings = &bundle->pack->meetings, *plan = &bundle->pack->forward_plan;
        for (uint32_t k = 0; k < meetings->count; k++)
            add_spelling(n, ((const mb_meeting *)meetings->items[k])->body, bundle->date);
        for (uint32_t k = 0; k < plan->count; k++) {
            mb_slice body = ((const mb_forward_plan_entry *)plan->items[k])->decision_maker;
            if (is_body(n, bundle->dialect, body))
                add_spelling(n, body, bundle->date);
        }
    }
}

static mb_panel *add_panel(mb_assembly *assembly)
{
    return mb_list_add(assembly->arena, &assembly->site->panels, mb_panel);
}

static void take_configured(naming *n)
{
    const mb_list *panels = &n->assembly->config->panels;
    for (uint32_t i = 0; i < panels->count; i++) {
        const mb_config_panel *wanted = panels->items[i];
        mb_panel *panel = add_panel(n->assembly);
        panel->name = wanted->name;
        panel->short_name = wanted->short_name;
        panel->description = wanted->description;
        panel->colour = wanted->colour;
        add_key(n, read_name(n->assembly, wanted->name))->panel = panel;
        for (uint32_t k = 0; k < wanted->other_names.count; k++)
            add_key(n, read_name(n->assembly, wanted->other_names.items[k]))->panel = panel;
        if (wanted->short_name.size)
            add_key(n, read_name(n->assembly, wanted->short_name))->panel = panel;
    }
}

/* Those of site.yaml first, then the longest names, which short ones are compared with. */
static int by_authority(const void *a, const void *b)
{
    const named *left = *(named *const *)a, *right = *(named *const *)b;
    if (!left->panel != !right->panel)
        return left->panel ? -1 : 1;
    if (left->name.words.count != right->name.words.count)
        return left->name.words.count > right->name.words.count ? -1 : 1;
    return mb_slice_compare(left->name.key, right->name.key);
}

/* The one panel among `others` that the name is a short form of; NULL where there is none, or more than one. */
static mb_panel *find_long_form(mb_assembly *assembly, const mb_list *others, const named *one)
{
    const named *found = NULL;
    for (uint32_t i = 0; i < others->count && i < MOST_NAMESAKES; i++) {
        const named *other = others->items[i];
        if (!mb_panel_name_abbreviates(&one->name, &other->name) || (found && found->panel == other->panel))
            continue;
        if (found) {
            mb_site_remark(assembly, mb_code_panel_name_unclear, (mb_place){0},
                           "'%.*s' can be short for '%.*s' and for '%.*s'; it is taken for a panel of its own",
                           MB_ARG(one->name.printed), MB_ARG(found->name.printed), MB_ARG(other->name.printed));
            return NULL;
        }
        found = other;
    }
    return found ? found->panel : NULL;
}

static void give_panels(naming *n)
{
    mb_assembly *assembly = n->assembly;
    mb_map *by_initials = mb_map_new(assembly->scratch);
    mb_sort_list(&n->panel_names, by_authority);
    for (uint32_t i = 0; i < n->panel_names.count; i++) {
        named *one = n->panel_names.items[i];
        void **namesakes = mb_map_at(by_initials, one->name.initials);
        if (!*namesakes)
            *namesakes = mb_new(assembly->scratch, mb_list);
        if (!one->panel)
            one->panel = find_long_form(assembly, *namesakes, one);
        if (!one->panel)
            one->panel = add_panel(assembly);
        mb_list_push(assembly->scratch, *namesakes, one);
        *mb_map_at(assembly->panels, one->name.key) = one->panel;
    }
}

/* The name in full before short forms, then the newest. */
static int by_fitness(const void *a, const void *b)
{
    const spelling *left = *(spelling *const *)a, *right = *(spelling *const *)b;
    if (left->words != right->words)
        return left->words > right->words ? -1 : 1;
    int order = mb_slice_compare(right->date, left->date);
    return order ? order : mb_slice_compare(left->printed, right->printed);
}

static void add_other_name(mb_assembly *assembly, mb_panel *panel, mb_slice name)
{
    for (uint32_t i = 0; i < panel->other_names.count; i++)
        if (mb_slice_equal(panel->other_names.items[i], name))
            return;
    if (!mb_slice_equal(panel->name, name))
        mb_strings_push(assembly->arena, &panel->other_names, name);
}

static void name_panels(naming *n)
{
    mb_assembly *assembly = n->assembly;
    mb_sort_list(&n->spellings, by_fitness);
    for (uint32_t i = 0; i < n->spellings.count; i++) {
        const spelling *one = n->spellings.items[i];
        mb_panel *panel = mb_panel_of(assembly, one->printed);
        if (!panel->name.size)
            panel->name = one->printed;
        add_other_name(assembly, panel, one->printed);
    }
    for (uint32_t i = 0; i < assembly->config->panels.count; i++) {
        const mb_config_panel *wanted = assembly->config->panels.items[i];
        for (uint32_t k = 0; k < wanted->other_names.count; k++)
            add_other_name(assembly, assembly->site->panels.items[i], wanted->other_names.items[k]);
    }
    for (uint32_t i = 0; i < assembly->site->panels.count; i++) {
        mb_panel *panel = assembly->site->panels.items[i];
        panel->id = mb_slug(assembly->arena, panel->name);
        mb_strings_sort(&panel->other_names);
    }
}

static int by_name(const void *a, const void *b)
{
    const mb_panel *left = *(mb_panel *const *)a, *right = *(mb_panel *const *)b;
    int order = mb_slice_compare(left->name, right->name);
    return order ? order : mb_slice_compare(left->id, right->id);
}

void mb_find_panels(mb_assembly *assembly)
{
    mb_arena *scratch = assembly->scratch;
    assembly->panels = mb_map_new(scratch);
    assembly->bodies = mb_map_new(scratch);
    naming n = {
        .assembly = assembly, .seen = mb_map_new(scratch), .keys = mb_map_new(scratch), .makers = mb_map_new(scratch)};
    take_configured(&n);
    gather_spellings(&n);
    give_panels(&n);
    name_panels(&n);
    mb_sort_list(&assembly->site->panels, by_name);
}

mb_panel *mb_panel_of(const mb_assembly *assembly, mb_slice body)
{
    if (body.size == 0)
        return NULL;
    void **place = mb_map_at(assembly->bodies, body);
    if (!*place) {
        mb_panel **found = *place = mb_new(assembly->scratch, mb_panel *);
        *found = mb_map_get(assembly->panels, read_name(assembly, body).key);
    }
    return **(mb_panel ***)place;
}
