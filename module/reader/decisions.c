/* decisions.c: finds the sentences in which a body decides. */
#include "reader/decisions.h"

#include <ctype.h>

#include "text/inline.h"

typedef struct scan {
    mb_reader *reader;
    mb_minute_item *item;
} scan;

static size_t skip_article(mb_slice sentence)
{
    return mb_slice_starts_nocase(sentence, MB_TEXT("the ")) ? 4 : 0;
}

/* "The Roads Panel unanimously agreed to …": a body within the first words, and its verb behind it. */
static bool body_decides(const mb_reader *reader, mb_slice sentence, mb_hit *verb)
{
    mb_hit body;
    size_t from = skip_article(sentence);
    if (!mb_starts_with(reader->dialect, mb_group_body, mb_slice_from(sentence, from), &body))
        return false;
    mb_slice behind = mb_slice_trim(mb_slice_from(sentence, from + body.end));
    return mb_starts_with(reader->dialect, mb_group_decision_verb, behind, verb);
}

/* "It was RESOLVED that …": the verb in capitals. */
static bool capitals_decide(const mb_reader *reader, mb_slice sentence, mb_hit *verb)
{
    return mb_contains(reader->dialect, mb_group_decision_word, sentence, verb) &&
           mb_is_capitals(mb_slice_between(sentence.data + verb->start, sentence.data + verb->end));
}

/* The end of the sentence that begins at `from`. */
static size_t sentence_end(mb_slice text, size_t from)
{
    for (size_t i = from; i + 2 < text.size; i++)
        if (strchr(".?!", text.data[i]) && text.data[i + 1] == ' ' && isupper((unsigned char)text.data[i + 2]))
            return i + 1;
    return text.size;
}

static void look_in(scan *s, mb_slice text, mb_place place)
{
    for (size_t from = 0; from < text.size;) {
        size_t end = sentence_end(text, from);
        mb_slice sentence = mb_slice_between(text.data + from, text.data + end);
        mb_hit verb;
        if (body_decides(s->reader, sentence, &verb) || capitals_decide(s->reader, sentence, &verb)) {
            mb_decision *decision = mb_list_add(s->reader->arena, &s->item->decisions, mb_decision);
            decision->place = place;
            decision->verb = verb.value;
            decision->text = mb_slice_from(text, from);
            return;
        }
        from = end;
        while (from < text.size && text.data[from] == ' ')
            from++;
    }
}

static void look_in_items(scan *s, const mb_list *items)
{
    for (uint32_t i = 0; i < items->count; i++) {
        const mb_list_item *item = items->items[i];
        look_in(s, item->text, item->place);
        look_in_items(s, &item->items);
    }
}

void mb_read_decisions(mb_reader *reader, mb_minute_item *item)
{
    scan s = {reader, item};
    for (uint32_t i = 0; i < item->blocks.count; i++) {
        const mb_block *block = item->blocks.items[i];
        if (block->type == mb_block_type_paragraph)
            look_in(&s, block->text, block->place);
        look_in_items(&s, &block->items);
    }
}
