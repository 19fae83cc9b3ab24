/* reports_of.h: papers of an invented council, as read, for tests. */
#ifndef MB_REPORTS_OF_H
#define MB_REPORTS_OF_H

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
#define reads(test)             cmocka_unit_test_teardown(test, forget_reading)
#define run_report_tests(tests) cmocka_run_group_tests(tests, load_dialects, free_dialects)

/* The reports of a pack that holds nothing but `text`. */
static inline const mb_list *papers_of(const char *text)
{
    mb_error error = {0};
    if (mb_read_bytes(dialects, "uk", mb_slice_of(text), "papers.txt", &reading, &error))
        fail_msg("%s", error.message);
    return &reading.pack->reports;
}

/* The agenda of a meeting, before papers. */
#define AGENDA                                                                                                         \
    "Marlford District Council\n\nRoads Panel\n\nTuesday, 3rd June, 2025\n\n"                                          \
    "AGENDA\n\n1. WELCOME\n\n2. MINUTES OF THE LAST MEETING (Pages 3 - 8)\n\n"                                         \
    "3. POTHOLES IN SPRING (Pages 9 - 20)\n\n4. FERRY FARES (Pages 21 - 30)\n\n"                                       \
    "5. WORK PLAN (Pages 31 - 34)\n\n"

static inline const mb_report *report_at(const mb_list *reports, uint32_t index)
{
    if (index >= reports->count)
        fail_msg("there are %u reports, so there is no %u. one", reports->count, index + 1);
    return reports->items[index];
}

/* The only report of a pack that holds nothing but `text`. */
static inline const mb_report *report_of(const char *text)
{
    const mb_list *reports = papers_of(text);
    if (reports->count != 1)
        fail_msg("there are %u reports, not 1", reports->count);
    return reports->items[0];
}

static inline const mb_section *section_at(const mb_report *report, uint32_t index)
{
    if (index >= report->sections.count)
        fail_msg("there are %u sections, so there is no %u. one", report->sections.count, index + 1);
    return report->sections.items[index];
}

static inline const mb_block *block_at(const mb_section *section, uint32_t index)
{
    if (index >= section->blocks.count)
        fail_msg("there are %u blocks, so there is no %u. one", section->blocks.count, index + 1);
    return section->blocks.items[index];
}

/* Whether the reader said something with that code. */
static inline bool said(const char *code)
{
    const mb_list *diagnostics = &reading.pack->diagnostics;
    for (uint32_t i = 0; i < diagnostics->count; i++)
        if (mb_slice_equal(((const mb_diagnostic *)diagnostics->items[i])->code, mb_slice_of(code)))
            return true;
    return false;
}

/* The sections as "level number title", one a line. */
static inline const char *outline_of(const mb_report *report)
{
    static char outline[4096];
    size_t used = 0;
    outline[0] = '\0';
    for (uint32_t i = 0; i < report->sections.count; i++) {
        const mb_section *section = report->sections.items[i];
        used += (size_t)snprintf(outline + used, sizeof outline - used, "%d %.*s%s%.*s\n", (int)section->level.value,
                                 MB_ARG(section->number), section->number.size ? " " : "", MB_ARG(section->title));
    }
    return outline;
}

#endif
