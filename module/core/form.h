/* form.h: which keys a mapping of YAML has and what belongs behind each, as a table.
 *
 *     static const mb_form_key keys[] = {
 *         {.name = "name", MB_ANSWER_TEXT, offsetof(panel, name), "The panel's name.", .required = true},
 *         {.name = "colour", MB_ANSWER_TEXT, offsetof(panel, colour), "A colour for it.", .pattern = &colour},
 *     };
 *
 * The same table reads the file, says what is wrong in it, all at once, and describes it to editors as JSON Schema. */
#ifndef MB_CORE_FORM_H
#define MB_CORE_FORM_H

#include "core/buffer.h"
#include "core/yaml.h"

/* What belongs behind a key, and what the record has for it. */
typedef enum mb_answer {
    MB_ANSWER_TEXT,     /* mb_slice: text */
    MB_ANSWER_TEXTS,    /* mb_strings: a list of texts */
    MB_ANSWER_NUMBER,   /* uint32_t: 0 to MB_LARGEST_ANSWER */
    MB_ANSWER_SWITCHES, /* a list of words, each of which sets a bool of the record */
    MB_ANSWER_FORM,     /* pointer to a record of `form`, NULL where the key is missing */
    MB_ANSWER_FORMS,    /* mb_list of such records */
    MB_ANSWER_PAIRS,    /* mb_list of mb_form_pair: names that nobody knows beforehand, each with a text */
    MB_ANSWER_OTHER     /* nothing: somebody else reads it */
} mb_answer;

#define MB_LARGEST_ANSWER 9999

/* Where a record stands in its file; every record of a form begins with one. */
typedef struct mb_form_place {
    uint32_t line, column;
} mb_form_place;

typedef struct mb_form_pair {
    mb_form_place place;
    mb_slice name, value;
} mb_form_pair;

/* What a text must look like: a pattern that POSIX and JSON Schema read alike, and what a person calls it. */
typedef struct mb_form_pattern {
    const char *pattern, *noun, *example;
} mb_form_pattern;

typedef struct mb_form_switch {
    const char *word;
    size_t offset; /* of its bool */
} mb_form_switch;

typedef struct mb_form_key {
    const char *name;
    mb_answer answer;
    size_t offset; /* in the record */
    const char *meaning;
    bool required;
    const mb_form_pattern *pattern; /* of a text, or of each in a list of them; NULL: any */
    const char *const *words;       /* the texts that are possible, and NULL; NULL: any */
    const mb_form_switch *switches; /* up to one without a word */
    const struct mb_form *form;     /* of MB_ANSWER_FORM and MB_ANSWER_FORMS */
    const char *schema;             /* of MB_ANSWER_OTHER: the JSON Schema of what stands behind it, without braces */
} mb_form_key;

typedef struct mb_form {
    const char *noun;    /* "a panel" */
    const char *example; /* "- name: Roads Panel" */
    const mb_form_key *keys;
    uint32_t count;
    size_t size;       /* of the record */
    bool takes_a_text; /* a text stands for the first key alone */
} mb_form;

/* The reading of a file. Every mistake is told to `problems`; the first is in `error`, its code in `code`. */
typedef struct mb_form_reading {
    mb_arena *arena;
    const char *file;
    mb_problems *problems; /* may be NULL */
    mb_error *error;       /* may be NULL */
    int code;
} mb_form_reading;

/* Reads what a mapping says into the zeroed record. Where it has a mistake the record is as if nothing were said there,
 * and reading goes on. */
void mb_form_read(mb_form_reading *reading, const mb_form *form, const mb_yaml *node, void *record);

/* Reads a list of them; `key` is its key, or what else to call it. */
void mb_form_read_list(mb_form_reading *reading, const mb_form *form, const char *key, const mb_yaml *node,
                       mb_list *out);

/* Notes a mistake that somebody else found. */
void mb_form_note(mb_form_reading *reading, const mb_error *mistake);

/* The same for one at a node, which is described here; advice is for mb_advise, or NULL. */
void mb_form_complain(mb_form_reading *reading, const mb_yaml *node, const char *advice, const char *format, ...)
    MB_PRINTF(4, 5);

/* Describes a file of that form as JSON Schema (2020-12); `is_list` where it is a list of them. */
void mb_form_schema(const mb_form *form, const char *title, bool is_list, mb_buffer *out);

#endif
