/* minutes_of.h: the minutes of an invented panel, with one item of business, for tests.
 *
 * Present are Councillors Ann Lee (Chair), Bob Hay (Vice-Chair), Andy Cole and Mae O'Dell, and Cy Orr, co-opted; in
 * attendance Di Poe (Director of Roads and Parks), Ed Fox (Head of Parking) and Councillor Flo Gray (Cabinet Member for
 * Transport). */
#ifndef MB_MINUTES_OF_H
#define MB_MINUTES_OF_H

#include "reading_of.h"

/* The item under which `text` is minuted, as read. */
static inline const mb_minute_item *item_of(const char *title, const char *text)
{
    const mb_minutes *minutes = minutes_in(meeting_of(
        mb_arena_printf(
            kept,
            "MARLFORD DISTRICT COUNCIL\n\nROADS AND PARKS PANEL\n\nTuesday, 3rd June, 2025\n\n"
            "Present:- Councillors Ann Lee (Chair), Bob Hay (Vice-Chair), Andy Cole and Mae O'Dell\n\n"
            "Co-opted Member: Cy Orr\n\n"
            "Also in attendance: Di Poe (Director of Roads and Parks), Ed Fox (Head of Parking) and Councillor Flo "
            "Gray "
            "(Cabinet Member for Transport)\n\n"
            "11 %s\n\n%s\n\n12 DATE OF THE NEXT MEETING\n\nTo be arranged.\n\nThe meeting ended at 12.15 pm\n",
            title, text)
            .data));
    if (minutes->items.count != 2)
        fail_msg("the minutes have %u items, not 2", minutes->items.count);
    return minutes->items.items[0];
}

#endif
