/* model.c: `minutebook model`: a pack's whole model as JSON. */
#include <stddef.h>

#include "command.h"
#include "message.h"

enum { DIALECT, DIALECTS, CACHE };

/* The errors in the papers, on stderr, since stdout holds the JSON; returns an exit code. */
static int report_paper_errors(const mb_open_pack *pack)
{
    int result = DONE;
    const mb_finding *finding;
    for (size_t i = 0; (finding = mb_pack_finding(pack, i)); i++) {
        if (finding->severity != MB_ERROR)
            continue;
        print_finding(stderr, finding);
        result = ERRORS_FOUND;
    }
    return result;
}

static int print_model(const mb_open_pack *pack)
{
    mb_error error = {0};
    char *json;
    size_t size;
    if (mb_pack_json(pack, &json, &size, &error))
        return report_error(&error);
    int written = write_result(json, size);
    mb_free(json);
    return written ? written : report_paper_errors(pack);
}

static int run(const mb_arguments *given)
{
    mb_pack_options options = MB_PACK_OPTIONS;
    mb_error error = {0};
    mb_open_pack *pack;

    options.dialect = given->values[DIALECT];
    options.dialects = given->values[DIALECTS];
    options.cache = given->values[CACHE];
    if (mb_pack_open(given->operands[0], &options, &pack, &error))
        return report_error(&error);
    int result = print_model(pack);
    mb_pack_close(pack);
    return result;
}

const mb_command model_command = {
    .name = "model",
    .operands = "FILE",
    .summary = "print the model of a pack as JSON",
    .description = "Reads the pack in FILE and prints everything found in it as JSON (see `minutebook schema`).",
    .fewest = 1,
    .most = 1,
    .options =
        {
            [DIALECT] = {"dialect", "NAME", "read it with this vocabulary, not the one that fits best"},
            [DIALECTS] = {"dialects", "FOLDER", "look for vocabularies here too, before those that ship"},
            [CACHE] = {"cache", "FOLDER", "keep the texts of PDFs here, not in ~/.cache/minutebook"},
        },
    .run = run,
};
