/* parts.c: takes the cells of a work plan apart. */
#include "reader/plans/parts.h"

#include <ctype.h>

#include "reader/minutes/speech.h"
#include "reader/people/names.h"
#include "reader/people/person_name.h"
#include "reader/people/phone.h"
#include "text/inline.h"

/* "WH 2409": a few capitals and a few digits. */
#define REFERENCE_LETTERS 4
#define REFERENCE_DIGITS  2
#define REFERENCE_SIZE    12
#define NAME_WORDS        5

static unsigned role_of(mb_slice value)
{
    static const char *const names[MB_PLAN_ROLES] = {"ref",    "date",     "decision maker", "title",
                                                     "author", "director", "other"};
    for (unsigned role = 0; role < MB_PLAN_ROLES; role++)
        if (mb_slice_equal(value, mb_slice_of(names[role])))
            return MB_PLAN_BIT(role);
    return 0;
}

unsigned mb_plan_heads(const mb_reader *reader, mb_slice text)
{
    unsigned roles = 0;
    text = mb_slice_trim(text);
    while (text.size) {
        mb_hit hit;
        if (!mb_starts_with(reader->dialect, mb_group_plan_column, text, &hit))
            return 0;
        roles |= role_of(hit.value);
        text = mb_slice_trim(mb_slice_from(text, hit.end));
    }
    return roles;
}

bool mb_is_plan_reference(mb_slice text)
{
    size_t letters = 0, digits = 0;
    while (letters < text.size && isupper((unsigned char)text.data[letters]))
        letters++;
    for (size_t i = letters; i < text.size; i++) {
        if (isdigit((unsigned char)text.data[i]))
            digits++;
        else if (!strchr(" -/", text.data[i]))
            return false;
    }
    return letters > 0 && letters <= REFERENCE_LETTERS && digits >= REFERENCE_DIGITS && text.size <= REFERENCE_SIZE;
}

mb_slice mb_plan_reference(const mb_reader *reader, mb_slice text)
{
    text = mb_slice_trim(text);
    if (mb_starts_with(reader->dialect, mb_group_furniture_start, text, NULL))
        return MB_NOTHING;
    return mb_is_plan_reference(text) ? text : MB_NOTHING;
}

mb_slice mb_plan_date(const mb_reader *reader, mb_slice text, size_t *end)
{
    mb_date_hit date;
    mb_month_hit month;
    bool dated = mb_find_date(text, 0, &date);
    bool known = dated || (mb_find_month(text, 0, &month) && month.year);
    if (end)
        *end = dated ? date.end : known ? month.end : 0;
    if (dated || !known)
        return dated ? mb_iso_date(reader->arena, &date) : MB_NOTHING;
    return mb_arena_printf(reader->arena, "%04d-%02d", month.year, month.month);
}

bool mb_begins_with_plan_date(mb_slice text)
{
    mb_date_hit date;
    mb_month_hit month;
    if (mb_find_date(text, 0, &date))
        return date.start == 0;
    return mb_find_month(text, 0, &month) && month.start == 0 && month.year;
}

bool mb_has_phone(mb_slice text)
{
    return mb_find_phone(text, 0).data;
}

bool mb_looks_like_name(mb_slice text)
{
    unsigned words = 0;
    if (mb_slice_ends(text, MB_TEXT(",")))
        text.size--;
    for (size_t at = 0; at < text.size; words++) {
        if (!isupper((unsigned char)text.data[at]) && (unsigned char)text.data[at] < 0xC3)
            return false;
        for (; at < text.size && text.data[at] != ' '; at++)
            if (!isalpha((unsigned char)text.data[at]) && !strchr("-'.", text.data[at]) &&
                (unsigned char)text.data[at] < 0x80)
                return false;
        while (at < text.size && text.data[at] == ' ')
            at++;
    }
    return words >= 2 && words <= NAME_WORDS;
}

/* --- Authors --- */

static void add_author(mb_reader *reader, mb_slice name, mb_place place, mb_list *authors)
{
    mb_hit hit;
    name = mb_slice_trim(name);
    while (name.size && mb_starts_with(reader->dialect, mb_group_phone_label, name, &hit))
        name = mb_slice_trim(mb_slice_from(name, hit.end));
    while (name.size && strchr(":;,.-", *name.data))
        name = mb_slice_trim(mb_slice_from(name, 1));
    if (name.size == 0 || isdigit((unsigned char)*name.data) || mb_slice_find(name, MB_TEXT("@"), 0) != SIZE_MAX)
        return;
    /* A wrap behind a hyphen leaves a space. */
    size_t wrap = mb_slice_find(name, MB_TEXT("- "), 0);
    if (wrap != SIZE_MAX && wrap > 0 && name.data[wrap - 1] != ' ')
        name =
            mb_arena_printf(reader->arena, "%.*s%.*s", (int)wrap + 1, name.data, MB_ARG(mb_slice_from(name, wrap + 2)));
    mb_slice honorific = MB_NOTHING;
    name = mb_bare_name(reader, name, &honorific);
    mb_author *author = mb_list_add(reader->arena, authors, mb_author);
    author->place = place;
    author->name = name;
}

static void add_names(mb_reader *reader, mb_slice text, mb_place place, mb_list *authors)
{
    mb_hit label = {.start = text.size};
    mb_find_phrase(reader->dialect, mb_group_phone_label, text, 0, &label);
    text = mb_slice_first(text, label.start);
    static const char *const separators[] = {",", ";", " and ", " & ", "/"};
    bool in_office = false; /* "Ann Lee, Head of Law and Governance" */
    for (size_t from = 0; from < text.size;) {
        size_t to = text.size, behind = text.size;
        for (size_t s = 0; s < sizeof separators / sizeof *separators; s++) {
            size_t found = mb_slice_find(text, mb_slice_of(separators[s]), from);
            if (found < to) {
                to = found;
                behind = found + strlen(separators[s]);
            }
        }
        mb_slice name = mb_slice_trim(mb_slice_between(text.data + from, text.data + to));
        in_office = authors->count &&
                    (mb_names_role_alone(reader, name) || (in_office && !mb_is_full_name(reader->dialect, name)));
        if (!in_office)
            add_author(reader, name, place, authors);
        from = behind;
    }
}

void mb_read_authors(mb_reader *reader, mb_slice text, mb_place place, mb_list *authors)
{
    uint32_t numbers = 0;
    size_t from = 0;
    for (;;) {
        mb_slice phone = mb_find_phone(text, from);
        size_t until = phone.data ? (size_t)(phone.data - text.data) : text.size;
        add_names(reader, mb_slice_between(text.data + from, text.data + until), place, authors);
        if (!phone.data)
            return;
        if (numbers < authors->count)
            ((mb_author *)authors->items[numbers++])->phone = phone;
        from = until + phone.size;
    }
}
