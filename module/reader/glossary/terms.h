/* terms.h: where a term ends and its meaning begins. */
#ifndef MB_READER_GLOSSARY_TERMS_H
#define MB_READER_GLOSSARY_TERMS_H

#include <stdbool.h>

#include "core/slice.h"

/* The word that the text begins with, if it is an abbreviation (two capitals or more: "DoLS", "B&NES"), else NOTHING. */
mb_slice mb_leading_abbreviation(mb_slice text);

/* Whether the words of `text` begin with the abbreviation's capitals: "Ferry Passenger Transport" explains FPT. Small
 * words between don't count. */
bool mb_explains(mb_slice text, mb_slice abbreviation);

/* How much of a line that begins with a term and goes on with its meaning, with nothing between, is the term:
 * "Ferries Act 1999" of "Ferries Act 1999 Says who may run ferries", "FPT Data" of "FPT Data Passengers of each
 * ferry"; 0 where it can't begin with a term. */
size_t mb_term_size(mb_slice line);

/* Takes "IRO – Independent Reviewing Officer" apart; with `colons` also "IRO: Independent Reviewing Officer". */
bool mb_split_term(mb_slice line, bool colons, mb_slice *term, mb_slice *meaning);

#endif
