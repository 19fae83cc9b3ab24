/* mentions.h: every place where the papers name a person. */
#ifndef MB_SITE_MENTIONS_H
#define MB_SITE_MENTIONS_H

#include "site/assembly.h"
#include "site/person_names.h"

typedef enum mb_mention_kind {
    MB_MENTION_MEMBER,      /* on a front sheet's list */
    MB_MENTION_PRESENT,     /* on the minutes' list */
    MB_MENTION_ATTENDEE,    /* likewise, without a seat */
    MB_MENTION_APOLOGIES,   /* sent them */
    MB_MENTION_SUBSTITUTED, /* sent somebody else */
    MB_MENTION_SUBSTITUTE,  /* came for somebody */
    MB_MENTION_DECLARATION, /* declared an interest */
    MB_MENTION_MOTION,      /* moved or seconded */
    MB_MENTION_SPEAKER,     /* said something */
    MB_MENTION_PRESENTER,   /* is to present an item */
    MB_MENTION_CONTACT,     /* is whom to turn to about a meeting */
    MB_MENTION_PAPER,       /* wrote a paper, or answers for it */
    MB_MENTION_AUTHOR       /* of a report that a work plan lists */
} mb_mention_kind;

/* Whether the mention is from a list of who came or was missed, in which nobody stands by chance. */
#define MB_IS_LISTED(kind) ((kind) <= MB_MENTION_SUBSTITUTE)

/* What the mentions of a meeting, or of a paper, have in common. */
typedef struct mb_scene {
    mb_slice date;
    mb_site_meeting *meeting; /* NULL for authors */
    mb_panel *panel;          /* may be NULL */
} mb_scene;

/* A site of 1,000 packs has 100,000 of them. */
typedef struct mb_mention {
    const mb_scene *scene;
    const mb_place *place;
    mb_mention_kind kind;
    uint32_t order; /* its place among all mentions */
    const mb_person_name *name;
    const mb_person_name
        *spoken; /* of a speaker: the name as printed there, where it is another name in full; or NULL */
    mb_slice honorific;
    mb_site_item *item; /* of what was said under it */
    void *record;       /* mb_member, mb_attendee, mb_contribution, mb_contact, mb_site_report, mb_work_plan_entry */
    bool offices_told;  /* of a member: the list says who is Chair, so that who isn't has no office */
    struct mb_identity *identity;
} mb_mention;

/* Gathers the mentions (mb_mention) in the order of meetings, papers and plans; texts that are no names are left out. */
void mb_gather_mentions(mb_assembly *assembly, mb_list *mentions);

#endif
