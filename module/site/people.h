/* people.h: what the person of an identity is made of. */
#ifndef MB_SITE_PEOPLE_H
#define MB_SITE_PEOPLE_H

#include "site/identities.h"

/* person_record.c: name, other names and honorific. */
void mb_name_person(const mb_identities *identities, const mb_identity *identity, mb_site_person *person);

/* Whether the papers know no more of somebody than that they spoke: a member of the public. */
bool mb_is_public(const mb_identity *identity);

/* memberships.c: seats and offices over time. */
void mb_list_memberships(const mb_identities *identities, const mb_identity *identity, mb_site_person *person);

#endif
