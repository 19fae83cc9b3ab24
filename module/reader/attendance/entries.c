/* entries.c: labels, cells, and names with their offices below them. */
#include "reader/attendance/entries.h"

#include <ctype.h>

#include "reader/dialect/labels.h"
#include "reader/minutes/numbers.h"
#include "reader/minutes/speech.h"
#include "reader/people/names.h"
#include "reader/people/person_name.h"
#include "reader/sentences.h"
#include "text/inline.h"

/* A role before a colon ("Cabinet Member for Children, Young People and Skills:") is no longer. */
#define ROLE_LABEL_SIZE 120
/* A list on one line names so many people at least. */
#define LISTED_NAMES 3
/* A cell's second half is at most so many cells behind its first. */
#define OPEN_ENTRIES 4
/* "Leader of the Council and Cabinet Member for Strategy and Governance" */
#define ROLE_WORDS 16
/* So many rows that extraction printed column by column are no chance. */
#define ROWS_AT_LEAST 2

/* The labels, and the lists that they begin. */
static const struct {
    mb_group label;
    mb_listing begins;
    bool online;
} labels[] = {
    {mb_group_attendance_label, MB_LISTED_ATTENDING, false},
    {mb_group_absence_label, MB_LISTED_ABSENT, false},
    {mb_group_online_present_label, MB_LISTED_PRESENT, true},
    {mb_group_capacity_label, MB_LISTED_PRESENT, false},
    {mb_group_present_label, MB_LISTED_PRESENT, false},
    {mb_group_substitutes_present_label, MB_LISTED_PRESENT, false},
};

/* ---- labels ---- */

/* "Chairman: Ann Lee", "Clerk J Farrow". */
static bool take_office(const mb_dialect *dialect, mb_attendance_entry *e)
{
    mb_hit hit;
    if (mb_starts_with_label(dialect, mb_group_office, e->text, &hit) && hit.end < e->text.size) {
        e->office = hit.value;
        e->listing = MB_LISTED_PRESENT;
    } else if (mb_starts_with(dialect, mb_group_officer_label, e->text, &hit) && hit.end < e->text.size &&
               isupper((unsigned char)*mb_slice_trim(mb_slice_from(e->text, hit.end + 1)).data)) {
        mb_slice printed = mb_slice_first(e->text, hit.end);
        *(e->listing == MB_LISTED_PRESENT ? &e->office : &e->role) =
            e->listing == MB_LISTED_PRESENT ? hit.value : printed;
        e->capacity = MB_TEXT("officer");
    } else {
        return false;
    }
    e->text = mb_slice_from(e->text, hit.end);
    while (e->text.size && strchr(" :-", *e->text.data))
        e->text = mb_slice_from(e->text, 1);
    return true;
}

/* "Cabinet Member for Roads: Councillor Ann Lee" */
static bool take_role(mb_reader *reader, mb_attendance_entry *e)
{
    size_t colon = mb_slice_find(e->text, MB_TEXT(": "), 0);
    mb_slice role = mb_slice_first(e->text, colon);
    if (colon > ROLE_LABEL_SIZE || !mb_names_office(reader, role) || mb_slice_find(role, MB_TEXT("."), 0) < role.size)
        return false;
    e->role = role;
    e->listing = MB_LISTED_ATTENDING;
    e->text = mb_slice_trim(mb_slice_from(e->text, colon + 1));
    return true;
}

/* Takes the labels off the text's start; "Members Present: Councillors:" has two. */
static void take_labels(mb_reader *reader, mb_attendance_entry *e)
{
    mb_hit hit;
    for (size_t i = 0; i < sizeof labels / sizeof *labels; i++) {
        if (!mb_starts_with_list_label(reader->dialect, labels[i].label, e->text, &hit))
            continue;
        bool within = (e->labelled || e->below_label) && e->listing != MB_NO_LISTING;
        if (!within || labels[i].label != mb_group_capacity_label)
            e->listing = labels[i].begins;
        if (!e->below_present && mb_starts_with_list_label(reader->dialect, mb_group_present_label, e->text, NULL))
            e->listing = MB_LISTED_PRESENT;
        e->below_present |= e->listing == MB_LISTED_PRESENT && labels[i].label != mb_group_capacity_label;
        e->capacity = hit.value;
        e->stands_in = labels[i].label == mb_group_substitutes_present_label;
        e->online = labels[i].online;
        e->labelled = true;
        e->text = mb_slice_trim(mb_slice_from(e->text, hit.end));
        take_labels(reader, e);
        return;
    }
    e->labelled |= take_office(reader->dialect, e) || take_role(reader, e);
}

mb_slice mb_behind_item_number(const mb_dialect *dialect, mb_slice text)
{
    return mb_slice_trim(mb_slice_from(text, mb_minute_number_of(dialect, text).end));
}

bool mb_names_people(const mb_dialect *dialect, mb_slice text)
{
    return mb_starts_with(dialect, mb_group_honorific, text, NULL) ||
           mb_starts_with_label(dialect, mb_group_capacity_label, text, NULL) ||
           mb_starts_with_label(dialect, mb_group_office, text, NULL);
}

/* ---- entries ---- */

static bool has_digit(mb_slice text)
{
    for (size_t i = 0; i < text.size; i++)
        if (isdigit((unsigned char)text.data[i]))
            return true;
    return false;
}

static mb_slice before_bracket(mb_slice text)
{
    return mb_slice_trim(mb_slice_first(text, mb_slice_find(text, MB_TEXT("("), 0)));
}

bool mb_is_surname(const mb_reader *reader, mb_slice text)
{
    mb_slice honorific = MB_NOTHING;
    mb_slice name = mb_bare_name(reader, before_bracket(text), &honorific);
    return name.size > 1 && mb_slice_words(name) == 1 && isupper((unsigned char)*name.data) && !mb_is_capitals(name) &&
           !has_digit(name) && !mb_names_office(reader, name) &&
           !mb_is_phrase(reader->dialect, mb_group_organisation_word, name);
}

static int bracket_depth(mb_slice text)
{
    int depth = 0;
    for (size_t i = 0; i < text.size; i++)
        depth += (text.data[i] == '(') - (text.data[i] == ')');
    return depth;
}

/* In columns "(substitute for" and "Cy Orr)" are cells one below the other: gives the second half back to its entry. */
static bool close_bracket(mb_reader *reader, mb_slice text, mb_list *entries)
{
    if (bracket_depth(text) >= 0)
        return false;
    for (uint32_t i = entries->count; i > 0 && entries->count - i < OPEN_ENTRIES; i--) {
        mb_attendance_entry *open = entries->items[i - 1];
        if (bracket_depth(open->text) <= 0)
            continue;
        open->text = mb_arena_printf(reader->arena, "%.*s %.*s", MB_ARG(open->text), MB_ARG(text));
        return true;
    }
    return false;
}

/* "Councillors Ann Lee, Bob Hay and Cy Orr" */
static bool is_list(mb_reader *reader, mb_slice text)
{
    mb_list names = {0};
    mb_read_names(reader, text, &names);
    return names.count >= LISTED_NAMES;
}

/* A name and nothing else. */
static bool names_one(const mb_reader *reader, mb_slice text)
{
    mb_slice honorific = MB_NOTHING;
    mb_slice name = mb_bare_name(reader, text, &honorific);
    return mb_slice_find(text, MB_TEXT(","), 0) == SIZE_MAX && mb_is_full_name(reader->dialect, name);
}

/* "Head of Roads" below "Ann Lee": gives the office to the name that stands alone above it. */
static bool join_role(mb_reader *reader, mb_slice text, mb_list *entries)
{
    mb_attendance_entry *above = mb_list_last(entries);
    if (!above || above->listing == MB_NO_LISTING || !mb_names_role_alone(reader, text) ||
        mb_slice_words(text) > ROLE_WORDS || !names_one(reader, above->text))
        return false;
    above->text = mb_arena_printf(reader->arena, "%.*s, %.*s", MB_ARG(above->text), MB_ARG(text));
    return true;
}

static void add_entry(mb_reader *reader, const mb_block *block, mb_slice text, mb_list *entries)
{
    const mb_attendance_entry *before = mb_list_last(entries);
    if (close_bracket(reader, text, entries) || join_role(reader, text, entries))
        return;
    mb_attendance_entry *e = mb_new(reader->scratch, mb_attendance_entry);
    *e = (mb_attendance_entry){.block = block, .text = before ? text : mb_behind_item_number(reader->dialect, text)};
    if (before) {
        e->listing = before->listing;
        e->below_list = before->below_list || (before->labelled && is_list(reader, before->text));
        e->below_label = before->labelled && before->text.size == 0;
        e->below_present = before->below_present;
        e->below_surname = block->place.line == before->block->place.line + 1 &&
                           (before->labelled || before->below_surname) && mb_is_surname(reader, before->text);
        e->stands_in = before->stands_in;
        e->online = before->online;
        if (!before->office.data && !before->role.data)
            e->capacity = before->capacity;
    }
    take_labels(reader, e);
    mb_list_push(reader->scratch, entries, e);
}

/* "Harle Housing Trust" beside "Ann Lee": no person, and no label. */
static bool names_organisation(const mb_reader *reader, mb_slice cell)
{
    mb_hit hit;
    return mb_slice_words(cell) > 1 && !mb_names_people(reader->dialect, cell) && !has_digit(cell) &&
           !mb_starts_with_list_label(reader->dialect, mb_group_attendance_label, cell, NULL) &&
           (mb_contains(reader->dialect, mb_group_organisation_word, cell, &hit) ||
            mb_contains(reader->dialect, mb_group_council, cell, &hit)) &&
           !mb_is_full_name(reader->dialect, before_bracket(cell));
}

/* A name and an office or an organisation beside it are one entry; names beside one another are several. */
static void add_row(mb_reader *reader, const mb_block *table, const mb_strings *cells, mb_list *entries)
{
    for (uint32_t i = 0; i < cells->count; i++) {
        mb_slice cell = cells->items[i], next = i + 1 < cells->count ? cells->items[i + 1] : MB_NOTHING;
        bool has_office = cell.size && !mb_names_office(reader, cell) && mb_names_office(reader, next) &&
                          !mb_starts_with(reader->dialect, mb_group_honorific, next, NULL);
        if (cell.size && mb_slice_starts(next, MB_TEXT(":"))) {
            add_entry(reader, table, mb_arena_printf(reader->arena, "%.*s%.*s", MB_ARG(cell), MB_ARG(next)), entries);
            i++;
            continue;
        }
        bool has_organisation = !has_office && cell.size && !mb_names_office(reader, before_bracket(cell)) &&
                                names_organisation(reader, next);
        if (has_office)
            cell = mb_arena_printf(reader->arena, "%.*s, %.*s", MB_ARG(cell), MB_ARG(next));
        if (cell.size)
            add_entry(reader, table, cell, entries);
        if (has_organisation)
            ((mb_attendance_entry *)mb_list_last(entries))->organisation = next;
        i += has_office || has_organisation;
    }
}

static void add_cells(mb_reader *reader, const mb_block *table, mb_list *entries)
{
    add_row(reader, table, &table->header, entries);
    for (uint32_t i = 0; i < table->rows.count; i++)
        add_row(reader, table, table->rows.items[i], entries);
}

static void add_items(mb_reader *reader, const mb_block *list, mb_list *entries)
{
    for (uint32_t i = 0; i < list->items.count; i++)
        add_entry(reader, list, ((const mb_list_item *)list->items.items[i])->text, entries);
}

/* ---- columns that were printed one after the other ---- */

static bool is_bare(mb_slice text)
{
    return mb_slice_find(text, MB_TEXT(","), 0) == SIZE_MAX && mb_slice_find(text, MB_TEXT("("), 0) == SIZE_MAX;
}

/* Whether the first half of the entries from `first` up to `end` are what the people in the second half hold or represent:
 * offices above names, or places above names with honorifics. */
static bool are_columns(const mb_reader *reader, const mb_list *entries, uint32_t first, uint32_t end)
{
    uint32_t half = (end - first) / 2, roles = 0, titled = 0, named = 0;
    if (half < ROWS_AT_LEAST || (end - first) % 2)
        return false;
    for (uint32_t i = first; i < first + half; i++) {
        const mb_attendance_entry *left = entries->items[i], *right = entries->items[i + half];
        if (!is_bare(left->text) || mb_starts_with(reader->dialect, mb_group_honorific, left->text, NULL))
            return false;
        roles += mb_names_role_alone(reader, left->text);
        bool has_honorific = mb_starts_with(reader->dialect, mb_group_honorific, right->text, NULL);
        titled += has_honorific;
        named += !has_honorific && mb_is_full_name(reader->dialect, before_bracket(right->text));
    }
    return titled + named == half && (roles == half || titled * 2 > half);
}

static void put_beside(mb_reader *reader, mb_list *entries, uint32_t first, uint32_t half)
{
    for (uint32_t i = first; i < first + half; i++) {
        mb_attendance_entry *left = entries->items[i], *right = entries->items[i + half];
        if (right->listing == MB_LISTED_ATTENDING)
            right->role = left->text;
        else if (!mb_is_phrase(reader->dialect, mb_group_office, left->text))
            right->organisation = left->text;
        left->text = MB_TEXT("");
    }
}

/* Below a label that stands alone: "Harle", "Marlford" and then "Councillor Ann Lee", "Councillor Bob Hay". */
static void join_columns(mb_reader *reader, mb_list *entries)
{
    for (uint32_t i = 0; i < entries->count; i++) {
        const mb_attendance_entry *label = entries->items[i];
        if (!label->labelled || label->text.size)
            continue;
        uint32_t end = i + 1;
        while (end < entries->count && !((const mb_attendance_entry *)entries->items[end])->labelled)
            end++;
        if (are_columns(reader, entries, i + 1, end))
            put_beside(reader, entries, i + 1, (end - i - 1) / 2);
    }
}

void mb_find_attendance_entries(mb_reader *reader, const mb_list *blocks, uint32_t first, mb_list *entries)
{
    for (uint32_t i = first; i < blocks->count; i++) {
        const mb_block *block = blocks->items[i];
        if (block->type == mb_block_type_table)
            add_cells(reader, block, entries);
        else if (block->type == mb_block_type_list)
            add_items(reader, block, entries);
        else
            add_entry(reader, block, block->text, entries);
    }
    join_columns(reader, entries);
}
