/* source.c: a file of text, or a PDF and the text in it. */
#include "reader/source.h"

#include "core/cache.h"
#include "core/digest.h"
#include "core/file.h"
#include "reader/reader.h"
#include "text/pdf.h"

static bool is_pdf_file(const char *path)
{
    char head[MB_PDF_HEAD];
    return mb_is_pdf((mb_slice){head, mb_file_peek(path, head, sizeof head)});
}

static void describe(mb_arena *arena, mb_slice bytes, mb_pack_file *file)
{
    file->sha256 = mb_sha256_hex(arena, bytes);
    file->size = bytes.size;
}

static int read_text_file(mb_arena *arena, mb_pack_file *file, mb_error *error)
{
    int code = mb_file_read(arena, file->name, MB_PACK_CEILING, &file->text, error);
    if (!code)
        describe(arena, file->text, file);
    return code;
}

/* A PDF is many times as large as the text in it, which alone lives on. */
static int read_pdf_file(mb_arena *arena, mb_arena *scratch, const char *cache, mb_pack_file *file, mb_error *error)
{
    mb_slice bytes;
    int code = mb_file_read(scratch, file->name, MB_PACK_CEILING, &bytes, error);
    if (code)
        return code;
    describe(arena, bytes, file);
    file->is_pdf = true;
    const mb_pdf pdf = {.bytes = bytes,
                        .sha256 = file->sha256,
                        .file = file->name,
                        .cache = mb_cache_folder(scratch, cache, "pdf"),
                        .extractor = MB_PDF_EXTRACTOR,
                        .milliseconds = MB_PDF_MILLISECONDS,
                        .ceiling = MB_PACK_CEILING};
    return mb_pdf_read(arena, scratch, &pdf, &file->text, &file->damage, error);
}

/* What a council's site sends in the place of a paper that isn't there is often a web page, saved as a PDF. */
static int fail_as_no_pdf(const char *path, mb_error *error)
{
    mb_fail_at(error, MB_EIO, (mb_where){path, 0, 0}, "can't be read: it is no PDF, though its name says so");
    mb_advise(error, "look into it and download it again; a text should end in .txt or .md");
    return MB_EIO;
}

int mb_pack_file_read(mb_arena *arena, mb_arena *scratch, const char *path, const char *cache, mb_pack_file *out,
                      mb_error *error)
{
    *out = (mb_pack_file){.name = path, .damage = MB_TEXT("")};
    if (is_pdf_file(path))
        return read_pdf_file(arena, scratch, cache, out, error);
    int code = read_text_file(arena, out, error);
    mb_slice ending = MB_TEXT(".pdf"), name = mb_slice_of(path);
    if (!code && name.size > ending.size && mb_slice_equal_nocase(mb_slice_from(name, name.size - ending.size), ending))
        code = fail_as_no_pdf(path, error);
    return code;
}

void mb_pack_file_of(mb_arena *arena, mb_slice text, const char *name, mb_pack_file *out)
{
    *out = (mb_pack_file){.name = name, .text = mb_arena_copy(arena, text), .damage = MB_TEXT("")};
    describe(arena, out->text, out);
}
