/* reader.c: reads a pack: its text, its documents, and each document by its own reader. */
#include "reader/reader.h"

#include <ctype.h>

#include <stdarg.h>

#include "core/file.h"
#include "reader/agenda/agenda.h"
#include "reader/conclude.h"
#include "reader/deadlines.h"
#include "reader/documents.h"
#include "reader/front/sheet.h"
#include "reader/glossary/glossary.h"
#include "reader/minutes/meeting_feet.h"
#include "reader/minutes/minutes.h"
#include "reader/minutes/speech.h"
#include "reader/people/bodies.h"
#include "reader/plans/work_plan.h"
#include "reader/reading.h"
#include "reader/reading_key.h"
#include "reader/reports/contact.h"
#include "reader/reports/footnotes.h"
#include "reader/reports/recommendations.h"
#include "reader/reports/reports.h"
#include "reader/source.h"
#include "reader/wordless.h"
#include "text/inline.h"
#include "text/wraps.h"

/* What one pack may grow to in memory, with its source: room for a pack of MB_PACK_CEILING. */
#define READING_CEILING ((size_t)4 << 30)

mb_diagnostic *mb_remark(mb_reader *reader, mb_code code, uint32_t line, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    mb_slice message = mb_arena_vprintf(reader->arena, format, arguments);
    va_end(arguments);
    return mb_diagnose(reader->arena, reader->pack, code, mb_place_of(reader->text, line), message);
}

void mb_offer_correction(mb_reader *reader, mb_target target, const char *field, mb_diagnostic *of)
{
    mb_offer *offer = mb_list_add(reader->arena, reader->offers, mb_offer);
    *offer = (mb_offer){of, target, mb_field_find(target.type, mb_slice_of(field))};
}

mb_reader mb_begin_part(const mb_reader *reader)
{
    mb_reader part = *reader;
    if (reader->passing)
        part.scratch = reader->passing;
    part.passing = NULL;
    return part;
}

void mb_end_part(const mb_reader *reader)
{
    if (!reader->passing)
        return;
    mb_arena_empty(reader->passing);
    mb_forget_answers(reader->dialect);
}

void mb_go_back(const mb_reader *reader, mb_arena_mark mark)
{
    mb_arena_back(reader->scratch, mark);
    mb_forget_answers(reader->dialect);
}

/* "Table 3: Fares", "Fig.4", "Chart 2 - Sailings": the word and a number, rather than "Table 3 shows the fares". */
static bool is_caption(const void *vocabulary, mb_slice line)
{
    mb_hit hit;
    if (!mb_starts_with(vocabulary, mb_group_caption, line, &hit))
        return false;
    mb_slice behind = mb_slice_trim(mb_slice_from(line, hit.end));
    if (behind.size == 0 || !isdigit((unsigned char)*behind.data))
        return false;
    size_t at = 0;
    while (at < behind.size && !strchr(" :", behind.data[at]))
        at++;
    while (at < behind.size && behind.data[at] == ' ')
        at++;
    return at == behind.size || !islower((unsigned char)behind.data[at]);
}

static bool is_said(const void *vocabulary, mb_slice paragraph)
{
    return mb_opens_with_speech(vocabulary, paragraph);
}

void mb_read_lines(mb_reader *reader, mb_line_range lines, size_t skip, mb_list *blocks)
{
    mb_arena *passing = reader->passing ? reader->passing : reader->scratch;
    mb_block_reader block_reader = {.arena = reader->arena,
                                    .scratch = passing,
                                    .text = reader->text,
                                    .vocabulary = reader->dialect,
                                    .is_caption = is_caption,
                                    .is_said = is_said};
    mb_list notes = {0};
    uint32_t first = blocks->count;
    mb_hide_footnotes(reader, (mb_line_range){lines.first + (skip > 0), lines.end}, &notes);
    mb_read_blocks(&block_reader, lines, skip, blocks);
    mb_show_footnotes(reader, &notes, first, blocks);
    mb_end_part(reader);
}

void mb_read_lines_cut(mb_reader *reader, mb_line_range lines, mb_begins_paragraph *begins, mb_list *blocks)
{
    uint32_t first = lines.first;
    for (uint32_t line = lines.first + 1; line < lines.end; line++)
        if (mb_line_is_text(reader->text, line) && begins(reader, line)) {
            mb_read_lines(reader, (mb_line_range){first, line}, 0, blocks);
            first = line;
        }
    if (first < lines.end)
        mb_read_lines(reader, (mb_line_range){first, lines.end}, 0, blocks);
}

mb_slice mb_join_lines(mb_reader *reader, mb_line_range lines)
{
    mb_strings pieces = {0};
    for (uint32_t line = lines.first; line < lines.end; line++)
        if (mb_line_is_text(reader->text, line))
            mb_add_piece(reader->scratch, reader->text, &pieces, mb_line_text(reader->text, line));
    mb_slice text;
    mb_read_inline(reader->arena, (mb_pieces){pieces.items, pieces.count}, &text, NULL);
    return text;
}

static bool is_furniture(const void *vocabulary, mb_slice line)
{
    const mb_dialect *dialect = vocabulary;
    if (mb_is_phrase(dialect, mb_group_furniture, line) || mb_is_phrase(dialect, mb_group_blank_page, line))
        return true;
    mb_hit hit;
    if (!mb_starts_with(dialect, mb_group_furniture_start, line, &hit))
        return false;
    mb_slice behind = mb_slice_trim(mb_slice_from(line, hit.end));
    for (size_t i = 0; i < behind.size; i++)
        if (!strchr("0123456789 of.-:", behind.data[i]))
            return false;
    return behind.size > 0;
}

/* The rows of a work plan, and the box at a paper's foot, are told by what they say. */
static bool is_read_by_its_words(const void *vocabulary, const mb_text *text, uint32_t line)
{
    return mb_begins_work_plan(vocabulary, line, text->count) || mb_is_foot_start(vocabulary, line);
}

static void keep_furniture(mb_reader *reader)
{
    for (uint32_t line = 0; line < reader->text->count; line++) {
        mb_line_role role = reader->text->lines[line].role;
        if (role != MB_LINE_FURNITURE && role != MB_LINE_MARKUP)
            continue;
        mb_block *block = mb_list_add(reader->arena, &reader->pack->furniture, mb_block);
        block->type = reader->text->lines[line].repeats ? mb_block_type_repeat : mb_block_type_paragraph;
        block->place = mb_place_of(reader->text, line);
        block->text = mb_line_text(reader->text, line);
    }
}

static mb_meeting *add_meeting(mb_reader *reader, uint32_t line)
{
    mb_meeting *meeting = mb_list_add(reader->arena, &reader->pack->meetings, mb_meeting);
    meeting->place = mb_place_of(reader->text, line);
    return meeting;
}

static mb_meeting *called_meeting(mb_reader *reader, uint32_t line)
{
    mb_list *meetings = &reader->pack->meetings;
    return meetings->count ? meetings->items[0] : add_meeting(reader, line);
}

static void read_front_sheet(mb_reader *reader, const mb_document *document)
{
    uint32_t line = mb_next_text(reader->text, document->lines.first, document->lines.end);
    mb_read_front_sheet(reader, document->lines, called_meeting(reader, line));
}

static void read_agenda(mb_reader *reader, const mb_document *document)
{
    mb_read_agenda(reader, document->lines, called_meeting(reader, document->lines.first));
}

static void read_minutes(mb_reader *reader, const mb_document *document)
{
    mb_read_minutes(reader, document, add_meeting(reader, document->lines.first));
}

static void (*const document_readers[])(mb_reader *, const mb_document *) = {
    [MB_DOCUMENT_FRONT_SHEET] = read_front_sheet,
    [MB_DOCUMENT_AGENDA] = read_agenda,
    [MB_DOCUMENT_MINUTES] = read_minutes,
    [MB_DOCUMENT_REPORT] = mb_read_report,
};

static void read_document(mb_reader *reader, const mb_document *document)
{
    mb_arena_mark before = mb_arena_here(reader->scratch);
    document_readers[document->kind](reader, document);
    mb_go_back(reader, before);
    mb_read_work_plan(reader, document->lines);
    mb_read_glossary(reader, document->lines);
    mb_go_back(reader, before);
}

/* What the front matter of the meeting that the pack calls tells, before and behind its items. */
static void read_called_meeting(mb_reader *reader)
{
    mb_meeting *meeting = reader->pack->meetings.count ? reader->pack->meetings.items[0] : NULL;
    if (meeting && !meeting->minutes)
        mb_read_front_matter(reader, meeting);
}

static void read_documents(mb_reader *reader)
{
    mb_list documents = {0};
    mb_find_documents(reader, &documents);
    for (uint32_t i = 0; i < documents.count; i++)
        read_document(reader, documents.items[i]);
    mb_find_council(reader);
    read_called_meeting(reader);
    mb_read_announced_recommendations(reader);
    mb_drop_repeated_terms(reader);
    for (uint32_t i = 0; i < reader->pack->meetings.count; i++)
        mb_read_deadlines(reader, reader->pack->meetings.items[i]);
}

static mb_source_format format_of(const mb_text *text)
{
    uint32_t markdown = 0;
    for (uint32_t line = 0; line < text->count; line++)
        markdown += text->lines[line].kind == MB_TEXT_MARKDOWN;
    return markdown * 2 > text->count ? mb_source_format_markdown : mb_source_format_text;
}

static void describe_source(mb_reader *reader, const mb_pack_file *file)
{
    mb_source *source = reader->pack->source = mb_new(reader->arena, mb_source);
    source->file = mb_arena_copy(reader->arena, mb_slice_of(file->name));
    source->name = mb_path_name(source->file);
    source->sha256 = file->sha256;
    source->format = file->is_pdf ? mb_source_format_pdf : format_of(reader->text);
    source->bytes = MB_COUNT((int64_t)file->size);
    source->lines = MB_COUNT(reader->text->count);
    if (reader->text->sheets)
        source->sheets = MB_COUNT(reader->text->sheets);
    source->dialect = mb_arena_copy(reader->arena, mb_dialect_name(reader->dialect));
}

static void remark_on_bytes(mb_reader *reader)
{
    if (reader->text->replaced)
        mb_remark(reader, mb_code_invalid_characters, reader->text->replaced_at - 1,
                  "%u characters from here on are no UTF-8 and were replaced by U+FFFD: was the file saved in another "
                  "encoding?",
                  reader->text->replaced);
    if (reader->text->count == 0 || mb_next_text(reader->text, 0, reader->text->count) == reader->text->count)
        mb_remark(reader, mb_code_empty_pack, 0, "there is no text in this file");
}

static void remark_on_pdf(mb_reader *reader, const mb_pack_file *file)
{
    if (file->damage.size)
        mb_remark(reader, mb_code_damaged_pdf, 0,
                  "a part of the PDF is damaged, and its text may be lost or wrong (pdftotext: %.*s)",
                  MB_ARG(file->damage));
}

typedef struct reading_job {
    mb_dialects *dialects;
    mb_reading_options options;
    const char *path; /* of the file, or what its text in memory is called */
    mb_slice text;    /* NOTHING: read the file */
    mb_arena *arena, *scratch, *passing;
} reading_job;

static void read_file(const reading_job *job, mb_dialect *dialect, mb_corrections *corrections,
                      const mb_pack_file *file, mb_pack *pack, mb_list *wordless)
{
    mb_arena *arena = job->arena, *scratch = job->scratch;
    mb_text text = (file->is_pdf ? mb_text_read_layout : mb_text_read_own)(arena, scratch, file->text);
    mb_reader reader = {.arena = arena,
                        .scratch = scratch,
                        .passing = job->passing,
                        .pack = pack,
                        .text = &text,
                        .dialect = dialect,
                        .offers = &(mb_list){0}};
    mb_find_furniture(scratch, &text, is_furniture, dialect);
    mb_set_aside_meeting_feet(scratch, &text, dialect);
    mb_read_cells(arena, scratch, &text, is_read_by_its_words, &reader);
    pack->schema = MB_TEXT(MB_SCHEMA_VERSION);
    pack->council = mb_arena_copy(arena, mb_dialect_council(dialect));
    describe_source(&reader, file);
    pack->place = mb_place_of(&text, 0);
    remark_on_bytes(&reader);
    remark_on_pdf(&reader, file);
    if (text.count)
        read_documents(&reader);
    mb_end_answers(dialect);
    keep_furniture(&reader);
    mb_find_wordless(&reader, wordless);
    mb_conclude(&reader, corrections);
}

static int load_corrections(const reading_job *job, mb_slice *out, mb_error *error)
{
    *out = job->options.corrections_text;
    if (!job->options.corrections || out->data)
        return 0;
    return mb_yaml_load(job->arena, job->options.corrections, out, error);
}

static bool find_kept(const reading_job *job, const mb_pack_file *file, mb_slice corrections, mb_slice *key,
                      mb_reading *out)
{
    const mb_keeper *keeper = job->options.keeper;
    if (!keeper)
        return false;
    *key = mb_reading_key(job->arena, job->dialects, &job->options, file, corrections);
    return key->data && keeper->find(keeper->context, *key, out);
}

static int run(reading_job *job, mb_reading *out, mb_error *error)
{
    mb_pack_file file;
    int code = 0;
    if (job->text.data)
        mb_pack_file_of(job->arena, job->text, job->path, &file);
    else
        code = mb_pack_file_read(job->arena, job->scratch, job->path, job->options.cache, &file, error);
    mb_slice correct_by = MB_NOTHING, key = MB_NOTHING;
    if (!code)
        code = load_corrections(job, &correct_by, error);
    if (!code && find_kept(job, &file, correct_by, &key, out))
        return 0;
    const mb_dialect *dialect = NULL;
    if (!code)
        code = mb_dialect_choose(job->dialects, job->options.dialect, file.text, &dialect, error);
    mb_corrections *corrections = NULL;
    if (!code && job->options.corrections)
        code = mb_corrections_parse(job->arena, job->options.corrections, correct_by, &corrections, error);
    if (code)
        return code;
    mb_list wordless = {0};
    mb_pack *pack = mb_new(job->arena, mb_pack);
    read_file(job, mb_dialect_for_reading(job->scratch, dialect, job->options.holidays), corrections, &file, pack,
              &wordless);
    *out = (mb_reading){.arena = job->arena,
                        .pack = pack,
                        .dialects = mb_dialects_hold(job->dialects),
                        .dialect = dialect,
                        .wordless = wordless,
                        .key = key};
    return 0;
}

static int run_guarded(reading_job *job, mb_reading *out, mb_error *error)
{
    if (mb_arena_guard(job->arena))
        return mb_fail_exhausted(error, mb_arena_failure(job->arena), "reading the pack");
    if (mb_arena_guard(job->scratch))
        return mb_fail_exhausted(error, mb_arena_failure(job->scratch), "reading the pack");
    if (mb_arena_guard(job->passing))
        return mb_fail_exhausted(error, mb_arena_failure(job->passing), "reading the pack");
    return run(job, out, error);
}

static int read_job(reading_job *job, mb_reading *out, mb_error *error)
{
    int code = mb_arena_new(READING_CEILING, &job->arena);
    if (!code)
        code = mb_arena_new(READING_CEILING, &job->scratch);
    if (!code)
        code = mb_arena_new(READING_CEILING, &job->passing);
    code = code ? mb_fail_exhausted(error, code, "reading the pack") : run_guarded(job, out, error);
    mb_arena_free(job->scratch);
    mb_arena_free(job->passing);
    if (code || out->arena != job->arena)
        mb_arena_free(job->arena);
    return code;
}

int mb_read_pack(mb_dialects *dialects, const mb_reading_options *options, const char *path, mb_reading *out,
                 mb_error *error)
{
    reading_job job = {.dialects = dialects, .path = path};
    if (options)
        job.options = *options;
    return read_job(&job, out, error);
}

int mb_read_bytes(mb_dialects *dialects, const mb_reading_options *options, mb_slice bytes, const char *file,
                  mb_reading *out, mb_error *error)
{
    reading_job job = {.dialects = dialects, .path = file, .text = bytes.data ? bytes : MB_TEXT("")};
    if (options)
        job.options = *options;
    return read_job(&job, out, error);
}

void mb_reading_free(mb_reading *reading)
{
    mb_arena_free(reading->arena);
    mb_dialects_free(reading->dialects);
    *reading = (mb_reading){0};
}
