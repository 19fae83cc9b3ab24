/* kinds.c: one row for each kind of page, and one for each type that stands on the page of something else. */
#include "publish/kinds.h"

const mb_page_kind mb_page_kinds[] = {
    {.name = "home", .route = "/"},
    {.name = "meeting",
     .route = "/meetings/",
     .type = mb_type_of(site_meeting),
     .list = "meetings",
     .title = "body",
     .date = "date"},
    {.name = "item",
     .route = "/meetings/",
     .type = mb_type_of(site_item),
     .list = "meetings.items",
     .title = "title",
     .date = "meeting.date"},
    {.name = "calendar",
     .route = "/calendar/",
     .heading = "Calendar",
     .list = "meetings",
     .date = "date",
     .by_year = true},
    {.name = "panel", .route = "/panels/", .type = mb_type_of(panel), .list = "panels", .title = "name"},
    {.name = "person",
     .route = "/people/",
     .type = mb_type_of(site_person),
     .list = "people",
     .title = "name",
     .unless = "hidden"},
    {.name = "people", .route = "/people/", .heading = "People"},
    {.name = "report",
     .route = "/papers/",
     .type = mb_type_of(site_report),
     .list = "reports",
     .title = "title",
     .date = "meeting.date",
     .in_parts = true},
    {.name = "papers", .route = "/papers/", .heading = "Papers"},
    {.name = "decisions",
     .route = "/decisions/",
     .heading = "Decisions",
     .list = "decisions",
     .date = "meeting.date",
     .by_year = true},
    {.name = "questions",
     .route = "/questions/",
     .heading = "Questions and answers",
     .list = "questions",
     .date = "meeting.date",
     .by_year = true},
    {.name = "declarations", .route = "/declarations/", .heading = "Declarations of interest"},
    {.name = "actions", .route = "/actions/", .heading = "Actions"},
    {.name = "work-plan", .route = "/work-plan/", .heading = "Work plan"},
    {.name = "glossary", .route = "/glossary/", .heading = "Glossary"},
    {.name = "take-part", .route = "/take-part/", .heading = "Take part"},
    {.name = "about", .route = "/about/", .heading = "About this site’s data"},
    {.name = "accessibility", .route = "/accessibility/", .heading = "Accessibility statement"},
    {.name = "search", .route = "/search/", .heading = "Search"},
    {.name = "not-found", .route = "/404.html", .heading = "Page not found"},
};
const size_t mb_page_kind_count = sizeof mb_page_kinds / sizeof *mb_page_kinds;

const mb_page_part mb_page_parts[] = {
    {mb_type_of(site_item), NULL, "meeting"},    {mb_type_of(site_report), NULL, "item"},
    {mb_type_of(site_report), NULL, "meeting"},  {mb_type_of(site_decision), NULL, "item"},
    {mb_type_of(question), NULL, "item"},        {mb_type_of(site_declaration), NULL, "item"},
    {mb_type_of(action), NULL, "item"},          {mb_type_of(work_plan_entry), "work-plan", NULL},
    {mb_type_of(work_plan_entry), NULL, "item"}, {mb_type_of(work_plan_entry), NULL, "panel"},
};
const size_t mb_page_part_count = sizeof mb_page_parts / sizeof *mb_page_parts;

/* The first step of a way. */
static mb_slice step(const char *way)
{
    return (mb_slice){way, strcspn(way, ".")};
}

/* The field at the first step; `way` goes on behind it, and is empty after the last. */
static const mb_field_info *step_into(const mb_type_info *type, const char **way)
{
    mb_slice name = step(*way);
    *way += name.size + ((*way)[name.size] == '.');
    return mb_field_find(type, name);
}

const void *mb_object_at(const mb_type_info **type, const void *record, const char *field)
{
    const mb_field_info *found = step_into(*type, &field);
    *type = found->type;
    return *(void *const *)((const char *)record + found->offset);
}

mb_way mb_way_of(const mb_type_info *type, const char *way)
{
    mb_way found = {.count = 0};
    while (*way && found.count < MB_WAY_STEPS) {
        const mb_field_info *field = step_into(type, &way);
        found.offsets[found.count++] = field->offset;
        type = field->type;
    }
    return found;
}

mb_slice mb_text_along(const mb_way *way, const void *record)
{
    for (uint32_t i = 0; record && i < way->count; i++) {
        const void *at = (const char *)record + way->offsets[i];
        if (i + 1 == way->count)
            return *(const mb_slice *)at;
        record = *(void *const *)at;
    }
    return MB_NOTHING;
}

mb_slice mb_text_at(const mb_type_info *type, const void *record, const char *way)
{
    const mb_way found = mb_way_of(type, way);
    return mb_text_along(&found, record);
}

bool mb_flag_at(const mb_type_info *type, const void *record, const char *flag)
{
    return *(const bool *)((const char *)record + step_into(type, &flag)->offset);
}

void mb_objects_at(mb_arena *arena, const mb_type_info **type, const void *record, const char *way, mb_list *out)
{
    const mb_field_info *found = step_into(*type, &way);
    const mb_list *list = (const mb_list *)((const char *)record + found->offset);
    *type = found->type;
    for (uint32_t i = 0; i < list->count; i++) {
        *type = found->type;
        if (*way)
            mb_objects_at(arena, type, list->items[i], way, out);
        else
            mb_list_push(arena, out, list->items[i]);
    }
}
