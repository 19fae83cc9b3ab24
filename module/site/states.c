/* states.c: how far each meeting has come, and which later meeting confirmed its minutes. */
#include "reader/when.h"
#include "site/assembly.h"

static bool confirms(const mb_minute_item *item)
{
    for (uint32_t i = 0; i < item->decisions.count; i++)
        if (mb_slice_equal(((const mb_decision *)item->decisions.items[i])->verb, MB_TEXT("CONFIRMED")))
            return true;
    return false;
}

static void confirm(mb_site_meeting *meeting)
{
    if (meeting && meeting->minutes)
        meeting->state = mb_meeting_state_confirmed;
}

/* Confirms the meetings of the panel whose dates the text names; false where it names none. */
static bool confirm_named(mb_assembly *assembly, const mb_site_meeting *meeting, mb_slice text)
{
    bool any = false;
    mb_date_hit hit;
    for (size_t at = 0; mb_find_date(text, at, &hit); at = hit.end) {
        mb_slice date = mb_iso_date(assembly->scratch, &hit);
        if (mb_slice_compare(date, meeting->date) >= 0)
            continue;
        any = true;
        confirm(mb_meeting_on(assembly, meeting->panel, date));
    }
    return any;
}

static mb_slice confirmation_of(const mb_minute_item *item)
{
    for (uint32_t i = 0; i < item->decisions.count; i++) {
        const mb_decision *decision = item->decisions.items[i];
        if (mb_slice_equal(decision->verb, MB_TEXT("CONFIRMED")))
            return decision->text;
    }
    return MB_NOTHING;
}

/* Without a date it is the meeting before whose minutes are confirmed. */
static void take_confirmations(mb_assembly *assembly, const mb_site_meeting *meeting)
{
    for (uint32_t i = 0; i < meeting->minutes->items.count; i++) {
        const mb_minute_item *item = meeting->minutes->items.items[i];
        if (confirms(item) && !confirm_named(assembly, meeting, item->title) &&
            !confirm_named(assembly, meeting, confirmation_of(item)))
            confirm(meeting->previous);
    }
}

static mb_meeting_state state_of(const mb_site_meeting *meeting, mb_slice today)
{
    if (meeting->state)
        return meeting->state;
    bool passed = meeting->date.size > 0 && mb_slice_compare(meeting->date, today) < 0;
    return meeting->minutes || passed ? mb_meeting_state_held : mb_meeting_state_called;
}

void mb_judge_meetings(mb_assembly *assembly)
{
    const mb_list *meetings = &assembly->site->meetings;
    for (uint32_t i = 0; i < meetings->count; i++) {
        mb_site_meeting *meeting = meetings->items[i];
        meeting->state = state_of(meeting, assembly->site->today);
    }
    for (uint32_t i = 0; i < meetings->count; i++) {
        const mb_site_meeting *meeting = meetings->items[i];
        if (meeting->minutes && meeting->panel)
            take_confirmations(assembly, meeting);
    }
}
