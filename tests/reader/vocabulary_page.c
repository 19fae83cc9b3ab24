/* vocabulary_page.c: prints module/docs/vocabulary.md: every group of phrases, with examples from a dialect.
 *
 *     vocabulary_page DIALECT.yaml */
#include <stdio.h>

#include "core/yaml.h"

/* So many values, and so many phrases of each, show what a group is. */
#define VALUES  3
#define PHRASES 3

#define CEILING ((size_t)64 << 20)

/* In a table a bar would end the cell. */
static void print_cell(const char *text)
{
    for (; *text; text++)
        printf(*text == '|' ? "\\|" : "%c", *text);
}

static void print_phrases(const mb_yaml *list, uint32_t most)
{
    for (uint32_t i = 0; i < list->items.count && i < most; i++) {
        const mb_yaml *phrase = list->items.items[i];
        fputs(i ? ", *" : "*", stdout);
        print_cell(phrase->text.data);
        putchar('*');
    }
}

/* "`Chair`: *Chair*, *Chairman*; `Vice-Chair`: …", or "*Panel*, *Committee*" */
static void print_examples(const mb_yaml *group)
{
    if (group->kind != MB_YAML_MAPPING) {
        print_phrases(group, PHRASES);
        return;
    }
    for (uint32_t i = 0; i < group->items.count && i < VALUES; i++) {
        const mb_yaml *value = group->items.items[i];
        printf("%s`%s`: ", i ? "; " : "", value->key.data);
        print_phrases(value, PHRASES - 1);
    }
}

static int print_group(const mb_yaml *phrases, const char *key, const char *meaning)
{
    const mb_yaml *group = mb_yaml_get(phrases, key);
    if (!group || group->items.count == 0) {
        fprintf(stderr, "vocabulary_page: the dialect has no example of '%s'\n", key);
        return 1;
    }
    printf("| `%s` | ", key);
    print_cell(meaning);
    fputs(" | ", stdout);
    print_examples(group);
    puts(" |");
    return 0;
}

static int print_page(const mb_yaml *phrases)
{
    int missing = 0;
    puts("# The vocabulary\n\n"
         "<!-- Made from module/reader/dialect/vocabulary.def and module/dialects/uk.yaml; a test compares the two. "
         "-->\n\n"
         "Every key of `phrases` in a [dialect](dialects.md): where its phrases stand, and the first ones of "
         "`uk.yaml`. Where\n"
         "an example has a word before a colon, the key takes a mapping from that word, which the model gets, to "
         "phrases;\n"
         "else it takes a list of phrases.");
#define MB_PART(title)                                                                                                 \
    printf("\n## %s\n\n| key | where its phrases stand | for example |\n| --- | --- | --- |\n", title);
#define MB_GROUP(name, key, meaning) missing |= print_group(phrases, key, meaning);
#include "reader/dialect/vocabulary.def"
#undef MB_GROUP
    return missing;
}

int main(int count, char **arguments)
{
    mb_arena *arena;
    mb_yaml *root;
    mb_error error = {0};
    if (count != 2 || mb_arena_new(CEILING, &arena) != 0)
        return 2;
    if (mb_arena_guard(arena))
        return 2;
    int code = mb_yaml_read(arena, arguments[1], &root, &error);
    const mb_yaml *phrases = code ? NULL : mb_yaml_get(root, "phrases");
    if (code)
        fprintf(stderr, "vocabulary_page: %s:%u: %s\n", error.file, error.line, error.message);
    code = phrases ? print_page(phrases) : 1;
    mb_arena_free(arena);
    return code;
}
