/* labels.c: a label and its value a line; the label that begins the first entry begins each. */
#include "reader/plans/labels.h"

#include "reader/dialect/labels.h"
#include "reader/plans/head.h"
#include "reader/plans/parts.h"
#include "text/inline.h"
#include "text/wraps.h"

/* Fewer blocks are the head of a report. */
#define ENTRIES_AT_LEAST 2
/* A value goes on over no more lines. */
#define VALUE_LINES 4

static const struct {
    const char *value;
    mb_plan_role role;
} roles[] = {
    {"title", MB_PLAN_TITLE},   {"date", MB_PLAN_DATE},         {"decision maker", MB_PLAN_MAKER},
    {"author", MB_PLAN_AUTHOR}, {"director", MB_PLAN_DIRECTOR}, {"ref", MB_PLAN_REF},
    {"other", MB_PLAN_OTHER},
};

typedef struct planned {
    uint32_t line;
    mb_slice values[MB_PLAN_ROLES]; /* the first of each role */
    mb_strings authors;
} planned;

/* The label that the line begins with, and where its value begins; false where there is none. */
static bool read_label(const mb_reader *reader, uint32_t line, mb_plan_role *role, size_t *end)
{
    mb_hit hit;
    mb_slice text = mb_line_text(reader->text, line);
    if (!mb_line_is_text(reader->text, line) ||
        !mb_starts_with_label(reader->dialect, mb_group_plan_label, text, &hit) ||
        mb_slice_find(mb_slice_first(text, hit.end), MB_TEXT(":"), 0) >= hit.end)
        return false;
    for (size_t i = 0; i < sizeof roles / sizeof *roles; i++)
        if (mb_slice_equal(hit.value, mb_slice_of(roles[i].value)))
            *role = roles[i].role;
    *end = hit.end;
    return true;
}

/* The value behind a label, or below it, with the lines that it goes on over; `line` moves behind it. */
static mb_slice read_value(mb_reader *reader, uint32_t *line, size_t from, uint32_t end)
{
    mb_plan_role role;
    size_t at;
    uint32_t last = *line, count = 0;
    mb_slice value = mb_slice_trim(mb_slice_from(mb_line_text(reader->text, last), from));
    for (uint32_t next = last + 1; next < end && count < VALUE_LINES; next++, count++) {
        bool goes_on = mb_line_is_text(reader->text, next) && !read_label(reader, next, &role, &at) &&
                       (value.size == 0 || mb_goes_on(reader->text, last, next));
        if (!goes_on)
            break;
        mb_slice more = mb_line_text(reader->text, next);
        value = value.size ? mb_arena_printf(reader->arena, "%.*s %.*s", MB_ARG(value), MB_ARG(more)) : more;
        last = next;
    }
    *line = last + 1;
    return value.size ? mb_plain_text(reader->arena, value) : MB_NOTHING;
}

static bool is_entry(const planned *one)
{
    return one->values[MB_PLAN_TITLE].size && (one->values[MB_PLAN_DATE].size || one->values[MB_PLAN_MAKER].size);
}

static void add_entry(mb_reader *reader, const planned *one)
{
    mb_forward_plan_entry *entry = mb_list_add(reader->arena, &reader->pack->forward_plan, mb_forward_plan_entry);
    mb_slice when = one->values[MB_PLAN_DATE];
    entry->place = mb_place_of(reader->text, one->line);
    entry->title = one->values[MB_PLAN_TITLE];
    entry->date = when.size ? mb_plan_date(reader, when, NULL) : MB_NOTHING;
    entry->ref = one->values[MB_PLAN_REF];
    entry->decision_maker = one->values[MB_PLAN_MAKER];
    entry->director = one->values[MB_PLAN_DIRECTOR];
    for (uint32_t i = 0; i < one->authors.count; i++) {
        mb_list authors = {0};
        mb_read_authors(reader, one->authors.items[i], entry->place, &authors);
        for (uint32_t a = 0; a < authors.count; a++)
            mb_list_push(reader->arena, &entry->authors, authors.items[a]);
    }
}

bool mb_is_labelled_plan_title(const mb_reader *reader, uint32_t line)
{
    mb_plan_role role;
    size_t end;
    return read_label(reader, line, &role, &end) && role == MB_PLAN_TITLE;
}

static void keep_value(mb_reader *reader, planned *one, mb_plan_role role, mb_slice value)
{
    if (role == MB_PLAN_AUTHOR && value.size)
        mb_strings_push(reader->scratch, &one->authors, value);
    if (!one->values[role].data)
        one->values[role] = value.data ? value : MB_TEXT("");
}

void mb_read_plan_labels(mb_reader *reader, mb_line_range lines)
{
    mb_list blocks = {0};
    planned *one = NULL;
    mb_slice beginning = MB_NOTHING;
    uint32_t entries = 0;
    if (mb_find_plan_title(reader, lines) == lines.end)
        return;
    for (uint32_t line = lines.first; line < lines.end;) {
        mb_plan_role role;
        size_t end;
        if (!read_label(reader, line, &role, &end)) {
            line++;
            continue;
        }
        mb_slice label = mb_slice_trim(mb_slice_first(mb_line_text(reader->text, line), end));
        if (!one)
            beginning = label;
        if (!one || mb_slice_equal_nocase(label, beginning)) {
            one = mb_list_add(reader->scratch, &blocks, planned);
            one->line = line;
        }
        keep_value(reader, one, role, read_value(reader, &line, end, lines.end));
    }
    for (uint32_t i = 0; i < blocks.count; i++)
        entries += is_entry(blocks.items[i]);
    for (uint32_t i = 0; entries >= ENTRIES_AT_LEAST && i < blocks.count; i++)
        if (is_entry(blocks.items[i]))
            add_entry(reader, blocks.items[i]);
}
