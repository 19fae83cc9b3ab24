/* resolve.c: from what minutes print to the full name; ids. */
#include "reader/people/resolve.h"

#include "core/unicode.h"
#include "reader/deadlines.h"
#include "reader/follow.h"
#include "reader/minutes/speech.h"
#include "reader/people/bodies.h"
#include "reader/people/roster.h"
#include "reader/sentences.h"

/* Whom the reports name as their contacts. */
static mb_roster contacts_of(mb_reader *reader)
{
    mb_roster roster = {.reader = reader};
    for (uint32_t i = 0; i < reader->pack->reports.count; i++) {
        const mb_report *report = reader->pack->reports.items[i];
        const mb_contact *contact = report->contact;
        if (contact && contact->name.data && contact->role.data)
            mb_roster_add(&roster, (mb_person){.name = contact->name, .role = contact->role});
    }
    return roster;
}

/* "Ann Lee, Head of Roads, introduced the report": whom the item names with a job has it from then on. */
static const mb_person *introduced(mb_roster *roster, const mb_contribution *contribution)
{
    mb_speech speech;
    const mb_person *person = mb_roster_find(roster, contribution->speaker);
    const mb_block *block = contribution->blocks.of->items[contribution->blocks.first];
    mb_slice sentence;
    size_t at = 0;
    bool named = person && !person->role.data && !person->member && block->text.size &&
                 mb_next_sentence(roster->reader->dialect, block->text, &at, &sentence) &&
                 mb_find_speech(roster, sentence, &speech) && speech.role.data;
    if (!named)
        return person;
    uint32_t before = roster->people.count;
    mb_roster_add(roster, (mb_person){.name = person->name, .role = speech.role});
    return roster->people.count > before ? mb_list_last(&roster->people) : person;
}

static void resolve_contribution(mb_roster *roster, const mb_list *corrected, mb_contribution *contribution)
{
    mb_slice speaker = mb_with_corrected_names(roster->reader, corrected, contribution->speaker);
    if (!mb_is_corrected(corrected, contribution, "person"))
        contribution->person = mb_roster_full_name(roster, speaker);
    if (contribution->person.data && !mb_roster_find(roster, contribution->person))
        mb_roster_add(roster, (mb_person){.name = contribution->person});
    mb_roster_hear(roster, introduced(roster, contribution));
}

static void resolve_item(mb_roster *roster, const mb_list *corrected, mb_minute_item *item)
{
    roster->heard = (mb_list){0};
    mb_roster_add_attending(roster, item);
    if (corrected->count)
        mb_complete_names(roster, item);
    for (uint32_t i = 0; i < item->contributions.count; i++)
        resolve_contribution(roster, corrected, item->contributions.items[i]);
}

/* "Councillor Jos Lee attended as substitute for Councillor Orr", in an item: the list of those present may not say so. */
static void resolve_substitutes(const mb_minutes *minutes, const mb_list *corrected, const mb_minute_item *item)
{
    for (uint32_t i = 0; i < item->substitutes.count; i++) {
        const mb_substitution *told = item->substitutes.items[i];
        for (uint32_t j = 0; told->substitute.size && j < minutes->present.count; j++) {
            mb_member *member = minutes->present.items[j];
            if (!member->substitute_for.data && mb_slice_equal(member->name, told->substitute) &&
                !mb_is_corrected(corrected, member, "substitute_for"))
                member->substitute_for = told->absent;
        }
    }
}

static void resolve_people(mb_reader *reader, const mb_list *corrected)
{
    const mb_roster contacts = contacts_of(reader);
    for (uint32_t i = 0; i < reader->pack->meetings.count; i++) {
        const mb_meeting *meeting = reader->pack->meetings.items[i];
        if (!meeting->minutes)
            continue;
        mb_arena_mark before = mb_arena_here(reader->scratch);
        mb_roster roster = mb_roster_of(reader, meeting);
        mb_roster_add_all(&roster, &contacts);
        for (uint32_t j = 0; j < meeting->minutes->items.count; j++) {
            resolve_item(&roster, corrected, meeting->minutes->items.items[j]);
            resolve_substitutes(meeting->minutes, corrected, meeting->minutes->items.items[j]);
        }
        mb_go_back(reader, before);
    }
}

static void give_ids(mb_reader *reader, const mb_list *corrected)
{
    mb_pack *pack = reader->pack;
    for (uint32_t i = 0; i < pack->meetings.count; i++)
        if (!mb_is_corrected(corrected, pack->meetings.items[i], "id"))
            mb_identify_meeting(reader, pack->meetings.items[i]);
    for (uint32_t i = 0; i < pack->reports.count; i++) {
        mb_report *report = pack->reports.items[i];
        mb_slice name = mb_arena_printf(reader->scratch, "%u %.*s", i + 1, MB_ARG(report->title));
        if (!mb_is_corrected(corrected, report, "id"))
            report->id = mb_slug(reader->arena, name);
    }
}

static void work_out_deadlines(mb_reader *reader, const mb_list *corrected)
{
    const mb_holidays *holidays = mb_dialect_holidays(reader->dialect);
    for (uint32_t i = 0; i < reader->pack->meetings.count; i++) {
        const mb_meeting *meeting = reader->pack->meetings.items[i];
        for (uint32_t k = 0; k < meeting->deadlines.count; k++)
            if (!mb_is_corrected(corrected, meeting->deadlines.items[k], "due"))
                mb_work_out_deadline(reader->arena, holidays, meeting->date, meeting->deadlines.items[k]);
    }
}

void mb_resolve(mb_reader *reader, const mb_list *corrected)
{
    mb_follow_corrections(reader, corrected);
    resolve_people(reader, corrected);
    work_out_deadlines(reader, corrected);
    give_ids(reader, corrected);
}
