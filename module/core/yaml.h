/* yaml.h: a YAML document as a tree that remembers the line and column of every node.
 *
 * Only what configuration needs: one document, scalars as text, sequences, mappings with scalar keys in the order of
 * the file. Anchors, tags, a second document and a repeated key are errors with a place. */
#ifndef MB_CORE_YAML_H
#define MB_CORE_YAML_H

#include "core/arena.h"
#include "core/error.h"

typedef enum mb_yaml_kind { MB_YAML_SCALAR, MB_YAML_SEQUENCE, MB_YAML_MAPPING } mb_yaml_kind;

/*  mapping {a: 1, b: [x, y]}
 *     items ─► (key "a") scalar 1
 *              (key "b") sequence ─► items ─► scalar x, scalar y                                  */
typedef struct mb_yaml {
    mb_yaml_kind kind;
    uint32_t line, column; /* of the value, from 1 */
    bool quoted;           /* a scalar in quotes or a block: never a number, a bool or null */
    mb_slice key;          /* inside a mapping */
    uint32_t key_line, key_column;
    mb_slice text; /* of a scalar; NUL-terminated */
    mb_list items; /* mb_yaml */
} mb_yaml;

/* Parses `text`; `file` names it in messages. An empty document is an empty mapping.
 * MB_EFORMAT (with line and column), MB_ELIMIT (nested over 32 deep), or 0. */
int mb_yaml_parse(mb_arena *arena, const char *file, mb_slice text, mb_yaml **out, mb_error *error);

/* The text of the file at `path`, at most 8 MiB. */
int mb_yaml_load(mb_arena *arena, const char *path, mb_slice *out, mb_error *error);

/* Loads and parses the file at `path`. */
int mb_yaml_read(mb_arena *arena, const char *path, mb_yaml **out, mb_error *error);

/* The value of `key` in a mapping, or NULL. */
const mb_yaml *mb_yaml_get(const mb_yaml *mapping, const char *key);

/* Whether a value is nothing, `~` or `null`. */
bool mb_yaml_says_nothing(const mb_yaml *node);

/* Values with their type checked: MB_EFORMAT names the key, what was found and what was expected, or 0.
 * A key that is missing, or has nothing (or `null`, or `~`) after it, leaves `out` as it is. */
int mb_yaml_string(const mb_yaml *mapping, const char *file, const char *key, mb_slice *out, mb_error *error);
int mb_yaml_strings(mb_arena *arena, const mb_yaml *mapping, const char *file, const char *key, mb_strings *out,
                    mb_error *error);

/* Refuses a key of `mapping` that isn't in the NULL-terminated `known`, with the nearest one as a suggestion. */
int mb_yaml_only(const mb_yaml *mapping, const char *file, const char *const *known, mb_error *error);

/* Describes a mistake at a node; returns MB_EFORMAT. */
int mb_yaml_fail(const mb_yaml *node, const char *file, mb_error *error, const char *format, ...) MB_PRINTF(4, 5);

#endif
