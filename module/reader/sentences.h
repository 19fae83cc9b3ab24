/* sentences.h: a paragraph, sentence by sentence. */
#ifndef MB_READER_SENTENCES_H
#define MB_READER_SENTENCES_H

#include "reader/dialect/dialect.h"

/* The sentence that begins at `*from`, which moves to the next one. False at the text's end. A full stop behind an
 * honorific, an initial or an abbreviation ends nothing: "Cllr. Lee", "J. Lee", "Prop. Cllr Lee". */
bool mb_next_sentence(const mb_dialect *dialect, mb_slice text, size_t *from, mb_slice *sentence);

/* Where the word at `at` ends: at the next space, or with the text; and where the next one begins. */
size_t mb_word_end(mb_slice text, size_t at);
size_t mb_next_word(mb_slice text, size_t at);

/* Takes the article off the text's start: "Chair" of "The Chair". False where there is none. */
bool mb_take_article(const mb_dialect *dialect, mb_slice *text);

/* The sentence without the full stop, colon or semicolon at its end. */
mb_slice mb_without_stop(mb_slice sentence);

#endif
