/* head_labels.c: where a report's head ends, by its labels; those without a colon count where others stand near them. */
#include "reader/reports/head_labels.h"

#include "reader/reports/section_headings.h"
#include "text/inline.h"
#include "text/wraps.h"

/* A head has no more lines of text than that. */
#define HEAD_LINES 40
/* Between two labels of a head stand no more lines of text; a label further down is in the report's text. */
#define LABELS_APART 12
/* With so many labels of other things one that the model asks for makes a head; a cover has an author and a date. */
#define OTHER_LABELS 2
/* Under a label in the head that asks for the author stand no more lines than a name, an address and a number. */
#define AUTHOR_LINES 6
/* So many labels without a colon, and they are labels. */
#define BARE_LABELS 3

static const char *const field_names[MB_HEAD_FIELDS] = {"meeting", "date",   "reference", "title", "ward",
                                                        "public",  "exempt", "author",    "other"};

mb_head_field mb_head_field_of(mb_slice name)
{
    mb_head_field field = MB_HEAD_MEETING;
    while (field < MB_HEAD_FIELDS && !mb_slice_equal(name, mb_slice_of(field_names[field])))
        field++;
    return field;
}

static bool is_field(mb_slice name, mb_head_field field)
{
    return mb_slice_equal(name, mb_slice_of(field_names[field]));
}

/* A cover has an author, too. */
static bool is_of_head_alone(mb_slice name)
{
    return !is_field(name, MB_HEAD_OTHER) && !is_field(name, MB_HEAD_AUTHOR);
}

bool mb_is_head_line(const mb_reader *reader, uint32_t line)
{
    mb_slice text = mb_line_text(reader->text, line);
    mb_hit hit;
    bool labelled = mb_starts_with(reader->dialect, mb_group_head_label, text, &hit);
    return (labelled && is_of_head_alone(hit.value)) ||
           mb_starts_with(reader->dialect, mb_group_head_sign, text, NULL) ||
           mb_starts_with(reader->dialect, mb_group_attachments_label, text, NULL);
}

bool mb_stands_in_head(const mb_reader *reader, uint32_t line)
{
    const mb_text *text = reader->text;
    uint32_t seen = 0;
    for (uint32_t next = line + 1; next < text->count && seen < AUTHOR_LINES; next++) {
        if (text->lines[next].starts_sheet || text->lines[next].role == MB_LINE_FURNITURE)
            return false;
        if (!mb_line_is_text(text, next))
            continue;
        if (mb_is_head_line(reader, next) &&
            !mb_starts_with(reader->dialect, mb_group_attachments_label, mb_line_text(text, next), NULL))
            return true;
        seen++;
    }
    return false;
}

/* A label without a colon: all of the line, or of the first cell in it. */
bool mb_is_bare_label(const mb_reader *reader, mb_slice text, mb_hit *hit)
{
    text = mb_slice_trim(mb_slice_first(text, mb_slice_find(text, MB_TEXT("\t"), 0)));
    return mb_starts_with(reader->dialect, mb_group_head_label_alone, text, hit) && hit->end == text.size;
}

/* Whether such labels stand within the lines, each with a value: one after another they head the columns of a plan. */
bool mb_has_bare_labels(const mb_reader *reader, mb_line_range lines)
{
    uint32_t labels = 0, seen = 0;
    bool behind_label = false;
    mb_hit hit;
    for (uint32_t line = mb_next_text(reader->text, lines.first, lines.end);
         line < lines.end && seen < HEAD_LINES && labels < BARE_LABELS;
         line = mb_next_text(reader->text, line + 1, lines.end), seen++) {
        bool is_label = mb_is_bare_label(reader, mb_line_text(reader->text, line), &hit);
        bool beside = reader->text->lines[line].tab_inside;
        labels += is_label ? beside : behind_label;
        behind_label = is_label && !beside;
    }
    return labels == BARE_LABELS;
}

bool mb_begins_bare_head(const mb_reader *reader, uint32_t line)
{
    mb_hit hit;
    return mb_is_bare_label(reader, mb_line_text(reader->text, line), &hit) &&
           mb_slice_equal(hit.value, mb_slice_of(field_names[MB_HEAD_MEETING])) &&
           mb_has_bare_labels(reader, (mb_line_range){line, reader->text->count});
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

/* "1. Purpose of report", "Recommendations:": the head is over. */
static bool begins_text(const mb_reader *reader, uint32_t line)
{
    mb_slice text = mb_line_text(reader->text, line);
    mb_item_number number = mb_item_number_of(text);
    mb_section_kind kind = mb_kind_of_section(reader, mb_slice_trim(mb_slice_from(text, number.end)));
    return kind == mb_section_kind_recommendation || kind == mb_section_kind_issue ||
           (number.count && kind != mb_section_kind_nothing);
}

static bool is_whole_label(const mb_reader *reader, mb_slice text)
{
    mb_hit hit;
    return (mb_starts_with(reader->dialect, mb_group_head_label, text, &hit) && hit.end == text.size) ||
           mb_is_bare_label(reader, text, &hit);
}

/* Behind the value of the last label where that stands on the lines below it. */
static uint32_t behind_value(const mb_reader *reader, uint32_t end, uint32_t limit)
{
    uint32_t next = mb_next_text(reader->text, end, limit);
    if (!is_whole_label(reader, mb_line_text(reader->text, end - 1)) || next >= limit ||
        reader->text->lines[next].starts_sheet || begins_text(reader, next))
        return end;
    while (next + 1 < limit && mb_line_is_text(reader->text, next + 1) && mb_goes_on(reader->text, next, next + 1))
        next++;
    return next + 1;
}

uint32_t mb_find_head_end(const mb_reader *reader, mb_line_range lines)
{
    uint32_t end = lines.first, labels = 0, others = 0, seen = 0, last = 0;
    bool bare = mb_has_bare_labels(reader, lines);
    mb_hit hit;
    for (uint32_t line = mb_next_text(reader->text, lines.first, lines.end); line < lines.end && seen < HEAD_LINES;
         line = mb_next_text(reader->text, line + 1, lines.end), seen++) {
        if (labels + others > 1 && (seen - last > LABELS_APART || begins_text(reader, line)))
            break;
        mb_slice text = mb_line_text(reader->text, line);
        bool counts = mb_is_head_line(reader, line) || (bare && mb_is_bare_label(reader, text, &hit));
        if (!counts && !mb_starts_with(reader->dialect, mb_group_head_label, text, NULL))
            continue;
        labels += counts;
        others += !counts;
        last = seen;
        end = line + 1;
    }
    bool head = labels > 1 || (labels && others >= OTHER_LABELS);
    return head ? behind_value(reader, behind_attachments(reader, end, lines.end), lines.end) : lines.first;
}
