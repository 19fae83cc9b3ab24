/* check.c: `minutebook check`: what a person should look at in packs. */
#include <stdbool.h>
#include <stddef.h>

#include "command.h"
#include "message.h"
#include "operand.h"
#include "usage.h"

enum { DIALECT, DIALECTS, CACHE, CORRECTIONS, SETTINGS };

/* How many findings of each severity there were. */
typedef struct mb_tally {
    size_t of[MB_ERROR + 1];
    size_t packs;
} mb_tally;

static void count_finding(const mb_finding *finding, mb_tally *tally)
{
    print_finding(stdout, finding);
    tally->of[finding->severity]++;
}

static void print_findings(const mb_open_pack *pack, mb_tally *tally)
{
    const mb_finding *finding;
    for (size_t i = 0; (finding = mb_pack_finding(pack, i)); i++)
        count_finding(finding, tally);
}

static double percent(uint64_t part, uint64_t whole)
{
    return whole ? 100.0 * (double)part / (double)whole : 0;
}

/* "  pack.txt: 93.1% of 4356 words placed, …": set in, since it is no finding. */
static void print_words(const mb_words *words)
{
    uint64_t all = words->placed + words->unheaded + words->front_matter + words->furniture;
    fputs("  ", stdout);
    print_text(stdout, words->file);
    printf(": %.1f%% of %llu words placed, %.1f%% without a heading, %.1f%% front matter, %.1f%% furniture\n",
           percent(words->placed, all), (unsigned long long)all, percent(words->unheaded, all),
           percent(words->front_matter, all), percent(words->furniture, all));
}

static int check_pack(const char *path, const mb_arguments *given, mb_tally *tally)
{
    mb_pack_options options = MB_PACK_OPTIONS;
    mb_error error = {0};
    mb_open_pack *pack;
    options.dialect = given->values[DIALECT];
    options.dialects = given->values[DIALECTS];
    options.cache = given->values[CACHE];
    options.corrections = given->values[CORRECTIONS];
    if (mb_pack_open(path, &options, &pack, &error))
        return report_error(&error);
    print_findings(pack, tally);
    mb_words words;
    mb_pack_words(pack, &words);
    print_words(&words);
    mb_pack_close(pack);
    tally->packs++;
    return DONE;
}

/* Makes every page and feed, and says what is wrong with each that can't be made. What is copied needs no trial. */
static int check_files(const mb_site *site)
{
    const char *path;
    int worst = DONE;
    for (size_t i = 0; (path = mb_site_file(site, i)); i++) {
        mb_error error = {0};
        char *content;
        if (mb_site_file_origin(site, i))
            continue;
        if (mb_site_make_file(site, path, &content, NULL, &error)) {
            int code = report_error(&error);
            worst = code > worst ? code : worst;
        } else {
            mb_free(content);
        }
    }
    return worst;
}

/* Set in, as the words: nobody can mend what a council has not published. */
static void print_gaps(const mb_site *site)
{
    const char *gap;
    for (size_t i = 0; (gap = mb_site_gap(site, i)); i++) {
        fputs("  ", stdout);
        print_text(stdout, gap);
        putchar('\n');
    }
}

static int check_site(const char *folder, const mb_arguments *given, mb_tally *tally)
{
    if (given->values[DIALECT] || given->values[DIALECTS] || given->values[CORRECTIONS])
        return wrong_use(
            &check_command,
            "%s is a site: its site.yaml names the dialect, its folders 'dialects' and 'corrections' have the rest",
            folder);
    mb_site *site;
    int code = open_site(folder, NULL, given->values[CACHE], &site);
    if (code)
        return code;
    const mb_finding *finding;
    for (size_t i = 0; (finding = mb_site_finding(site, i)); i++)
        count_finding(finding, tally);
    print_gaps(site);
    mb_words words;
    for (size_t i = 0; mb_site_words(site, i, &words) == MB_OK; i++)
        print_words(&words);
    tally->packs += mb_site_pack_count(site);
    code = check_files(site);
    mb_site_close(site);
    return code;
}

static int print_settings(const char *folder, const mb_arguments *given)
{
    mb_error error = {0};
    mb_site *site;
    char *text = NULL;
    size_t size;
    int code = open_site(folder, NULL, given->values[CACHE], &site);
    if (code)
        return code;
    code = mb_site_settings(site, &text, &size, &error) ? report_error(&error) : write_result(text, size);
    mb_free(text);
    mb_site_close(site);
    return code;
}

static void print_summary(const mb_tally *tally)
{
    print_count(tally->packs, "pack", ": ");
    print_count(tally->of[MB_ERROR], "error", ", ");
    print_count(tally->of[MB_WARNING], "warning", ", ");
    print_count(tally->of[MB_NOTE], "note", "\n");
}

static int run(const mb_arguments *given)
{
    mb_tally tally = {0};
    int worst = DONE;
    if (given->values[CORRECTIONS] && given->count > 1)
        return wrong_use(&check_command, "--corrections is for one pack, and here are %d", given->count);
    if (given->values[SETTINGS] && (given->count > 1 || !is_site(given->operands[0])))
        return wrong_use(&check_command, "--settings is for one site");
    if (given->values[SETTINGS])
        return print_settings(given->operands[0], given);
    for (int i = 0; i < given->count; i++) {
        const char *path = given->operands[i];
        int code = is_site(path) ? check_site(path, given, &tally) : check_pack(path, given, &tally);
        worst = code > worst ? code : worst;
    }
    if (tally.packs || worst == DONE)
        print_summary(&tally);
    if (tally.of[MB_ERROR] && worst == DONE)
        worst = ERRORS_FOUND;
    int written = finish_output();
    return worst > written ? worst : written;
}

const mb_command check_command = {
    .name = "check",
    .operands = "FILE…",
    .summary = "say what a person should look at in packs or a site",
    .description =
        "Reads the packs and prints what was inferred, is unsure or is in conflict, a line each:\n"
        "file:line: severity: message [code], and a correction to paste where one can be offered; then what\n"
        "share of the words has its place in an item or a section. In place of a file, a site's folder\n"
        "stands for all its packs; then every page and feed is tried, too.",
    .fewest = 1,
    .most = ANY_NUMBER,
    .options =
        {
            [DIALECT] = {"dialect", "NAME", "read them with this vocabulary, not the one that fits best"},
            [DIALECTS] = {"dialects", "FOLDER", "look for vocabularies here too, before those that ship"},
            [CACHE] = CACHE_OPTION,
            [CORRECTIONS] = {"corrections", "FILE", "apply these, not those beside the pack; '' applies none"},
            [SETTINGS] = {"settings", NULL, "print the settings of the site's theme, as they are, with their help"},
        },
    .run = run,
};
