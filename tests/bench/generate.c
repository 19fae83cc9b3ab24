/* generate.c: see generate.h. */
#include "generate.h"

enum { PANELS = 40, MEMBERS = 9, SUBJECTS = 24 };

static const char *const months[] = {"January", "February", "March",     "April",   "May",      "June",
                                     "July",    "August",   "September", "October", "November", "December"};
static const char *const places[] = {"Harle", "Marl", "Stoke", "Chalk", "Nether", "Upper", "Lower", "Corn"};
static const char *const things[] = {"Roads", "Parks", "Rivers", "Schools", "Markets"};
static const char *const first_names[] = {"Ann",   "Bob",   "Cyril", "Della",  "Edwin", "Flora",
                                          "Giles", "Hetty", "Ivor",  "Jessie", "Kit",   "Lois"};
static const char *const surnames[] = {"Wainfleet", "Orrell",  "Nandakumar", "Aldersey", "Stukeley", "Maddox",
                                       "Thorne",    "Kettley", "Penhale",    "Tewkes",   "Verrall",  "Galbraith"};
#define COUNT_OF(array) (sizeof(array) / sizeof *(array))

/* A meeting of a panel, counted from 0. */
typedef struct sitting {
    uint32_t panel, number;
} sitting;

static void put_panel(FILE *out, sitting s)
{
    fprintf(out, "%s %s Scrutiny Panel", places[s.panel % COUNT_OF(places)], things[s.panel / COUNT_OF(places)]);
}

static void put_date(FILE *out, sitting s)
{
    fprintf(out, "%u %s %u", s.panel % 27 + 1, months[s.number % 12], 2010 + s.number / 12);
}

static void put_member(FILE *out, uint32_t panel, uint32_t seat)
{
    uint32_t person = panel * 5 + seat;
    fprintf(out, "%s %s%s", first_names[person % COUNT_OF(first_names)], surnames[person % 11],
            (const char *[]){"", "-Hay", "son", "-Lee"}[person / 12 % 4]);
}

static void put_members(FILE *out, uint32_t panel, uint32_t from, const char *chair)
{
    for (uint32_t seat = from; seat < MEMBERS; seat++) {
        put_member(out, panel, seat);
        fputs(seat == from ? chair : "", out);
        fputs(seat + 2 < MEMBERS ? ", " : seat + 1 < MEMBERS ? " and " : "\n", out);
    }
}

static void put_subject(FILE *out, uint32_t panel, uint32_t number)
{
    static const char *const verbs[] = {"Mending", "Counting", "Planting", "Opening", "Paying for", "Moving"};
    static const char *const objects[] = {"bridges", "lime trees",  "ferries", "libraries",
                                          "weirs",   "playgrounds", "lamps"};
    fprintf(out, "%s the %s of %s in the %uth year", verbs[number % COUNT_OF(verbs)],
            objects[number % COUNT_OF(objects)], places[panel % COUNT_OF(places)], number % SUBJECTS + 1);
}

static void put_agenda(FILE *out, sitting s)
{
    fputs("Wexcombe Council\n\n", out);
    put_panel(out, s);
    fputs("\n\nDate: ", out);
    put_date(out, s);
    fputs("\n\nTime: 10.00 am\n\nVenue: Corn Hall\n\nCouncillors: ", out);
    put_members(out, s.panel, 0, "");
    fputs("\nAGENDA\n\n1. WELCOME\n\n2. APOLOGIES FOR ABSENCE\n\n3. MINUTES OF THE LAST MEETING\n\n4. ", out);
    put_subject(out, s.panel, s.number);
    fputs(" (Pages 5 - 8)\n\n5. ", out);
    put_subject(out, s.panel, s.number + 1);
    fputs("\n\n6. PANEL WORK PLAN\n\n", out);
}

static void put_minutes(FILE *out, sitting s)
{
    uint32_t number = s.number * 6 + 1;
    fputs("\f", out);
    put_panel(out, s);
    fputs("\n\n", out);
    put_date(out, s);
    fputs("\n\nPresent:- Councillors ", out);
    put_members(out, s.panel, 1, " (Chair)");
    fprintf(out,
            "Also in attendance: Rosalind Tewkes (Director of Place) and Hamish Verrall (Head of Roads)\n\n"
            "%u\n\nWELCOME\n\nThe Chair welcomed all.\n\n%u\n\nAPOLOGIES FOR ABSENCE\n\nApologies had been "
            "received from Councillor ",
            number, number + 1);
    put_member(out, s.panel, 0);
    fprintf(out,
            ".\n\n%u\n\nMINUTES OF THE LAST MEETING\n\nThe Panel confirmed the minutes as a correct record.\n\n%u\n\n",
            number + 2, number + 3);
    put_subject(out, s.panel, s.number);
    for (uint32_t seat = 2; seat < 6; seat++) {
        fputs("\n\nCouncillor ", out);
        put_member(out, s.panel, seat);
        fprintf(out,
                " asked what the %uth part of it would cost, and when it would begin.\n\nThe Head of Roads replied "
                "that it would cost %u pounds. He would write to the Panel.",
                seat, s.number * 100 + seat);
    }
    fprintf(out, "\n\nThe Panel RESOLVED to support part %u.\n\n%u\n\n", s.number, number + 4);
    put_subject(out, s.panel, s.number + 1);
    fprintf(out, "\n\nThe Panel noted the report.\n\n%u\n\nPANEL WORK PLAN\n\nThe Panel noted the plan.\n\n",
            number + 5);
}

static void put_report(FILE *out, sitting s)
{
    fputs("\fAgenda Item 4\n\nWexcombe Council\n\nMEETING: ", out);
    put_panel(out, s);
    fputs("\nTITLE: ", out);
    put_subject(out, s.panel, s.number);
    fputs("\n\n1 THE ISSUE\n\n", out);
    uint32_t seed = s.panel * 977 + s.number;
    for (uint32_t paragraph = 1; paragraph <= 12; paragraph++) {
        fprintf(out, "1.%u ", paragraph);
        for (uint32_t word = 0; word < 60; word++) {
            seed = seed * 1664525u + 1013904223u;
            fprintf(out, "%s%u ", surnames[seed >> 16 & 7], seed >> 24);
        }
        fputs(".\n\n", out);
    }
    fputs("2 RECOMMENDATION\n\nThe Panel is asked to:\n\n2.1 Proposal 1: Support it\n\n", out);
}

static void put_plan(FILE *out, sitting s)
{
    fputs("\fWORK PLAN\nThis plan lists what the Panel expects to look at in the coming months.\n\n"
          "Ref\nDate\n\nDecision\nMaker/s\n\nTitle\n\nReport Author\nContact\n\nDirector Lead\n\n",
          out);
    for (uint32_t ahead = 0; ahead < 6; ahead++) {
        sitting next = {s.panel, s.number + ahead};
        put_date(out, next);
        fputs("\n\n", out);
        put_panel(out, next);
        fputs("\n\n", out);
        put_subject(out, s.panel, next.number);
        fputs("\n\nHamish Verrall\n\nDirector of Place\n\n", out);
    }
}

void generate_pack(FILE *out, uint32_t number)
{
    sitting called = {number % PANELS, number / PANELS};
    put_agenda(out, called);
    if (called.number > 0)
        put_minutes(out, (sitting){called.panel, called.number - 1});
    put_report(out, called);
    put_plan(out, called);
}
