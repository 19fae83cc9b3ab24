/* site_of.h: a site made of papers that a test writes; needs the shipped dialects (../reader/reading_of.h). */
#ifndef MB_SITE_OF_H
#define MB_SITE_OF_H

#include "../reader/reading_of.h"

#include "model/json.h"
#include "site/gist.h"
#include "site/site.h"

enum { MOST_PAPERS = 8 };

/* A pack: its file and what is printed in it. */
typedef struct paper {
    const char *file, *text;
} paper;

/* The pages of papers, read, to be put together; later ones are later in site.yaml. */
typedef struct papers {
    mb_reading readings[MOST_PAPERS];
    uint32_t count;
    mb_site_config config;
} papers;

static inline mb_pack *add_paper(papers *all, const char *file, const char *text)
{
    mb_error error = {0};
    mb_reading *reading = &all->readings[all->count++];
    if (mb_read_bytes(shipped, NULL, mb_slice_of(text), file, reading, &error) != 0)
        fail_msg("%s", error.message);
    readings = realloc(readings, (reading_count + 1) * sizeof *readings);
    readings[reading_count++] = *reading;
    return reading->pack;
}

static inline const mb_site_record *assemble(papers *all, const char *today)
{
    mb_error error = {0};
    mb_site_record *site = mb_new(kept, mb_site_record);
    site->today = mb_slice_of(today);
    for (uint32_t i = 0; i < all->count; i++)
        assert_int_equal(mb_take_gist(&all->readings[i], &error), 0);
    if (mb_site_assemble(kept, &all->config, all->readings, all->count, site, &error) != 0)
        fail_msg("%s", error.message);
    return site;
}

/* The site of the papers, on a day after all of them. `texts` ends with a paper without a file. */
static inline const mb_site_record *site_of(const paper texts[])
{
    papers all = {.count = 0};
    for (; texts->file; texts++)
        add_paper(&all, texts->file, texts->text);
    return assemble(&all, "2030-01-01");
}
#define SITE_OF(...) site_of((const paper[]){__VA_ARGS__, {NULL, NULL}})

/* The front sheet and agenda of the Roads Panel's meeting on 4 March 2025. */
#define CALLED_IN(venue, items)                                                                                        \
    "Example Council\n\nRoads Panel\n\nDate: Tuesday, 4th March, 2025\n\nTime: 10.00 am\n\nVenue: " venue              \
    "\n\nAGENDA\n\n" items
#define CALLED(items) CALLED_IN("Old Mill", items)

/* Minutes of the Roads Panel on a day, at the end of the agenda of another meeting. */
#define MINUTED(day, items)                                                                                            \
    "Example Council\n\nRoads Panel\n\nDate: Tuesday, 1st April, 2025\n\nTime: 10.00 am\n\nAGENDA\n\n- 1. WELCOME\n\n" \
    "- 2. MINUTES OF THE LAST MEETING\n\n- 3. ROADWORKS\n\n\fROADS PANEL\n\n" day                                      \
    "\n\nPresent:- Councillors Ann Lee (Chair), Bob Hay and Cy Orr\n\n" items

static inline mb_slice json_of(const mb_type_info *type, const void *record)
{
    mb_buffer out = mb_buffer_make((size_t)64 << 20);
    assert_int_equal(mb_json_write(type, record, &out), 0);
    mb_slice json = mb_arena_copy(kept, mb_buffer_slice(&out));
    mb_buffer_free(&out);
    return json;
}

#endif
