/* head.c: labels and values of a report's head.
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
#include "reader/reports/head.h"

#include <ctype.h>

#include "reader/people/bodies.h"
#include "reader/reports/contact.h"
#include "reader/reports/head_labels.h"
#include "reader/when.h"
#include "text/inline.h"
#include "text/wraps.h"

/* A reference in a plan, "E 9999", is no longer. */
#define REFERENCE_SIZE 14
/* A label that the dialect doesn't know has no more words: "Will the decision be open to call-in?" */
#define LABEL_WORDS 8
/* A number alone is a reference from so many digits on; a lower one is that of the agenda item. */
#define REFERENCE_DIGITS 4
/* More labels, and they are no head's. */
#define LABELS_AT_MOST 24

typedef struct label {
    mb_head_field field;
    mb_slice value; /* NOTHING until one is found */
} label;

typedef struct head_reader {
    mb_reader *reader;
    mb_report *report;
    label labels[LABELS_AT_MOST]; /* in the order in which they were printed */
    uint32_t label_count;
    mb_slice date_value; /* with a label or without; else NOTHING */
    bool bare;           /* the labels have no colons */
    mb_slice body;       /* a body that stands above the labels, else NOTHING */
    mb_slice held;       /* the lines of a value that may go on, else NOTHING */
    label *own;          /* the label right before it, or NULL */
    bool reaching;       /* what comes next is a telephone number or an address of the author */
    uint32_t last;       /* the line read last */
    bool in_attachments;
} head_reader;

/* The first label of that field, or NULL. */
static label *find_label(head_reader *h, mb_head_field field)
{
    for (uint32_t i = 0; i < h->label_count; i++)
        if (h->labels[i].field == field)
            return &h->labels[i];
    return NULL;
}

/* What the head says more than the model asks for, the report's author or a portfolio, has labels of its own. */
static void take_label(head_reader *h, mb_slice name)
{
    mb_head_field field = mb_head_field_of(name);
    bool known = field != MB_HEAD_OTHER && find_label(h, field);
    h->own = NULL;
    if (field < MB_HEAD_FIELDS && !known && h->label_count < LABELS_AT_MOST) {
        h->own = &h->labels[h->label_count++];
        *h->own = (label){field, MB_NOTHING};
    }
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
    return text.size <= REFERENCE_SIZE && letters <= 5 && digits && (letters || digits >= REFERENCE_DIGITS);
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

/* "Public", "Part I - Official": the value ends there, or at a dash or a bracket. */
static bool says_who_may_read(const head_reader *h, mb_slice text, mb_hit *hit)
{
    if (!mb_starts_with(h->reader->dialect, mb_group_public_value, text, hit))
        return false;
    mb_slice behind = mb_slice_trim(mb_slice_from(text, hit->end));
    return behind.size == 0 || strchr("-(,;.", *behind.data) || mb_slice_starts(behind, MB_TEXT("\xE2\x80\x93"));
}

/* "No", "☐ Yes ☒ No": what is ticked answers. */
static mb_maybe answer_of(const mb_reader *reader, mb_slice text)
{
    static const char *const ticks[] = {"\xE2\x98\x92", "\xE2\x98\x91", "\xE2\x9C\x93", "\xE2\x9C\x94", "\xE2\x88\x9A"};
    for (size_t i = 0; i < sizeof ticks / sizeof *ticks; i++) {
        size_t at = mb_slice_find(text, mb_slice_of(ticks[i]), 0);
        if (at != SIZE_MAX)
            text = mb_slice_trim(mb_slice_from(text, at + strlen(ticks[i])));
    }
    mb_hit hit;
    if (!mb_starts_with(reader->dialect, mb_group_head_answer, text, &hit))
        return MB_UNKNOWN;
    return mb_slice_equal(hit.value, MB_TEXT("yes")) ? MB_YES : MB_NO;
}

/* Whether a value can be that of a label. */
static bool fits(const head_reader *h, const label *to, mb_slice text)
{
    mb_hit hit;
    switch (to->field) {
    case MB_HEAD_DATE:
        return is_date(text);
    case MB_HEAD_REFERENCE:
        return is_reference(text) || mb_is_phrase(h->reader->dialect, mb_group_none, text);
    case MB_HEAD_MEETING:
        return to == &h->labels[h->label_count - 1] || names_body(h, text);
    case MB_HEAD_PUBLIC:
        return says_who_may_read(h, text, &hit);
    case MB_HEAD_EXEMPT:
        return answer_of(h->reader, text) != MB_UNKNOWN;
    case MB_HEAD_OTHER:
        return !is_date(text);
    default:
        return !is_date(text) && !is_reference(text);
    }
}

/* A value right behind its label is its own, but for one that tells itself. */
static bool is_own_value(const head_reader *h, mb_slice text)
{
    if (!h->own || h->own->value.data)
        return false;
    return h->own->field == MB_HEAD_DATE || h->own->field == MB_HEAD_REFERENCE ? fits(h, h->own, text) : true;
}

/* The date of the meeting is the head's first, labelled or not. */
static bool take_date(head_reader *h, mb_slice text)
{
    if (!is_date(text) || h->date_value.data)
        return false;
    h->date_value = text;
    label *date = find_label(h, MB_HEAD_DATE);
    if (date)
        date->value = text;
    return true;
}

static void take_value(head_reader *h, mb_slice text)
{
    if (take_date(h, text))
        return;
    if (!h->label_count && !h->body.data && names_body(h, text) && !mb_names_council(h->reader, text))
        h->body = text;
    if (is_own_value(h, text)) {
        h->own->value = text;
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
    if (!h->held.data)
        return; /* a label in the cell before keeps its claim to the next one */
    take_value(h, h->held);
    h->held = MB_NOTHING;
    h->own = NULL;
}

/* " 2 Map", " B: Map". */
static bool is_numbered(mb_slice behind)
{
    if (behind.size < 2 || *behind.data != ' ')
        return false;
    bool letter =
        isupper((unsigned char)behind.data[1]) && (behind.size == 2 || !isalnum((unsigned char)behind.data[2]));
    return letter || isdigit((unsigned char)behind.data[1]);
}

/* Where the next of several attachments begins that stand on one line, "Appendix 1 Fares Appendix 2 Map", or the text's
 * end. What is said of an appendix, "Map for Appendix 2", is none. */
static size_t next_attachment(const head_reader *h, mb_slice text)
{
    const mb_dialect *dialect = h->reader->dialect;
    mb_hit hit;
    for (size_t at = 1; mb_find_phrase(dialect, mb_group_attachment_label, text, at, &hit); at = hit.end) {
        mb_slice before = mb_slice_trim(mb_slice_first(text, hit.start));
        size_t word = before.size;
        while (word > 0 && before.data[word - 1] != ' ')
            word--;
        bool said_of = mb_is_phrase(dialect, mb_group_joining_word, mb_slice_from(before, word));
        if (isupper((unsigned char)text.data[hit.start]) && is_numbered(mb_slice_from(text, hit.end)) && !said_of)
            return hit.start;
    }
    return text.size;
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

static void take_attachments(head_reader *h, mb_slice text, uint32_t line)
{
    while (text.size) {
        size_t end = next_attachment(h, text);
        take_attachment(h, mb_slice_trim(mb_slice_first(text, end)), line);
        text = mb_slice_from(text, end);
    }
}

/* A date or a reference is whole, and so is the council's name above the labels: what stands by it is another value. */
static bool stands_apart(const head_reader *h, mb_slice text)
{
    return is_date(text) || is_reference(text) || (h->label_count == 0 && mb_names_council(h->reader, text));
}

static void hold(head_reader *h, mb_slice text)
{
    if (h->held.data && (stands_apart(h, h->held) || is_date(text)))
        let_go(h);
    if (h->held.data)
        text = mb_arena_printf(h->reader->arena, "%.*s %.*s", MB_ARG(h->held), MB_ARG(text));
    h->held = text;
}

static void take_sign(head_reader *h, mb_slice answer)
{
    h->report->header->is_public = mb_slice_equal(answer, MB_TEXT("public")) ? MB_YES : MB_NO;
}

/* Behind the label, "Tel:" or "Name:", of a part of what is said of the author; 0 where there is none. */
static size_t author_part(const head_reader *h, mb_slice text)
{
    mb_hit hit;
    if (!mb_starts_with(h->reader->dialect, mb_group_phone_label, text, &hit) &&
        !mb_starts_with(h->reader->dialect, mb_group_contact_name_label, text, &hit))
        return 0;
    size_t end = hit.end;
    while (end < text.size && strchr(":. ", text.data[end]))
        end++;
    return end == text.size || strchr(":.", text.data[end - 1]) || text.data[end - 1] == ' ' ? end : 0;
}

/* Number and address of the author may stand below name and office, or further on in the head. */
static bool take_author_part(head_reader *h, mb_slice text)
{
    label *author = find_label(h, MB_HEAD_AUTHOR);
    size_t part = author ? author_part(h, text) : 0;
    if (!author || (!part && !h->reaching))
        return false;
    if (author == h->own || !author->value.data)
        let_go(h);
    text = mb_slice_trim(mb_slice_from(text, part));
    h->reaching = text.size == 0;
    if (text.size)
        author->value = author->value.data
                            ? mb_arena_printf(h->reader->arena, "%.*s, %.*s", MB_ARG(author->value), MB_ARG(text))
                            : text;
    return true;
}

/* Where a label ends that the dialect doesn't know, "Contributors:" or "Is it urgent?"; 0 where the text begins with
 * none. */
static size_t unknown_label(mb_slice text)
{
    size_t colon = mb_slice_find(text, MB_TEXT(":"), 0), question = mb_slice_find(text, MB_TEXT("?"), 0);
    size_t end = colon < question ? colon : question;
    if (end == SIZE_MAX || !isupper((unsigned char)*text.data) ||
        mb_slice_words(mb_slice_first(text, end)) > LABEL_WORDS)
        return 0;
    return end + 1 == text.size || text.data[end + 1] == ' ' ? end + 1 : 0;
}

/* Whether each label that asks for something has it; the first lines of a value may still be held. */
static bool is_answered(const head_reader *h)
{
    uint32_t open = 0;
    for (uint32_t i = 0; i < h->label_count; i++)
        open += h->labels[i].value.data == NULL && h->labels[i].field != MB_HEAD_OTHER;
    return open <= (h->held.data != NULL);
}

/* A label that the dialect doesn't know ends the value above it, unless that is a title that fills its line. */
static bool take_unknown_label(head_reader *h, mb_slice *text, uint32_t line)
{
    size_t end = h->label_count && is_answered(h) ? unknown_label(*text) : 0;
    bool title = h->own && h->own->field == MB_HEAD_TITLE;
    bool wrapped = title && h->held.data && h->last < line && mb_is_full(h->reader->text, h->last, line);
    if (!end || wrapped || h->in_attachments ||
        mb_starts_with(h->reader->dialect, mb_group_attachments_label, *text, NULL))
        return false;
    let_go(h);
    take_label(h, MB_TEXT("other"));
    *text = mb_slice_trim(mb_slice_from(*text, end));
    return true;
}

/* A label, a part of one, a sign: what ends the value before it. */
static bool ends_value(const head_reader *h, mb_slice text)
{
    const mb_dialect *dialect = h->reader->dialect;
    mb_hit hit;
    return mb_starts_with(dialect, mb_group_head_label, text, NULL) ||
           (h->bare && mb_is_bare_label(h->reader, text, &hit)) ||
           mb_is_phrase(dialect, mb_group_head_label_part, text) ||
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
    if (h->bare && mb_is_bare_label(h->reader, text, &hit)) {
        take_label(h, hit.value);
        return;
    }
    if (take_author_part(h, text))
        return;
    bool labelled = false;
    while (text.size && mb_starts_with(dialect, mb_group_head_label, text, &hit)) {
        take_label(h, hit.value);
        text = mb_slice_trim(mb_slice_from(text, hit.end));
        labelled = true;
    }
    if (!labelled)
        take_unknown_label(h, &text, line);
    if (text.size == 0 || mb_is_phrase(dialect, mb_group_head_label_part, text))
        return;
    if (mb_starts_with(dialect, mb_group_head_sign, text, &hit)) {
        take_sign(h, hit.value);
    } else if (mb_starts_with(dialect, mb_group_attachments_label, text, &hit)) {
        h->in_attachments = true;
        text = mb_slice_trim(mb_slice_from(text, hit.end));
        take_attachments(h, text, line);
    } else if (h->in_attachments) {
        take_attachments(h, text, line);
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
    if (h->held.data && h->label_count == 0 && names_body(h, h->held))
        let_go(h);
    if (!h->held.data)
        h->own = NULL;
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

static mb_slice value_of(head_reader *h, mb_head_field field)
{
    const label *found = find_label(h, field);
    return found ? found->value : MB_NOTHING;
}

/* "Roads Panel, 3 June 2025": the meeting's date stands behind its name. */
static mb_slice without_date(head_reader *h, mb_slice meeting)
{
    mb_date_hit date;
    if (!meeting.data || !mb_find_date(meeting, 0, &date) || date.start == 0 || date.end != meeting.size)
        return meeting;
    if (!h->date_value.data)
        h->date_value = mb_slice_from(meeting, date.start);
    size_t end = date.start;
    while (end > 0 && !isalnum((unsigned char)meeting.data[end - 1]) && meeting.data[end - 1] != ')')
        end--;
    return mb_slice_first(meeting, end);
}

/* "Report to the Roads Panel". */
static mb_slice without_words(const head_reader *h, mb_group group, mb_slice text)
{
    mb_hit hit;
    return mb_starts_with(h->reader->dialect, group, text, &hit) ? mb_slice_trim(mb_slice_from(text, hit.end)) : text;
}

static void read_author(head_reader *h)
{
    mb_slice author = value_of(h, MB_HEAD_AUTHOR);
    if (!author.size)
        return;
    h->report->contact = mb_new(h->reader->arena, mb_contact);
    h->report->contact->place = h->report->header->place;
    mb_read_contact(h->reader, author, h->report->contact);
}

static void fill_header(head_reader *h, mb_report_header *header)
{
    mb_date_hit date;
    mb_hit hit;
    mb_slice reference = value_of(h, MB_HEAD_REFERENCE), title = value_of(h, MB_HEAD_TITLE),
             readers = value_of(h, MB_HEAD_PUBLIC);
    header->meeting = without_date(h, value_of(h, MB_HEAD_MEETING));
    if (!header->meeting.data)
        header->meeting = without_date(h, without_words(h, mb_group_report_to, h->body));
    header->forward_plan_reference =
        reference.data && mb_is_phrase(h->reader->dialect, mb_group_none, reference) ? MB_NOTHING : reference;
    header->ward = value_of(h, MB_HEAD_WARD);
    if (h->date_value.data && mb_find_date(h->date_value, 0, &date))
        header->date = mb_iso_date(h->reader->arena, &date);
    if (title.data)
        h->report->title = title;
    if (readers.data && says_who_may_read(h, readers, &hit))
        take_sign(h, hit.value);
    mb_maybe exempt = answer_of(h->reader, value_of(h, MB_HEAD_EXEMPT));
    if (exempt != MB_UNKNOWN)
        header->is_public = exempt == MB_YES ? MB_NO : MB_YES;
}

void mb_read_report_head(mb_reader *reader, mb_line_range lines, mb_report *report)
{
    head_reader h = {.reader = reader, .report = report, .last = UINT32_MAX - 1};
    report->header = mb_new(reader->arena, mb_report_header);
    h.bare = mb_has_bare_labels(reader, lines);
    uint32_t line = mb_next_text(reader->text, lines.first, lines.end);
    report->header->place = mb_place_of(reader->text, line);
    for (; line < lines.end; line = mb_next_text(reader->text, line + 1, lines.end))
        read_line(&h, line);
    let_go(&h);
    fill_header(&h, report->header);
    read_author(&h);
}
