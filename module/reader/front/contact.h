/* contact.h: whom a front sheet says to ask. */
#ifndef MB_READER_FRONT_CONTACT_H
#define MB_READER_FRONT_CONTACT_H

#include "reader/front/entries.h"

/* Reads the clerk into `meeting->contact`: behind a label, or above a telephone number; stays where there is one. */
void mb_read_front_contact(mb_reader *reader, mb_entries *entries, mb_meeting *meeting);

#endif
