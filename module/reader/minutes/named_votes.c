/* named_votes.c: a side, its count in brackets, a colon, names.
 *
 *     For (3): Councillors Lee, Hay and Cole        Against: Councillor O'Dell (1)        Abstentions - none  */
#include "reader/minutes/named_votes.h"

#include <ctype.h>

#include "reader/people/names.h"

#define COUNT_DIGITS 4

typedef struct side {
    mb_slice label, value; /* the value: in favour, against or abstained */
    mb_slice names;
    mb_count count;
} side;

static size_t skip(mb_slice text, size_t at, const char *characters)
{
    while (at < text.size && strchr(characters, text.data[at]))
        at++;
    return at;
}

/* "(3)" at `at`: returns its end, or `at`. */
static size_t read_bracketed_count(mb_slice text, size_t at, mb_count *count)
{
    if (at >= text.size || text.data[at] != '(')
        return at;
    size_t end = at + 1;
    int64_t number = 0;
    for (; end < text.size && isdigit((unsigned char)text.data[end]) && end - at <= COUNT_DIGITS; end++)
        number = number * 10 + (text.data[end] - '0');
    if (end == at + 1 || end >= text.size || text.data[end] != ')')
        return at;
    *count = MB_COUNT(number);
    return end + 1;
}

/* Behind the colon or dash at `at`; 0 where there is none. */
static size_t behind_mark(mb_slice text, size_t at)
{
    size_t end = skip(text, at, " :-");
    while (mb_slice_starts(mb_slice_from(text, end), MB_TEXT("\xE2\x80\x93")) ||
           mb_slice_starts(mb_slice_from(text, end), MB_TEXT("\xE2\x80\x94")))
        end = skip(text, end + strlen("\xE2\x80\x93"), " :-");
    bool marked = false;
    for (size_t i = at; i < end; i++)
        marked |= text.data[i] != ' ';
    return marked ? end : 0;
}

/* The next side at or after `*at`: its label, and where its names begin. */
static bool next_side(const mb_dialect *dialect, mb_slice text, size_t *at, size_t *start, side *found)
{
    mb_hit hit;
    for (; mb_find_phrase(dialect, mb_group_named_side, text, *at, &hit); *at = hit.end) {
        *found = (side){.value = hit.value, .label = mb_slice_between(text.data + hit.start, text.data + hit.end)};
        size_t end = read_bracketed_count(text, skip(text, hit.end, " "), &found->count);
        end = behind_mark(text, end);
        if (!end)
            continue;
        end = skip(text, read_bracketed_count(text, skip(text, end, " "), &found->count), " -");
        *start = hit.start;
        *at = end;
        return true;
    }
    return false;
}

/* The names of a side end before a count in brackets, a semicolon, or the end of the sentence. */
static mb_slice names_of(mb_slice text, side *s)
{
    for (size_t i = 0; i < text.size; i++) {
        size_t end = read_bracketed_count(text, i, &s->count);
        if (end > i || text.data[i] == ';' || text.data[i] == '\n')
            return mb_slice_trim(mb_slice_first(text, i));
    }
    return mb_slice_trim(text);
}

static mb_strings *names_for(mb_vote *vote, mb_slice value, mb_count **count)
{
    static const char *const values[] = {"in favour", "against", "abstained"};
    mb_strings *const lists[] = {&vote->named->in_favour, &vote->named->against, &vote->named->abstained};
    mb_count *const counts[] = {&vote->in_favour, &vote->against, &vote->abstained};
    for (size_t i = 0; i < sizeof values / sizeof *values; i++)
        if (mb_slice_equal(value, mb_slice_of(values[i]))) {
            *count = counts[i];
            return lists[i];
        }
    return NULL;
}

/* "For the amendment" behind those who are for the motion. */
static bool is_rival(const mb_dialect *dialect, const side *s, const mb_vote *vote)
{
    return vote->named->in_favour.count && !vote->named->against.count &&
           mb_slice_equal(s->value, MB_TEXT("in favour")) &&
           mb_contains(dialect, mb_group_amendment, s->label, &(mb_hit){0});
}

static bool keep(const mb_roster *roster, const side *s, mb_place place, mb_vote *vote)
{
    mb_reader *reader = roster->reader;
    mb_list names = {0};
    mb_read_names(reader, s->names, &names);
    bool nobody = mb_starts_with(reader->dialect, mb_group_none, s->names, NULL);
    if (names.count == 0 && !(nobody && vote->named))
        return false;
    if (!vote->named) {
        vote->named = mb_new(reader->arena, mb_named_votes);
        vote->named->place = place;
    }
    mb_count *count = NULL;
    mb_strings *into = names_for(vote, is_rival(reader->dialect, s, vote) ? MB_TEXT("against") : s->value, &count);
    if (!into)
        return false;
    for (uint32_t i = 0; i < names.count; i++) {
        const mb_name *name = names.items[i];
        const mb_person *person = mb_roster_named(roster, name->name);
        mb_strings_push(reader->arena, into, person ? person->name : name->name);
    }
    if (s->count.known || nobody)
        *count = s->count.known ? s->count : MB_COUNT(0);
    return names.count > 0;
}

bool mb_begins_with_side(const mb_dialect *dialect, mb_slice text)
{
    side found;
    size_t at = 0, start = 0;
    return next_side(dialect, text, &at, &start, &found) && start == 0;
}

bool mb_read_named_sides(const mb_roster *roster, mb_slice text, mb_place place, mb_vote *vote)
{
    const mb_dialect *dialect = roster->reader->dialect;
    side here, next;
    size_t at = 0, start = 0, from = 0;
    bool any = false;
    bool found = next_side(dialect, text, &at, &start, &here);
    while (found) {
        from = at;
        found = next_side(dialect, text, &at, &start, &next);
        here.names =
            names_of(mb_slice_between(text.data + from, found ? text.data + start : mb_slice_end(text)), &here);
        any |= keep(roster, &here, place, vote);
        here = next;
    }
    return any;
}

static void count_names(const mb_strings *names, mb_count *count)
{
    if (!count->known && names->count)
        *count = MB_COUNT(names->count);
}

void mb_count_named_votes(mb_vote *vote)
{
    if (!vote->named)
        return;
    count_names(&vote->named->in_favour, &vote->in_favour);
    count_names(&vote->named->against, &vote->against);
    count_names(&vote->named->abstained, &vote->abstained);
    if (vote->against.known && vote->against.value > 0)
        vote->unanimous = MB_NO;
}
