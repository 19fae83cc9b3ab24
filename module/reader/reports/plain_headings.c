/* plain_headings.c: what stands alone between paragraphs is a heading, by the habits of each kind of text.
 *
 *     one paragraph a line             wrapped lines                       a blank line after each
 *
 *     … the end of a paragraph.        … the end of a paragraph.           … the end of a paragraph.
 *                                      Stage two                           (blank)
 *     Stage two                        Where stage one has not helped      Stage two
 *                                      the complaint goes on to the …      Where stage one has not helped
 *     Where stage one has not …                                            (blank)
 *                                      WELCOME FROM                        the complaint goes on to the …
 *                                      THE CHAIR                                                        */
#include "reader/reports/plain_headings.h"

#include <ctype.h>

#include "reader/glossary/glossary.h"
#include "reader/sentences.h"
#include "text/beside_text.h"
#include "text/inline.h"
#include "text/interleaved.h"
#include "text/marker.h"
#include "text/measure.h"
#include "text/tables.h"
#include "text/wraps.h"

/* A heading has no more words, and no more lines. */
#define TITLE_WORDS   16
#define TITLE_LINES   2
#define CAPITAL_LINES 8
/* With a colon behind it, a text of more words leads into what follows; before a list that begins earlier. */
#define COLON_WORDS 5
#define LIST_WORDS  3
/* Shorter lines are no running text, but cells, labels of a chart or headings; under a heading that stands right on the
 * text a line is as wide as its column. */
#define RUNNING_SIZE 25
#define WIDE_SIZE    50
/* A heading is printed larger than the text under it: one line of it is full with so many characters, and never has
 * more than that. */
#define TITLE_SIZE    50
#define TITLE_AT_MOST 84
/* The lines around a heading that tell how wide its column is. */
#define COLUMN_LINES 4
/* Fewer capitals are an abbreviation; so many are a heading wherever they stand. */
#define CAPITAL_LETTERS 5
#define SURE_CAPITALS   12
/* More titles than that, one under another, are the labels of a chart or the boxes of a diagram. */
#define TITLES_IN_A_ROW 3
/* Fewer words are a label, though a stop stands behind them. */
#define SENTENCE_WORDS 4
/* A signature has no more words. */
#define NAME_WORDS 3

typedef struct finder {
    mb_reader *reader;
    const mb_text *text;
    mb_line_range lines;
    uint32_t before; /* the last line of text before the one looked at, or UINT32_MAX */
    bool under;      /* that line is, or ends, a heading */
    bool under_colon;
    bool in_glossary;
    uint32_t section; /* the number of the section, or 0 */
} finder;

static mb_slice words_at(const finder *f, uint32_t line)
{
    return mb_line_text(f->text, line);
}

static uint32_t next_text(const finder *f, uint32_t line)
{
    return mb_next_text(f->text, line + 1, f->lines.end);
}

static bool is_text(const finder *f, uint32_t line)
{
    return line < f->lines.end && mb_line_is_text(f->text, line);
}

static bool is_list_marker(mb_slice text)
{
    mb_marker marker = mb_marker_of(text);
    return marker.form != MB_MARKER_NONE && marker.form != MB_MARKER_DECIMAL;
}

static bool is_caption(const mb_reader *reader, mb_slice text)
{
    return mb_starts_with(reader->dialect, mb_group_caption, text, NULL);
}

/* Whether a line of text follows that a heading can stand over as over a list or a table. */
static bool is_list_at(const finder *f, uint32_t line)
{
    return line < f->lines.end && (is_list_marker(words_at(f, line)) || mb_is_table_row(f->text, line));
}

static bool ends_open(mb_slice text)
{
    static const char *const open[] = {"-", "\xE2\x80\x93", "\xE2\x80\x94", ",", ";", "(", "/", "&"};
    for (size_t i = 0; i < sizeof open / sizeof *open; i++)
        if (mb_slice_ends(text, mb_slice_of(open[i])))
            return true;
    return false;
}

/* "… in this area. Local …": a sentence ends within the line, and another begins. */
static bool holds_sentence_end(mb_slice text)
{
    for (size_t at = 0; (at = mb_slice_find(text, MB_TEXT(". "), at)) != SIZE_MAX; at++)
        if (at > 3 && at + 2 < text.size && isupper((unsigned char)text.data[at + 2]) &&
            !isupper((unsigned char)text.data[at - 1]))
            return true;
    return false;
}

/* Whether the words could be a title, wherever they stand. */
static bool could_be_title(const finder *f, uint32_t line)
{
    mb_slice text = words_at(f, line);
    const mb_dialect *dialect = f->reader->dialect;
    if (!mb_looks_like_heading(text) || mb_slice_ends(text, MB_TEXT(".")) || ends_open(text) ||
        holds_sentence_end(text))
        return false;
    if (mb_slice_words(text) > TITLE_WORDS || mb_is_table_row(f->text, line) ||
        mb_marker_of(text).form != MB_MARKER_NONE)
        return false;
    if (*text.data == '"' || *text.data == '\'' || mb_slice_starts(text, MB_TEXT("\xE2\x80\x9C")) ||
        mb_slice_starts(text, MB_TEXT("\xE2\x80\xA2")))
        return false;
    if (mb_slice_find(text, MB_TEXT("@"), 0) != SIZE_MAX || mb_slice_find(text, MB_TEXT("://"), 0) != SIZE_MAX)
        return false;
    return !is_caption(f->reader, text) && !mb_is_glossary_head(f->reader, text) &&
           !mb_is_phrase(dialect, mb_group_none, text) &&
           !mb_starts_with(dialect, mb_group_recommendation_lead, text, NULL);
}

/* "The group has" and "To do this:" lead into a list; "Powers:" heads one. */
static bool leads_in(const finder *f, mb_slice text, uint32_t next)
{
    bool list = is_list_at(f, next), colon = mb_slice_ends(text, MB_TEXT(":"));
    if (!list && !colon)
        return false;
    if (mb_is_phrase(f->reader->dialect, mb_group_lead_in_end, mb_slice_last_word(text)))
        return true;
    return colon && mb_slice_words(text) > (list ? LIST_WORDS : COLON_WORDS);
}

static bool is_address(mb_slice text)
{
    return mb_slice_find(text, MB_TEXT("://"), 0) != SIZE_MAX || mb_slice_find(text, MB_TEXT("www."), 0) != SIZE_MAX;
}

/* Whether the text before `line` has come to its end: a sentence, a heading, a table, a page's number, a page. */
static bool is_after_end(const finder *f, uint32_t line)
{
    if (f->before == UINT32_MAX || f->under || mb_is_table_row(f->text, f->before))
        return true;
    mb_slice text = words_at(f, f->before);
    if (mb_slice_is_digits(text) || is_address(text) ||
        (f->text->lines[line].starts_sheet && !mb_is_full(f->text, f->before, line)))
        return true;
    return mb_is_finished(text) && !mb_slice_ends(text, MB_TEXT(":")) && !mb_slice_ends(text, MB_TEXT(";"));
}

/* Whether the line could begin a paragraph that goes on below: capital, bullet, quotation mark; and isn't a mere label. */
static bool begins_running_text(const finder *f, uint32_t line)
{
    mb_slice text = words_at(f, line);
    if (text.size == 0 || islower((unsigned char)*text.data) || isdigit((unsigned char)*text.data))
        return false;
    return text.size >= RUNNING_SIZE || mb_marker_of(text).form != MB_MARKER_NONE;
}

/* ---- one paragraph a line */

static bool look_unwrapped(const finder *f, uint32_t line, mb_heading *heading)
{
    bool alone = (line == 0 || !mb_line_is_text(f->text, line - 1)) && !is_text(f, line + 1);
    mb_slice text = words_at(f, line);
    if (!alone || !could_be_title(f, line) || leads_in(f, text, next_text(f, line)))
        return false;
    if (f->under_colon && !mb_slice_ends(text, MB_TEXT(":")))
        return false;
    uint32_t next = next_text(f, line);
    if (next < f->lines.end && islower((unsigned char)*words_at(f, next).data))
        return false;
    heading->end = line + 1;
    return true;
}

/* ---- wrapped lines */

/* "2014/15 - 2019/20" under a title in capitals. */
static bool is_span_of_years(mb_slice text)
{
    for (size_t i = 0; i < text.size; i++)
        if (isalpha((unsigned char)text.data[i]))
            return false;
    return text.size > 6 && (mb_slice_starts(text, MB_TEXT("19")) || mb_slice_starts(text, MB_TEXT("20")));
}

/* The lines of a title in capitals: all that follow at once in capitals, or a span of years. */
static uint32_t capitals_end(const finder *f, uint32_t line)
{
    uint32_t end = line + 1;
    while (end < line + CAPITAL_LINES && is_text(f, end) && !f->text->lines[end].starts_sheet &&
           mb_marker_of(words_at(f, end)).form == MB_MARKER_NONE &&
           (mb_is_capitals(words_at(f, end)) || is_span_of_years(words_at(f, end))))
        end++;
    return end;
}

static uint32_t count_letters(const finder *f, uint32_t first, uint32_t end)
{
    uint32_t letters = 0;
    for (uint32_t line = first; line < end; line++)
        for (size_t i = 0; i < words_at(f, line).size; i++)
            letters += isalpha((unsigned char)words_at(f, line).data[i]) != 0;
    return letters;
}

static bool look_for_capitals(const finder *f, uint32_t line, mb_heading *heading)
{
    mb_slice text = words_at(f, line);
    if (!mb_is_capitals(text) || mb_is_table_row(f->text, line) || !isupper((unsigned char)*text.data) ||
        mb_marker_of(text).form != MB_MARKER_NONE || is_caption(f->reader, text))
        return false;
    heading->end = capitals_end(f, line);
    uint32_t letters = count_letters(f, line, heading->end);
    if (letters >= SURE_CAPITALS)
        return true;
    bool words = mb_slice_words(text) > 1 || heading->end > line + 1;
    return letters >= CAPITAL_LETTERS && (f->text->lines[line].starts_sheet || (words && is_after_end(f, line)));
}

/* Whether a line of a title ends with a word that can't be its last; "Resident A" can. */
static bool breaks_off(const finder *f, mb_slice text)
{
    mb_slice last = mb_slice_last_word(text);
    bool letter = last.size == 1 && isupper((unsigned char)*last.data) && !mb_is_capitals(text);
    return !letter && mb_is_phrase(f->reader->dialect, mb_group_joining_word, last);
}

/* Whether a title goes on from `line` to `next`: it breaks off, or it has filled its line. */
static bool title_goes_on(const finder *f, uint32_t line, uint32_t next)
{
    mb_slice text = words_at(f, line), after = words_at(f, next);
    if (f->text->lines[next].starts_sheet || mb_marker_of(after).form != MB_MARKER_NONE || after.size == 0)
        return false;
    return islower((unsigned char)*after.data) || breaks_off(f, text);
}

/* Whether the line begins a paragraph that the section numbers. */
static bool is_numbered_paragraph(const finder *f, uint32_t line)
{
    mb_item_number number = mb_item_number_of(words_at(f, line));
    return f->section && number.count > 1 && number.separator == '.' && number.parts[0] == f->section;
}

/* Whether every word has a capital, but for those that join others. */
static bool has_title_capitals(const finder *f, mb_slice text)
{
    for (size_t at = mb_next_word(text, 0); at < text.size; at = mb_next_word(text, at)) {
        size_t end = mb_word_end(text, at);
        mb_slice word = mb_slice_between(text.data + at, text.data + end);
        if (islower((unsigned char)*word.data) && !mb_is_phrase(f->reader->dialect, mb_group_joining_word, word))
            return false;
        at = end;
    }
    return true;
}

/* "Welcome to the Annual Report of the Harbour Safety &" over "Rescue Partnership": the first line is full or can't end
 * there, the second isn't, and both have a title's capitals. */
static bool is_titles_second_line(const finder *f, uint32_t line, uint32_t next)
{
    mb_slice first = words_at(f, line), second = words_at(f, next);
    if (next != line + 1 || f->text->lines[next].starts_sheet || first.size < TITLE_SIZE || mb_is_capitals(first) ||
        is_caption(f->reader, first) || mb_is_finished(second) || ends_open(second) || breaks_off(f, second) ||
        mb_marker_of(second).form != MB_MARKER_NONE || mb_is_table_row(f->text, next))
        return false;
    uint32_t after = next_text(f, next);
    return (ends_open(first) || breaks_off(f, first) || mb_is_full(f->text, line, next)) && after < f->lines.end &&
           !mb_is_full(f->text, next, after) && mb_slice_words(first) + mb_slice_words(second) <= 2 * TITLE_WORDS &&
           has_title_capitals(f, first) && has_title_capitals(f, second);
}

/* "The panel meets monthly.", "Together we:": a sentence of a line, or the lead into a list. */
static bool is_short_sentence(mb_slice text)
{
    return text.size >= RUNNING_SIZE && mb_is_finished(text) && mb_slice_words(text) >= SENTENCE_WORDS;
}

/* Whether a paragraph begins on `next`, below `last`; a short one right below it, but for the gaps of a layout. */
static bool is_paragraph(const finder *f, uint32_t last, uint32_t next)
{
    mb_slice text = words_at(f, next);
    bool close = next == last + 1 || f->text->lines[next].kind == MB_TEXT_LAYOUT;
    return begins_running_text(f, next) && *text.data != '(' &&
           (text.size >= WIDE_SIZE || (close && is_short_sentence(text)));
}

/* Whether it is running text surely: not every word of it has a capital. */
static bool is_prose(const finder *f, uint32_t next)
{
    return is_paragraph(f, next - 1, next) && !has_title_capitals(f, words_at(f, next));
}

/* Whether the line at `next` can be the text under the title that ends on `last`: a caption or a list right below it, or a
 * paragraph. */
static bool is_text_under(const finder *f, uint32_t last, uint32_t next)
{
    mb_slice title = words_at(f, last);
    if (next == last + 1 && is_caption(f->reader, words_at(f, next)))
        return true;
    if (is_list_marker(words_at(f, next)))
        return next == last + 1 && (has_title_capitals(f, title) || mb_slice_ends(title, MB_TEXT("?")));
    return next <= last + 2 && is_paragraph(f, last, next);
}

/* The line behind a title by its words alone, over one line or two; `line` where there is none. */
static uint32_t wrapped_title_end(const finder *f, uint32_t line)
{
    uint32_t last = line, next = next_text(f, line);
    if (next >= f->lines.end)
        return line;
    if (mb_looks_like_heading(words_at(f, line)) && is_titles_second_line(f, line, next)) {
        last = next;
        next = next_text(f, last);
    } else if (!could_be_title(f, line)) {
        return line;
    }
    if (next >= f->lines.end || mb_is_full(f->text, last, next) || leads_in(f, words_at(f, last), next) ||
        breaks_off(f, words_at(f, last)))
        return line;
    return last + 1;
}

/* Whether a title stands right on another, which stands on its text: "Appendices" over "Fares and fines". */
static bool stands_on_title(const finder *f, uint32_t line, uint32_t next)
{
    if (next != line + 1 || f->text->lines[next].starts_sheet || !has_title_capitals(f, words_at(f, line)) ||
        !has_title_capitals(f, words_at(f, next)))
        return false;
    uint32_t end = wrapped_title_end(f, next);
    return end > next && is_text(f, end) && is_prose(f, end);
}

/* A short line, or a title over two, that a paragraph follows at once, or a paragraph's number. */
static bool look_wrapped(const finder *f, uint32_t line, mb_heading *heading)
{
    if (look_for_capitals(f, line, heading))
        return true;
    if (f->before != UINT32_MAX && mb_slice_is_digits(words_at(f, f->before)))
        return false;
    if (!is_after_end(f, line))
        return false;
    uint32_t end = wrapped_title_end(f, line);
    if (end == line)
        return false;
    heading->end = end;
    uint32_t next = next_text(f, end - 1);
    return is_numbered_paragraph(f, next) || is_text_under(f, end - 1, next) || stands_on_title(f, end - 1, next);
}

/* ---- a blank line after each */

/* In spaced text only a heading is followed by a line at once; cells of tables are, too, but by several, or by short
 * ones, and the last line of a page is. */
static bool stands_on_text(const finder *f, uint32_t line)
{
    return is_text(f, line + 1) && !f->text->lines[line + 1].starts_sheet && !is_text(f, line + 2) &&
           begins_running_text(f, line + 1);
}

/* Whether what follows a title, at `next`, can be the text under it, or the next title. */
static bool has_body(const finder *f, uint32_t next)
{
    return f->text->lines[next].starts_sheet || is_caption(f->reader, words_at(f, next)) ||
           begins_running_text(f, next) || stands_on_text(f, next);
}

/* Whether the title fills its column, as wide as the lines around it are: then it may be running text. */
static bool fills_column(const finder *f, uint32_t line, uint32_t next)
{
    unsigned widest = 0;
    uint32_t at = next;
    for (uint32_t seen = 0; seen < COLUMN_LINES && at < f->lines.end; seen++, at = next_text(f, at))
        if (f->text->lines[at].width > widest)
            widest = f->text->lines[at].width;
    unsigned needed = f->text->lines[line].width + MB_SPACE_WIDTH + mb_width(mb_first_word(words_at(f, next)));
    return needed > widest;
}

/* A second line of a title: the first breaks off, or fills its line, or only one word is left. */
static bool is_second_line(const finder *f, uint32_t line, uint32_t next)
{
    if (next >= f->lines.end || next == line + 1 || f->text->lines[next].starts_sheet)
        return false;
    bool larger = words_at(f, line).size >= TITLE_SIZE || mb_slice_words(words_at(f, next)) == 1;
    return title_goes_on(f, line, next) || (larger && stands_on_text(f, next));
}

static bool look_spaced(const finder *f, uint32_t line, mb_heading *heading)
{
    bool right_under = f->under && line == f->before + 1 && !f->text->lines[line].starts_sheet;
    if (right_under || !is_after_end(f, line) || !could_be_title(f, line) || words_at(f, line).size > TITLE_AT_MOST)
        return false;
    uint32_t last = line, next = next_text(f, line);
    if (is_second_line(f, last, next)) {
        last = next;
        next = next_text(f, last);
    }
    mb_slice end = words_at(f, last);
    if (next >= f->lines.end || mb_slice_ends(end, MB_TEXT(".")) || ends_open(end) || leads_in(f, end, next))
        return false;
    heading->end = last + 1;
    if (next == last + 1 && !f->text->lines[next].starts_sheet)
        return stands_on_text(f, last);
    if (islower((unsigned char)*words_at(f, next).data))
        return false;
    return f->text->lines[line].starts_sheet || (has_body(f, next) && !fills_column(f, last, next));
}

/* ---- all kinds */

static bool look(const finder *f, uint32_t line, mb_heading *heading)
{
    *heading = (mb_heading){.line = line, .title = line};
    switch (f->text->lines[line].kind) {
    case MB_TEXT_MARKDOWN:
    case MB_TEXT_DUMP:
        return look_unwrapped(f, line, heading);
    case MB_TEXT_READING_ORDER:
    case MB_TEXT_LAYOUT:
        return look_wrapped(f, line, heading);
    case MB_TEXT_SPACED:
        return look_spaced(f, line, heading);
    default:
        return false;
    }
}

/* "Appendix 1: Fares" or "Glossary" at the top of a page, in any kind of text; the latter, too, above its columns' names. */
static bool look_for_appendix(const finder *f, uint32_t line, mb_heading *heading)
{
    mb_slice text = words_at(f, line);
    const mb_dialect *dialect = f->reader->dialect;
    bool named = mb_starts_with(dialect, mb_group_appendix, text, NULL) && mb_slice_words(text) <= TITLE_WORDS;
    *heading = (mb_heading){.line = line, .title = line, .end = line + 1};
    bool glossary = mb_is_phrase(dialect, mb_group_glossary_heading, text);
    uint32_t below = next_text(f, line);
    bool names = glossary && below < f->lines.end &&
                 (mb_is_glossary_head(f->reader, words_at(f, below)) ||
                  mb_is_split_glossary_head(f->reader, below, f->lines.end));
    return (named || glossary) && (names || mb_begins_page(f->text, line)) && !mb_slice_ends(text, MB_TEXT(".")) &&
           !mb_is_table_row(f->text, line);
}

/* The caption of a figure may stand behind a heading on its line. */
static mb_slice without_caption(const mb_reader *reader, mb_slice title)
{
    mb_hit hit;
    for (size_t at = 1; mb_find_phrase(reader->dialect, mb_group_caption, title, at, &hit); at = hit.end)
        if (hit.end + 1 < title.size && isdigit((unsigned char)title.data[hit.end + (title.data[hit.end] == ' ')]))
            return mb_slice_trim(mb_slice_first(title, hit.start));
    return title;
}

static void step(finder *f, uint32_t line, bool heading, mb_slice title)
{
    f->before = line;
    f->under = heading;
    f->under_colon = heading && mb_slice_ends(title, MB_TEXT(":"));
}

/* Titles one under another, with nothing between. */
typedef struct title_row {
    uint32_t count;
    bool names;      /* each is two or three words with capitals, or one */
    bool after_text; /* a paragraph stands above the first */
} title_row;

/* "Ann Lee", "Ann Lee-Orr": no more than three words, each with a capital. */
static bool could_be_name(mb_slice title)
{
    if (mb_slice_words(title) > NAME_WORDS || mb_is_capitals(title) || ispunct((unsigned char)mb_slice_end(title)[-1]))
        return false;
    for (size_t i = 0; i < title.size; i++) {
        unsigned char c = (unsigned char)title.data[i];
        bool word_starts = i == 0 || title.data[i - 1] == ' ';
        if (isdigit(c) || (word_starts && !isupper(c) && c < 0x80))
            return false;
    }
    return true;
}

static void join_row(const finder *f, title_row *row, mb_slice title)
{
    if (row->count == 0) {
        bool text = f->before != UINT32_MAX && !f->under && !mb_is_table_row(f->text, f->before);
        *row = (title_row){.names = true, .after_text = text};
    }
    row->count++;
    row->names = row->names && could_be_name(title);
}

/* Ends a row of titles above text: more than a few are labels of a chart. */
static void end_row(mb_list *headings, title_row *row)
{
    if (row->count > TITLES_IN_A_ROW)
        headings->count -= row->count;
    row->count = 0;
}

/* Ends a row above a section that begins a page or has a number: a name under a paragraph signs what stands above. */
static void end_row_above_section(mb_list *headings, title_row *row)
{
    if (row->count && row->names && row->after_text) {
        headings->count -= row->count;
        row->count = 0;
    }
}

/* A heading without a number at `line`; NULL where none begins there. */
static mb_section_heading *find_plain(finder *f, uint32_t line)
{
    mb_heading heading;
    if (f->in_glossary || (!look_for_appendix(f, line, &heading) && !look(f, line, &heading)))
        return NULL;
    mb_section_heading *found = mb_new(f->reader->scratch, mb_section_heading);
    heading.text = without_caption(f->reader, mb_join_lines(f->reader, (mb_line_range){line, heading.end}));
    found->heading = heading;
    return found;
}

static void enter(finder *f, const mb_section_heading *heading)
{
    if (heading->heading.number.count && heading->level == 1)
        f->section = heading->heading.number.parts[0];
    f->in_glossary = mb_is_phrase(f->reader->dialect, mb_group_glossary_heading, heading->heading.text);
}

/* Behind the table whose names of rows could be taken for headings, or the line. */
static uint32_t behind_names(const mb_reader *reader, uint32_t line, uint32_t end)
{
    mb_block_reader trial = {.arena = reader->scratch, .scratch = reader->scratch, .text = reader->text};
    mb_block table = {.type = mb_block_type_table};
    mb_list beside = {0};
    mb_arena_mark before = mb_arena_here(reader->scratch);
    uint32_t behind = mb_read_beside_text(&trial, line, end, &table, &beside);
    behind = behind > line ? behind : mb_read_interleaved(&trial, line, end, &table);
    mb_arena_back(reader->scratch, before);
    return behind;
}

void mb_find_plain_headings(mb_reader *reader, mb_line_range lines, const mb_list *known, mb_list *headings)
{
    finder f = {.reader = reader, .text = reader->text, .lines = lines, .before = UINT32_MAX};
    title_row row = {0};
    uint32_t next_known = 0;
    for (uint32_t line = lines.first; line < lines.end; line++) {
        if (!mb_line_is_text(reader->text, line))
            continue;
        mb_section_heading *numbered = next_known < known->count ? known->items[next_known] : NULL;
        bool is_known = numbered && numbered->heading.line == line;
        uint32_t behind = is_known ? line : behind_names(reader, line, lines.end);
        mb_section_heading *found = is_known ? numbered : behind > line ? NULL : find_plain(&f, line);
        next_known += is_known;
        if (is_known || (found && mb_begins_page(f.text, line)))
            end_row_above_section(headings, &row);
        if (!found || is_known)
            end_row(headings, &row);
        if (found) {
            if (!is_known)
                join_row(&f, &row, found->heading.text);
            mb_list_push(reader->scratch, headings, found);
            enter(&f, found);
            line = found->heading.end - 1;
        }
        if (behind > line)
            line = behind - 1;
        step(&f, line, found != NULL, found ? found->heading.text : MB_NOTHING);
    }
}
