/* reports_of.h: papers of an invented council, as read, for tests. */
#ifndef MB_REPORTS_OF_H
#define MB_REPORTS_OF_H

#include "reading_of.h"

static const mb_pack *papers; /* the pack that was read last */

/* The reports of a pack that holds nothing but `text`. */
static inline const mb_list *papers_of(const char *text)
{
    papers = pack_of(text);
    return &papers->reports;
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
    return remark_in(papers, code) != NULL;
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
