/* text.c: times, minutes, pages; presenters. */
#include "reader/agenda/text.h"

#include <ctype.h>

#include "reader/agenda/pages.h"
#include "reader/dialect/labels.h"
#include "reader/minutes/speech.h"
#include "reader/people/names.h"
#include "reader/sentences.h"
#include "reader/when.h"
#include "text/inline.h"

/* A figure of pages or minutes has no more digits. */
#define DIGITS 4
/* "(10.10am - 10.40am)" and the like are no longer. */
#define DETAIL_SIZE 80

/* ---- details: a cursor over the text ---- */

static size_t skip_marks(mb_slice text, size_t at)
{
    static const char *const marks[] = {" ", "\t", ",", ";", ":", ".", "-", "\xE2\x80\x93", "\xE2\x80\x94",
                                        "(", ")",  "[", "]"};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (mb_slice_starts(mb_slice_from(text, at), mb_slice_of(marks[i])))
            return skip_marks(text, at + strlen(marks[i]));
    return at;
}

/* Reads the figure at `at`; returns its end, or 0. */
static size_t read_figure(mb_slice text, size_t at, uint32_t *figure)
{
    size_t end = at;
    for (*figure = 0; end < text.size && isdigit((unsigned char)text.data[end]); end++) {
        if (end - at == DIGITS)
            return 0;
        *figure = *figure * 10 + (uint32_t)(text.data[end] - '0');
    }
    return end > at ? end : 0;
}

static size_t word_behind(const mb_reader *reader, mb_group group, mb_slice text, size_t at)
{
    mb_hit hit;
    return mb_starts_with(reader->dialect, group, mb_slice_from(text, at), &hit) ? at + hit.end : 0;
}

/* "Pages 5 - 18", "Pages 5 18", "Page 7" */
static size_t take_pages(mb_reader *reader, mb_slice text, size_t at, mb_agenda_item *item)
{
    size_t label = word_behind(reader, mb_group_pages, text, at);
    uint32_t first, last;
    size_t end = label ? read_figure(text, skip_marks(text, label), &first) : 0;
    if (!end)
        return 0;
    size_t behind = skip_marks(text, end);
    size_t joined = word_behind(reader, mb_group_range_word, text, behind);
    size_t second = read_figure(text, joined ? skip_marks(text, joined) : behind, &last);
    item->pages = (mb_pages){first, second ? last : first};
    return second ? second : end;
}

/* "15 mins" */
static size_t take_minutes(mb_reader *reader, mb_slice text, size_t at, mb_agenda_item *item)
{
    uint32_t minutes;
    size_t end = read_figure(text, at, &minutes);
    size_t word = end ? word_behind(reader, mb_group_minute_word, text, skip_marks(text, end)) : 0;
    if (word)
        item->minutes_allotted = MB_COUNT(minutes);
    return word;
}

/* Of a range the first counts. */
static size_t take_time(mb_reader *reader, mb_slice text, size_t at, mb_agenda_item *item)
{
    mb_time_hit time;
    if (!mb_find_time(text, at, &time) || time.start != at)
        return 0;
    if (!item->time.data)
        item->time = mb_iso_time(reader->arena, &time);
    return time.end;
}

static size_t take_to_follow(mb_reader *reader, mb_slice text, size_t at, mb_agenda_item *item)
{
    size_t end = word_behind(reader, mb_group_to_follow, text, at);
    item->to_follow |= end > 0;
    return end;
}

static size_t take_small_word(mb_reader *reader, mb_slice text, size_t at, mb_agenda_item *item)
{
    (void)item;
    return word_behind(reader, mb_group_timing_word, text, at);
}

/* Each takes what stands at `at`, and returns its end, or 0. */
static size_t (*const details[])(mb_reader *, mb_slice, size_t at, mb_agenda_item *) = {
    take_pages, take_minutes, take_time, take_to_follow, take_small_word};

bool mb_read_item_details(mb_reader *reader, mb_slice text, mb_agenda_item *item)
{
    mb_agenda_item found = *item;
    size_t at = skip_marks(text, 0);
    if (at >= text.size || text.size > DETAIL_SIZE)
        return false;
    while (at < text.size) {
        size_t end = 0;
        for (size_t i = 0; i < sizeof details / sizeof *details && !end; i++)
            end = details[i](reader, text, at, &found);
        if (!end)
            return false;
        at = skip_marks(text, end);
    }
    *item = found;
    return true;
}

/* ---- where the text below a title begins ---- */

bool mb_are_item_details(const mb_reader *reader, mb_slice text)
{
    if (text.size > DETAIL_SIZE || (*text.data != '(' && !mb_starts_with(reader->dialect, mb_group_pages, text, NULL)))
        return false;
    mb_reader silent = *reader;
    silent.arena = reader->scratch;
    silent.offers = &(mb_list){0};
    return mb_read_item_details(&silent, text, &(mb_agenda_item){0});
}

bool mb_begins_item_text(const mb_reader *reader, uint32_t line)
{
    mb_slice text = mb_line_text(reader->text, line);
    if (text.size == 0)
        return false;
    return mb_starts_with_label(reader->dialect, mb_group_presenter_label, text, NULL) ||
           mb_starts_with(reader->dialect, mb_group_presented_by, text, NULL) ||
           (!mb_is_capitals(text) && mb_starts_with(reader->dialect, mb_group_item_text, text, NULL)) ||
           mb_are_item_details(reader, text) || mb_is_page_range(reader, line) ||
           (line && mb_is_page_range(reader, line - 1));
}

/* ---- presenters ---- */

/* A name, whatever stands behind it: "Ann Lee, Head of Roads", "Councillor Bob Hay (Chair)". */
static void add_presenter(mb_reader *reader, mb_slice text, mb_agenda_item *item)
{
    mb_list names = {0};
    mb_read_one_name(reader, text, &names);
    const mb_name *name = names.count ? names.items[0] : NULL;
    if (name && (name->honorific.data || mb_is_full_name(reader->dialect, name->name)))
        mb_strings_push(reader->arena, &item->presenters, name->name);
}

/* The " and " that begins another person's name, or what it stands at the end: "Ann Lee, Head of Roads and Parks, and Bob
 * Hay, Marl Care". */
static size_t next_person(const mb_reader *reader, mb_slice text, size_t from)
{
    mb_hit hit;
    for (size_t at = from; at < text.size; at = mb_next_word(text, at)) {
        if (!mb_starts_with(reader->dialect, mb_group_between_names, mb_slice_from(text, at), &hit))
            continue;
        mb_slice behind = mb_slice_trim(mb_slice_from(text, at + hit.end));
        size_t end = 0;
        while (end < behind.size && !strchr(",(;", behind.data[end]))
            end++;
        mb_slice first = mb_slice_trim(mb_slice_first(behind, end)), honorific = MB_NOTHING;
        mb_slice name = mb_bare_name(reader, first, &honorific);
        if (honorific.data || mb_is_full_name(reader->dialect, name))
            return at;
    }
    return text.size;
}

/* Commas part people where no office and no organisation stands between them: "Ann Lee, Bob Hay and Cy Orr". */
static bool is_list_of_names(mb_reader *reader, mb_slice text)
{
    mb_list names = {0};
    mb_read_names(reader, text, &names);
    for (uint32_t i = 0; i < names.count; i++) {
        const mb_name *name = names.items[i];
        if (name->office.data || !(name->honorific.data || mb_is_full_name(reader->dialect, name->name)))
            return false;
    }
    return names.count > 2;
}

void mb_read_presenters(mb_reader *reader, mb_slice text, mb_agenda_item *item)
{
    if (is_list_of_names(reader, text)) {
        mb_list names = {0};
        mb_read_names(reader, text, &names);
        for (uint32_t i = 0; i < names.count; i++)
            mb_strings_push(reader->arena, &item->presenters, ((const mb_name *)names.items[i])->name);
        return;
    }
    mb_hit hit;
    for (size_t from = 0; from < text.size;) {
        mb_slice rest = mb_slice_from(text, from);
        if (mb_starts_with(reader->dialect, mb_group_between_names, rest, &hit))
            rest = mb_slice_trim(mb_slice_from(rest, hit.end));
        size_t start = (size_t)(rest.data - text.data), end = next_person(reader, text, start);
        add_presenter(reader, mb_slice_between(rest.data, text.data + end), item);
        from = end > start ? end : text.size;
    }
}

static bool read_presenters(mb_reader *reader, mb_slice text, mb_agenda_item *item)
{
    mb_hit hit;
    if (!mb_starts_with_label(reader->dialect, mb_group_presenter_label, text, &hit) &&
        !mb_starts_with(reader->dialect, mb_group_presented_by, text, &hit))
        return false;
    mb_read_presenters(reader, mb_slice_trim(mb_slice_from(text, hit.end)), item);
    return true;
}

/* ---- all that is said ---- */

static void read_paragraph(mb_reader *reader, mb_slice text, mb_agenda_item *item)
{
    mb_agenda_item found = *item;
    if (item->presenters.count == 0 && read_presenters(reader, text, item))
        return;
    if (mb_read_item_details(reader, text, &found)) {
        found.pages = item->pages.first ? item->pages : found.pages;
        *item = found;
    }
}

void mb_read_item_text(mb_reader *reader, mb_agenda_item *item)
{
    for (uint32_t i = 0; i < item->blocks.count; i++) {
        const mb_block *block = item->blocks.items[i];
        if (block->type == mb_block_type_paragraph && block->text.size)
            read_paragraph(reader, block->text, item);
    }
}
