/* note.h: footnotes: [^label] in the text, [^label]: what it says on a line of its own, and goes on where indented by
 * four. */
#ifndef MB_MARKDOWN_NOTE_H
#define MB_MARKDOWN_NOTE_H

#include "markdown/walk.h"

/* The label of [^label] at `at`; nothing where there is none, or where a backslash stands before it. */
mb_slice mb_md_note_label_at(mb_slice text, size_t at);

/* Collects the labels that the page seems to explain, so that no other [^label] is taken for a note. */
void mb_md_notes_announce(mb_md_page *page);

/* The note with this label, or NULL. */
mb_md_note *mb_md_note_find(const mb_md_page *page, mb_slice label);

/* Takes the notes that cmark sees as blocks of their own out of the tree. */
void mb_md_notes_take(mb_md_page *page);

/* Writes the number that stands in the text for a note. */
void mb_md_note_refer(mb_md_walk *walk, const mb_md_swap *swap);

/* Writes the notes in the order of their numbers, those that nobody refers to last. */
void mb_md_notes_write(mb_md_walk *walk);

#endif
