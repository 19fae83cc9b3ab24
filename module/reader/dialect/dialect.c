/* dialect.c: loads vocabularies from YAML, and chooses the one that a pack speaks. */
#include "reader/dialect/dialect.h"

#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>

#include "core/digest.h"
#include "core/file.h"
#include "core/holidays.h"
#include "core/nearest.h"
#include "core/yaml.h"
#include "reader/dialect/phrases.h"

/* All vocabularies together: a thousand times what the shipped ones need. */
#define DIALECTS_CEILING ((size_t)64 << 20)
/* A dialect shows itself on a pack's first pages, if at all. */
#define MARKS_WITHIN ((size_t)256 << 10)
/* Files that extend one another, one after another. */
#define EXTENDS_DEPTH 8

/* The texts whose groups are remembered, the sentences of a long item of minutes, and the sentences that are. */
#define ANSWERS   256
#define SENTENCES 128

/* A text, by where it is, and those of the groups below that it has phrases of; maybe some more. */
typedef struct answer {
    const char *data;
    uint32_t size, age; /* of the answers, when it was given: others are forgotten */
    uint64_t groups;    /* bit `sought_everywhere[group]` */
} answer;

/* Where a sentence of a text begins and ends. */
typedef struct sentence {
    const char *data;
    uint32_t size, age, from, end;
} sentence;

typedef struct answers {
    uint32_t age;
    answer of[ANSWERS];
    sentence sentences[SENTENCES];
} answers;

/* What the readers ask of every sentence, line or paragraph of minutes, one after another; each has a number here. */
static const uint8_t sought_everywhere[mb_group_count] = {
    [mb_group_vote_sign] = 1,     [mb_group_vote_side] = 2,       [mb_group_named_side] = 3, [mb_group_attending] = 4,
    [mb_group_decision_word] = 5, [mb_group_decided_passive] = 6, [mb_group_body] = 7,       [mb_group_apology] = 8,
    [mb_group_substitute] = 9,    [mb_group_moves] = 10,          [mb_group_seconds] = 11,   [mb_group_moved_by] = 12,
    [mb_group_seconded_by] = 13,
};
#define SOUGHT_EVERYWHERE 13
_Static_assert(SOUGHT_EVERYWHERE < 64, "each of them has a bit in an answer");

struct mb_dialect {
    const char *file;
    const mb_yaml *root;
    mb_slice name, council, extends;
    mb_strings marks, abbreviations;
    mb_holidays holidays;
    mb_phrases *phrases, *everywhere; /* all of them, and those that are sought everywhere */
    answers *answers;                 /* of one reading; NULL where none is going on */
};

struct mb_dialects {
    mb_arena *arena;
    atomic_uint holders;
    mb_list list;    /* of mb_dialect, by name */
    mb_slice digest; /* of all files, in the order of loading */
};

static const char *const group_keys[] = {
#define MB_GROUP(name, key, meaning) key,
#include "reader/dialect/vocabulary.def"
#undef MB_GROUP
};

_Static_assert(mb_group_count <= MB_PHRASE_GROUPS, "a group has a place in the tree of phrases");

static const char *const dialect_keys[] = {"name",          "extends",  "council", "marks",
                                           "abbreviations", "holidays", "phrases", NULL};

static const char *group_key(const void *context, size_t i)
{
    (void)context;
    return group_keys[i];
}

static int find_group(const mb_dialect *dialect, const mb_yaml *entry, unsigned *group, mb_error *error)
{
    for (unsigned i = 0; i < mb_group_count; i++)
        if (mb_slice_equal(entry->key, mb_slice_of(group_keys[i]))) {
            *group = i;
            return 0;
        }
    mb_where where = {dialect->file, entry->key_line, entry->key_column};
    const char *nearest = mb_nearest(entry->key, mb_group_count, group_key, NULL);
    mb_fail_at(error, MB_EFORMAT, where, "a dialect has no phrases called '%.*s'", MB_ARG(entry->key));
    if (nearest)
        mb_advise(error, "did you mean '%s'?", nearest);
    return MB_EFORMAT;
}

static int add_phrases(mb_arena *arena, mb_dialect *into, const mb_dialect *from, unsigned group, const mb_yaml *list,
                       mb_slice value, mb_error *error)
{
    if (list->kind != MB_YAML_SEQUENCE)
        return mb_yaml_fail(list, from->file, error, "'%s' takes a list of phrases: [one, another]", group_keys[group]);
    for (uint32_t i = 0; i < list->items.count; i++) {
        const mb_yaml *phrase = list->items.items[i];
        if (phrase->kind != MB_YAML_SCALAR || phrase->text.size == 0)
            return mb_yaml_fail(phrase, from->file, error, "a phrase of '%s' is a text that isn't empty",
                                group_keys[group]);
        mb_phrases_add(arena, into->phrases, group, phrase->text, value);
        if (sought_everywhere[group])
            mb_phrases_add(arena, into->everywhere, sought_everywhere[group], phrase->text, value);
    }
    return 0;
}

static int add_group(mb_arena *arena, mb_dialect *into, const mb_dialect *from, const mb_yaml *entry, mb_error *error)
{
    unsigned group;
    int code = find_group(from, entry, &group, error);
    if (code || entry->kind != MB_YAML_MAPPING)
        return code ? code : add_phrases(arena, into, from, group, entry, MB_NOTHING, error);
    for (uint32_t i = 0; i < entry->items.count && !code; i++) {
        const mb_yaml *value = entry->items.items[i];
        code = add_phrases(arena, into, from, group, value, value->key, error);
    }
    return code;
}

/* Adds all phrases of `from` to those of `into`: its own, or those of a dialect that it extends. */
static int add_vocabulary(mb_arena *arena, mb_dialect *into, const mb_dialect *from, mb_error *error)
{
    const mb_yaml *phrases = mb_yaml_get(from->root, "phrases");
    if (!phrases)
        return 0;
    if (phrases->kind != MB_YAML_MAPPING)
        return mb_yaml_fail(phrases, from->file, error, "'phrases' takes groups of phrases, one a key");
    int code = 0;
    for (uint32_t i = 0; i < phrases->items.count && !code; i++)
        code = add_group(arena, into, from, phrases->items.items[i], error);
    for (uint32_t i = 0; i < from->abbreviations.count && into != from; i++)
        mb_strings_push(arena, &into->abbreviations, from->abbreviations.items[i]);
    if (into != from)
        mb_holidays_join(arena, &into->holidays, &from->holidays);
    return code;
}

static mb_dialect *find_dialect(const mb_dialects *dialects, mb_slice name)
{
    for (uint32_t i = 0; i < dialects->list.count; i++) {
        mb_dialect *dialect = dialects->list.items[i];
        if (mb_slice_equal(dialect->name, name))
            return dialect;
    }
    return NULL;
}

static int gather(mb_dialects *dialects, mb_dialect *dialect, mb_error *error)
{
    const mb_dialect *from = dialect;
    for (unsigned depth = 0; depth < EXTENDS_DEPTH; depth++) {
        int code = add_vocabulary(dialects->arena, dialect, from, error);
        if (code || !from->extends.data)
            return code;
        const mb_yaml *extends = mb_yaml_get(from->root, "extends");
        const mb_dialect *base = find_dialect(dialects, from->extends);
        if (!base)
            return mb_yaml_fail(extends, from->file, error, "there is no dialect '%.*s' to extend",
                                MB_ARG(from->extends));
        from = base;
    }
    return mb_yaml_fail(dialect->root, dialect->file, error,
                        "dialects extend one another over %d times: is it a circle?", EXTENDS_DEPTH);
}

static int compile(mb_dialects *dialects, mb_dialect *dialect, mb_error *error)
{
    dialect->phrases = mb_phrases_new(dialects->arena);
    dialect->everywhere = mb_phrases_new(dialects->arena);
    int code = gather(dialects, dialect, error);
    mb_phrases_compile(dialects->arena, dialect->phrases);
    mb_phrases_compile(dialects->arena, dialect->everywhere);
    return code;
}

static int read_dialect(mb_dialects *dialects, const char *file, mb_error *error)
{
    mb_arena *arena = dialects->arena;
    mb_yaml *root;
    mb_slice text;
    int code = mb_yaml_load(arena, file, &text, error);
    if (!code)
        code = mb_yaml_parse(arena, file, text, &root, error);
    if (code)
        return code;
    dialects->digest = mb_sha256_hex(arena, MB_JOINED(arena, dialects->digest, text));
    if (root->kind != MB_YAML_MAPPING)
        return mb_yaml_fail(root, file, error, "a dialect is a mapping: name, extends, council, marks, phrases");
    mb_dialect dialect = {.file = file, .root = root};
    if ((code = mb_yaml_only(root, file, dialect_keys, error)) ||
        (code = mb_yaml_string(root, file, "name", &dialect.name, error)) ||
        (code = mb_yaml_string(root, file, "extends", &dialect.extends, error)) ||
        (code = mb_yaml_string(root, file, "council", &dialect.council, error)) ||
        (code = mb_yaml_strings(arena, root, file, "marks", &dialect.marks, error)) ||
        (code = mb_yaml_strings(arena, root, file, "abbreviations", &dialect.abbreviations, error)) ||
        (code = mb_holidays_read(arena, root, file, &dialect.holidays, error)))
        return code;
    if (!dialect.name.data)
        return mb_yaml_fail(root, file, error, "a dialect needs a name: `name: …`");
    mb_dialect *place = find_dialect(dialects, dialect.name);
    if (!place)
        place = mb_list_add(arena, &dialects->list, mb_dialect);
    *place = dialect;
    return 0;
}

static int read_folder(mb_dialects *dialects, const char *folder, mb_error *error)
{
    mb_strings files = {0};
    int code = mb_folder_list(dialects->arena, folder, "*.yaml", &files, error);
    for (uint32_t i = 0; i < files.count && !code; i++)
        code = read_dialect(dialects, mb_path_join(dialects->arena, folder, files.items[i].data), error);
    return code;
}

static int by_name(const void *a, const void *b)
{
    const mb_dialect *const *left = a, *const *right = b;
    return mb_slice_compare((*left)->name, (*right)->name);
}

static int load(mb_dialects *dialects, const char *const *folders, size_t count, mb_error *error)
{
    int code = 0;
    for (size_t i = 0; i < count && !code; i++)
        code = read_folder(dialects, folders[i], error);
    if (code)
        return code;
    if (dialects->list.count == 0)
        return mb_fail(error, MB_EIO, "there is no dialect (*.yaml) in %s", count ? folders[0] : "no folder at all");
    qsort(dialects->list.items, dialects->list.count, sizeof(void *), by_name);
    for (uint32_t i = 0; i < dialects->list.count && !code; i++)
        code = compile(dialects, dialects->list.items[i], error);
    return code;
}

int mb_dialects_load(const char *const *folders, size_t count, mb_dialects **out, mb_error *error)
{
    mb_arena *arena;
    int code = mb_arena_new(DIALECTS_CEILING, &arena);
    if (code)
        return mb_fail_exhausted(error, code, "loading the dialects");
    if (mb_arena_guard(arena)) {
        code = mb_arena_failure(arena);
        mb_arena_free(arena);
        return mb_fail_exhausted(error, code, "loading the dialects");
    }
    mb_dialects *dialects = mb_new(arena, mb_dialects);
    dialects->arena = arena;
    dialects->holders = 1;
    code = load(dialects, folders, count, error);
    if (code)
        mb_arena_free(arena);
    else
        *out = dialects;
    return code;
}

mb_dialects *mb_dialects_hold(mb_dialects *dialects)
{
    atomic_fetch_add(&dialects->holders, 1);
    return dialects;
}

void mb_dialects_free(mb_dialects *dialects)
{
    if (dialects && atomic_fetch_sub(&dialects->holders, 1) == 1)
        mb_arena_free(dialects->arena);
}

mb_slice mb_dialects_digest(const mb_dialects *dialects)
{
    return dialects->digest;
}

static size_t count_marks(const mb_dialect *dialect, mb_slice source)
{
    size_t count = 0;
    for (uint32_t i = 0; i < dialect->marks.count; i++)
        for (size_t at = 0; (at = mb_slice_find(source, dialect->marks.items[i], at)) != SIZE_MAX; at++)
            count++;
    return count;
}

static void list_names(const mb_dialects *dialects, mb_error *error)
{
    char names[sizeof error->advice] = "";
    size_t size = 0;
    for (uint32_t i = 0; i < dialects->list.count && size < sizeof names; i++) {
        const mb_dialect *dialect = dialects->list.items[i];
        size += (size_t)snprintf(names + size, sizeof names - size, "%s%.*s", i ? ", " : "", MB_ARG(dialect->name));
    }
    mb_advise(error, "the dialects are: %s", names);
}

int mb_dialect_choose(const mb_dialects *dialects, const char *name, mb_slice source, const mb_dialect **out,
                      mb_error *error)
{
    if (name) {
        *out = find_dialect(dialects, mb_slice_of(name));
        if (*out)
            return 0;
        mb_fail(error, MB_EUSAGE, "there is no dialect '%s'", name);
        list_names(dialects, error);
        return MB_EUSAGE;
    }
    mb_slice within = mb_slice_first(source, MARKS_WITHIN);
    size_t most = 0;
    *out = NULL;
    for (uint32_t i = 0; i < dialects->list.count; i++) {
        const mb_dialect *dialect = dialects->list.items[i];
        size_t marks = count_marks(dialect, within);
        if (marks > most || (!*out && !dialect->extends.data)) {
            *out = dialect;
            most = marks;
        }
    }
    return *out ? 0 : mb_fail(error, MB_EFORMAT, "every dialect extends another: one has to be the base");
}

const mb_holidays *mb_dialect_holidays(const mb_dialect *dialect)
{
    return &dialect->holidays;
}

static void free_answers(void *reading)
{
    mb_end_answers(reading);
}

mb_dialect *mb_dialect_for_reading(mb_arena *scratch, const mb_dialect *dialect, const mb_holidays *more)
{
    mb_dialect *reading = mb_new(scratch, mb_dialect);
    *reading = *dialect;
    mb_arena_defer(scratch, free_answers, reading);
    reading->answers = calloc(1, sizeof *reading->answers); /* without them it takes longer, and no more */
    if (reading->answers)
        reading->answers->age = 1;
    if (more)
        mb_holidays_join(scratch, &reading->holidays, more);
    return reading;
}

void mb_end_answers(mb_dialect *reading)
{
    free(reading->answers);
    reading->answers = NULL;
}

void mb_forget_answers(const mb_dialect *dialect)
{
    if (dialect->answers)
        dialect->answers->age++;
}

static uint32_t scatter(const char *data, size_t number)
{
    return (uint32_t)(((uintptr_t)data * 31 + number) * UINT64_C(0x9E3779B97F4A7C15) >> 32);
}

/* Where the answers for the text have their place. */
static answer *place_of(const mb_dialect *dialect, mb_slice text)
{
    return &dialect->answers->of[scatter(text.data, text.size) & (ANSWERS - 1)];
}

static bool is_about(const mb_dialect *dialect, const answer *known, mb_slice text)
{
    return known->age == dialect->answers->age && known->data == text.data && known->size == text.size;
}

static uint64_t sought_in(const mb_dialect *dialect, mb_slice text)
{
    return mb_phrases_groups_in(dialect->everywhere, text).words[0];
}

/* Whether nobody changed the text since; looked at only where every piece of an arena is a malloc, too. */
static bool is_true_still(const mb_dialect *dialect, const answer *known)
{
#ifdef MB_ARENA_MALLOC
    return (sought_in(dialect, (mb_slice){known->data, known->size}) & ~known->groups) == 0;
#else
    (void)dialect;
    (void)known;
    return true;
#endif
}

/* Whether the text may have a phrase of the group: surely not where it is false. */
static bool may_contain(const mb_dialect *dialect, mb_group group, mb_slice text)
{
    if (!dialect->answers || !sought_everywhere[group])
        return true;
    answer *known = place_of(dialect, text);
    if (!is_about(dialect, known, text))
        *known = (answer){text.data, (uint32_t)text.size, dialect->answers->age, sought_in(dialect, text)};
    if (!is_true_still(dialect, known))
        abort();
    return known->groups >> sought_everywhere[group] & 1;
}

/* Where a word of the whole is cut, the part has others. */
static bool cuts_word(mb_slice whole, const char *at)
{
    return at > whole.data && at < mb_slice_end(whole) && mb_is_word_byte(at[-1]) && mb_is_word_byte(*at);
}

void mb_note_part(const mb_dialect *dialect, mb_slice whole, mb_slice part)
{
    const answer *known = dialect->answers ? place_of(dialect, whole) : NULL;
    if (!known || !is_about(dialect, known, whole) || cuts_word(whole, part.data) ||
        cuts_word(whole, mb_slice_end(part)))
        return;
    answer *place = place_of(dialect, part);
    if (!is_about(dialect, place, part))
        *place = (answer){part.data, (uint32_t)part.size, known->age, known->groups};
}

static sentence *sentence_at(const mb_dialect *dialect, mb_slice text, size_t from)
{
    return &dialect->answers->sentences[scatter(text.data, from) & (SENTENCES - 1)];
}

size_t mb_kept_sentence_end(const mb_dialect *dialect, mb_slice text, size_t from)
{
    if (!dialect->answers)
        return 0;
    const sentence *kept = sentence_at(dialect, text, from);
    bool same = kept->age == dialect->answers->age && kept->data == text.data && kept->size == text.size;
    return same && kept->from == from ? kept->end : 0;
}

void mb_keep_sentence_end(const mb_dialect *dialect, mb_slice text, size_t from, size_t end)
{
    if (dialect->answers)
        *sentence_at(dialect, text, from) = (sentence){
            text.data, (uint32_t)text.size, dialect->answers->age, (uint32_t)from, (uint32_t)end,
        };
}

bool mb_starts_with(const mb_dialect *dialect, mb_group group, mb_slice text, mb_hit *hit)
{
    mb_slice value = MB_NOTHING;
    size_t end = mb_phrases_match(dialect->phrases, group, text, 0, &value);
    if (end && hit)
        *hit = (mb_hit){0, end, value};
    return end > 0;
}

bool mb_find_phrase(const mb_dialect *dialect, mb_group group, mb_slice text, size_t from, mb_hit *hit)
{
    if (!may_contain(dialect, group, text))
        return false;
    mb_slice value = MB_NOTHING;
    size_t start = 0, end = 0;
    if (sought_everywhere[group])
        end = mb_phrases_find(dialect->everywhere, sought_everywhere[group], text, from, &start, &value);
    else
        end = mb_phrases_find(dialect->phrases, group, text, from, &start, &value);
    if (end)
        *hit = (mb_hit){start, end, value};
    return end > 0;
}

bool mb_contains(const mb_dialect *dialect, mb_group group, mb_slice text, mb_hit *hit)
{
    return mb_find_phrase(dialect, group, text, 0, hit);
}

bool mb_is_phrase(const mb_dialect *dialect, mb_group group, mb_slice text)
{
    mb_hit hit;
    if (!mb_starts_with(dialect, group, text, &hit))
        return false;
    for (size_t i = hit.end; i < text.size; i++)
        if (!strchr(" \t:.-*_", text.data[i]))
            return false;
    return true;
}

mb_slice mb_dialect_name(const mb_dialect *dialect)
{
    return dialect->name;
}

mb_slice mb_dialect_council(const mb_dialect *dialect)
{
    return dialect->council;
}

const mb_strings *mb_dialect_abbreviations(const mb_dialect *dialect)
{
    return &dialect->abbreviations;
}
