/* notice.c: the deadlines that a council's own rules set, where its papers print none.
 *
 * A rule of site.yaml is the one of today: meetings that are over keep what their papers said. */
#include "core/holidays.h"
#include "reader/deadlines.h"
#include "reader/dialect/dialect.h"
#include "site/assembly.h"

static bool is_meant(const mb_assembly *assembly, const mb_config_deadline *rule, const mb_panel *panel)
{
    for (uint32_t i = 0; i < rule->panels.count; i++)
        if (panel && mb_panel_of(assembly, rule->panels.items[i]) == panel)
            return true;
    return rule->panels.count == 0;
}

static bool has_deadline(const mb_site_meeting *meeting, mb_deadline_purpose purpose)
{
    for (uint32_t i = 0; i < meeting->deadlines.count; i++)
        if (((const mb_deadline *)meeting->deadlines.items[i])->purpose == purpose)
            return true;
    return false;
}

static mb_deadline *deadline_of(const mb_assembly *assembly, const mb_holidays *holidays,
                                const mb_config_deadline *rule, const mb_site_meeting *meeting)
{
    mb_deadline *deadline = mb_new(assembly->arena, mb_deadline);
    *deadline = (mb_deadline){
        .purpose = (mb_deadline_purpose)mb_choice_find(&mb_choices_deadline_purpose, rule->purpose),
        .rule = rule->rule,
        .days = MB_COUNT(rule->days),
        .counting = (mb_day_counting)mb_choice_find(&mb_choices_day_counting, rule->counting),
        .calendar = (mb_day_calendar)mb_choice_find(&mb_choices_day_calendar, rule->calendar),
        .time = rule->time,
    };
    mb_work_out_deadline(assembly->arena, holidays, meeting->date, deadline);
    return deadline;
}

static void apply_rules(const mb_assembly *assembly, const mb_holidays *holidays, mb_site_meeting *meeting)
{
    mb_list printed = meeting->deadlines, all = {0};
    for (uint32_t i = 0; i < printed.count; i++)
        mb_list_push(assembly->arena, &all, printed.items[i]);
    for (uint32_t i = 0; i < assembly->config->deadlines.count; i++) {
        const mb_config_deadline *rule = assembly->config->deadlines.items[i];
        mb_deadline *deadline = deadline_of(assembly, holidays, rule, meeting);
        if (is_meant(assembly, rule, meeting->panel) && !has_deadline(meeting, deadline->purpose))
            mb_list_push(assembly->arena, &all, deadline);
    }
    meeting->deadlines = all;
}

static bool is_to_come(const mb_site_meeting *meeting)
{
    return meeting->state == mb_meeting_state_announced || meeting->state == mb_meeting_state_called;
}

void mb_set_deadlines(mb_assembly *assembly)
{
    mb_holidays holidays = {0};
    if (assembly->config->deadlines.count == 0)
        return;
    if (assembly->dialect)
        holidays = *mb_dialect_holidays(assembly->dialect);
    mb_holidays_join(assembly->scratch, &holidays, &assembly->config->holidays);
    for (uint32_t i = 0; i < assembly->site->meetings.count; i++)
        if (is_to_come(assembly->site->meetings.items[i]))
            apply_rules(assembly, &holidays, assembly->site->meetings.items[i]);
}
