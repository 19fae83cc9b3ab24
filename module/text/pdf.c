/* pdf.c: pdftotext, and the words for each way in which it fails. */
#include "text/pdf.h"

#include "core/cache.h"
#include "core/process.h"

/* The page's layout rather than the reading order: of PDFs made from papers that a person keyed, the first gives 0.79 of
 * the facts and the second 0.77, and of the cells of tables 0.62 and 0.29; and times and page ranges at the right margin
 * of an agenda stay with their items. Part of a kept text's name, so that another extraction finds none of those that
 * were kept before. */
#define ARGUMENT "-layout"

bool mb_is_pdf(mb_slice bytes)
{
    return mb_slice_find(mb_slice_first(bytes, MB_PDF_HEAD), MB_TEXT("%PDF-"), 0) != SIZE_MAX;
}

/* --- Failures --- */

typedef struct failure {
    int code;
    const char *message, *advice;
} failure;

static const failure missing = {
    MB_EIO, "can't be read: a PDF takes the program pdftotext, which isn't installed",
    "install it (Debian: apt install poppler-utils), or give the PDF's text as a file in its stead"};
static const failure slow = {MB_ELIMIT, "can't be read: its text wasn't extracted within the time allowed",
                             "split it into smaller PDFs, or print it from a viewer into a new one"};
static const failure talkative = {MB_ELIMIT, "can't be read: its text is larger than a pack may be",
                                  "split it into smaller PDFs"};
static const failure encrypted = {
    MB_EIO, "can't be read: it is encrypted, and opens with a password only",
    "save it without one (qpdf --decrypt --password=… locked.pdf open.pdf), or ask the council for an open copy"};
static const failure forbidden = {MB_EIO, "can't be read: its author forbids to copy text from it",
                                  "ask the council for a copy that may be read aloud by machines too"};
static const failure damaged = {MB_EIO, "can't be read: it is damaged or cut short",
                                "download it again; where that doesn't help, print it from a viewer into a new one"};
static const failure pictures = {MB_EIO, "holds no text, only pictures: it was probably scanned",
                                 "give it a text layer first, for example with: ocrmypdf scanned.pdf pack.pdf"};

static int fail(const mb_pdf *pdf, const failure *how, mb_slice complaint, mb_error *error)
{
    mb_where where = {pdf->file, 0, 0};
    if (complaint.size)
        mb_fail_at(error, how->code, where, "%s (%s: %.*s)", how->message, pdf->extractor, MB_ARG(complaint));
    else
        mb_fail_at(error, how->code, where, "%s", how->message);
    mb_advise(error, "%s", how->advice);
    return how->code;
}

static mb_slice first_line(mb_slice text)
{
    return mb_slice_first(text, mb_slice_find(text, MB_TEXT("\n"), 0));
}

/* The first line that tells of an error: warnings are about fonts and the like. */
static mb_slice first_error(mb_slice complaints)
{
    while (complaints.size) {
        mb_slice line = first_line(complaints);
        size_t colon = mb_slice_find(line, MB_TEXT(":"), 0);
        if (mb_slice_find(mb_slice_first(line, colon), MB_TEXT("Error"), 0) != SIZE_MAX)
            return line;
        complaints = mb_slice_from(complaints, line.size + 1);
    }
    return MB_TEXT("");
}

static int judge(const mb_pdf *pdf, const mb_process_result *result, mb_slice text, mb_error *error)
{
    static const failure *const ends[] = {
        [MB_PROCESS_MISSING] = &missing, [MB_PROCESS_SLOW] = &slow, [MB_PROCESS_TALKATIVE] = &talkative};
    enum { FORBIDDEN = 3 };
    mb_slice complaints = mb_slice_of(result->complaint);
    if (result->end != MB_PROCESS_ENDED && result->end != MB_PROCESS_CRASHED)
        return fail(pdf, ends[result->end], MB_NOTHING, error);
    if (mb_slice_find(complaints, MB_TEXT("Incorrect password"), 0) != SIZE_MAX)
        return fail(pdf, &encrypted, MB_NOTHING, error);
    if (result->end == MB_PROCESS_ENDED && result->exit_code == FORBIDDEN)
        return fail(pdf, &forbidden, MB_NOTHING, error);
    mb_slice told = first_error(complaints);
    bool empty = mb_slice_trim(text).size == 0;
    if (result->end == MB_PROCESS_CRASHED || result->exit_code || (empty && told.size))
        return fail(pdf, &damaged, told, error);
    return empty ? fail(pdf, &pictures, MB_NOTHING, error) : 0;
}

/* --- Extraction --- */

static void free_output(void *output)
{
    mb_buffer_free(output);
}

typedef struct extraction {
    mb_slice text, damage;
} extraction;

static int extract(mb_arena *arena, mb_arena *scratch, const mb_pdf *pdf, extraction *out, mb_error *error)
{
    const char *const arguments[] = {pdf->extractor, ARGUMENT, "-enc", "UTF-8", "-eol", "unix", "-", "-", NULL};
    const mb_process wanted = {arguments, pdf->bytes, pdf->milliseconds};
    mb_process_result result;
    mb_buffer *output = mb_new(scratch, mb_buffer);
    *output = mb_buffer_make(pdf->ceiling);
    mb_arena_defer(scratch, free_output, output);
    int code = mb_process_run(&wanted, output, &result, error);
    if (!code && output->failed == MB_ENOMEM)
        code = mb_fail_exhausted(error, MB_ENOMEM, "reading a PDF's text");
    if (!code)
        code = judge(pdf, &result, mb_buffer_slice(output), error);
    if (!code) {
        out->text = mb_arena_copy(arena, mb_buffer_slice(output));
        out->damage = mb_arena_copy(arena, first_error(mb_slice_of(result.complaint)));
    }
    mb_buffer_free(output);
    return code;
}

/* --- Keeping: the damage, a line feed, the text --- */

static const char *key_of(mb_arena *scratch, const mb_pdf *pdf)
{
    return mb_arena_printf(scratch, "%.*s" ARGUMENT, MB_ARG(pdf->sha256)).data;
}

static bool find_kept(mb_arena *arena, const mb_pdf *pdf, const char *key, extraction *out)
{
    mb_slice kept;
    if (!mb_cache_find(arena, pdf->cache, key, pdf->ceiling + MB_PROCESS_COMPLAINT, &kept))
        return false;
    out->damage = first_line(kept);
    out->text = mb_slice_from(kept, out->damage.size + 1);
    return true;
}

static void keep(mb_arena *scratch, const mb_pdf *pdf, const char *key, const extraction *made)
{
    mb_slice kept = mb_arena_printf(scratch, "%.*s\n%.*s", MB_ARG(made->damage), MB_ARG(made->text));
    mb_cache_keep(scratch, pdf->cache, key, kept, NULL);
}

int mb_pdf_read(mb_arena *arena, mb_arena *scratch, const mb_pdf *pdf, mb_slice *text, mb_slice *damage,
                mb_error *error)
{
    const char *key = pdf->cache ? key_of(scratch, pdf) : NULL;
    extraction read;
    if (!key || !find_kept(arena, pdf, key, &read)) {
        int code = extract(arena, scratch, pdf, &read, error);
        if (code)
            return code;
        if (key)
            keep(scratch, pdf, key, &read);
    }
    *text = read.text;
    *damage = read.damage;
    return 0;
}
