/* phone.h: telephone numbers in a text. */
#ifndef MB_READER_PHONE_H
#define MB_READER_PHONE_H

#include "core/slice.h"

/* The first telephone number, area code included, at or after `from`; NOTHING where there is none. */
mb_slice mb_find_phone(mb_slice text, size_t from);

#endif
