/* head_labels.h: the labels of a report's head: which lines hold one, and what each is for. */
#ifndef MB_READER_REPORTS_HEAD_LABELS_H
#define MB_READER_REPORTS_HEAD_LABELS_H

#include "reader/reading.h"

/* What a label asks for; by the dialect's words for these. */
typedef enum mb_head_field {
    MB_HEAD_MEETING,
    MB_HEAD_DATE,
    MB_HEAD_REFERENCE,
    MB_HEAD_TITLE,
    MB_HEAD_WARD,
    MB_HEAD_PUBLIC,
    MB_HEAD_EXEMPT,
    MB_HEAD_AUTHOR,
    MB_HEAD_OTHER,
    MB_HEAD_FIELDS
} mb_head_field;

/* MB_HEAD_FIELDS where the dialect's word is none of them. */
mb_head_field mb_head_field_of(mb_slice name);

/* A label without a colon: all of the line, or of the first cell in it. */
bool mb_is_bare_label(const mb_reader *reader, mb_slice text, mb_hit *hit);

/* Whether such labels stand within the lines, each with a value: one after another they head the columns of a plan. */
bool mb_has_bare_labels(const mb_reader *reader, mb_line_range lines);

/* Whether the line holds a label of a head, or a sign that stands in one. */
bool mb_is_head_line(const mb_reader *reader, uint32_t line);

/* Whether labels of a head follow within a few lines: a label that stands at a report's foot as well is in the head. */
bool mb_stands_in_head(const mb_reader *reader, uint32_t line);

/* Whether a head begins on the line whose labels have no colons: "Meeting" alone, and others of the kind below. */
bool mb_begins_bare_head(const mb_reader *reader, uint32_t line);

/* Behind the last line of the report's head that holds a label; `lines.first` where it has no head. */
uint32_t mb_find_head_end(const mb_reader *reader, mb_line_range lines);

#endif
