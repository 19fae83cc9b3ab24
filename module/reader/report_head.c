/* report_head.c: labels and values of a report's head.
 *
 *     MEETING:  Roads Panel                        MEETING:
 *     DATE:     9th May 2025 │ REFERENCE:          DATE:
 *                            │ E 12                                Roads Panel
 *     TITLE:    Potholes                           REFERENCE:
 *     WARD:     All                                                9th May 2025 …
 *     AN OPEN PUBLIC ITEM
 *
 * Extraction keeps the box's columns apart by tabs, or prints labels and values in any order, so a value goes to the
 * first label still without one that it can belong to: a date tells itself, and so do a reference and a body.
 *
 * In some heads no colon stands behind a label: then a word like "Date" on a line of its own, or in a cell, is one where
 * others of the kind stand near it. */
#include "reader/report_head.h"

#include <ctype.h>

#include "reader/when.h"
#include "text/inline.h"
#include "text/wraps.h"

/* A head has no more lines of text than that. */
#define HEAD_LINES 40
/* A reference in a plan, "E 9999", is no longer. */
#define REFERENCE_SIZE 14

/* So many labels without a colon, and they are labels. */
#define BARE_LABELS 3
/* More labels, and they are no head's. */
#define LABELS_AT_MOST 24

typedef enum head_field { MEETING, DATE, REFERENCE, TITLE, WARD, PUBLIC, OTHER, FIELD_COUNT } head_field;

static const char *const field_names[FIELD_COUNT] = {"meeting", "date",   "reference", "title",
                                                     "ward",    "public", "other"};

typedef struct label {
    head_field field;
    mb_slice value; /* NOTHING until one is found */
} label;

typedef struct head_reader {
    mb_reader *reader;
    mb_report *report;
    label labels[LABELS_AT_MOST]; /* in the order in which they were printed */
    uint32_t label_count;
    mb_slice date_value; /* with a label or without; else NOTHING */
    bool bare;           /* the labels have no colons */
    mb_slice held;       /* the lines of a value that may go on, else NOTHING */
    uint32_t last;       /* the line read last */
    bool in_attachments;
} head_reader;

bool mb_is_head_line(const mb_reader *reader, uint32_t line)
{
    mb_slice text = mb_line_text(reader->text, line);
    mb_hit hit;
    bool labelled = mb_starts_with(reader->dialect, mb_group_head_label, text, &hit);
    return (labelled && !mb_slice_equal(hit.value, mb_slice_of(field_names[OTHER]))) || /* a cover has an author, too */
           mb_starts_with(reader->dialect, mb_group_head_sign, text, NULL) ||
           mb_starts_with(reader->dialect, mb_group_attachments_label, text, NULL);
}

/* A label without a colon: all of the line, or of the first cell in it. */
static bool is_bare_label(const mb_reader *reader, mb_slice text, mb_hit *hit)
{
    text = mb_slice_trim(mb_slice_first(text, mb_slice_find(text, MB_TEXT("\t"), 0)));
    return mb_starts_with(reader->dialect, mb_group_head_label_alone, text, hit) && hit->end == text.size;
}

/* Whether such labels stand within the lines, each with a value: one after another they head the columns of a plan. */
static bool has_bare_labels(const mb_reader *reader, mb_line_range lines)
{
    uint32_t labels = 0, seen = 0;
    bool behind_label = false;
    mb_hit hit;
    for (uint32_t line = mb_next_text(reader->text, lines.first, lines.end);
         line < lines.end && seen < HEAD_LINES && labels < BARE_LABELS;
         line = mb_next_text(reader->text, line + 1, lines.end), seen++) {
        bool is_label = is_bare_label(reader, mb_line_text(reader->text, line), &hit);
        bool beside = reader->text->lines[line].tab_inside;
        labels += is_label ? beside : behind_label;
        behind_label = is_label && !beside;
    }
    return labels == BARE_LABELS;
}

bool mb_begins_bare_head(const mb_reader *reader, uint32_t line)
{
    mb_hit hit;
    return is_bare_label(reader, mb_line_text(reader->text, line), &hit) &&
           mb_slice_equal(hit.value, mb_slice_of(field_names[MEETING])) &&
           has_bare_labels(reader, (mb_line_range){line, reader->text->count});
}

static bool is_none(const mb_reader *reader, mb_slice text)
{
    return mb_is_phrase(reader->dialect, mb_group_none, text);
}

/* Behind the attachments that are listed from `line` on, a line each, where the label of the list ends the head. */
static uint32_t behind_attachments(const mb_reader *reader, uint32_t line, uint32_t end)
{
    mb_hit hit;
    if (!mb_starts_with(reader->dialect, mb_group_attachments_label, mb_line_text(reader->text, line - 1), &hit) ||
        mb_slice_trim(mb_slice_from(mb_line_text(reader->text, line - 1), hit.end)).size)
        return line;
    for (uint32_t next = mb_next_text(reader->text, line, end); next < end && !reader->text->lines[next].starts_sheet;
         next = mb_next_text(reader->text, line, end)) {
        mb_slice text = mb_line_text(reader->text, next);
        if (!mb_starts_with(reader->dialect, mb_group_appendix, text, NULL) && !is_none(reader, text))
            break;
        line = next + 1;
    }
    return line;
}

uint32_t mb_find_head_end(const mb_reader *reader, mb_line_range lines)
{
    uint32_t end = lines.first, labels = 0, seen = 0;
    bool bare = has_bare_labels(reader, lines);
    mb_hit hit;
    for (uint32_t line = mb_next_text(reader->text, lines.first, lines.end); line < lines.end && seen < HEAD_LINES;
         line = mb_next_text(reader->text, line + 1, lines.end), seen++)
        if (mb_is_head_line(reader, line) || (bare && is_bare_label(reader, mb_line_text(reader->text, line), &hit))) {
            end = line + 1;
            labels++;
        }
    return labels > 1 ? behind_attachments(reader, end, lines.end) : lines.first;
}

static head_field field_of(mb_slice name)
{
    head_field field = MEETING;
    while (field < FIELD_COUNT && !mb_slice_equal(name, mb_slice_of(field_names[field])))
        field++;
    return field;
}

/* The first label of that field, or NULL. */
static label *find_label(head_reader *h, head_field field)
{
    for (uint32_t i = 0; i < h->label_count; i++)
        if (h->labels[i].field == field)
            return &h->labels[i];
    return NULL;
}

/* What the head says more than the model asks for, the report's author or a portfolio, has labels of its own. */
static void take_label(head_reader *h, mb_slice name)
{
    head_field field = field_of(name);
    bool known = field != OTHER && find_label(h, field);
    if (field < FIELD_COUNT && !known && h->label_count < LABELS_AT_MOST)
        h->labels[h->label_count++] = (label){field, MB_NOTHING};
}

/* "E 9999", "WH/2417": letters, then digits. */
static bool is_reference(mb_slice text)
{
    size_t letters = 0, digits = 0;
    for (size_t i = 0; i < text.size; i++) {
        unsigned char c = (unsigned char)text.data[i];
        if (isdigit(c))
            digits++;
        else if (isalpha(c) && !digits)
            letters++;
        else if (!strchr(" /-", c))
            return false;
    }
    return text.size <= REFERENCE_SIZE && letters <= 5 && digits;
}

static bool is_date(mb_slice text)
{
    mb_date_hit hit;
    return mb_find_date(text, 0, &hit) && hit.start == 0 && hit.end == text.size;
}

static bool names_body(const head_reader *h, mb_slice text)
{
    mb_hit hit;
    return mb_contains(h->reader->dialect, mb_group_body, text, &hit);
}

static bool says_who_may_read(const head_reader *h, mb_slice text, mb_hit *hit)
{
    return mb_starts_with(h->reader->dialect, mb_group_public_value, text, hit) && hit->end == text.size;
}

/* Whether a value can be that of a label. */
static bool fits(const head_reader *h, const label *to, mb_slice text)
{
    mb_hit hit;
    switch (to->field) {
    case DATE:
        return is_date(text);
    case REFERENCE:
        return is_reference(text) || is_none(h->reader, text);
    case MEETING:
        return to == &h->labels[h->label_count - 1] || names_body(h, text);
    case PUBLIC:
        return says_who_may_read(h, text, &hit);
    default:
        return !is_date(text) && !is_reference(text);
    }
}

static void take_value(head_reader *h, mb_slice text)
{
    if (is_date(text) && !h->date_value.data) {
        h->date_value = text;
        return;
    }
    for (uint32_t i = 0; i < h->label_count; i++) {
        label *to = &h->labels[i];
        if (to->value.data || !fits(h, to, text))
            continue;
        to->value = text;
        return;
    }
}

static void let_go(head_reader *h)
{
    if (h->held.data)
        take_value(h, h->held);
    h->held = MB_NOTHING;
}

static void take_attachment(head_reader *h, mb_slice text, uint32_t line)
{
    mb_strings *attachments = &h->report->header->attachments;
    if (mb_is_phrase(h->reader->dialect, mb_group_none, text))
        return;
    mb_slice *last = attachments->count ? &attachments->items[attachments->count - 1] : NULL;
    bool another = mb_starts_with(h->reader->dialect, mb_group_appendix, text, NULL);
    if (last && !another && mb_goes_on(h->reader->text, h->last, line))
        *last = mb_arena_printf(h->reader->arena, "%.*s %.*s", MB_ARG(*last), MB_ARG(text));
    else
        mb_strings_push(h->reader->arena, attachments, text);
}

static void hold(head_reader *h, mb_slice text)
{
    if (h->held.data)
        text = mb_arena_printf(h->reader->arena, "%.*s %.*s", MB_ARG(h->held), MB_ARG(text));
    h->held = text;
}

static void take_sign(head_reader *h, mb_slice answer)
{
    h->report->header->is_public = mb_slice_equal(answer, MB_TEXT("public")) ? MB_YES : MB_NO;
}

/* A label, a part of one, a sign: what ends the value before it. */
static bool ends_value(const head_reader *h, mb_slice text)
{
    const mb_dialect *dialect = h->reader->dialect;
    mb_hit hit;
    return mb_starts_with(dialect, mb_group_head_label, text, NULL) ||
           (h->bare && is_bare_label(h->reader, text, &hit)) || mb_is_phrase(dialect, mb_group_head_label_part, text) ||
           mb_starts_with(dialect, mb_group_head_sign, text, NULL) ||
           mb_starts_with(dialect, mb_group_attachments_label, text, NULL);
}

/* What stands between two tabs, or on a line of its own: labels, then perhaps a value, then perhaps a label again. */
static void read_cell(head_reader *h, mb_slice text, uint32_t line)
{
    const mb_dialect *dialect = h->reader->dialect;
    mb_hit hit;
    if (ends_value(h, text))
        let_go(h);
    if (h->bare && is_bare_label(h->reader, text, &hit)) {
        take_label(h, hit.value);
        return;
    }
    while (text.size && mb_starts_with(dialect, mb_group_head_label, text, &hit)) {
        take_label(h, hit.value);
        text = mb_slice_trim(mb_slice_from(text, hit.end));
    }
    if (text.size == 0 || mb_is_phrase(dialect, mb_group_head_label_part, text))
        return;
    if (mb_starts_with(dialect, mb_group_head_sign, text, &hit)) {
        take_sign(h, hit.value);
    } else if (mb_starts_with(dialect, mb_group_attachments_label, text, &hit)) {
        h->in_attachments = true;
        text = mb_slice_trim(mb_slice_from(text, hit.end));
        if (text.size)
            take_attachment(h, text, line);
    } else if (h->in_attachments) {
        take_attachment(h, text, line);
    } else if (mb_find_phrase(dialect, mb_group_head_label, text, 0, &hit)) {
        take_value(h, mb_slice_trim(mb_slice_first(text, hit.start)));
        read_cell(h, mb_slice_from(text, hit.start), line);
    } else {
        hold(h, text);
    }
}

/* In a layout a value goes on in its own column: what begins to the left of it is a label, be it unknown. */
static bool begins_with_label(const head_reader *h, uint32_t line)
{
    const mb_line *at = &h->reader->text->lines[line];
    return at->kind == MB_TEXT_LAYOUT && at->indent < at->column;
}

static void read_line(head_reader *h, uint32_t line)
{
    mb_slice text = mb_line_text(h->reader->text, line);
    bool cells = memchr(text.data, '\t', text.size);
    if (cells || line != h->last + 1 || begins_with_label(h, line))
        let_go(h);
    for (size_t at = 0; at < text.size;) {
        size_t tab = mb_slice_find(text, MB_TEXT("\t"), at);
        size_t end = tab == SIZE_MAX ? text.size : tab;
        mb_slice cell = mb_slice_trim(mb_slice_between(text.data + at, text.data + end));
        if (cell.size)
            read_cell(h, mb_plain_text(h->reader->arena, cell), line);
        if (cells)
            let_go(h);
        at = end + 1;
    }
    h->last = line;
}

static mb_slice value_of(head_reader *h, head_field field)
{
    const label *found = find_label(h, field);
    return found ? found->value : MB_NOTHING;
}

static void fill_header(head_reader *h, mb_report_header *header)
{
    mb_date_hit date;
    mb_hit hit;
    mb_slice reference = value_of(h, REFERENCE), title = value_of(h, TITLE), readers = value_of(h, PUBLIC);
    header->meeting = value_of(h, MEETING);
    header->forward_plan_reference = reference.data && is_none(h->reader, reference) ? MB_NOTHING : reference;
    header->ward = value_of(h, WARD);
    if (h->date_value.data && mb_find_date(h->date_value, 0, &date))
        header->date = mb_iso_date(h->reader->arena, &date);
    if (title.data)
        h->report->title = title;
    if (readers.data && says_who_may_read(h, readers, &hit))
        take_sign(h, hit.value);
}

void mb_read_report_head(mb_reader *reader, mb_line_range lines, mb_report *report)
{
    head_reader h = {.reader = reader, .report = report, .last = UINT32_MAX - 1};
    report->header = mb_new(reader->arena, mb_report_header);
    h.bare = has_bare_labels(reader, lines);
    uint32_t line = mb_next_text(reader->text, lines.first, lines.end);
    report->header->place = mb_place_of(reader->text, line);
    for (; line < lines.end; line = mb_next_text(reader->text, line + 1, lines.end))
        read_line(&h, line);
    let_go(&h);
    fill_header(&h, report->header);
}
