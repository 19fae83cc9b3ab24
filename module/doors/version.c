/* version.c: which Minutebook this is. */
#include <minutebook.h>

const char *mb_version(void)
{
    return MB_VERSION;
}

uint32_t mb_abi_version(void)
{
    return MB_ABI_VERSION;
}
