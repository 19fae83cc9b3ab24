/* names.h: lists of people: "Councillors Ann Lee (Chair), Bob Hay and Cy Orr", "Dr Di Poe (Director of Roads)". */
#ifndef MB_READER_PEOPLE_NAMES_H
#define MB_READER_PEOPLE_NAMES_H

#include "reader/reading.h"

typedef struct mb_name {
    mb_slice name, honorific;
    mb_slice remark; /* what stands in brackets behind it, else its office; else NOTHING */
    mb_slice office; /* behind brackets, a comma, a dash or nothing at all, or before the name; else NOTHING */
} mb_name;

/* Reads the people in `text` into a list of mb_name. An honorific in the plural holds for those that follow it. What is
 * no name ("6 members of the public", "the Clerk") is left out. */
void mb_read_names(mb_reader *reader, mb_slice text, mb_list *names);

/* The same for a text that names one person, though it may have commas: "Ann Lee, Marlford Care Trust". */
void mb_read_one_name(mb_reader *reader, mb_slice text, mb_list *names);

/* One name without its honorific, which goes to `honorific` where one is printed, and without the letters behind it
 * ("OBE"). */
mb_slice mb_bare_name(const mb_reader *reader, mb_slice name, mb_slice *honorific);

#endif
