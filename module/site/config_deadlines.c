/* config_deadlines.c: rules of notice that a council has and its packs don't print.
 *
 *     deadlines:
 *       - purpose: question
 *         days: 3
 *         counting: clear
 *         calendar: working
 *         time: "17:00"                                                                                            */
#include "site/config_parts.h"

const mb_form_pattern mb_clock_pattern = {"^([01][0-9]|2[0-3]):[0-5][0-9]$", "time", "17:00"};

static const char *const purposes[] = {"question", "statement", "petition", "speaking", NULL};
static const char *const countings[] = {"clear", "ordinary", NULL};
static const char *const calendars[] = {"working", "all", NULL};

#define AT(field) offsetof(mb_config_deadline, field)
static const mb_form_key deadline_keys[] = {
    {.name = "purpose", MB_ANSWER_TEXT, AT(purpose), "What notice is given of.", .required = true, .words = purposes},
    {.name = "days", MB_ANSWER_NUMBER, AT(days), "How many days before the meeting.", .required = true},
    {.name = "counting",
     MB_ANSWER_TEXT,
     AT(counting),
     "clear: neither the day of the notice nor that of the meeting counts; ordinary: that of the notice does.",
     .required = true,
     .words = countings},
    {.name = "calendar",
     MB_ANSWER_TEXT,
     AT(calendar),
     "Whether only working days count, or all.",
     .required = true,
     .words = calendars},
    {.name = "time",
     MB_ANSWER_TEXT,
     AT(time),
     "By when on that day, as 17:00.",
     .required = true,
     .pattern = &mb_clock_pattern},
    {.name = "rule", MB_ANSWER_TEXT, AT(rule), "The rule in words, as the site shows it."},
    {.name = "panels", MB_ANSWER_TEXTS, AT(panels), "The names of the panels that it is for; of all if you don't say."},
};

const mb_form mb_deadline_form = {"a deadline",
                                  "- {purpose: question, days: 3, counting: clear, calendar: working, time: \"17:00\"}",
                                  MB_FORM_KEYS(deadline_keys), sizeof(mb_config_deadline), false};
