/* minutes_of.h: the minutes of an invented panel, with one item of business, for tests.
 *
 * Present are Councillors Ann Lee (Chair), Bob Hay (Vice-Chair), Andy Cole and Mae O'Dell, and Cy Orr, co-opted; in
 * attendance Di Poe (Director of Roads and Parks), Ed Fox (Head of Parking) and Councillor Flo Gray (Cabinet Member for
 * Transport). */
#ifndef MB_MINUTES_OF_H
#define MB_MINUTES_OF_H

#include "../unit/core_test.h"

#include <stdio.h>

#include "reader/reader.h"

static mb_dialects *dialects;
static mb_reading reading;

static inline int load_dialects(void **state)
{
    (void)state;
    const char *folders[] = {MB_TEST_DIALECTS};
    return mb_dialects_load(folders, 1, &dialects, NULL);
}

static inline int free_dialects(void **state)
{
    (void)state;
    mb_dialects_free(dialects);
    return 0;
}

static inline int forget_reading(void **state)
{
    (void)state;
    mb_reading_free(&reading);
    return 0;
}

/* A test of a list that reads one pack. */
#define reads(test)              cmocka_unit_test_teardown(test, forget_reading)
#define run_minutes_tests(tests) cmocka_run_group_tests(tests, load_dialects, free_dialects)

/* The item under which `text` is minuted, as read. */
static inline const mb_minute_item *item_of(const char *title, const char *text)
{
    static char pack[16384];
    mb_error error = {0};
    snprintf(
        pack, sizeof pack,
        "MARLFORD DISTRICT COUNCIL\n\nROADS AND PARKS PANEL\n\nTuesday, 3rd June, 2025\n\n"
        "Present:- Councillors Ann Lee (Chair), Bob Hay (Vice-Chair), Andy Cole and Mae O'Dell\n\n"
        "Co-opted Member: Cy Orr\n\n"
        "Also in attendance: Di Poe (Director of Roads and Parks), Ed Fox (Head of Parking) and Councillor Flo Gray "
        "(Cabinet Member for Transport)\n\n"
        "11 %s\n\n%s\n\n12 DATE OF THE NEXT MEETING\n\nTo be arranged.\n\nThe meeting ended at 12.15 pm\n",
        title, text);
    if (mb_read_bytes(dialects, "uk", mb_slice_of(pack), "minutes.txt", &reading, &error))
        fail_msg("%s", error.message);
    const mb_meeting *meeting = reading.pack->meetings.items[0];
    if (meeting->minutes->items.count != 2)
        fail_msg("the minutes have %u items, not 2", meeting->minutes->items.count);
    return meeting->minutes->items.items[0];
}

#endif
