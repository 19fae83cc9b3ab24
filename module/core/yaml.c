/* yaml.c: libyaml's events become a tree in the arena; what configuration doesn't need is refused with its place. */
#include "core/yaml.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <yaml.h>

#include "core/file.h"
#include "core/nearest.h"
#include "core/unicode.h"

/* Deeper than any configuration that a person can read; it also bounds the recursion below. */
#define DEEPEST 32
/* A configuration file of more bytes is something else by mistake. */
#define LARGEST_FILE ((size_t)8 << 20)

typedef struct reading {
    mb_arena *arena;
    const char *file;
    mb_error *error;
    yaml_parser_t parser;
    yaml_event_t event; /* the one that is being looked at */
} reading;

/* --- Messages --- */

static int fail_at(const reading *r, int code, yaml_mark_t mark, const char *what, const char *advice)
{
    mb_where where = {r->file, (uint32_t)mark.line + 1, (uint32_t)mark.column + 1};
    mb_fail_at(r->error, code, where, "%s", what);
    mb_advise(r->error, "%s", advice);
    return code;
}

/* libyaml's words for the mistakes that people make, and ours. */
static const struct {
    const char *problem, *words, *advice;
    bool at_opening; /* the mistake is where the bracket or quote was opened, not where libyaml gave up */
} explanations[] = {
    {"found character that cannot start any token", "a value can't begin with this character",
     "put the value in quotes; indent with spaces, never with tabs", false},
    {"mapping values are not allowed in this context", "a second ':' stands in this line, or its indentation is wrong",
     "put a value that holds ': ' in quotes; indent keys of one level alike", false},
    {"could not find expected ':'", "the line above has no ':' after its key",
     "write it as `key: value`; close quotes that were opened", false},
    {"did not find expected key", "this line doesn't fit the ones above it", "indent keys of one level alike", false},
    {"did not find expected '-' indicator", "a list goes on without its '-', or its indentation is wrong",
     "begin each item of the list with `- ` in the same column", false},
    {"did not find expected ',' or ']'", "the list that this '[' opens isn't closed",
     "put a ',' between its items and a ']' at its end", true},
    {"did not find expected ',' or '}'", "the mapping that this '{' opens isn't closed",
     "put a ',' between its keys and a '}' at its end", true},
    {"found unexpected end of stream", "the quotes that are opened here aren't closed", "close them", true},
    {"found unexpected document indicator", "a line `---` or `...` stands within the quotes that are opened here",
     "close them", true},
    {"found unknown escape character", "a '\\' within double quotes stands before a character that it can't change",
     "write `\\\\` for a '\\', or use single quotes", false},
    {"block sequence entries are not allowed in this context", "a '-' can't begin a list here",
     "begin the list on a line of its own", false},
    {"found a tab character that violates indentation", "a tab stands in the indentation", "use spaces", false},
    {"found a tab character where an indentation space is expected", "a tab stands in the indentation", "use spaces",
     false},
    {"control characters are not allowed", "a control character stands here", "remove it", false},
    {"did not find expected <document start>", "text follows the end of the document", "remove it, or the `...`",
     false},
};

/* The place of a byte, which is what libyaml's reader gives instead of line and column. */
static yaml_mark_t mark_of(mb_slice text, size_t offset)
{
    yaml_mark_t mark = {offset, 0, 0};
    for (size_t i = 0; i < offset && i < text.size; i++) {
        unsigned char c = (unsigned char)text.data[i];
        if (c == '\n') {
            mark.line++;
            mark.column = 0;
        } else if ((c & 0xC0) != 0x80) {
            mark.column++;
        }
    }
    return mark;
}

static int explain(const reading *r, mb_slice text)
{
    const yaml_parser_t *parser = &r->parser;
    if (parser->error == YAML_MEMORY_ERROR)
        return mb_fail_exhausted(r->error, MB_ENOMEM, "reading YAML");
    yaml_mark_t mark =
        parser->error == YAML_READER_ERROR ? mark_of(text, parser->problem_offset) : parser->problem_mark;
    const char *problem = parser->problem ? parser->problem : "a mistake";
    for (size_t i = 0; i < sizeof explanations / sizeof *explanations; i++)
        if (strcmp(explanations[i].problem, problem) == 0)
            return fail_at(r, MB_EFORMAT, explanations[i].at_opening ? parser->context_mark : mark,
                           explanations[i].words, explanations[i].advice);
    return fail_at(r, MB_EFORMAT, mark, problem, "check this line and the one above it");
}

/* --- The tree --- */

static int next_event(reading *r)
{
    yaml_event_delete(&r->event);
    return yaml_parser_parse(&r->parser, &r->event) ? 0 : MB_EFORMAT;
}

static int refuse_anchor(const reading *r, const yaml_char_t *anchor, const yaml_char_t *tag)
{
    if (anchor)
        return fail_at(r, MB_EFORMAT, r->event.start_mark, "an anchor (&) can't be used here",
                       "write the value out where it is needed; put text that begins with & in quotes");
    if (tag)
        return fail_at(r, MB_EFORMAT, r->event.start_mark, "a tag (!) can't be used here",
                       "leave it out; put text that begins with ! in quotes");
    return 0;
}

static int refuse_extras(const reading *r)
{
    const yaml_event_t *event = &r->event;
    switch (event->type) {
    case YAML_ALIAS_EVENT:
        return fail_at(r, MB_EFORMAT, event->start_mark, "an alias (*) can't be used here",
                       "write the value out; put text that begins with * in quotes");
    case YAML_SCALAR_EVENT:
        return refuse_anchor(r, event->data.scalar.anchor, event->data.scalar.tag);
    case YAML_SEQUENCE_START_EVENT:
        return refuse_anchor(r, event->data.sequence_start.anchor, event->data.sequence_start.tag);
    case YAML_MAPPING_START_EVENT:
        return refuse_anchor(r, event->data.mapping_start.anchor, event->data.mapping_start.tag);
    default:
        return 0;
    }
}

static void take_scalar(reading *r, mb_yaml *node)
{
    mb_slice text = {(const char *)r->event.data.scalar.value, r->event.data.scalar.length};
    node->kind = MB_YAML_SCALAR;
    node->quoted = r->event.data.scalar.style != YAML_PLAIN_SCALAR_STYLE;
    node->text = mb_arena_copy(r->arena, text);
}

static int read_node(reading *r, mb_yaml *node, unsigned depth);

static int read_sequence(reading *r, mb_yaml *sequence, unsigned depth)
{
    sequence->kind = MB_YAML_SEQUENCE;
    for (;;) {
        int code = next_event(r);
        if (code || r->event.type == YAML_SEQUENCE_END_EVENT)
            return code;
        code = read_node(r, mb_list_add(r->arena, &sequence->items, mb_yaml), depth + 1);
        if (code)
            return code;
    }
}

static int read_key(reading *r, mb_yaml *entry)
{
    int code = refuse_extras(r);
    if (code)
        return code;
    if (r->event.type != YAML_SCALAR_EVENT)
        return fail_at(r, MB_EFORMAT, r->event.start_mark, "a key must be a word, not a list or a mapping",
                       "put text that begins with [ or { in quotes");
    mb_slice key = {(const char *)r->event.data.scalar.value, r->event.data.scalar.length};
    entry->key = mb_arena_copy(r->arena, key);
    entry->key_line = (uint32_t)r->event.start_mark.line + 1;
    entry->key_column = (uint32_t)r->event.start_mark.column + 1;
    return 0;
}

static int by_key_then_place(const void *a, const void *b)
{
    const mb_yaml *left = *(const mb_yaml *const *)a, *right = *(const mb_yaml *const *)b;
    int order = mb_slice_compare(left->key, right->key);
    if (order)
        return order;
    if (left->key_line != right->key_line)
        return left->key_line < right->key_line ? -1 : 1;
    return (left->key_column > right->key_column) - (left->key_column < right->key_column);
}

/* Sorted, so that a file of a million keys takes no million times a million steps. */
static int refuse_repeated_keys(const reading *r, const mb_yaml *mapping)
{
    uint32_t count = mapping->items.count;
    if (count < 2)
        return 0;
    mb_yaml **sorted = mb_new_array(r->arena, mb_yaml *, count);
    memcpy(sorted, mapping->items.items, count * sizeof *sorted);
    qsort(sorted, count, sizeof *sorted, by_key_then_place);
    for (uint32_t i = 1; i < count; i++) {
        if (!mb_slice_equal(sorted[i - 1]->key, sorted[i]->key))
            continue;
        mb_where where = {r->file, sorted[i]->key_line, sorted[i]->key_column};
        mb_fail_at(r->error, MB_EFORMAT, where, "the key '%.*s' is already in line %u", MB_ARG(sorted[i]->key),
                   sorted[i - 1]->key_line);
        mb_advise(r->error, "remove one of the two, or join their values");
        return MB_EFORMAT;
    }
    return 0;
}

static int read_mapping(reading *r, mb_yaml *mapping, unsigned depth)
{
    mapping->kind = MB_YAML_MAPPING;
    for (;;) {
        int code = next_event(r);
        if (code)
            return code;
        if (r->event.type == YAML_MAPPING_END_EVENT)
            return refuse_repeated_keys(r, mapping);
        mb_yaml *entry = mb_list_add(r->arena, &mapping->items, mb_yaml);
        code = read_key(r, entry);
        if (code == 0)
            code = next_event(r);
        if (code == 0)
            code = read_node(r, entry, depth + 1);
        if (code)
            return code;
    }
}

/* Reads the node that begins with the event that is being looked at. */
static int read_node(reading *r, mb_yaml *node, unsigned depth)
{
    int code = refuse_extras(r);
    if (code)
        return code;
    node->line = (uint32_t)r->event.start_mark.line + 1;
    node->column = (uint32_t)r->event.start_mark.column + 1;
    if (r->event.type == YAML_SCALAR_EVENT) {
        take_scalar(r, node);
        return 0;
    }
    if (depth > DEEPEST) {
        mb_where where = {r->file, node->line, node->column};
        mb_fail_at(r->error, MB_ELIMIT, where, "lists and mappings are nested more than %d deep", DEEPEST);
        mb_advise(r->error, "write it flatter");
        return MB_ELIMIT;
    }
    return r->event.type == YAML_SEQUENCE_START_EVENT ? read_sequence(r, node, depth) : read_mapping(r, node, depth);
}

bool mb_yaml_says_nothing(const mb_yaml *node)
{
    return node->kind == MB_YAML_SCALAR && !node->quoted &&
           (node->text.size == 0 || mb_slice_equal(node->text, MB_TEXT("~")) ||
            mb_slice_equal(node->text, MB_TEXT("null")));
}

static int read_document(reading *r, mb_yaml *root)
{
    root->kind = MB_YAML_MAPPING;
    root->line = root->column = 1;
    int code = next_event(r); /* the start of the stream */
    if (code == 0)
        code = next_event(r);
    if (code || r->event.type == YAML_STREAM_END_EVENT)
        return code;

    code = next_event(r);
    if (code == 0)
        code = read_node(r, root, 1);
    if (code == 0)
        code = next_event(r); /* the end of the document */
    if (code == 0)
        code = next_event(r);
    if (code == 0 && r->event.type != YAML_STREAM_END_EVENT)
        return fail_at(r, MB_EFORMAT, r->event.start_mark, "a second document begins here",
                       "remove the `---`, or move what follows into a file of its own");
    if (code == 0 && mb_yaml_says_nothing(root))
        root->kind = MB_YAML_MAPPING;
    return code;
}

/* A deleted parser is all zero, and may be deleted again. */
static void end_reading(void *subject)
{
    reading *r = subject;
    yaml_event_delete(&r->event);
    yaml_parser_delete(&r->parser);
}

static int check_encoding(const reading *r, mb_slice text)
{
    size_t invalid = mb_utf8_invalid(text);
    if (invalid == SIZE_MAX)
        return 0;
    return fail_at(r, MB_EFORMAT, mark_of(text, invalid), "a byte here is not UTF-8", "save the file as UTF-8");
}

int mb_yaml_parse(mb_arena *arena, const char *file, mb_slice text, mb_yaml **out, mb_error *error)
{
    if (mb_slice_starts(text, MB_TEXT("\uFEFF")))
        text = mb_slice_from(text, sizeof "\uFEFF" - 1);

    reading *r = mb_new(arena, reading);
    r->arena = arena;
    r->file = file;
    r->error = error;
    mb_yaml *root = mb_new(arena, mb_yaml);
    mb_arena_defer(arena, end_reading, r);

    int code = check_encoding(r, text);
    if (code)
        return code;
    if (!yaml_parser_initialize(&r->parser))
        return mb_fail_exhausted(error, MB_ENOMEM, "reading YAML");
    yaml_parser_set_encoding(&r->parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&r->parser, (const unsigned char *)(text.data ? text.data : ""), text.size);

    code = read_document(r, root);
    if (r->parser.error != YAML_NO_ERROR)
        code = explain(r, text);
    end_reading(r);
    if (code == 0)
        *out = root;
    return code;
}

int mb_yaml_load(mb_arena *arena, const char *path, mb_slice *out, mb_error *error)
{
    return mb_file_read(arena, path, LARGEST_FILE, out, error);
}

int mb_yaml_read(mb_arena *arena, const char *path, mb_yaml **out, mb_error *error)
{
    mb_slice text;
    int code = mb_yaml_load(arena, path, &text, error);
    return code ? code : mb_yaml_parse(arena, path, text, out, error);
}

/* --- Values --- */

const mb_yaml *mb_yaml_get(const mb_yaml *mapping, const char *key)
{
    if (mapping->kind != MB_YAML_MAPPING)
        return NULL;
    for (uint32_t i = 0; i < mapping->items.count; i++) {
        const mb_yaml *entry = mapping->items.items[i];
        if (mb_slice_equal(entry->key, mb_slice_of(key)))
            return entry;
    }
    return NULL;
}

int mb_yaml_fail(const mb_yaml *node, const char *file, mb_error *error, const char *format, ...)
{
    char message[sizeof error->message];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    return mb_fail_at(error, MB_EFORMAT, (mb_where){file, node->line, node->column}, "%s", message);
}

static const char *kind_in_words(const mb_yaml *node)
{
    static const char *const words[] = {
        [MB_YAML_SCALAR] = "text", [MB_YAML_SEQUENCE] = "a list", [MB_YAML_MAPPING] = "a mapping"};
    return words[node->kind];
}

/* `example` shows the form that is wanted. */
static int wrong_kind(const mb_yaml *node, const char *file, const char *key, const char *wanted, const char *example,
                      mb_error *error)
{
    mb_yaml_fail(node, file, error, "'%s' is %s here, where %s is expected", key, kind_in_words(node), wanted);
    mb_advise(error, "write it as `%s: %s`", key, example);
    return MB_EFORMAT;
}

int mb_yaml_string(const mb_yaml *mapping, const char *file, const char *key, mb_slice *out, mb_error *error)
{
    const mb_yaml *value = mb_yaml_get(mapping, key);
    if (!value || mb_yaml_says_nothing(value))
        return 0;
    if (value->kind != MB_YAML_SCALAR)
        return wrong_kind(value, file, key, "text", "some text", error);
    *out = value->text;
    return 0;
}

int mb_yaml_strings(mb_arena *arena, const mb_yaml *mapping, const char *file, const char *key, mb_strings *out,
                    mb_error *error)
{
    const mb_yaml *value = mb_yaml_get(mapping, key);
    if (!value || mb_yaml_says_nothing(value))
        return 0;
    if (value->kind != MB_YAML_SEQUENCE)
        return wrong_kind(value, file, key, "a list", "[one, another]", error);
    mb_strings texts = {NULL, 0, 0};
    for (uint32_t i = 0; i < value->items.count; i++) {
        const mb_yaml *item = value->items.items[i];
        if (item->kind != MB_YAML_SCALAR)
            return wrong_kind(item, file, key, "a list of texts", "[one, another]", error);
        mb_strings_push(arena, &texts, item->text);
    }
    *out = texts;
    return 0;
}

static const char *name_at(const void *names, size_t i)
{
    return ((const char *const *)names)[i];
}

static bool is_known(mb_slice key, const char *const *known, size_t *count)
{
    for (*count = 0; known[*count]; ++*count)
        if (mb_slice_equal(key, mb_slice_of(known[*count])))
            return true;
    return false;
}

static void advise_known(mb_error *error, const char *const *known)
{
    char names[sizeof error->advice] = "";
    for (size_t i = 0, size = 0; known[i] && size < sizeof names; i++)
        size += (size_t)snprintf(names + size, sizeof names - size, "%s%s", i ? ", " : "", known[i]);
    mb_advise(error, "the keys that can stand here: %s", names);
}

int mb_yaml_only(const mb_yaml *mapping, const char *file, const char *const *known, mb_error *error)
{
    uint32_t keys = mapping->kind == MB_YAML_MAPPING ? mapping->items.count : 0;
    for (uint32_t i = 0; i < keys; i++) {
        const mb_yaml *entry = mapping->items.items[i];
        size_t count;
        if (is_known(entry->key, known, &count))
            continue;
        const char *nearest = mb_nearest(entry->key, count, name_at, known);
        mb_where where = {file, entry->key_line, entry->key_column};
        mb_fail_at(error, MB_EFORMAT, where, nearest ? "unknown key '%.*s' (did you mean '%s'?)" : "unknown key '%.*s'",
                   MB_ARG(entry->key), nearest);
        advise_known(error, known);
        return MB_EFORMAT;
    }
    return 0;
}
