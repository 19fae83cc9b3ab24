/* headings.c: a heading that is printed in capitals, as it would be written in a sentence.
 *
 * The papers' own sentences say how: "CABINET MEMBER UPDATE" is "Cabinet Member update" where they say "the Cabinet
 * Member". */
#include "script/words.h"

/* Longer words in parentheses are no abbreviations. */
#define LONGEST_IN_PARENTHESES 6

/* A word of the heading on its way. */
typedef struct writing {
    const mb_word_forms *words;
    const mb_known_words *known;
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

static bool is_common(const writing *w)
{
    char small[64];
    if (w->word.size > sizeof small)
        return false;
    for (size_t i = 0; i < w->word.size; i++)
        small[i] = mb_small_letter(w->word.data[i]);
    return w->known->is_common(w->known, (mb_slice){small, w->word.size});
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
    else if (w->known->write_form(w->known, w->word, w->out))
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

void mb_write_heading(const mb_word_forms *words, mb_slice title, const mb_known_words *known, mb_buffer *out)
{
    size_t start = out->size;
    writing w = {.words = words, .known = known, .title = title, .out = out};
    write_words(&w);
    if (out->size > start && mb_byte_kind(out->data[start]) & MB_SMALL)
        out->data[start] = (char)(out->data[start] & ~0x20);
}
