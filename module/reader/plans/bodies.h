/* bodies.h: finds the decision makers' names in a column that extraction wrapped, with the titles' words between.
 *
 *     Adults and           the name's first words
 *     Housing Review       "Housing" is the name's next word, "Review" the title's
 *     Panel                the name's last word                                      */
#ifndef MB_READER_PLANS_BODIES_H
#define MB_READER_PLANS_BODIES_H

#include "reader/reading.h"

typedef struct mb_plan_body {
    mb_slice name;
    mb_strings words;
} mb_plan_body;

/* Adds the bodies that a plan's makers can be: those of the pack's meetings, and those that the lines `above` the plan
 * name in capitals. Elements are mb_plan_body. */
void mb_find_plan_bodies(mb_reader *reader, mb_line_range above, mb_list *bodies);

/* Adds the body of that name. */
const mb_plan_body *mb_add_plan_body(mb_reader *reader, mb_slice name, mb_list *bodies);

/* Whether the text ends in what a body is called: "Panel". */
bool mb_ends_with_body(const mb_reader *reader, mb_slice text);

/* How many of the body's words, from the word `at` on, the text begins with; `end` gets the offset behind them. */
uint32_t mb_match_plan_body(const mb_plan_body *body, uint32_t at, mb_slice text, size_t *end);

#endif
