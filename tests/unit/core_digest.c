/* core_digest.c: SHA-256 gives what the standard's examples give. */
#include "core_test.h"

#include "core/digest.h"

static void the_digest_is_that_of_the_standard(void **state)
{
    assert_slice(mb_sha256_hex(*state, MB_TEXT("abc")),
                 "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assert_slice(mb_sha256_hex(*state, MB_NOTHING), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

int main(void)
{
    const struct CMUnitTest tests[] = {with_arena(the_digest_is_that_of_the_standard)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
