/* consumer.c: a program of somebody else's, against the installed library: says what a pack's reading found. */
#include <minutebook.h>
#include <stdio.h>

int main(int argc, char **argv)
{
    mb_pack_options options = MB_PACK_OPTIONS;
    mb_open_pack *pack;
    mb_error error;
    char *json;
    size_t size;

    options.dialect = "uk";
    if (argc != 2 || mb_abi_version() != MB_ABI_VERSION)
        return 2;
    if (mb_pack_open(argv[1], &options, &pack, &error) || mb_pack_json(pack, &json, &size, &error)) {
        fprintf(stderr, "%s: %s\n", error.file, error.message);
        return 1;
    }
    printf("%zu findings, %zu bytes of JSON\n", mb_pack_finding_count(pack), size);
    mb_free(json);
    mb_pack_close(pack);
    return 0;
}
