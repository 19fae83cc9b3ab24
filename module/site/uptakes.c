/* uptakes.c: where what was promised is taken up: by the words that a later title has in common with it.
 *
 * A word of many titles ("report", "update") tells nothing. The others lead from an action to the titles that have them,
 * and those to what has them on its panel, so that no action is compared with all titles. */
#include "core/day.h"
#include "reader/when.h"
#include "site/actions.h"
#include "site/titles.h"

/* A word in more of the different titles than this share, and than this number, is one of many. */
#define COMMON_SHARE 0.04
#define COMMON_COUNT 4
/* So much of a title's telling words are in the action, and at least so many. */
#define NAMED_SHARE 0.6
#define NAMED_WORDS 2
/* Where the action names the month too, or so many words, less of the title will do. */
#define SMALLER_SHARE 0.4
#define MANY_WORDS    3

#define MONTH_SIZE (sizeof "2026-01" - 1)

/* Something that may take an action up. */
typedef struct target {
    mb_slice date; /* when it came, or was first planned */
    mb_slice day;  /* when it came, or is planned for */
    mb_uptake uptake;
    uint32_t rank;  /* items before papers before plans */
    uint32_t order; /* its place among all */
} target;

/* A title, and what has it: a council's papers have the same few titles at each meeting. */
typedef struct heading {
    mb_list panels; /* of panel_targets: there are some tens of panels */
    struct word_use **words;
    uint32_t word_count, telling;
    uint32_t named; /* so many of its telling words are in the action that is followed */
    const mb_action *named_by;
} heading;

typedef struct panel_targets {
    const mb_panel *panel;
    mb_list targets; /* of target */
} panel_targets;

typedef struct word_use {
    mb_list headings; /* that have it */
} word_use;

typedef struct follower {
    mb_assembly *assembly;
    mb_list headings;
    mb_list by_number; /* of heading, by the number of the title less 1; NULL: none yet */
    mb_map *words;     /* of word_use */
    uint32_t targets;
} follower;

/* What has the title on the panel; NULL where nothing was noted. */
static mb_list *targets_on(const heading *title, const mb_panel *panel)
{
    for (uint32_t i = 0; i < title->panels.count; i++) {
        panel_targets *one = title->panels.items[i];
        if (one->panel == panel)
            return &one->targets;
    }
    return NULL;
}

static word_use *use_of(follower *f, mb_slice word)
{
    void **place = mb_map_at(f->words, word);
    if (!*place)
        *place = mb_new(f->assembly->scratch, word_use);
    return *place;
}

static heading *heading_of(follower *f, mb_slice title)
{
    mb_arena *scratch = f->assembly->scratch;
    const mb_title *known = mb_known_title(f->assembly, title);
    while (f->by_number.count < known->number)
        mb_list_push(scratch, &f->by_number, NULL);
    void **place = &f->by_number.items[known->number - 1];
    if (*place)
        return *place;
    heading *new = *place = mb_list_add(scratch, &f->headings, heading);
    new->word_count = known->words.count;
    new->words = mb_new_array(scratch, word_use *, known->words.count + 1);
    for (uint32_t i = 0; i < known->words.count; i++) {
        new->words[i] = use_of(f, known->words.items[i]);
        mb_list_push(scratch, &new->words[i]->headings, new);
    }
    return new;
}

static void add_target(follower *f, const mb_panel *panel, target wanted, mb_slice title)
{
    if (!panel || title.size == 0 || wanted.date.size == 0)
        return;
    mb_arena *scratch = f->assembly->scratch;
    heading *known = heading_of(f, title);
    mb_list *targets = targets_on(known, panel);
    if (!targets) {
        panel_targets *first = mb_list_add(scratch, &known->panels, panel_targets);
        first->panel = panel;
        targets = &first->targets;
    }
    wanted.order = ++f->targets;
    *mb_list_add(scratch, targets, target) = wanted;
}

static target came_to(const mb_site_meeting *meeting, mb_uptake uptake, uint32_t rank)
{
    return (target){.date = meeting->date, .day = meeting->date, .uptake = uptake, .rank = rank};
}

static void gather_targets(follower *f)
{
    const mb_site_record *site = f->assembly->site;
    for (uint32_t i = 0; i < site->meetings.count; i++) {
        const mb_site_meeting *meeting = site->meetings.items[i];
        for (uint32_t k = 0; k < meeting->items.count && meeting->state != mb_meeting_state_announced; k++) {
            mb_site_item *item = meeting->items.items[k];
            add_target(f, meeting->panel, came_to(meeting, (mb_uptake){.item = item}, 0), item->title);
        }
    }
    for (uint32_t i = 0; i < site->reports.count; i++) {
        mb_site_report *report = site->reports.items[i];
        if (report->meeting)
            add_target(f, report->meeting->panel, came_to(report->meeting, (mb_uptake){.report = report}, 1),
                       report->title);
    }
    for (uint32_t i = 0; i < site->work_plan.count; i++) {
        mb_work_plan_entry *entry = site->work_plan.items[i];
        const mb_plan_edition *first = entry->editions.items[0];
        const target planned = {.date = first->issued, .day = entry->date, .uptake = {.plan_entry = entry}, .rank = 2};
        add_target(f, entry->panel, planned, entry->title);
    }
}

static bool is_common(const follower *f, const word_use *use)
{
    return use->headings.count > COMMON_COUNT && use->headings.count > COMMON_SHARE * f->headings.count;
}

static void count_telling_words(follower *f)
{
    for (uint32_t i = 0; i < f->headings.count; i++) {
        heading *one = f->headings.items[i];
        for (uint32_t k = 0; k < one->word_count; k++)
            one->telling += !is_common(f, one->words[k]);
    }
}

/* Only what comes after the meeting, or was planned after it, takes anything up. */
static bool is_later(const target *one, const mb_action *action)
{
    return mb_slice_compare(one->date, action->meeting->date) > 0;
}

/* What was found, and how many words of its title the action names. */
typedef struct uptake_found {
    const target *target;
    uint32_t named;
} uptake_found;

static bool is_better(const uptake_found *one, const uptake_found *best)
{
    if (!best->target || one->target->rank != best->target->rank)
        return !best->target || one->target->rank < best->target->rank;
    int order = mb_slice_compare(one->target->date, best->target->date);
    if (order)
        return order < 0;
    return one->named != best->named ? one->named > best->named : one->target->order < best->target->order;
}

/* What an action is, as far as it was asked for: most name no title that could need more. */
typedef struct followed {
    const mb_action *action;
    bool is_month_known;
    mb_slice month; /* see month_of */
} followed;

/* The month in which the action is to be done, "2026-01"; NOTHING where it names none. Without a year it is the first
 * such month from the meeting on. */
static mb_slice month_of(const follower *f, const mb_action *action)
{
    mb_date_hit date;
    mb_month_hit month;
    mb_slice meeting = mb_slice_first(action->meeting->date, MONTH_SIZE);
    for (size_t at = 0; mb_find_date(action->text, at, &date); at = date.end) {
        mb_slice found = mb_arena_printf(f->assembly->scratch, "%04d-%02d", date.year, date.month);
        if (mb_slice_compare(found, meeting) >= 0)
            return found;
    }
    if (!mb_find_month(action->text, 0, &month))
        return MB_NOTHING;
    int year = month.year;
    if (!year) {
        year = mb_year_of(mb_day_of(action->meeting->date));
        mb_slice this_year = mb_arena_printf(f->assembly->scratch, "%04d-%02d", year, month.month);
        year += mb_slice_compare(this_year, meeting) < 0;
    }
    return mb_arena_printf(f->assembly->scratch, "%04d-%02d", year, month.month);
}

static bool is_of_month(const follower *f, followed *of, const target *one)
{
    if (!of->is_month_known)
        of->month = month_of(f, of->action);
    of->is_month_known = true;
    return of->month.size && mb_slice_starts(one->day, of->month);
}

static bool is_named(const follower *f, followed *of, const heading *title, const target *one)
{
    if (title->named >= NAMED_SHARE * title->telling)
        return true;
    return title->named >= SMALLER_SHARE * title->telling && (title->named >= MANY_WORDS || is_of_month(f, of, one));
}

/* "agreed to take this item at its meeting on 4th November": that meeting's item with the title of the action's own. */
static mb_site_item *find_deferred(const follower *f, const mb_action *action)
{
    mb_date_hit date;
    const mb_title *wanted = mb_known_title(f->assembly, action->item->title);
    for (size_t at = 0; mb_find_date(action->text, at, &date); at = date.end) {
        mb_site_meeting *meeting =
            mb_meeting_on(f->assembly, action->meeting->panel, mb_iso_date(f->assembly->scratch, &date));
        if (!meeting || mb_slice_compare(meeting->date, action->meeting->date) <= 0)
            continue;
        for (uint32_t i = 0; i < meeting->items.count; i++) {
            mb_site_item *item = meeting->items.items[i];
            if (mb_title_likeness(wanted, mb_known_title(f->assembly, item->title)) >= MB_LIKE_TITLES)
                return item;
        }
    }
    return NULL;
}

/* The headings that have words of the action, and how many. */
static mb_list named_headings(follower *f, const mb_action *action, const mb_strings *words)
{
    mb_list found = {0};
    for (uint32_t i = 0; i < words->count; i++) {
        const word_use *use = mb_map_get(f->words, words->items[i]);
        for (uint32_t k = 0; use && !is_common(f, use) && k < use->headings.count; k++) {
            heading *one = use->headings.items[k];
            if (one->named_by != action)
                mb_list_push(f->assembly->scratch, &found, one);
            one->named = one->named_by == action ? one->named + 1 : 1;
            one->named_by = action;
        }
    }
    return found;
}

static const target *find_uptake(follower *f, const mb_action *action, const mb_strings *words)
{
    uptake_found best = {0};
    followed of = {.action = action};
    mb_list headings = named_headings(f, action, words);
    for (uint32_t i = 0; i < headings.count; i++) {
        const heading *title = headings.items[i];
        const mb_list *targets = title->named >= NAMED_WORDS ? targets_on(title, action->meeting->panel) : NULL;
        for (uint32_t k = 0; targets && k < targets->count; k++) {
            const uptake_found one = {targets->items[k], title->named};
            if (is_later(one.target, action) && is_named(f, &of, title, one.target) && is_better(&one, &best))
                best = one;
        }
    }
    return best.target;
}

void mb_follow_actions(mb_assembly *assembly)
{
    mb_arena *scratch = assembly->scratch;
    follower f = {.assembly = assembly, .words = mb_map_new(scratch)};
    if (assembly->site->actions.count == 0)
        return;
    gather_targets(&f);
    count_telling_words(&f);
    for (uint32_t i = 0; i < assembly->site->actions.count; i++) {
        mb_action *action = assembly->site->actions.items[i];
        if (!action->meeting->panel || mb_day_of(action->meeting->date) == MB_NO_DAY)
            continue;
        mb_site_item *deferred = find_deferred(&f, action);
        const mb_undertaking *undertaking = assembly->undertakings.items[i];
        const target *found = deferred ? NULL : find_uptake(&f, action, &undertaking->words.words);
        if (!deferred && !found)
            continue;
        action->taken_up = mb_new(assembly->arena, mb_uptake);
        *action->taken_up = deferred ? (mb_uptake){.item = deferred} : found->uptake;
    }
}
