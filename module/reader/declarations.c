/* declarations.c: who declared what sort of interest, and why.
 *
 *     Councillor Ann Lee declared an other interest in item 7 as she is a governor of the school.
 *     └──────name──────┘             └────kind────┘              └──────────reason─────────────┘  */
#include "reader/declarations.h"

#include <stdint.h>

#include "reader/names.h"
#include "reader/sentences.h"
#include "reader/speech.h"

/* The text behind its last "a" or "an". */
static mb_slice behind_article(mb_slice text)
{
    static const char *const articles[] = {" a ", " an "};
    size_t from = 0;
    for (size_t i = 0; i < sizeof articles / sizeof *articles; i++)
        for (size_t at; (at = mb_slice_find(text, mb_slice_of(articles[i]), from)) != SIZE_MAX;)
            from = at + strlen(articles[i]);
    return mb_slice_trim(mb_slice_from(text, from));
}

/* "other interest" of "an other interest in item 7"; the rest of the sentence goes to `behind`. */
static mb_slice take_kind(const mb_reader *reader, mb_slice text, mb_slice *behind)
{
    mb_hit interest;
    if (!mb_contains(reader->dialect, mb_group_interest, text, &interest))
        return MB_NOTHING;
    *behind = mb_slice_from(text, interest.end);
    return behind_article(mb_slice_first(text, interest.end));
}

static mb_slice take_reason(const mb_reader *reader, mb_slice text)
{
    mb_hit hit;
    if (!mb_contains(reader->dialect, mb_group_interest_reason, text, &hit))
        return MB_NOTHING;
    return mb_without_stop(mb_slice_from(text, hit.end));
}

static void read_sentence(mb_reader *reader, const mb_roster *roster, mb_slice sentence, mb_place place,
                          mb_minute_item *item)
{
    mb_hit verb;
    mb_slice behind = MB_NOTHING;
    size_t subject = mb_subject_end(reader->dialect, sentence);
    if (!mb_starts_with(reader->dialect, mb_group_declares, mb_slice_from(sentence, subject), &verb))
        return;
    mb_slice kind = take_kind(reader, mb_slice_from(sentence, subject + verb.end), &behind);
    mb_list names = {0};
    mb_read_names(reader, mb_slice_trim(mb_slice_first(sentence, subject)), &names);
    for (uint32_t i = 0; i < names.count && kind.data; i++) {
        const mb_name *name = names.items[i];
        mb_declaration *declaration = mb_list_add(reader->arena, &item->declarations, mb_declaration);
        const mb_person *person = mb_roster_named(roster, name->name);
        declaration->place = place;
        declaration->name = person ? person->name : name->name;
        declaration->kind = kind;
        declaration->reason = take_reason(reader, behind);
    }
}

void mb_read_declarations(mb_reader *reader, const mb_roster *roster, mb_minute_item *item)
{
    for (uint32_t i = 0; i < item->blocks.count; i++) {
        const mb_block *block = item->blocks.items[i];
        mb_slice sentence;
        if (block->type != mb_block_type_paragraph)
            continue;
        for (size_t at = 0; mb_next_sentence(reader->dialect, block->text, &at, &sentence);)
            read_sentence(reader, roster, sentence, block->place, item);
    }
}
