/* model.c: `minutebook model`: a pack's whole model as JSON, or a site's. */
#include <stddef.h>

#include "command.h"
#include "indent.h"
#include "message.h"
#include "operand.h"
#include "usage.h"

enum { DIALECT, DIALECTS, CACHE, CORRECTIONS, DATE };

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
    print_indented(stdout, json, size);
    int written = finish_output();
    mb_free(json);
    return written ? written : report_paper_errors(pack);
}

static int print_site_model(const mb_site *site)
{
    mb_error error = {0};
    char *json;
    size_t size;
    if (mb_site_json(site, &json, &size, &error))
        return report_error(&error);
    print_indented(stdout, json, size);
    int written = finish_output();
    mb_free(json);
    return written;
}

static int model_of_site(const mb_arguments *given)
{
    mb_site *site;
    if (given->values[DIALECT] || given->values[DIALECTS])
        return wrong_use(&model_command,
                         "%s is a site: its site.yaml names the dialect, its folder 'dialects' has more",
                         given->operands[0]);
    int code = open_site(given->operands[0], given->values[DATE], given->values[CACHE], &site);
    if (code)
        return code;
    code = print_site_model(site);
    mb_site_close(site);
    return code;
}

static int model_of_pack(const mb_arguments *given)
{
    mb_pack_options options = MB_PACK_OPTIONS;
    mb_error error = {0};
    mb_open_pack *pack;

    if (given->values[DATE])
        return wrong_use(&model_command, "--date is for sites, and %s is none", given->operands[0]);
    options.dialect = given->values[DIALECT];
    options.dialects = given->values[DIALECTS];
    options.cache = given->values[CACHE];
    options.corrections = given->values[CORRECTIONS];
    if (mb_pack_open(given->operands[0], &options, &pack, &error))
        return report_error(&error);
    int result = print_model(pack);
    mb_pack_close(pack);
    return result;
}

static int run(const mb_arguments *given)
{
    return is_site(given->operands[0]) ? model_of_site(given) : model_of_pack(given);
}

const mb_command model_command = {
    .name = "model",
    .operands = "FILE",
    .summary = "print the model of a pack or a site as JSON",
    .description =
        "Reads the pack in FILE and prints everything found in it as JSON (see `minutebook schema`). In place\n"
        "of a file, a site's folder stands for what all its packs tell together.",
    .fewest = 1,
    .most = 1,
    .options =
        {
            [DIALECT] = {"dialect", "NAME", "read it with this vocabulary, not the one that fits best"},
            [DIALECTS] = {"dialects", "FOLDER", "look for vocabularies here too, before those that ship"},
            [CACHE] = CACHE_OPTION,
            [CORRECTIONS] = {"corrections", "FILE", "apply these, not those beside the pack; '' applies none"},
            [DATE] = {"date", "DAY", "make the site for this day (2025-11-04), not for today"},
        },
    .run = run,
};
