/* reading_of.h: a paper's text as the model that the shipped dialects read out of it, for tests; readings live until the
 * program's tests are over. */
#ifndef MB_READING_OF_H
#define MB_READING_OF_H

#include "../unit/core_test.h"

#include <stdio.h>
#include <stdlib.h>

#include "model/model.h"
#include "reader/reader.h"
#include "reader/reading.h"

#define SHIPPED_DIALECTS "../../module/dialects"

static mb_dialects *shipped;
static mb_arena *kept; /* what tests make for themselves */
static mb_reading *readings;
static size_t reading_count;

static inline int open_readings(void **state)
{
    (void)state;
    mb_error error = {0};
    const char *folder = SHIPPED_DIALECTS;
    if (mb_dialects_load(&folder, 1, &shipped, &error) != 0) {
        print_error("%s:%u: %s\n", error.file, error.line, error.message);
        return -1;
    }
    return mb_arena_new((size_t)256 << 20, &kept);
}

static inline int close_readings(void **state)
{
    (void)state;
    for (size_t i = 0; i < reading_count; i++)
        mb_reading_free(&readings[i]);
    free(readings);
    mb_arena_free(kept);
    mb_dialects_free(shipped);
    return 0;
}

#define run_reader_tests(tests) cmocka_run_group_tests(tests, open_readings, close_readings)

static inline const mb_pack *pack_of_bytes(mb_slice bytes)
{
    mb_reading reading;
    mb_error error = {0};
    if (mb_read_bytes(shipped, NULL, bytes, "pack.txt", &reading, &error) != 0)
        fail_msg("%s", error.message);
    readings = realloc(readings, (reading_count + 1) * sizeof *readings);
    readings[reading_count++] = reading;
    return reading.pack;
}

static inline const mb_pack *pack_of(const char *printed)
{
    return pack_of_bytes(mb_slice_of(printed));
}

static inline const mb_meeting *meeting_in(const mb_pack *pack)
{
    if (pack->meetings.count == 0)
        fail_msg("no meeting was found");
    return pack->meetings.items[0];
}

/* The meeting that a whole paper calls or records first. */
static inline const mb_meeting *meeting_of(const char *printed)
{
    return meeting_in(pack_of(printed));
}

/* The pack whose agenda has these items: its line 1 is "AGENDA". */
static inline const mb_pack *agenda_pack_of(const char *items)
{
    return pack_of(mb_arena_printf(kept, "AGENDA\n%s", items).data);
}

static inline const mb_list *agenda_of(const char *items)
{
    return &meeting_in(agenda_pack_of(items))->agenda;
}

/* The head of minutes, up to the list of those present. */
#define MINUTES_HEAD                                                                                                   \
    "HARLE VALE TOWN COUNCIL\n"                                                                                        \
    "GROUNDS COMMITTEE\n"                                                                                              \
    "Tuesday, 3rd June, 2025\n"                                                                                        \
    "Present: Councillors Ann Ogle (Chair) and Bob Dunn\n"

static inline const mb_minutes *minutes_in(const mb_meeting *meeting)
{
    if (!meeting->minutes)
        fail_msg("the meeting has no minutes");
    return meeting->minutes;
}

/* Minutes with these items under a head of five lines. */
static inline const mb_minutes *minutes_of(const char *items)
{
    return minutes_in(meeting_of(mb_arena_printf(kept, MINUTES_HEAD "\n%s", items).data));
}

/* What the reader said with that code, or NULL. */
static inline const mb_diagnostic *remark_in(const mb_pack *pack, const char *code)
{
    for (uint32_t i = 0; i < pack->diagnostics.count; i++) {
        const mb_diagnostic *diagnostic = pack->diagnostics.items[i];
        if (mb_slice_equal(diagnostic->code, mb_slice_of(code)))
            return diagnostic;
    }
    return NULL;
}

static inline const void *checked_item(const mb_list *list, uint32_t index)
{
    if (index >= list->count)
        fail_msg("the list has %u, so there is no %u. one", list->count, index + 1);
    return list->items[index];
}
#define at(type, list, index) ((const mb_##type *)checked_item(&(list), (index)))

/* The text of a block of a list. */
static inline mb_slice text_at(mb_list blocks, uint32_t index)
{
    return at(block, blocks, index)->text;
}

/* A reader without a pack, for what reads a piece of text by a dialect's words. */
static inline mb_reader reader_with(const char *dialect)
{
    mb_reader reader = {.arena = kept, .scratch = kept, .offers = mb_new(kept, mb_list)};
    mb_error error = {0};
    if (mb_dialect_choose(shipped, dialect, MB_TEXT(""), &reader.dialect, &error) != 0)
        fail_msg("%s", error.message);
    return reader;
}

#endif
