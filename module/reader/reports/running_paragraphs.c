/* running_paragraphs.c: a number that counts on over headings is that of a paragraph, not of a list's item. */
#include "reader/reports/running_paragraphs.h"

#include <ctype.h>

#include "text/inline.h"
#include "text/marker.h"
#include "text/tables.h"

/* Fewer paragraphs, or fewer headings among them, are as likely a list. */
#define PARAGRAPHS 4
#define HEADINGS   3
/* No report numbers more paragraphs. */
#define NUMBER_AT_MOST 500
/* A heading among them has no more words, and no more of them before a colon. */
#define TITLE_WORDS 14
#define TITLE_SIZE  110
#define COLON_WORDS 6
/* A shorter line is no running text that a heading could be part of. */
#define RUNNING_SIZE 60
/* Lists may begin with 1 as the paragraphs do: so many beginnings are tried. */
#define STARTS 16

typedef struct finder {
    mb_reader *reader;
    mb_line_range lines;
    mb_list candidates; /* of mb_running_paragraph */
} finder;

/* Whether the text above `line` has come to its end. */
static bool stands_apart(const mb_reader *reader, uint32_t line)
{
    if (line == 0 || !mb_line_is_text(reader->text, line - 1))
        return true;
    mb_slice above = mb_line_text(reader->text, line - 1);
    return mb_is_finished(above) || mb_slice_ends(above, MB_TEXT(":")) || above.size < RUNNING_SIZE;
}

static bool is_heading(const mb_reader *reader, uint32_t line)
{
    mb_slice text = mb_line_text(reader->text, line);
    const mb_dialect *dialect = reader->dialect;
    bool colon = mb_slice_ends(text, MB_TEXT(":"));
    if (!mb_looks_like_heading(text) || text.size > TITLE_SIZE || mb_is_table_row(reader->text, line) ||
        mb_marker_of(text).form != MB_MARKER_NONE || mb_item_number_of(text).count)
        return false;
    if (mb_slice_words(text) > (colon ? COLON_WORDS : TITLE_WORDS) || mb_slice_find(text, MB_TEXT(": "), 0) != SIZE_MAX)
        return false;
    if (mb_is_phrase(dialect, mb_group_lead_in_end, mb_slice_last_word(text)) ||
        mb_starts_with(dialect, mb_group_recommendation_lead, text, NULL))
        return false;
    return stands_apart(reader, line);
}

/* A number with a text behind it, or on the next line. */
static bool is_candidate(const finder *f, uint32_t line, mb_item_number *number)
{
    const mb_text *text = f->reader->text;
    *number = mb_item_number_of(mb_line_text(text, line));
    if (number->count != 1 || number->parts[0] == 0 || number->parts[0] > NUMBER_AT_MOST || mb_is_table_row(text, line))
        return false;
    return number->end < mb_line_text(text, line).size || mb_next_text(text, line + 1, f->lines.end) < f->lines.end;
}

static void find_candidates(finder *f)
{
    const mb_text *text = f->reader->text;
    uint32_t above = UINT32_MAX;
    for (uint32_t line = mb_next_text(text, f->lines.first, f->lines.end); line < f->lines.end;
         above = line, line = mb_next_text(text, line + 1, f->lines.end)) {
        mb_item_number number;
        if (!is_candidate(f, line, &number))
            continue;
        mb_running_paragraph *found = mb_list_add(f->reader->scratch, &f->candidates, mb_running_paragraph);
        bool headed = above != UINT32_MAX && is_heading(f->reader, above);
        *found = (mb_running_paragraph){line, number, headed ? above : UINT32_MAX};
    }
}

/* Whether the number's text is a sentence: sections are numbered over their titles, and in a table figures stand over
 * figures. */
static bool numbers_sentence(const finder *f, const mb_running_paragraph *at)
{
    const mb_text *text = f->reader->text;
    mb_slice words = mb_slice_trim(mb_slice_from(mb_line_text(text, at->line), at->number.end));
    if (words.size == 0)
        words = mb_line_text(text, mb_next_text(text, at->line + 1, f->lines.end));
    if (words.size == 0 || !isalpha((unsigned char)*words.data))
        return words.size >= RUNNING_SIZE;
    return words.size >= RUNNING_SIZE || !mb_looks_like_heading(words) || mb_slice_ends(words, MB_TEXT(":"));
}

/* Follows the count from candidate `start`; a list among the paragraphs begins with 1 and counts for itself. Returns how
 * many headings stand among the paragraphs, 0 where most of them are no sentences. */
static uint32_t follow(const finder *f, uint32_t start, mb_list *run)
{
    uint32_t expected = 1, in_list = 0, headings = 0, sentences = 0;
    for (uint32_t i = start; i < f->candidates.count; i++) {
        mb_running_paragraph *at = f->candidates.items[i];
        uint32_t number = at->number.parts[0];
        bool headed = at->head != UINT32_MAX;
        if (number == expected && (headed || number != in_list)) {
            mb_list_push(f->reader->scratch, run, at);
            headings += headed;
            sentences += numbers_sentence(f, at);
            expected++;
            in_list = 0;
        } else if (number == 1 || number == in_list) {
            in_list = number + 1;
        }
    }
    return sentences * 2 > run->count ? headings : 0;
}

/* Whether a number's own line goes on with a capital and a sentence, as no row of figures does. */
static bool begins_sentence(const finder *f, uint32_t line, mb_item_number number)
{
    mb_slice words = mb_slice_trim(mb_slice_from(mb_line_text(f->reader->text, line), number.end));
    return (words.size == 0 || isupper((unsigned char)*words.data)) &&
           numbers_sentence(f, &(mb_running_paragraph){.number = number, .line = line});
}

/* How many paragraphs are numbered by section, "1.1", "1.2", "2.1": each counts on from the one before, or begins a
 * section, so that a figure in a table is none. */
static uint32_t count_by_section(const finder *f)
{
    const mb_text *text = f->reader->text;
    uint32_t section = 0, last = 0, count = 0;
    for (uint32_t line = mb_next_text(text, f->lines.first, f->lines.end); line < f->lines.end;
         line = mb_next_text(text, line + 1, f->lines.end)) {
        mb_item_number number = mb_item_number_of(mb_line_text(text, line));
        if (number.count != 2 || number.separator != '.' || mb_is_table_row(text, line))
            continue;
        bool next = number.parts[0] == section && number.parts[1] == last + 1;
        if (!next && (number.parts[0] != section + 1 || number.parts[1] != 1))
            continue;
        section = number.parts[0];
        last = number.parts[1];
        count += begins_sentence(f, line, number);
    }
    return count;
}

void mb_find_running_paragraphs(mb_reader *reader, mb_line_range lines, mb_list *running)
{
    finder f = {.reader = reader, .lines = lines};
    find_candidates(&f);
    uint32_t most = 0;
    for (uint32_t i = 0, starts = 0; i < f.candidates.count && starts < STARTS; i++) {
        const mb_running_paragraph *start = f.candidates.items[i];
        if (start->number.parts[0] != 1 || start->head == UINT32_MAX)
            continue;
        starts++;
        mb_list run = {0};
        uint32_t headings = follow(&f, i, &run);
        if (headings < HEADINGS || run.count < PARAGRAPHS || run.count <= most)
            continue;
        most = run.count;
        *running = run;
    }
    if (most && count_by_section(&f) >= most)
        *running = (mb_list){0};
}

void mb_add_running_headings(mb_reader *reader, const mb_list *running, mb_list *headings)
{
    for (uint32_t i = 0; i < running->count; i++) {
        uint32_t line = ((const mb_running_paragraph *)running->items[i])->head;
        if (line == UINT32_MAX)
            continue;
        mb_section_heading *heading = mb_list_add(reader->scratch, headings, mb_section_heading);
        mb_slice text = mb_join_lines(reader, (mb_line_range){line, line + 1});
        *heading = (mb_section_heading){{.line = line, .title = line, .end = line + 1, .text = text}, 1};
    }
}
