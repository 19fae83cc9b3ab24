/* words.h: how the papers write their words.
 *
 * Counted in C, and kept there: a page asks for some twenty of the thousands of words of its meeting. As Lua tables they
 * took 10 ms a page, and take 0.1 ms. */
#ifndef MB_SCRIPT_WORDS_H
#define MB_SCRIPT_WORDS_H

#include "script/values.h"

/* What a byte is. Bytes from 128 on are parts of letters with accents; C3 to C5 begin one. */
enum { MB_SMALL = 1, MB_CAPITAL = 2, MB_DIGIT = 4, MB_INSIDE_WORD = 8, MB_BEGINS_WORD = 16, MB_ENDS_SENTENCE = 32 };
extern const unsigned char mb_byte_kinds[256];

static inline int mb_byte_kind(char c)
{
    return mb_byte_kinds[(unsigned char)c];
}
static inline char mb_small_letter(char c)
{
    return mb_byte_kind(c) & MB_CAPITAL ? (char)(c | 0x20) : c;
}

/* A word as it stands in the text, or two with capitals that stand side by side; nothing where `count` is 0. */
typedef struct mb_form {
    mb_slice text;
    uint32_t hash; /* whatever the case of its letters */
    uint32_t count;
} mb_form;

/* Only words that a heading has are counted: a bit for each hash that one of them has. Most other words are told by
 * their first letter and their length. */
#define MB_WANTED_BITS 8192
typedef struct mb_wanted {
    uint32_t shapes[32]; /* by first letter; a bit for each length */
    unsigned char hashes[MB_WANTED_BITS / 8];
} mb_wanted;

/* The words in some lists' objects, counted:
 *
 *     [word forms, a userdata] ─► [mb_word_forms] ─► [forms: a table whose places are found by hash, at most half full]
 *
 * A meeting has a page for each of its items, and all of them write headings by the same papers; pages of people and of
 * years name them too. So what was counted is kept for later pages of a rendering, outside of the page's memory, though
 * what a page uses counts towards its limit: nothing of it depends on a page, but which words were asked for. */
typedef struct mb_word_forms {
    mb_form *forms;
    uint32_t capacity, count;
    mb_wanted wanted;
    bool is_counted;
    uint64_t steps; /* that counting takes */
    uint64_t used;  /* in which page last, by their number */
    const mb_site_record *site;
    int list_count;
    mb_lua_list lists[]; /* whose objects have the text */
} mb_word_forms;

/* word_forms.c: nothing is counted yet. NULL without memory. */
mb_word_forms *mb_word_forms_new(const mb_lua_list *lists, int count);
void mb_word_forms_free(mb_word_forms *words);

/* What the next count is to find: the words of a heading; of all titles of the lists' objects. */
void mb_word_forms_want(mb_word_forms *words, mb_slice heading);
void mb_word_forms_want_titles(mb_word_forms *words);

/* What a count may take. */
typedef struct mb_count_limits {
    size_t memory; /* of the table, in bytes */
    uint64_t steps;
    const mb_rendering *page; /* whose time it is */
} mb_count_limits;

/* Anything but MB_GOING says why it could not. */
mb_stop mb_word_forms_count(mb_word_forms *words, mb_count_limits limits);

/* Whether every word of the heading is counted. */
bool mb_word_forms_have(const mb_word_forms *words, mb_slice heading);

/* kept_words.c: the word forms of these lists, new and not counted where there are none yet. Raises an error without
 * memory. */
mb_word_forms *mb_word_forms_of(lua_State *L, const mb_lua_list *lists, int count);

/* The same as mb_word_forms_count, at the page's expense. */
void mb_word_forms_count_for_page(lua_State *L, mb_word_forms *words);

/* The next form after `before` (NULL: the first) that has the letters of `text`, whatever their case; NULL where there is
 * none. */
const mb_form *mb_word_forms_next(const mb_word_forms *words, mb_slice text, const mb_form *before);

/* A word of a text, and what stands before it. */
typedef struct mb_word_reading {
    const char *at, *end;
    const char *gap, *word;
    bool opens; /* a sentence: such a word tells nothing by itself */
} mb_word_reading;

/* The next word, or the rest without one. */
static inline bool mb_read_word(mb_word_reading *text)
{
    const char *at = text->gap = text->at;
    int seen = 0;
    while (at < text->end && !(mb_byte_kind(*at) & MB_BEGINS_WORD))
        seen |= mb_byte_kind(*at++);
    text->word = at;
    text->opens = text->gap == at || seen & MB_ENDS_SENTENCE;
    while (at < text->end && mb_byte_kind(*at) & MB_INSIDE_WORD)
        at++;
    text->at = at;
    return text->word < at;
}

/* Two capitals and no small letter; the "th" of "17th" is none. */
bool mb_is_in_capitals(mb_slice text);

/* Words that are nobody's name, and words whose form is known. */
typedef struct mb_known_words {
    bool (*is_common)(const struct mb_known_words *known, mb_slice small);
    bool (*write_form)(const struct mb_known_words *known, mb_slice word, mb_buffer *out); /* false: none is known */
    const void *context;                                                                   /* of the two */
} mb_known_words;

/* common_words.c: those of the headings of councils. */
extern const mb_known_words mb_common_words;

/* headings.c: writes a heading that is printed in capitals as it would be written in a sentence. */
void mb_write_heading(const mb_word_forms *words, mb_slice title, const mb_known_words *known, mb_buffer *out);

#endif
