/* members.h: the members that a front sheet lists. */
#ifndef MB_READER_FRONT_MEMBERS_H
#define MB_READER_FRONT_MEMBERS_H

#include "reader/front/entries.h"

/* Reads them into `meeting->members`: behind a label, below one, in columns, by party. Substitutes are no members. */
void mb_read_front_members(mb_reader *reader, mb_entries *entries, mb_meeting *meeting);

#endif
