/* bodies.c: names of bodies, word by word. */
#include "reader/plans/bodies.h"

#include "core/unicode.h"
#include "text/inline.h"

/* The next word at or behind `at`, without the punctuation about it. */
static mb_slice next_word(mb_slice text, size_t *at)
{
    while (*at < text.size && (text.data[*at] == ' ' || text.data[*at] == '\t'))
        ++*at;
    size_t from = *at;
    while (*at < text.size && text.data[*at] != ' ' && text.data[*at] != '\t')
        ++*at;
    mb_slice word = mb_slice_between(text.data + from, text.data + *at);
    while (word.size > 1 && strchr(",.;:)", mb_slice_end(word)[-1]))
        word.size--;
    return mb_slice_equal(word, MB_TEXT("&")) ? MB_TEXT("and") : word;
}

const mb_plan_body *mb_add_plan_body(mb_reader *reader, mb_slice name, mb_list *bodies)
{
    mb_plan_body *body = mb_list_add(reader->scratch, bodies, mb_plan_body);
    body->name = name;
    size_t at = 0;
    for (mb_slice word; (word = next_word(name, &at)).size;)
        mb_strings_push(reader->scratch, &body->words, word);
    return body;
}

uint32_t mb_match_plan_body(const mb_plan_body *body, uint32_t at, mb_slice text, size_t *end)
{
    uint32_t matched = 0;
    *end = 0;
    while (at + matched < body->words.count) {
        size_t behind = *end;
        mb_slice word = next_word(text, &behind);
        if (word.size == 0 || !mb_slice_equal_nocase(word, body->words.items[at + matched]))
            break;
        *end = behind;
        matched++;
    }
    return matched;
}

static bool is_known(const mb_list *bodies, mb_slice name)
{
    for (uint32_t i = 0; i < bodies->count; i++) {
        const mb_plan_body *body = bodies->items[i];
        size_t end;
        if (mb_match_plan_body(body, 0, name, &end) == body->words.count && end == name.size)
            return true;
    }
    return false;
}

bool mb_ends_with_body(const mb_reader *reader, mb_slice text)
{
    mb_hit hit;
    for (size_t at = 0; mb_find_phrase(reader->dialect, mb_group_body, text, at, &hit); at = hit.end)
        if (hit.end == text.size)
            return true;
    return false;
}

/* Lines of capitals, up to one that ends in "Panel" or the like. */
static void add_heading(mb_reader *reader, mb_line_range lines, mb_list *bodies)
{
    mb_slice text = mb_join_lines(reader, lines);
    if (!is_known(bodies, text))
        mb_add_plan_body(reader, mb_proper_case(reader->arena, text, mb_dialect_abbreviations(reader->dialect)),
                         bodies);
}

void mb_find_plan_bodies(mb_reader *reader, mb_line_range above, mb_list *bodies)
{
    const mb_list *meetings = &reader->pack->meetings;
    for (uint32_t i = 0; i < meetings->count; i++) {
        const mb_meeting *meeting = meetings->items[i];
        if (meeting->body.size && !is_known(bodies, meeting->body))
            mb_add_plan_body(reader, meeting->body, bodies);
    }
    uint32_t first = above.first;
    for (uint32_t line = above.first; line < above.end; line++) {
        mb_slice text = mb_line_text(reader->text, line);
        bool capitals = mb_line_is_text(reader->text, line) && mb_is_capitals(text);
        bool last = capitals && mb_ends_with_body(reader, text);
        if (last)
            add_heading(reader, (mb_line_range){first, line + 1}, bodies);
        if (last || !capitals)
            first = line + 1;
    }
}
