/* conclude.c: people correct what they see, which is the whole model; so it is concluded, corrected, and concluded again.
 *
 *     read ─► resolve ─► conflicts ─► offers ─► diagnostics
 *                           │ corrections
 *                           └► correct ─► resolve ─► conflicts that are left ─► diagnostics          */
#include "reader/conclude.h"

#include <stdlib.h>

#include "reader/conflicts.h"
#include "reader/people/resolve.h"
#include "reader/places.h"

/* What is offered for a value is the same before corrections and behind them: all addresses mean the pack as read. */
static void take_offers(const mb_list *offers, uint32_t before)
{
    for (uint32_t i = before; i < offers->count; i++) {
        const mb_offer *new = offers->items[i];
        for (uint32_t k = 0; k < before && k < MB_MOST_OFFERS; k++) {
            const mb_offer *old = offers->items[k];
            if (old->target.record == new->target.record && old->field == new->field)
                new->diagnostic->correction = old->diagnostic->correction;
        }
    }
}

/* `read`: how many diagnostics come from reading; those behind them are conflicts, which corrections can solve. */
static void correct(mb_reader *reader, mb_corrections *corrections, uint32_t read)
{
    mb_list corrected = {0};
    uint32_t offers = reader->offers->count;
    reader->pack->diagnostics.count = read;
    mb_correct(corrections, reader->pack, &corrected);
    mb_resolve(reader, &corrected);
    mb_find_conflicts(reader);
    take_offers(reader->offers, offers);
    mb_withdraw_answered(reader->pack, reader->offers, &corrected);
}

typedef struct placed {
    mb_diagnostic *diagnostic;
    uint32_t position;
} placed;

static int by_line(const void *a, const void *b)
{
    const placed *left = a, *right = b;
    uint32_t of_left = left->diagnostic->place.line, of_right = right->diagnostic->place.line;
    if (of_left != of_right)
        return of_left < of_right ? -1 : 1;
    return left->position < right->position ? -1 : left->position > right->position;
}

static void sort_diagnostics(mb_reader *reader)
{
    mb_list *diagnostics = &reader->pack->diagnostics;
    placed *sorted = mb_new_array(reader->scratch, placed, diagnostics->count);
    for (uint32_t i = 0; i < diagnostics->count; i++)
        sorted[i] = (placed){diagnostics->items[i], i};
    if (diagnostics->count)
        qsort(sorted, diagnostics->count, sizeof *sorted, by_line);
    for (uint32_t i = 0; i < diagnostics->count; i++)
        diagnostics->items[i] = sorted[i].diagnostic;
}

void mb_conclude(mb_reader *reader, mb_corrections *corrections)
{
    uint32_t read = reader->pack->diagnostics.count;
    mb_settle_places(reader);
    mb_resolve(reader, &(mb_list){0});
    mb_find_conflicts(reader);
    mb_offer_corrections(reader->arena, reader->scratch, reader->pack, reader->offers);
    if (corrections)
        correct(reader, corrections, read);
    sort_diagnostics(reader);
}
