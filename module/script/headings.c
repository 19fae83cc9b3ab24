/* headings.c: a heading that is printed in capitals, as it would be written in a sentence.
 *
 * The papers' own sentences say how: "CABINET MEMBER UPDATE" is "Cabinet Member update" where they say "the Cabinet
 * Member". */
#include <lauxlib.h>

#include "script/words.h"

/* Longer words in parentheses are no abbreviations. */
#define LONGEST_IN_PARENTHESES 6

/* A word of the heading on its way. */
typedef struct writing {
    lua_State *L;
    const mb_word_forms *words;
    int known; /* where the table is: words that are nobody's name, and words whose form is known */
    mb_slice title;
    mb_slice word, before, after;
    mb_buffer *out;
} writing;

static void write_small(mb_buffer *out, mb_slice word)
{
    for (size_t i = 0; i < word.size; i++)
        mb_buffer_char(out, mb_small_letter(word.data[i]));
}

static void write_with_capital(mb_buffer *out, mb_slice word)
{
    mb_buffer_char(out, word.data[0]);
    write_small(out, mb_slice_from(word, 1));
}

static bool has_small_letter(mb_slice word)
{
    for (size_t i = 0; i < word.size; i++)
        if (mb_byte_kind(word.data[i]) & MB_SMALL)
            return true;
    return false;
}

/* "17TH", "COUNCIL'S" with either apostrophe. */
static bool is_ending(const writing *w)
{
    if (w->before.size == 0)
        return false;
    char last = mb_slice_end(w->before)[-1];
    return mb_byte_kind(last) & MB_DIGIT || (w->word.size == 1 && strchr("'\xE2\x80\x99", last));
}

/* The form that is seen more often; of two, the one with fewer capitals. */
static bool is_more_usual(const mb_form *one, const mb_form *other)
{
    if (one->count != other->count)
        return one->count > other->count;
    return mb_slice_compare(one->text, other->text) > 0;
}

static const mb_form *usual_form(const writing *w)
{
    const mb_form *best = NULL;
    for (const mb_form *form = NULL; (form = mb_word_forms_next(w->words, w->word, form));)
        if (!best || is_more_usual(form, best))
            best = form;
    return best;
}

static bool has_capital_inside(mb_slice word)
{
    for (size_t i = 1; i < word.size; i++)
        if (mb_byte_kind(word.data[i]) & MB_CAPITAL)
            return true;
    return false;
}

/* Whether the form is these words with a capital each. */
static bool is_with_capitals(mb_slice form, mb_slice words)
{
    for (size_t i = 0; i < words.size; i++) {
        bool begins = i == 0 || words.data[i - 1] == ' ';
        if (form.data[i] != (begins ? words.data[i] : mb_small_letter(words.data[i])))
            return false;
    }
    return true;
}

static bool stand_side_by_side(const writing *w, mb_slice both)
{
    for (const mb_form *form = NULL; (form = mb_word_forms_next(w->words, both, form));)
        if (is_with_capitals(form->text, both))
            return true;
    return false;
}

/* The word before and this one, where one space is between them; nothing where there is none. */
static mb_slice with_previous(const writing *w)
{
    if (w->before.size == 0 || mb_slice_end(w->before)[-1] != ' ')
        return MB_NOTHING;
    const char *first = mb_slice_end(w->before) - 1, *start = NULL;
    while (first > w->title.data && mb_byte_kind(first[-1]) & MB_INSIDE_WORD)
        if (mb_byte_kind(*--first) & MB_BEGINS_WORD)
            start = first;
    return start ? mb_slice_between(start, mb_slice_end(w->word)) : MB_NOTHING;
}

static mb_slice with_next(const writing *w)
{
    const char *at = w->after.data, *end = mb_slice_end(w->after);
    if (w->after.size < 2 || *at != ' ' || !(mb_byte_kind(at[1]) & MB_BEGINS_WORD))
        return MB_NOTHING;
    for (at++; at < end && mb_byte_kind(*at) & MB_INSIDE_WORD;)
        at++;
    return mb_slice_between(w->word.data, at);
}

static bool is_part_of_name(const writing *w)
{
    mb_slice previous = with_previous(w), next = with_next(w);
    return (previous.data && stand_side_by_side(w, previous)) || (next.data && stand_side_by_side(w, next));
}

static bool is_written_small(const writing *w)
{
    for (const mb_form *form = NULL; (form = mb_word_forms_next(w->words, w->word, form));) {
        bool small = true;
        for (size_t i = 0; i < form->text.size; i++)
            small = small && !(mb_byte_kind(form->text.data[i]) & MB_CAPITAL);
        if (small)
            return true;
    }
    return false;
}

static bool is_abbreviation(mb_slice word)
{
    bool has_vowel = false;
    for (size_t i = 0; i < word.size; i++) {
        if (word.data[i] == '&')
            return word.size > 1;
        has_vowel = has_vowel || (unsigned char)word.data[i] > 127 || strchr("AEIOUY", word.data[i]);
    }
    return word.size > 1 && !has_vowel;
}

static bool is_in_parentheses(const writing *w)
{
    return mb_slice_ends(w->before, MB_TEXT("(")) && w->word.size <= LONGEST_IN_PARENTHESES;
}

/* Whether the table knows the word as nobody's name: under its small letters, anything but false. */
static bool is_common(const writing *w)
{
    char small[64];
    if (w->word.size > sizeof small)
        return false;
    for (size_t i = 0; i < w->word.size; i++)
        small[i] = mb_small_letter(w->word.data[i]);
    lua_pushlstring(w->L, small, w->word.size);
    lua_rawget(w->L, w->known);
    bool found = lua_toboolean(w->L, -1);
    lua_pop(w->L, 1);
    return found;
}

/* Writes the form that the table has for the word in capitals; false where it has none. */
static bool write_known(const writing *w)
{
    lua_pushlstring(w->L, w->word.data, w->word.size);
    bool found = lua_rawget(w->L, w->known) == LUA_TSTRING;
    if (found) {
        mb_slice form;
        form.data = lua_tolstring(w->L, -1, &form.size);
        mb_buffer_add(w->out, form);
    }
    lua_pop(w->L, 1);
    return found;
}

static void write_word(const writing *w)
{
    if (has_small_letter(w->word)) {
        mb_buffer_add(w->out, w->word);
        return;
    }
    if (is_ending(w)) {
        write_small(w->out, w->word);
        return;
    }
    const mb_form *usual = usual_form(w);
    if (usual && has_capital_inside(usual->text))
        mb_buffer_add(w->out, usual->text);
    else if (is_part_of_name(w))
        write_with_capital(w->out, w->word);
    else if (is_common(w) || is_written_small(w))
        write_small(w->out, w->word);
    else if (write_known(w))
        return;
    else if (!usual && (is_abbreviation(w->word) || is_in_parentheses(w)))
        mb_buffer_add(w->out, w->word);
    else
        write_with_capital(w->out, w->word);
}

static void write_words(writing *w)
{
    for (mb_word_reading found = {.at = w->title.data, .end = mb_slice_end(w->title)}; found.at < found.end;) {
        bool is_word = mb_read_word(&found);
        mb_buffer_add(w->out, mb_slice_between(found.gap, found.word));
        w->word = mb_slice_between(found.word, found.at);
        w->before = mb_slice_between(w->title.data, found.word);
        w->after = mb_slice_between(found.at, found.end);
        if (is_word)
            write_word(w);
    }
}

int mb_write_heading(lua_State *L)
{
    luaL_checktype(L, 3, LUA_TTABLE);
    mb_buffer *out = &mb_rendering_of(L)->scratch;
    writing w = {.L = L, .known = 3, .out = out};
    w.title.data = luaL_checklstring(L, 2, &w.title.size);
    w.words = mb_word_forms_for(L, w.title);

    mb_count_steps(L, w.title.size);
    mb_buffer_clear(out);
    write_words(&w);
    mb_check_buffer(L, out);
    if (out->size > 0 && mb_byte_kind(out->data[0]) & MB_SMALL)
        out->data[0] = (char)(out->data[0] & ~0x20);
    mb_push_slice(L, mb_buffer_slice(out));
    return 1;
}
