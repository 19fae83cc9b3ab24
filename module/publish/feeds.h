/* feeds.h: what a site publishes for other programs, written by layouts: calendars, feeds, tables, the site map.
 *
 *     feeds/data/decisions.csv.lua      data/decisions.csv
 *     feeds/panel/calendar.ics          panels/scrutiny-panel/calendar.ics, and one beside the page of each other panel
 *
 * A layer's feed wins over those of later layers; an empty file switches theirs off. */
#ifndef MB_PUBLISH_FEEDS_H
#define MB_PUBLISH_FEEDS_H

#include "script/script.h"

/* The site map, and how many pages its protocol gives a file. */
#define MB_SITE_MAP      "sitemap.xml"
#define MB_SITE_MAP_ROOM 50000

/* Adds every feed of the site (mb_page) that `scripts` has a layout for, sorted by route; `pages` are the site's.
 * What is read elsewhere, by its ending .atom or .xml, is left out where the site has no address. */
void mb_feeds_list(mb_arena *arena, const mb_site_record *site, const mb_scripts *scripts, const mb_list *pages,
                   mb_list *feeds);

#endif
