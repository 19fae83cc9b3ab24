/* identities.h: who is meant by each mention.
 *
 *     names in full           by their letters: "Mary Marsh-Oakley" is "Mary MarshOakley"
 *     names of people.yaml    lead to the person that it names
 *     "R Hartnell"               the only one with that initial and surname on the same panel
 *     "Councillor Hartnell"      the only one with that surname in the meeting, or else on the panel
 *
 * Where two could be meant, nobody is: mb_report_pairs says so. */
#ifndef MB_SITE_IDENTITIES_H
#define MB_SITE_IDENTITIES_H

#include "site/mentions.h"

typedef struct mb_identity {
    mb_person_name name;             /* of its first mention */
    mb_list mentions;                /* of mb_mention, in order */
    mb_list panels;                  /* of mb_panel: on whose lists it stands, each once */
    const mb_config_person *config;  /* what people.yaml says, or NULL */
    struct mb_identity *merged_into; /* who it turned out to be, or NULL */
    mb_site_person *person;
    bool is_councillor;
    bool is_gendered;               /* by its honorific: "Mr" */
    struct mb_identity *claimed_by; /* whose initials may mean it */
    bool is_disputed;               /* by two who can't both be it */
} mb_identity;

typedef struct mb_identities {
    mb_assembly *assembly;
    mb_list list;       /* of mb_identity, in the order of their first mentions */
    mb_map *keys;       /* by a name with initials, or in full, and what tells its bearers apart */
    mb_map *scopes;     /* by a surname and the meeting or panel where it stands: who can be meant */
    mb_map *unclear;    /* likewise: it was said that two can be */
    mb_map *in_meeting; /* by a name and a meeting: who is meant */
} mb_identities;

/* Gives each mention its identity, or none. */
void mb_identify_people(mb_identities *identities, const mb_list *mentions);

/* Who is meant by a name in a meeting's papers; NULL where nobody, or where it can't be known. */
mb_identity *mb_identity_in(const mb_identities *identities, const mb_site_meeting *meeting, mb_slice printed);

/* Who has the name in full, wherever; NULL where nobody. */
mb_identity *mb_identity_named(const mb_identities *identities, mb_slice name);

/* Says which identities may be one person, with what to add to people.yaml. */
void mb_report_pairs(const mb_identities *identities);

#endif
