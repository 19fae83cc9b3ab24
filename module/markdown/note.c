/* note.c: footnotes are numbered as the text comes upon them, and stand at the end of the page. */
#include "markdown/note.h"

#include <stdlib.h>

/* A label has at most this many bytes, so that brackets without an end cost a bounded look. */
#define LONGEST_LABEL 100

static bool ends_label(char c)
{
    return (unsigned char)c <= ' ' || c == '[' || c == ']' || c == '\\' || c == '|';
}

static bool is_escaped(const char *start, const char *at)
{
    const char *before = at;
    while (before > start && before[-1] == '\\')
        before--;
    return (at - before) % 2 == 1;
}

mb_slice mb_md_note_label_at(mb_slice text, size_t at)
{
    mb_slice rest = mb_slice_from(text, at);
    if (!mb_slice_starts(rest, MB_TEXT("[^")) || is_escaped(text.data, rest.data))
        return MB_NOTHING;
    const char *first = rest.data + 2, *last = first;
    while (last < mb_slice_end(rest) && last - first <= LONGEST_LABEL && !ends_label(*last))
        last++;
    bool is_label = last > first && last - first <= LONGEST_LABEL && last < mb_slice_end(rest) && *last == ']';
    return is_label ? mb_slice_between(first, last) : MB_NOTHING;
}

static int by_label(const void *a, const void *b)
{
    const mb_md_note *one = *(const mb_md_note *const *)a, *other = *(const mb_md_note *const *)b;
    return mb_slice_compare(one->label, other->label);
}

/* Puts the notes in order and leaves each label once. */
static void sort_notes(mb_list *notes)
{
    if (notes->count == 0)
        return;
    qsort(notes->items, notes->count, sizeof *notes->items, by_label);
    uint32_t kept = 1;
    for (uint32_t i = 1; i < notes->count; i++)
        if (by_label(&notes->items[i], &notes->items[kept - 1]) != 0)
            notes->items[kept++] = notes->items[i];
    notes->count = kept;
}

void mb_md_notes_announce(mb_md_page *page)
{
    mb_slice text = page->markdown;
    for (size_t at = 0; (at = mb_slice_find(text, MB_TEXT("[^"), at)) != SIZE_MAX; at += 2) {
        mb_slice label = mb_md_note_label_at(text, at);
        if (label.size && mb_slice_starts(mb_slice_from(text, at + 2 + label.size), MB_TEXT("]:")))
            mb_list_add(page->arena, &page->notes, mb_md_note)->label = label;
    }
    sort_notes(&page->notes);
}

mb_md_note *mb_md_note_find(const mb_md_page *page, mb_slice label)
{
    if (page->notes.count == 0 || label.size == 0)
        return NULL;
    const mb_md_note wanted = {.label = label}, *key = &wanted;
    void **found = bsearch(&key, page->notes.items, page->notes.count, sizeof *page->notes.items, by_label);
    return found ? *found : NULL;
}

/* The text of a note begins with the mark of its label. */
static mb_md_swap *note_in(const mb_md_page *page, cmark_node *item)
{
    cmark_node *text = cmark_node_first_child(cmark_node_first_child(item));
    mb_md_mark mark;
    if (cmark_node_get_type(item) != CMARK_NODE_ITEM || cmark_node_get_type(text) != CMARK_NODE_TEXT ||
        !mb_md_next_mark(page, mb_slice_of(cmark_node_get_literal(text)), 0, &mark))
        return NULL;
    return mark.from == 0 && mark.swap && mark.swap->kind == MB_MD_NOTE ? mark.swap : NULL;
}

/* A paragraph that held the mark alone goes with it. */
static void take_mark_off(const mb_md_page *page, cmark_node *item)
{
    cmark_node *paragraph = cmark_node_first_child(item), *text = cmark_node_first_child(paragraph);
    mb_md_mark mark = {0};
    mb_slice literal = mb_slice_of(cmark_node_get_literal(text));
    mb_md_next_mark(page, literal, 0, &mark);
    if (mark.to == literal.size && !cmark_node_next(text))
        cmark_node_unlink(paragraph);
    else
        cmark_node_set_literal(text, mb_arena_copy(page->arena, mb_slice_from(literal, mark.to)).data);
}

static void take_out(const mb_md_page *page, cmark_node *item)
{
    cmark_node *list = cmark_node_parent(item);
    take_mark_off(page, item);
    cmark_node_unlink(item);
    if (!cmark_node_first_child(list))
        cmark_node_unlink(list);
}

/* Of two notes with one label the first counts; the other stays a list's item. */
void mb_md_notes_take(mb_md_page *page)
{
    mb_list items = {0};
    for (cmark_node *node = page->root; node; node = mb_md_next_block(node)) {
        const mb_md_swap *swap = note_in(page, node);
        if (!swap || swap->note->item)
            continue;
        swap->note->item = node;
        mb_list_push(page->arena, &items, node);
    }
    for (uint32_t i = 0; i < items.count; i++)
        take_out(page, items.items[i]);
}

/* Gives the note its number where this is the first that is heard of it. */
static void number(mb_md_walk *walk, mb_md_note *note)
{
    if (note->number)
        return;
    mb_list_push(walk->page->arena, &walk->notes, note);
    note->number = walk->notes.count;
    note->id = mb_md_ids_take_made(&walk->ids, mb_arena_printf(walk->page->arena, "note-%u", note->number));
}

void mb_md_note_refer(mb_md_walk *walk, const mb_md_swap *swap)
{
    mb_md_note *note = swap->note;
    if (!note->item) {
        mb_html_escape(walk->out, swap->raw);
        return;
    }
    number(walk, note);
    mb_md_write(walk, "<sup>");
    if (!walk->link) {
        mb_md_write(walk, "<a href=\"#");
        mb_html_escape(walk->out, note->id);
        mb_md_write(walk, "\"");
        if (!note->back.size) {
            note->back =
                mb_md_ids_take_made(&walk->ids, mb_arena_printf(walk->page->arena, "to-%.*s", MB_ARG(note->id)));
            mb_md_write_id(walk, note->back);
        }
        mb_md_write(walk, ">");
    }
    mb_buffer_printf(walk->out, "%u", note->number);
    mb_md_write(walk, walk->link ? "</sup>" : "</a></sup>");
}

/* The way back stands at the end of the last paragraph, where there is one. */
static void write_way_back(mb_md_walk *walk, const mb_md_note *note)
{
    static const char end[] = "</p>\n";
    if (!note->back.size)
        return;
    bool is_paragraph = mb_slice_ends(mb_buffer_slice(walk->out), mb_slice_of(end));
    if (is_paragraph)
        walk->out->size -= strlen(end);
    mb_md_write(walk, " <a href=\"#");
    mb_html_escape(walk->out, note->back);
    mb_md_write(walk, "\" role=\"doc-backlink\" aria-label=\"back to the text\">\xE2\x86\xA9</a>");
    mb_md_write(walk, is_paragraph ? end : "\n");
}

static void write_note(mb_md_walk *walk, const mb_md_note *note)
{
    mb_md_open_block(walk, "li", note->item);
    mb_md_write_id(walk, note->id);
    mb_md_write(walk, ">");
    mb_md_walk_children(walk, note->item);
    mb_md_close_containers(walk, note->item);
    write_way_back(walk, note);
    mb_md_write(walk, "</li>\n");
}

/* What a note refers to is numbered while that note is written, so the list grows. */
static void write_numbered(mb_md_walk *walk, uint32_t from)
{
    for (uint32_t i = from; i < walk->notes.count && !walk->page->code; i++)
        write_note(walk, walk->notes.items[i]);
}

static int by_line(const void *a, const void *b)
{
    const mb_md_note *one = *(const mb_md_note *const *)a, *other = *(const mb_md_note *const *)b;
    int line = cmark_node_get_start_line(one->item), other_line = cmark_node_get_start_line(other->item);
    return (line > other_line) - (line < other_line);
}

static mb_list explained_notes(const mb_md_page *page)
{
    mb_list notes = {0};
    for (uint32_t i = 0; i < page->notes.count; i++) {
        mb_md_note *note = page->notes.items[i];
        if (note->item)
            mb_list_push(page->arena, &notes, note);
    }
    if (notes.count)
        qsort(notes.items, notes.count, sizeof *notes.items, by_line);
    return notes;
}

void mb_md_notes_write(mb_md_walk *walk)
{
    mb_list notes = explained_notes(walk->page);
    if (notes.count == 0)
        return;
    mb_md_on_new_line(walk);
    mb_md_write(walk, "<section class=\"notes\" role=\"doc-endnotes\">\n<ol>\n");
    write_numbered(walk, 0);
    for (uint32_t i = 0; i < notes.count; i++) {
        uint32_t written = walk->notes.count;
        number(walk, notes.items[i]);
        write_numbered(walk, written);
    }
    mb_md_write(walk, "</ol>\n</section>\n");
}
