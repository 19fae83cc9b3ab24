/* conflicts.c: compares what was read in one place with what was read in another. */
#include "reader/conflicts.h"

#include "reader/people/roster.h"

static void check_meeting(mb_reader *reader, mb_meeting *meeting)
{
    uint32_t line = meeting->place.line - 1;
    if (!meeting->date.data)
        mb_offer_correction(
            reader, mb_target_at(meeting, meeting), "date",
            mb_remark(reader, mb_code_meeting_without_date, line, "this meeting has no date that could be read"));
    if (!meeting->body.data)
        mb_offer_correction(
            reader, mb_target_at(meeting, meeting), "body",
            mb_remark(reader, mb_code_meeting_without_body, line, "no line names the panel or committee that meets"));
}

/* ---- people ---- */

/* Among as many as a roster holds: a longer list is no list of people. */
static bool is_present(const mb_minutes *minutes, mb_slice name)
{
    for (uint32_t i = 0; i < minutes->present.count && i < MB_ROSTER_CEILING; i++)
        if (mb_slice_equal_nocase(((const mb_member *)minutes->present.items[i])->name, name))
            return true;
    return false;
}

static void check_presence(mb_reader *reader, const mb_minutes *minutes, mb_minute_item *item)
{
    for (uint32_t i = 0; i < item->apologies.count; i++)
        if (is_present(minutes, item->apologies.items[i]))
            mb_offer_correction(reader, mb_target_at(minute_item, item), "apologies",
                                mb_remark(reader, mb_code_present_and_absent, item->place.line - 1,
                                          "%.*s sent apologies, and is among those present",
                                          MB_ARG(item->apologies.items[i])));
    for (uint32_t i = 0; i < item->substitutes.count; i++) {
        mb_substitution *substitution = item->substitutes.items[i];
        if (is_present(minutes, substitution->absent))
            mb_offer_correction(reader, mb_target_at(substitution, substitution), "absent",
                                mb_remark(reader, mb_code_present_and_absent, substitution->place.line - 1,
                                          "somebody stood in for %.*s, who is among those present",
                                          MB_ARG(substitution->absent)));
    }
}

/* ---- votes ---- */

static void check_count(mb_reader *reader, mb_vote *vote, const char *field, const char *words, const mb_count *count,
                        const mb_strings *names)
{
    if (!count->known || !names->count || count->value == names->count)
        return;
    mb_offer_correction(reader, mb_target_at(vote, vote), field,
                        mb_remark(reader, mb_code_vote_count_conflict, vote->place.line - 1,
                                  "%lld votes %s are counted, and %u are named", (long long)count->value, words,
                                  names->count));
}

static void check_votes(mb_reader *reader, const mb_minute_item *item)
{
    for (uint32_t i = 0; i < item->votes.count; i++) {
        mb_vote *vote = item->votes.items[i];
        if (!vote->named)
            continue;
        check_count(reader, vote, "in_favour", "in favour", &vote->in_favour, &vote->named->in_favour);
        check_count(reader, vote, "against", "against", &vote->against, &vote->named->against);
        check_count(reader, vote, "abstained", "of abstention", &vote->abstained, &vote->named->abstained);
    }
}

static void check_minutes(mb_reader *reader, const mb_minutes *minutes)
{
    for (uint32_t i = 0; minutes && i < minutes->items.count; i++) {
        check_presence(reader, minutes, minutes->items.items[i]);
        check_votes(reader, minutes->items.items[i]);
    }
}

/* ---- papers ---- */

/* An agenda that is published alone has page numbers, too: papers are missing where others are there. */
static bool has_papers(const mb_pack *pack)
{
    for (uint32_t i = 0; i < pack->reports.count; i++)
        if (((const mb_report *)pack->reports.items[i])->pages.first)
            return true;
    return false;
}

static bool has_minutes(const mb_pack *pack)
{
    for (uint32_t i = 0; i < pack->meetings.count; i++)
        if (((const mb_meeting *)pack->meetings.items[i])->minutes)
            return true;
    return false;
}

static void check_papers(mb_reader *reader, const mb_meeting *meeting)
{
    bool papers = has_papers(reader->pack), minutes = has_minutes(reader->pack);
    for (uint32_t i = 0; papers && i < meeting->agenda.count; i++) {
        mb_agenda_item *item = meeting->agenda.items[i];
        bool of_minutes = mb_starts_with(reader->dialect, mb_group_minutes_title, item->title, NULL);
        if (!item->pages.first || item->to_follow || item->reports.count || (of_minutes && minutes))
            continue;
        mb_offer_correction(reader, mb_target_at(agenda_item, item), "pages",
                            mb_remark(reader, mb_code_item_without_paper, item->place.line - 1,
                                      "item %.*s has its papers on page %u, but none was found for it",
                                      MB_ARG(item->number), item->pages.first));
    }
}

void mb_find_conflicts(mb_reader *reader)
{
    const mb_list *meetings = &reader->pack->meetings;
    for (uint32_t i = 0; i < meetings->count; i++) {
        mb_meeting *meeting = meetings->items[i];
        check_meeting(reader, meeting);
        check_papers(reader, meeting);
        check_minutes(reader, meeting->minutes);
    }
    if (meetings->count == 0 && reader->text->count)
        mb_remark(reader, mb_code_no_meeting, 0,
                  "neither an agenda nor minutes were found: all of it was read as reports");
}
