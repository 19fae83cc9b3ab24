/* cover.h: the first page of an annual report or a plan: its title, its author, its contents. */
#ifndef MB_READER_REPORTS_COVER_H
#define MB_READER_REPORTS_COVER_H

#include "reader/reading.h"

typedef struct mb_cover {
    uint32_t end;     /* behind the cover and the contents page; where the lines begin if there is neither */
    mb_slice title;   /* NOTHING where there is no cover */
    mb_slice date;    /* 2025-09 or 2025-09-30; NOTHING where none is printed */
    mb_slice author;  /* what the label of the author gives, else NOTHING */
    mb_list contents; /* of mb_slice: the titles that the contents page lists, without numbers and pages */
} mb_cover;

mb_cover mb_read_cover(mb_reader *reader, mb_line_range lines);

#endif
