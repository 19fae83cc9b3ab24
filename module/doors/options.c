/* options.c: see options.h. */
#include "doors/options.h"

#include <string.h>

int mb_take_options(void *known, size_t size, const void *given, const char *macro, mb_error *error)
{
    if (!given)
        return MB_OK;
    size_t said;
    memcpy(&said, given, sizeof said);
    if (said < sizeof said || said > size) {
        mb_fail(error, MB_EUSAGE, "the options say that they have %zu bytes, and this library knows %zu", said, size);
        mb_advise(error, "begin them with %s, and use a library as new as the header", macro);
        return MB_EUSAGE;
    }
    memcpy(known, given, said);
    return MB_OK;
}
