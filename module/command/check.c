/* check.c: `minutebook check`: what a person should look at in packs. */
#include <stddef.h>

#include "command.h"
#include "message.h"

enum { DIALECT, DIALECTS };

/* How many findings of each severity there were. */
typedef struct mb_tally {
    size_t of[MB_ERROR + 1];
} mb_tally;

static void print_findings(const mb_open_pack *pack, mb_tally *tally)
{
    const mb_finding *finding;
    for (size_t i = 0; (finding = mb_pack_finding(pack, i)); i++) {
        print_finding(stdout, finding);
        tally->of[finding->severity]++;
    }
}

static void print_summary(int packs, const mb_tally *tally)
{
    print_count((size_t)packs, "pack", ": ");
    print_count(tally->of[MB_ERROR], "error", ", ");
    print_count(tally->of[MB_WARNING], "warning", ", ");
    print_count(tally->of[MB_NOTE], "note", "\n");
}

static int run(const mb_arguments *given)
{
    mb_pack_options options = MB_PACK_OPTIONS;
    mb_tally tally = {{0}};
    int worst = DONE, read = 0;

    options.dialect = given->values[DIALECT];
    options.dialects = given->values[DIALECTS];
    for (int i = 0; i < given->count; i++) {
        mb_error error = {0};
        mb_open_pack *pack;
        if (mb_pack_open(given->operands[i], &options, &pack, &error)) {
            int code = report_error(&error);
            worst = code > worst ? code : worst;
            continue;
        }
        print_findings(pack, &tally);
        mb_pack_close(pack);
        read++;
    }
    print_summary(read, &tally);
    if (tally.of[MB_ERROR] && worst == DONE)
        worst = ERRORS_FOUND;
    int written = finish_output();
    return worst > written ? worst : written;
}

const mb_command check_command = {
    .name = "check",
    .operands = "FILE…",
    .summary = "say what a person should look at in packs",
    .description = "Reads the packs and prints what was inferred, is unsure or is in conflict, a line each:\n"
                   "file:line: severity: message [code], and a correction to paste where one can be offered.",
    .fewest = 1,
    .most = ANY_NUMBER,
    .options =
        {
            [DIALECT] = {"dialect", "NAME", "read them with this vocabulary, not the one that fits best"},
            [DIALECTS] = {"dialects", "FOLDER", "look for vocabularies here too, before those that ship"},
        },
    .run = run,
};
