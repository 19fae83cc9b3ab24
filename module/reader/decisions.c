/* decisions.c: finds the sentences in which a body decides. */
#include "reader/decisions.h"

#include "reader/sentences.h"
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

static bool decides(const mb_reader *reader, mb_slice sentence, mb_hit *verb)
{
    return body_decides(reader, sentence, verb) || capitals_decide(reader, sentence, verb);
}

bool mb_text_decides(const mb_reader *reader, mb_slice sentence)
{
    mb_hit verb;
    return decides(reader, sentence, &verb);
}

static void look_in(scan *s, mb_slice text, mb_place place)
{
    mb_slice sentence;
    mb_hit verb;
    for (size_t at = 0; mb_next_sentence(s->reader->dialect, text, &at, &sentence);) {
        if (!decides(s->reader, sentence, &verb))
            continue;
        mb_decision *decision = mb_list_add(s->reader->arena, &s->item->decisions, mb_decision);
        decision->place = place;
        decision->verb = verb.value;
        decision->text = mb_slice_between(sentence.data, mb_slice_end(text));
        return;
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
