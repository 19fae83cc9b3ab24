/* kinds.h: the kinds of page that a site can have. A kind whose layout no layer has makes no page. */
#ifndef MB_PUBLISH_KINDS_H
#define MB_PUBLISH_KINDS_H

#include "model/schema.h"

/* No way is longer. */
#define MB_WAY_STEPS 4

/* Fields and lists are named by their way from an object, or from the site: "date", "meeting.date". */
typedef struct mb_page_kind {
    const char *name;         /* of its layout, and of the kind */
    const char *route;        /* of the page; what the routes of its objects begin with */
    const char *heading;      /* of a page that shows no single object */
    const mb_type_info *type; /* of the objects that have a page each; NULL: one page */
    const char *list;         /* where the site has them; of one page, where the site has what it lists */
    const char *title, *date; /* of an object */
    const char *unless;       /* a flag of an object that has no page */
    bool by_year;             /* one page, and one for each year of what it lists */
    bool in_parts;            /* see parts.h */
} mb_page_kind;

extern const mb_page_kind mb_page_kinds[];
extern const size_t mb_page_kind_count;

/* Where an object stands that has no page of its own: on that of a kind, or on that of the object in a field. */
typedef struct mb_page_part {
    const mb_type_info *type;
    const char *kind;  /* the name of a kind with one page; NULL: none */
    const char *field; /* a reference to the object around it; NULL: none */
} mb_page_part;

/* In the order in which they are asked. */
extern const mb_page_part mb_page_parts[];
extern const size_t mb_page_part_count;

/* A way that was looked up, for many records of its type. */
typedef struct mb_way {
    uint32_t offsets[MB_WAY_STEPS]; /* of the fields, one in the other's object */
    uint32_t count;
} mb_way;

mb_way mb_way_of(const mb_type_info *type, const char *way);

/* The text at its end; MB_NOTHING where there is none. */
mb_slice mb_text_along(const mb_way *way, const void *record);

/* The text of a field, by its way; MB_NOTHING where there is none. */
mb_slice mb_text_at(const mb_type_info *type, const void *record, const char *way);

/* The object in a field; NULL where there is none. `type` becomes the object's. */
const void *mb_object_at(const mb_type_info **type, const void *record, const char *field);

/* Whether the object says yes in a flag. */
bool mb_flag_at(const mb_type_info *type, const void *record, const char *flag);

/* Adds the objects of a list to `out`, by its way: those of "meetings.items" meeting by meeting. The type becomes
 * theirs. */
void mb_objects_at(mb_arena *arena, const mb_type_info **type, const void *record, const char *way, mb_list *out);

#endif
