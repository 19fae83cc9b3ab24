/* phone.c: a telephone number is a run of digits with little between them. */
#include "reader/phone.h"

#include <ctype.h>

/* A British number has ten or eleven digits (national significant number and its 0, Ofcom's numbering plan). */
#define PHONE_DIGITS 10

mb_slice mb_find_phone(mb_slice text, size_t from)
{
    for (size_t at = from; at < text.size; at++) {
        if (text.data[at] != '0' && text.data[at] != '+')
            continue;
        size_t digits = 0, to = at, last = at;
        for (; to < text.size && (isdigit((unsigned char)text.data[to]) || strchr("+ -()", text.data[to])); to++)
            if (isdigit((unsigned char)text.data[to])) {
                digits++;
                last = to + 1;
            }
        if (digits >= PHONE_DIGITS)
            return mb_slice_between(text.data + at, text.data + last);
        at = to;
    }
    return MB_NOTHING;
}
