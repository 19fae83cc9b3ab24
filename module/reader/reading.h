/* reading.h: what the small readers of one pack share while they read it. */
#ifndef MB_READER_READING_H
#define MB_READER_READING_H

#include "model/diagnose.h"
#include "model/offer.h"
#include "reader/dialect/dialect.h"
#include "text/blocks.h"
#include "text/text.h"

typedef struct mb_reader {
    mb_arena *arena;   /* the pack's */
    mb_arena *scratch; /* forgotten when the pack is read */
    mb_arena *passing; /* forgotten when some lines are read into blocks; NULL: `scratch` */
    mb_pack *pack;
    mb_text *text;
    const mb_dialect *dialect;
    mb_list *offers; /* of mb_offer: diagnostics to which corrections can answer */
} mb_reader;

/* The reader of a part of a document, whose scratch is forgotten when the part ends. A part has no parts. */
mb_reader mb_begin_part(const mb_reader *reader);
void mb_end_part(const mb_reader *reader);

/* Takes back what scratch gave out behind the mark, where texts are among it: the dialect knows them by their place. */
void mb_go_back(const mb_reader *reader, mb_arena_mark mark);

/* Says something about the reading, at a line (an index into text->lines). Returns the diagnostic. */
mb_diagnostic *mb_remark(mb_reader *reader, mb_code code, uint32_t line, const char *format, ...) MB_PRINTF(4, 5);

/* Of a diagnostic on a value: a correction of that field will be offered to paste, and one that is given answers it. */
void mb_offer_correction(mb_reader *reader, mb_target target, const char *field, mb_diagnostic *of);

/* Reads the lines into blocks, `skip` bytes of the first one left out (see text/blocks.h). */
void mb_read_lines(mb_reader *reader, mb_line_range lines, size_t skip, mb_list *blocks);

/* The same where some lines begin a paragraph whatever the lines before them look like: those for which `begins` holds. */
typedef bool mb_begins_paragraph(const mb_reader *reader, uint32_t line);
void mb_read_lines_cut(mb_reader *reader, mb_line_range lines, mb_begins_paragraph *begins, mb_list *blocks);

/* The lines' words in one text, in the pack's arena. */
mb_slice mb_join_lines(mb_reader *reader, mb_line_range lines);

#endif
