/* phone.h: telephone numbers in a text. */
#ifndef MB_READER_PEOPLE_PHONE_H
#define MB_READER_PEOPLE_PHONE_H

#include "core/slice.h"

/* The first telephone number, area code included, at or after `from`; NOTHING where there is none. */
mb_slice mb_find_phone(mb_slice text, size_t from);

/* The bytes of what may stand between two digits of a number and is a blank, bracket, hyphen or dash; 0 where none is. */
size_t mb_phone_gap(mb_slice text, size_t at);

#endif
