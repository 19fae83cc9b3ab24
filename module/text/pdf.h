/* pdf.h: the text of a PDF, as pdftotext extracts it.
 *
 *     bytes ─► SHA-256 ─► cache? ── no ──► pdftotext ─► cache
 *                           └───── yes ──────────────────┴──► text, a form feed behind every page
 *
 * The program is poppler's and GPL, so it is a process that is found when it is needed. It is given the bytes that were
 * read and no file's name, so a name can't be taken for an option, and what is kept under a digest is the text of the
 * bytes with that digest. */
#ifndef MB_TEXT_PDF_H
#define MB_TEXT_PDF_H

#include "core/arena.h"
#include "core/error.h"

/* So many bytes tell whether a file is a PDF. */
#define MB_PDF_HEAD 1024

/* Whether the bytes are a PDF's: the mark may stand behind a little of something else. */
bool mb_is_pdf(mb_slice bytes);

/* As usual: "pdftotext", and two minutes. */
#define MB_PDF_EXTRACTOR    "pdftotext"
#define MB_PDF_MILLISECONDS 120000

typedef struct mb_pdf {
    mb_slice bytes;
    mb_slice sha256;       /* of the bytes */
    const char *file;      /* for messages */
    const char *cache;     /* the folder that keeps texts; NULL: none */
    const char *extractor; /* the program */
    unsigned milliseconds; /* that it may take */
    size_t ceiling;        /* of the text's size */
} mb_pdf;

/* Extracts the text into the arena, or finds it in the cache; `damage` is what the extractor says of a part that it
 * couldn't read, else empty. MB_EIO (no pdftotext; the PDF is encrypted, damaged or only pictures), MB_ELIMIT (its time
 * or the text's size), or 0. That nothing can be kept is no failure. */
int mb_pdf_read(mb_arena *arena, mb_arena *scratch, const mb_pdf *pdf, mb_slice *text, mb_slice *damage,
                mb_error *error);

#endif
