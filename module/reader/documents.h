/* documents.h: finds the documents in a pack, before anything is read from them. */
#ifndef MB_READER_DOCUMENTS_H
#define MB_READER_DOCUMENTS_H

#include "reader/reading.h"

typedef enum mb_document_kind {
    MB_DOCUMENT_FRONT_SHEET, /* what stands before the agenda's heading */
    MB_DOCUMENT_AGENDA,
    MB_DOCUMENT_MINUTES,
    MB_DOCUMENT_REPORT /* any other paper */
} mb_document_kind;

typedef struct mb_document {
    mb_document_kind kind;
    mb_line_range lines;
    mb_slice agenda_item; /* stamped on its first page, else NOTHING */
    uint32_t present,
        ended; /* of minutes: where people are listed, and the line that ends the meeting, or behind all */
} mb_document;

/* Adds every document, in order, to `documents`; together they cover all lines. */
void mb_find_documents(mb_reader *reader, mb_list *documents);

#endif
