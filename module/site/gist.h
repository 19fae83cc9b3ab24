/* gist.h: what a site has to know of a pack's running text, whatever the other packs are. It is worked out when the pack is
 * read and stays with the reading, so that a site of 1,000 packs that is opened again works it out for the pack that changed. */
#ifndef MB_SITE_GIST_H
#define MB_SITE_GIST_H

#include "model/image.h"
#include "reader/reader.h"
#include "site/shingles.h"
#include "site/titles.h"

typedef struct mb_gist mb_gist;

/* A sentence of the minutes that promises something, or asks for it. */
typedef struct mb_undertaking {
    mb_slice sentence;
    mb_title words;
    uint32_t block; /* its position in the item */
    bool promised, asked_for;
} mb_undertaking;

/* Works out the gist of the reading, which then holds it. MB_ENOMEM, MB_ELIMIT, or 0. */
int mb_take_gist(mb_reading *reading, mb_error *error);

/* Puts the gist of the reading behind its pack into an image, and takes it from there, which is all of its work done. */
void mb_put_gist(mb_image_writer *writer, const mb_reading *reading);
mb_gist *mb_gist_in(mb_image_reader *reader, mb_arena *arena, const mb_pack *pack);

/* Whether the pack as it was read is known to have nothing of a set of hidden values (hiding.c), which their
 * SHA-256 tells from others; and notes that it has nothing. Another reading of the same pack may inherit what is known. */
bool mb_is_clean_of(const mb_gist *gist, mb_slice digest);
void mb_note_clean_of(mb_gist *gist, mb_slice digest);
void mb_inherit_clean(mb_gist *gist, const mb_gist *earlier);

/* How many words of the pack stand under no heading, those of a work plan left out. */
uint64_t mb_unheaded_words(const mb_gist *gist);

/* The undertakings of an item of the pack's minutes, in their order. */
const mb_list *mb_undertakings(const mb_gist *gist, const mb_minute_item *item);

/* The sketch of the text of a paper, by the list of its sections. */
const mb_sketch *mb_paper_sketch(const mb_gist *gist, const mb_list *sections);

/* undertakings.c: finds them, sentence by sentence, in the words of the dialect. */
void mb_find_undertakings(mb_arena *arena, const mb_dialect *dialect, const mb_minute_item *item, mb_list *out);

#endif
