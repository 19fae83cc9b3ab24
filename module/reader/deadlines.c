/* deadlines.c: see deadlines.h. */
#include "reader/deadlines.h"

#include <ctype.h>

#include "model/schema.h"
#include "reader/sentences.h"
#include "reader/when.h"

/* A rule's time stands in its sentence, or in one of so many behind it. */
#define TIME_WITHIN 2
/* Words before the day: "two full working". */
#define MOST_WORDS 4

typedef struct rule_reader {
    mb_reader *reader;
    mb_meeting *meeting;
    mb_slice whole; /* the note, or the text under the item */
    const mb_list *blocks;
    size_t *ends; /* of each block in it */
} rule_reader;

/* The block in which a sentence begins. */
static mb_place place_of(const rule_reader *r, mb_slice sentence)
{
    size_t at = (size_t)(sentence.data - r->whole.data);
    uint32_t block = 0;
    while (block + 1 < r->blocks->count && r->ends[block] <= at)
        block++;
    return ((const mb_block *)r->blocks->items[block])->place;
}

/* --- "not less than two clear working days before" --- */

/* The word that ends at `end`; empty where there is none. */
static mb_slice word_before(mb_slice text, size_t end)
{
    while (end > 0 && text.data[end - 1] == ' ')
        end--;
    size_t start = end;
    while (start > 0 && text.data[start - 1] != ' ')
        start--;
    return mb_slice_between(text.data + start, text.data + end);
}

/* A number in digits or in words; 0 where it is none. */
static uint32_t number_of(const mb_dialect *dialect, mb_group group, mb_slice word)
{
    mb_hit hit;
    if (mb_starts_with(dialect, group, word, &hit) && hit.end == word.size)
        word = hit.value;
    uint32_t number = 0;
    for (size_t i = 0; i < word.size && i < 3; i++) {
        if (!isdigit((unsigned char)word.data[i]))
            return 0;
        number = number * 10 + (uint32_t)(word.data[i] - '0');
    }
    return word.size <= 3 ? number : 0;
}

/* Reads what stands before a day at `at` of the sentence, from its end. */
static bool read_count(const mb_dialect *dialect, mb_slice sentence, size_t at, mb_deadline *deadline)
{
    deadline->counting = mb_day_counting_ordinary;
    deadline->calendar = mb_day_calendar_all;
    for (int words = 0; words < MOST_WORDS; words++) {
        mb_slice word = word_before(sentence, at);
        if (word.size == 0)
            return false;
        at = (size_t)(word.data - sentence.data);
        if (mb_is_phrase(dialect, mb_group_clear_day, word)) {
            deadline->counting = mb_day_counting_clear;
        } else if (mb_is_phrase(dialect, mb_group_working_day, word)) {
            deadline->calendar = mb_day_calendar_working;
        } else {
            uint32_t days = number_of(dialect, mb_group_number_word, word);
            if (!days)
                days = number_of(dialect, mb_group_ordinal_word, word);
            deadline->days = MB_COUNT(days);
            return days > 0;
        }
    }
    return false;
}

static bool read_rule(const mb_dialect *dialect, mb_slice sentence, mb_deadline *deadline)
{
    mb_hit day, before;
    for (size_t at = 0; mb_find_phrase(dialect, mb_group_day_word, sentence, at, &day); at = day.end)
        if (mb_contains(dialect, mb_group_before_meeting, mb_slice_from(sentence, day.end), &before) &&
            read_count(dialect, sentence, day.start, deadline))
            return true;
    return false;
}

/* --- "by noon on Friday, 6th September, 2024" --- */

/* The day alone where no time is printed. */
static mb_slice moment_of(mb_arena *arena, mb_slice day, mb_slice time)
{
    return time.size ? mb_arena_printf(arena, "%.*sT%.*s", MB_ARG(day), MB_ARG(time)) : day;
}

static bool read_day(rule_reader *r, mb_slice sentence, mb_deadline *deadline)
{
    mb_hit by;
    mb_date_hit date;
    mb_time_hit time;
    if (!mb_contains(r->reader->dialect, mb_group_received_by, sentence, &by) || !mb_find_date(sentence, by.end, &date))
        return false;
    if (mb_find_time(sentence, by.end, &time))
        deadline->time = mb_iso_time(r->reader->arena, &time);
    deadline->due = moment_of(r->reader->arena, mb_iso_date(r->reader->arena, &date), deadline->time);
    return true;
}

/* --- What it is for --- */

/* The purposes that the text names, as a set of bits. */
static unsigned purposes_in(const mb_dialect *dialect, mb_slice text)
{
    unsigned purposes = 0;
    mb_hit hit;
    for (size_t at = 0; mb_find_phrase(dialect, mb_group_deadline_purpose, text, at, &hit); at = hit.end)
        purposes |= 1u << mb_choice_find(&mb_choices_deadline_purpose, hit.value);
    return purposes;
}

/* What the sentence names alone, else what the note does; else it is for all of them. */
static mb_deadline_purpose purpose_of(const rule_reader *r, mb_slice sentence)
{
    unsigned of_sentence = purposes_in(r->reader->dialect, sentence);
    unsigned named = of_sentence ? of_sentence : purposes_in(r->reader->dialect, r->whole);
    for (unsigned purpose = 1; purpose < mb_choices_deadline_purpose.count; purpose++)
        if (named == 1u << purpose)
            return (mb_deadline_purpose)purpose;
    return mb_deadline_purpose_speaking;
}

/* --- Notes --- */

/* The time of the rule, and the sentences up to it, as they are printed. */
static mb_slice take_time(rule_reader *r, mb_slice sentence, size_t next, mb_deadline *deadline)
{
    mb_slice last = sentence;
    mb_time_hit time;
    for (int behind = 0; behind <= TIME_WITHIN; behind++) {
        if (mb_find_time(last, 0, &time)) {
            deadline->time = mb_iso_time(r->reader->arena, &time);
            return mb_slice_between(sentence.data, mb_slice_end(last));
        }
        if (!mb_next_sentence(r->reader->dialect, r->whole, &next, &last))
            break;
    }
    return sentence;
}

static void read_sentences(rule_reader *r)
{
    mb_slice sentence;
    for (size_t next = 0; mb_next_sentence(r->reader->dialect, r->whole, &next, &sentence);) {
        mb_deadline found = {.place = place_of(r, sentence)};
        if (read_rule(r->reader->dialect, sentence, &found))
            found.rule = take_time(r, sentence, next, &found);
        else if (read_day(r, sentence, &found))
            found.rule = sentence;
        else
            continue;
        found.purpose = purpose_of(r, sentence);
        *mb_list_add(r->reader->arena, &r->meeting->deadlines, mb_deadline) = found;
    }
}

/* Puts the paragraphs together, since a rule goes on from one to the next. */
static void join(rule_reader *r)
{
    r->ends = mb_new_array(r->reader->scratch, size_t, r->blocks->count);
    for (uint32_t i = 0; i < r->blocks->count; i++) {
        const mb_block *block = r->blocks->items[i];
        if (block->type == mb_block_type_paragraph)
            r->whole = mb_arena_printf(r->reader->arena, "%.*s%s%.*s", MB_ARG(r->whole), r->whole.size ? " " : "",
                                       MB_ARG(block->text));
        r->ends[i] = r->whole.size;
    }
}

/* Only few notes and items tell of notice: the others are not put together. */
static bool may_tell(const mb_reader *reader, const mb_list *blocks)
{
    for (uint32_t i = 0; i < blocks->count; i++) {
        const mb_block *block = blocks->items[i];
        mb_hit hit;
        if (block->type == mb_block_type_paragraph &&
            (mb_contains(reader->dialect, mb_group_before_meeting, block->text, &hit) ||
             mb_contains(reader->dialect, mb_group_received_by, block->text, &hit)))
            return true;
    }
    return false;
}

static void read_part(mb_reader *reader, mb_meeting *meeting, const mb_list *blocks)
{
    if (!may_tell(reader, blocks))
        return;
    rule_reader r = {.reader = reader, .meeting = meeting, .blocks = blocks};
    join(&r);
    read_sentences(&r);
}

void mb_read_deadlines(mb_reader *reader, mb_meeting *meeting)
{
    for (uint32_t i = 0; i < meeting->front_matter.count && !meeting->minutes; i++) {
        const mb_list alone = {&meeting->front_matter.items[i], 1, 1};
        read_part(reader, meeting, &alone);
    }
    for (uint32_t i = 0; i < meeting->notes.count; i++)
        read_part(reader, meeting, &((const mb_note *)meeting->notes.items[i])->blocks);
    for (uint32_t i = 0; i < meeting->agenda.count; i++)
        read_part(reader, meeting, &((const mb_agenda_item *)meeting->agenda.items[i])->blocks);
}

void mb_work_out_deadline(mb_arena *arena, const mb_holidays *holidays, mb_slice date, mb_deadline *deadline)
{
    mb_day meeting = mb_day_of(date);
    if (meeting == MB_NO_DAY || !deadline->days.known)
        return;
    const mb_notice notice = {.days = (uint32_t)deadline->days.value,
                              .clear = deadline->counting == mb_day_counting_clear,
                              .working = deadline->calendar == mb_day_calendar_working};
    mb_day due = mb_notice_day(meeting, notice, holidays);
    deadline->due = moment_of(arena, mb_date_of(arena, due), deadline->time);
}
