/* names.c: takes a list of people apart, by commas, "and" and brackets.
 *
 *     Councillors Ann Lee (Chair), Bob Hay (in place of Cy Orr) and Dr Di Poe, Director of Roads and Parks
 *     └honorific┘ └name─┘ └remark┘                                            └──────remark─────────────┘   */
#include "reader/names.h"

#include <ctype.h>

/* One list loses a bracket or two; more, and it isn't such a list. */
#define LOST_BRACKETS 8

typedef struct splitter {
    mb_reader *reader;
    mb_list *names;
    mb_slice carried; /* the honorific that an earlier plural gives */
    bool in_office;   /* the last name is followed by its office, which may hold commas and "and" */
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

/* The separator at `at`: its size, or 0. */
static size_t separator_at(mb_slice text, size_t at)
{
    static const char *const separators[] = {",", ";", " and ", " & "};
    for (size_t i = 0; i < sizeof separators / sizeof *separators; i++)
        if (mb_slice_starts(mb_slice_from(text, at), mb_slice_of(separators[i])))
            return strlen(separators[i]);
    return 0;
}

mb_slice mb_bare_name(const mb_reader *reader, mb_slice name, mb_slice *honorific)
{
    mb_hit hit;
    while (mb_starts_with(reader->dialect, mb_group_honorific, name, &hit)) {
        if (!honorific->data)
            *honorific = hit.value;
        name = mb_slice_trim(mb_slice_from(name, hit.end));
    }
    while (name.size && strchr(".:-,", mb_slice_end(name)[-1]))
        name.size--;
    return mb_slice_trim(name);
}

static bool is_plural(mb_slice piece, mb_hit hit)
{
    return hit.end > 0 && tolower((unsigned char)piece.data[hit.end - 1]) == 's' &&
           !mb_slice_equal_nocase(mb_slice_first(piece, hit.end), hit.value);
}

static bool is_office(const splitter *s, mb_slice piece)
{
    mb_hit hit;
    return mb_find_phrase(s->reader->dialect, mb_group_role_word, piece, 0, &hit);
}

static void add_to_office(splitter *s, mb_slice piece, char separator)
{
    mb_name *last = mb_list_last(s->names);
    const char *join = separator == ',' ? ", " : " and ";
    if (!last->remark.data)
        last->remark = piece;
    else
        last->remark = mb_arena_printf(s->reader->arena, "%.*s%s%.*s", MB_ARG(last->remark), join, MB_ARG(piece));
    s->in_office = true;
}

static void add_name(splitter *s, mb_slice piece)
{
    mb_hit hit;
    if (mb_starts_with(s->reader->dialect, mb_group_honorific, piece, &hit))
        s->carried = is_plural(piece, hit) ? hit.value : MB_NOTHING;
    size_t bracket = mb_slice_find(piece, MB_TEXT("("), 0);
    mb_slice bare = mb_slice_trim(mb_slice_first(piece, bracket));
    mb_slice honorific = MB_NOTHING;
    bare = mb_bare_name(s->reader, bare, &honorific);
    if (bare.size == 0)
        return;
    mb_name *name = mb_list_add(s->reader->scratch, s->names, mb_name);
    name->name = bare;
    name->honorific = honorific.data ? honorific : s->carried;
    if (bracket == SIZE_MAX)
        return;
    mb_slice remark = mb_slice_from(piece, bracket + 1);
    if (mb_slice_ends(remark, MB_TEXT(")")))
        remark.size--;
    name->remark = mb_slice_trim(remark);
}

/* `separator` is the first character of what stood before the piece. */
static void add_piece(splitter *s, mb_slice piece, char separator)
{
    while (piece.size && strchr(".:- ", *piece.data))
        piece = mb_slice_from(piece, 1);
    while (piece.size && mb_slice_ends(piece, MB_TEXT(".")))
        piece.size--;
    if (mb_slice_starts(piece, MB_TEXT("and ")))
        piece = mb_slice_from(piece, 4);
    if (piece.size == 0)
        return;
    bool begins_name = mb_starts_with(s->reader->dialect, mb_group_honorific, piece, NULL) ||
                       mb_slice_ends(piece, MB_TEXT(")")) || mb_slice_find(piece, MB_TEXT("("), 0) != SIZE_MAX;
    if (s->names->count && !begins_name && (s->in_office || is_office(s, piece))) {
        add_to_office(s, piece, separator);
        return;
    }
    if (s->names->count && mb_is_phrase(s->reader->dialect, mb_group_post_nominal, piece))
        return;
    s->in_office = false;
    add_name(s, piece);
}

/* "(Chair) Bob Hay": a comma was lost behind the bracket that ends at `at`. */
static bool ends_person(mb_slice text, size_t at)
{
    return text.data[at - 1] == ')' && at + 1 < text.size && text.data[at] == ' ' &&
           isupper((unsigned char)text.data[at + 1]);
}

void mb_read_names(mb_reader *reader, mb_slice text, mb_list *names)
{
    splitter s = {.reader = reader, .names = names};
    text = restore_brackets(reader, text);
    size_t depth = 0, from = 0;
    char separator = ',';
    for (size_t i = 0; i < text.size;) {
        size_t size = depth ? 0 : separator_at(text, i);
        if (size) {
            add_piece(&s, mb_slice_trim(mb_slice_between(text.data + from, text.data + i)), separator);
            separator = text.data[i];
            i = from = i + size;
            continue;
        }
        depth += text.data[i] == '(';
        depth -= text.data[i] == ')' && depth > 0;
        i++;
        if (depth == 0 && ends_person(text, i)) {
            add_piece(&s, mb_slice_trim(mb_slice_between(text.data + from, text.data + i)), separator);
            separator = ',';
            from = i;
        }
    }
    add_piece(&s, mb_slice_trim(mb_slice_from(text, from)), separator);
}
