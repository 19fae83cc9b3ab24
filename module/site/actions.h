/* actions.h: what was promised or asked for at meetings, and where it is taken up. */
#ifndef MB_SITE_ACTIONS_H
#define MB_SITE_ACTIONS_H

#include "site/assembly.h"

/* actions.c: registers the sentences of an item's minutes that promise something, or ask for it. */
void mb_register_actions(mb_assembly *assembly, mb_site_item *item);

/* uptakes.c: ties each action to the first later item, paper or entry of a work plan of its panel whose title it names. */
void mb_follow_actions(mb_assembly *assembly);

#endif
