/* footnotes.c: a mark, a capital, and the foot of a page. */
#include "reader/reports/footnotes.h"

#include <ctype.h>

#include "text/inline.h"

/* So many lines of notes stand at the foot of a page, and no more. */
#define NOTE_LINES 8
/* A page has no more lines. */
#define PAGE_LINES 120
/* "12": marks have no more digits. */
#define MARK_DIGITS 2

/* A note, and the lines that it was read from. */
typedef struct footnote {
    mb_block *block;
    mb_line_range lines;
} footnote;

/* The mark before a capital: figures without a full stop, or an asterisk. NOTHING where the text begins otherwise. */
static mb_slice mark_of(mb_slice text)
{
    size_t end = 0;
    while (end < text.size && end <= MARK_DIGITS && isdigit((unsigned char)text.data[end]))
        end++;
    if (end == 0 && text.size && *text.data == '*')
        end = 1;
    if (end == 0 || end > MARK_DIGITS || end + 1 >= text.size || text.data[end] != ' ' ||
        !isupper((unsigned char)text.data[end + 1]))
        return MB_NOTHING;
    return mb_slice_first(text, end);
}

/* Whether the mark stands right behind a word: "county.2", "homes1". */
static bool refers_to(mb_slice text, mb_slice mark)
{
    for (size_t at = mb_slice_find(text, mark, 2); at != SIZE_MAX; at = mb_slice_find(text, mark, at + 1)) {
        char before = text.data[at - 1], behind = at + mark.size < text.size ? text.data[at + mark.size] : ' ';
        bool letter = isalpha((unsigned char)text.data[at - 2]), figure = isdigit((unsigned char)text.data[at - 2]);
        bool stop = strchr(".,;:)", before) && (letter || (figure && before != '.'));
        bool word = isalpha((unsigned char)before) && islower((unsigned char)text.data[at - 2]);
        if ((stop || word) && !isalnum((unsigned char)behind))
            return true;
    }
    return false;
}

static bool is_referred_to(const mb_reader *reader, uint32_t line, mb_slice mark)
{
    uint32_t first = mb_lines_of_sheet(reader->text, line).first;
    for (uint32_t above = line; above > first && line - above < PAGE_LINES; above--)
        if (mb_line_is_text(reader->text, above - 1) && refers_to(mb_line_text(reader->text, above - 1), mark))
            return true;
    return false;
}

/* Whether the page has few lines of text from `line` on. */
static bool is_at_foot(const mb_reader *reader, uint32_t line)
{
    uint32_t end = mb_lines_of_sheet(reader->text, line).end, count = 0, below = line;
    for (; below < end && below - line < PAGE_LINES; below++) {
        count += mb_line_is_text(reader->text, below);
        if (count > NOTE_LINES)
            return false;
    }
    return below - line < PAGE_LINES;
}

/* Whether all text of the page from `line` on is notes: each begins with a mark, or goes on right below one. */
static bool are_notes_to_the_end(const mb_reader *reader, uint32_t line)
{
    uint32_t end = mb_lines_of_sheet(reader->text, line).end;
    for (uint32_t below = line + 1; below < end; below++)
        if (mb_line_is_text(reader->text, below) && !mb_line_is_text(reader->text, below - 1) &&
            !mark_of(mb_line_text(reader->text, below)).data)
            return false;
    return true;
}

static bool begins_footnote(const mb_reader *reader, uint32_t line, mb_slice *mark)
{
    const mb_line *lines = reader->text->lines;
    if (!mb_line_is_text(reader->text, line) || !reader->text->sheets || lines[line].tab_inside || lines[line].gap)
        return false;
    *mark = mark_of(mb_line_text(reader->text, line));
    return mark->data && is_at_foot(reader, line) && are_notes_to_the_end(reader, line) &&
           is_referred_to(reader, line, *mark);
}

/* The lines right below a note up to the next one. */
static uint32_t note_end(const mb_reader *reader, uint32_t line, uint32_t end)
{
    mb_slice mark;
    uint32_t last = line + 1;
    while (last < end && mb_line_is_text(reader->text, last) && !reader->text->lines[last].starts_sheet &&
           !begins_footnote(reader, last, &mark))
        last++;
    return last;
}

static void add(mb_reader *reader, mb_line_range lines, mb_slice mark, mb_list *notes)
{
    mb_slice pieces[NOTE_LINES];
    uint32_t count = 0;
    for (uint32_t line = lines.first; line < lines.end && count < NOTE_LINES; line++)
        pieces[count++] = mb_line_text(reader->text, line);
    pieces[0] = mb_slice_trim(mb_slice_from(pieces[0], mark.size));
    footnote *note = mb_list_add(reader->scratch, notes, footnote);
    note->lines = lines;
    note->block = mb_new(reader->arena, mb_block);
    note->block->type = mb_block_type_note;
    note->block->place = mb_place_of(reader->text, lines.first);
    note->block->mark = mark;
    mb_read_inline(reader->arena, (mb_pieces){pieces, count}, &note->block->text, NULL);
}

static void set_role(mb_reader *reader, mb_line_range lines, mb_line_role role)
{
    for (uint32_t line = lines.first; line < lines.end; line++)
        reader->text->lines[line].role = role & 7U;
}

void mb_hide_footnotes(mb_reader *reader, mb_line_range lines, mb_list *notes)
{
    mb_slice mark;
    for (uint32_t line = lines.first; line < lines.end;) {
        if (!begins_footnote(reader, line, &mark)) {
            line++;
            continue;
        }
        uint32_t end = note_end(reader, line, lines.end);
        add(reader, (mb_line_range){line, end}, mark, notes);
        line = end;
    }
    for (uint32_t i = 0; i < notes->count; i++)
        set_role(reader, ((const footnote *)notes->items[i])->lines, MB_LINE_MARKUP);
}

void mb_show_footnotes(mb_reader *reader, const mb_list *notes, uint32_t first, mb_list *blocks)
{
    for (uint32_t i = 0; i < notes->count; i++) {
        const footnote *note = notes->items[i];
        set_role(reader, note->lines, MB_LINE_TEXT);
        mb_list_push(reader->arena, blocks, note->block);
        uint32_t at = blocks->count - 1;
        for (; at > first && ((const mb_block *)blocks->items[at - 1])->place.line > note->block->place.line; at--)
            blocks->items[at] = blocks->items[at - 1];
        blocks->items[at] = note->block;
    }
}
