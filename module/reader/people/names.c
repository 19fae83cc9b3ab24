/* names.c: takes a list of people apart, by commas, "and", brackets and honorifics.
 *
 *     Councillors Ann Lee (Chair), Bob Hay (in place of Cy Orr) and Dr Di Poe, Director of Roads and Parks
 *     └honorific┘ └name─┘ └remark┘                                            └──────office─────────────┘   */
#include "reader/people/names.h"

#include <ctype.h>

#include "reader/minutes/speech.h"
#include "reader/people/person_name.h"
#include "reader/sentences.h"

/* One list loses a bracket or two; more, and it isn't such a list. */
#define LOST_BRACKETS 8
/* "DJEH": no name has more. */
#define MOST_INITIALS 5

typedef struct splitter {
    mb_reader *reader;
    mb_list *names;
    mb_slice carried; /* the honorific that an earlier plural gives */
    mb_slice leading; /* an office that stands before the name it belongs to */
    bool in_office;   /* the last name is followed by its office, which may hold commas and "and" */
    bool nobody;      /* the last piece named nobody: "6 members of the public" */
    bool one_person;  /* all of the text is about the first name */
    mb_slice ahead;   /* the text behind the piece that is read */
} splitter;

/* A bracket that closes without having been opened was opened by a comma. Returns that comma's place, or SIZE_MAX. */
static size_t lost_bracket(mb_slice text)
{
    size_t depth = 0, comma = SIZE_MAX;
    for (size_t i = 0; i < text.size; i++) {
        char c = text.data[i];
        if (c == '(')
            depth++;
        else if (c == ',' && depth == 0)
            comma = i;
        else if (c == ')' && depth > 0)
            depth--;
        else if (c == ')')
            return comma;
    }
    return SIZE_MAX;
}

static mb_slice restore_brackets(mb_reader *reader, mb_slice text)
{
    size_t comma;
    for (unsigned restored = 0; restored < LOST_BRACKETS && (comma = lost_bracket(text)) != SIZE_MAX; restored++)
        text = mb_arena_printf(reader->arena, "%.*s (%.*s", (int)comma, text.data,
                               MB_ARG(mb_slice_trim(mb_slice_from(text, comma + 1))));
    return text;
}

/* The separator at `at`, a comma or words such as "and" with blanks about them: its size, or 0. */
static size_t separator_at(const splitter *s, mb_slice text, size_t at)
{
    mb_hit hit;
    if (strchr(",;\t", text.data[at]))
        return 1;
    mb_slice rest = mb_slice_from(text, at + 1);
    if (text.data[at] != ' ' || !mb_starts_with(s->reader->dialect, mb_group_between_names, rest, &hit))
        return 0;
    return hit.end < rest.size && rest.data[hit.end] == ' ' ? hit.end + 2 : 0;
}

/* "Councillors", "Aldermen" */
static bool is_plural(mb_slice piece, mb_hit hit)
{
    mb_slice printed = mb_slice_first(piece, hit.end);
    bool ending = hit.end > 0 && tolower((unsigned char)piece.data[hit.end - 1]) == 's';
    if (hit.end > 3)
        ending |= mb_slice_equal_nocase(mb_slice_from(printed, hit.end - 3), MB_TEXT("men"));
    return ending && !mb_slice_equal_nocase(printed, hit.value);
}

static mb_slice joined(splitter *s, mb_slice office, mb_slice piece, char separator)
{
    if (!office.data)
        return piece;
    const char *between = separator == ',' ? ", " : separator == '&' ? " & " : " and ";
    return mb_arena_printf(s->reader->arena, "%.*s%s%.*s", MB_ARG(office), between, MB_ARG(piece));
}

static void add_to_office(splitter *s, mb_slice piece, char separator)
{
    mb_name *last = mb_list_last(s->names);
    last->office = joined(s, last->office, piece, separator);
    s->in_office =
        !mb_is_phrase(s->reader->dialect, mb_group_office, piece); /* "Mayor" is whole, "Director of Law" may go on */
}

/* What the bracket that opens at `*at` holds; `*at` moves to the next one, or to the text's end. */
static mb_slice next_bracket(mb_slice piece, size_t *at)
{
    size_t open = *at, close = open;
    for (int depth = 0; close < piece.size; close++) {
        depth += (piece.data[close] == '(') - (piece.data[close] == ')');
        if (depth == 0)
            break;
    }
    size_t next = mb_slice_find(piece, MB_TEXT("("), close);
    *at = next < piece.size ? next : piece.size;
    return mb_slice_trim(mb_slice_between(piece.data + open + 1, piece.data + close));
}

/* "AL" of "Ann Lee (AL)", "JMS" of "J Makin-Sands (JMS)": what the minutes call the person further down. */
static bool are_initials(mb_slice bracket, mb_slice name)
{
    if (bracket.size < 2 || bracket.size > MOST_INITIALS || name.size == 0 || *bracket.data != *name.data)
        return false;
    for (size_t i = 0; i < bracket.size; i++)
        if (!isupper((unsigned char)bracket.data[i]))
            return false;
    char last = mb_slice_end(bracket)[-1];
    for (size_t i = 1; i < name.size; i++)
        if (name.data[i] == last && strchr(" -.", name.data[i - 1]))
            return true;
    return false;
}

/* The one of a name's brackets that tells for whom the person stands in, else the first that says more than what the person
 * is called. */
static mb_slice remark_in(const splitter *s, mb_slice piece, size_t bracket, mb_slice name)
{
    mb_slice first = MB_NOTHING;
    mb_hit hit;
    while (bracket < piece.size) {
        mb_slice remark = next_bracket(piece, &bracket);
        if (mb_contains(s->reader->dialect, mb_group_substitute, remark, &hit))
            return remark;
        if (!first.data && !are_initials(remark, name))
            first = remark;
    }
    return first;
}

/* A job, or an office of the council. */
static bool names_role(const splitter *s, mb_slice piece)
{
    mb_take_article(s->reader->dialect, &piece);
    return mb_names_office(s->reader, piece) || mb_is_phrase(s->reader->dialect, mb_group_office, piece);
}

/* "(A Lee)", "(A. B. Lee)" */
static bool is_initial_and_surname(const splitter *s, mb_slice piece, size_t bracket)
{
    mb_slice within = next_bracket(piece, &bracket);
    size_t first = mb_word_end(within, 0);
    return first < within.size && first <= strlen("A.") && mb_is_full_name(s->reader->dialect, within);
}

/* "the Mayor (Councillor Lee)", "Head of Roads (Mrs Lee)", "Head of Roads (A Lee)": the name is in the bracket. */
static bool holds_person(const splitter *s, mb_slice piece, size_t bracket)
{
    mb_hit hit;
    const mb_dialect *dialect = s->reader->dialect;
    if (bracket >= piece.size || mb_starts_with(dialect, mb_group_honorific, piece, NULL))
        return false;
    mb_slice within = mb_slice_from(piece, bracket + 1);
    bool titled = mb_starts_with(dialect, mb_group_honorific, within, &hit) && !is_plural(within, hit);
    return (titled || is_initial_and_surname(s, piece, bracket)) &&
           (s->leading.data || names_role(s, mb_slice_trim(mb_slice_first(piece, bracket))));
}

static void add_name_in_bracket(splitter *s, mb_slice piece, size_t bracket)
{
    mb_slice office = mb_slice_trim(mb_slice_first(piece, bracket));
    mb_take_article(s->reader->dialect, &office);
    office = joined(s, s->leading, office, ',');
    mb_slice within = next_bracket(piece, &bracket);
    mb_name person;
    s->leading = s->carried = MB_NOTHING;
    if (!mb_read_person(s->reader, within, &person))
        return;
    person.office = office;
    person.remark = remark_in(s, piece, bracket, person.name);
    *mb_list_add(s->reader->scratch, s->names, mb_name) = person;
}

static void add_name(splitter *s, mb_slice piece)
{
    mb_hit hit;
    if (mb_starts_with(s->reader->dialect, mb_group_honorific, piece, &hit))
        s->carried = is_plural(piece, hit) ? hit.value : MB_NOTHING;
    size_t bracket = mb_slice_find(piece, MB_TEXT("("), 0);
    mb_name person;
    if (holds_person(s, piece, bracket)) {
        add_name_in_bracket(s, piece, bracket);
        return;
    }
    s->nobody = !mb_read_person(s->reader, mb_slice_trim(mb_slice_first(piece, bracket)), &person);
    if (s->nobody)
        return;
    mb_name *name = mb_list_add(s->reader->scratch, s->names, mb_name);
    *name = person;
    if (!name->honorific.data)
        name->honorific = s->carried;
    if (bracket != SIZE_MAX)
        name->remark = remark_in(s, piece, bracket, name->name);
    if (s->leading.data && !name->office.data)
        name->office = s->leading;
    s->leading = MB_NOTHING;
}

static mb_slice trim_piece(const splitter *s, mb_slice piece)
{
    mb_hit hit;
    while (piece.size && strchr(".:;- ", *piece.data))
        piece = mb_slice_from(piece, 1);
    while (piece.size && strchr(".;", mb_slice_end(piece)[-1]))
        piece.size--;
    while (mb_starts_with(s->reader->dialect, mb_group_between_names, piece, &hit) && hit.end < piece.size)
        piece = mb_slice_trim(mb_slice_from(piece, hit.end));
    if (mb_starts_with(s->reader->dialect, mb_group_capacity_label, piece, &hit)) {
        mb_slice person = mb_slice_trim(mb_slice_from(piece, hit.end));
        if (mb_starts_with(s->reader->dialect, mb_group_honorific, person, NULL))
            return person; /* "… and co-opted members Ms Lee" */
    }
    return piece;
}

/* "R Lane - Town Clerk" */
static bool has_dashed_office(const splitter *s, mb_slice piece)
{
    size_t dash = mb_office_dash(piece);
    return dash < piece.size && !mb_names_office(s->reader, mb_slice_first(piece, dash));
}

/* "Chief Analyst (Roads and Parks)" behind a name: an office, whatever its brackets hold; "Democratic Services
 * (Monitoring Officer)" behind "Head of Legal": the rest of one. */
static bool is_office_with_bracket(const splitter *s, mb_slice piece, size_t bracket)
{
    mb_name person;
    mb_hit hit;
    mb_slice before = mb_slice_trim(mb_slice_first(piece, bracket));
    if (s->in_office && mb_contains(s->reader->dialect, mb_group_organisation_word, before, &hit))
        return true;
    return s->names->count && mb_names_office(s->reader, before) &&
           (!mb_read_person(s->reader, before, &person) || mb_names_office(s->reader, person.name));
}

static bool begins_name(const splitter *s, mb_slice piece)
{
    if (has_dashed_office(s, piece) || mb_starts_with(s->reader->dialect, mb_group_honorific, piece, NULL))
        return true;
    size_t bracket = mb_slice_find(piece, MB_TEXT("("), 0);
    if (holds_person(s, piece, bracket))
        return true;
    return bracket != SIZE_MAX ? !is_office_with_bracket(s, piece, bracket) : mb_slice_ends(piece, MB_TEXT(")"));
}

/* "the Town Clerk", "Lord Mayor": an office and nothing else. */
static bool is_office_alone(const splitter *s, mb_slice piece)
{
    mb_take_article(s->reader->dialect, &piece);
    return mb_is_phrase(s->reader->dialect, mb_group_officer_label, piece) ||
           mb_is_phrase(s->reader->dialect, mb_group_office, piece);
}

/* "Director of Law" in "Director of Law, Mrs J Chafer"; "the Clerk" in "… and the Clerk Mrs J Chafer". */
static bool leads(const splitter *s, mb_slice piece)
{
    mb_name person;
    if (!names_role(s, piece))
        return false;
    if (s->names->count)
        return !s->one_person && mb_slice_starts(piece, MB_TEXT("the "));
    return is_office_alone(s, piece) || !mb_read_person(s->reader, piece, &person) || !person.office.data;
}

/* "Cy Orr" of "Ann Lee, Director of Roads (Harle), Cy Orr, Head of Parks": a name in full, and an office ahead. */
static bool is_named_ahead_of_office(const splitter *s, mb_slice piece)
{
    if (!s->in_office || s->one_person || !mb_is_full_name(s->reader->dialect, piece) || !s->ahead.size ||
        *s->ahead.data != ',')
        return false;
    mb_slice office = mb_slice_trim(mb_slice_from(s->ahead, 1));
    size_t end = 0;
    while (end < office.size && !strchr(",;", office.data[end]))
        end++;
    return names_role(s, mb_slice_first(office, end));
}

/* "Four members of the public" */
static bool is_public(const splitter *s, mb_slice piece)
{
    mb_hit hit;
    return mb_contains(s->reader->dialect, mb_group_public_label, piece, &hit) &&
           mb_starts_with(s->reader->dialect, mb_group_number_word, piece, NULL);
}

/* "Mr Ann Lee, Healthwatch": what begins with a word for an organisation, where each person has an honorific. */
static bool is_organisation(const splitter *s, mb_slice piece)
{
    const mb_name *last = mb_list_last(s->names);
    return last && last->honorific.data && !s->carried.data &&
           mb_starts_with(s->reader->dialect, mb_group_organisation_word, piece, NULL);
}

/* `separator` is the mark that stood before the piece. */
static void add_piece(splitter *s, mb_slice piece, char separator)
{
    const mb_dialect *dialect = s->reader->dialect;
    piece = trim_piece(s, piece);
    if (piece.size == 0 || mb_is_phrase(dialect, mb_group_none, piece))
        return;
    if ((s->nobody && is_office_alone(s, piece)) || is_public(s, piece))
        return;
    bool named = begins_name(s, piece) || is_named_ahead_of_office(s, piece), leading = !named && leads(s, piece);
    bool behind_name = s->names->count && (!named || s->one_person);
    if (behind_name && !leading &&
        (s->in_office || s->one_person || names_role(s, piece) || is_organisation(s, piece))) {
        add_to_office(s, piece, separator);
    } else if (leading || (!named && s->leading.data)) {
        mb_take_article(dialect, &piece);
        s->leading = joined(s, s->leading, piece, separator);
    } else if (!behind_name || !mb_is_phrase(dialect, mb_group_post_nominal, piece)) {
        s->in_office = false;
        add_name(s, piece);
    }
}

/* "(Chair) Bob Hay": a comma was lost behind the bracket that ends at `at`. */
static bool ends_person(mb_slice text, size_t at)
{
    return text.data[at - 1] == ')' && at + 1 < text.size && text.data[at] == ' ' &&
           isupper((unsigned char)text.data[at + 1]);
}

/* "Councillor Ann Lee Councillor Bob Hay": the comma before the second was a gap between columns. */
static bool begins_person(const splitter *s, mb_slice text, size_t from, size_t at)
{
    const mb_dialect *dialect = s->reader->dialect;
    mb_slice rest = mb_slice_trim(mb_slice_from(text, at)), before = mb_slice_between(text.data + from, text.data + at);
    mb_slice honorific = MB_NOTHING;
    mb_hit hit;
    if (text.data[at] != ' ' || !mb_starts_with(dialect, mb_group_honorific, rest, &hit) || hit.end >= rest.size)
        return false;
    before = trim_piece(s, mb_slice_trim(before));
    mb_slice name = mb_bare_name(s->reader, before, &honorific);
    return (honorific.data && name.size > 0) || names_role(s, before);
}

/* The mark that tells a separator of `size` bytes from others; of words the first blank. */
static char separator_character(mb_slice text, size_t at, size_t size)
{
    if (size == 0 || text.data[at] == '\t')
        return ',';
    return text.data[at] == ' ' && text.data[at + 1] == '&' ? '&' : text.data[at];
}

static void split(splitter *s, mb_slice text)
{
    size_t depth = 0, from = 0;
    char separator = ',';
    text = restore_brackets(s->reader, text);
    for (size_t i = 0; i < text.size;) {
        size_t size = depth ? 0 : separator_at(s, text, i);
        bool ends = size || (depth == 0 && begins_person(s, text, from, i));
        if (!ends) {
            depth += text.data[i] == '(';
            depth -= text.data[i] == ')' && depth > 0;
            i++;
            ends = depth == 0 && ends_person(text, i);
        }
        if (!ends)
            continue;
        s->ahead = mb_slice_from(text, i);
        add_piece(s, mb_slice_trim(mb_slice_between(text.data + from, text.data + i)), separator);
        separator = separator_character(text, i, size);
        s->in_office = s->in_office && separator != ';'; /* which parts people where offices have commas */
        i = from = i + size;
        if (size == 0)
            i++;
    }
    s->ahead = MB_NOTHING;
    add_piece(s, mb_slice_trim(mb_slice_from(text, from)), separator);
    for (uint32_t i = 0; i < s->names->count; i++) {
        mb_name *name = s->names->items[i];
        if (!name->remark.data)
            name->remark = name->office;
    }
}

void mb_read_names(mb_reader *reader, mb_slice text, mb_list *names)
{
    splitter s = {.reader = reader, .names = names};
    split(&s, text);
}

void mb_read_one_name(mb_reader *reader, mb_slice text, mb_list *names)
{
    mb_list own = {0};
    splitter s = {.reader = reader, .names = &own, .one_person = true};
    split(&s, text);
    for (uint32_t i = 0; i < own.count; i++)
        mb_list_push(reader->scratch, names, own.items[i]);
}
