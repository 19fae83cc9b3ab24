/* reading_image.h: a pack's reading as one image: the model, and what belongs to it. */
#ifndef MB_SITE_READING_IMAGE_H
#define MB_SITE_READING_IMAGE_H

#include "reader/reader.h"

/* The image of a reading that has its gist, in `scratch`; NOTHING where there can't be one (model/image.h). */
mb_slice mb_reading_image(mb_arena *scratch, const mb_reading *reading);

/* The reading that the image is of, which lives in `arena` and holds the dialects, among which its own is found by name.
 * False where the image is damaged. */
bool mb_reading_of_image(mb_arena *arena, mb_arena *scratch, mb_slice image, mb_dialects *dialects, mb_reading *out);

/* What a reading takes: its text, its records, and as much while they are made. */
#define MB_READING_CEILING ((size_t)4 << 30)

#endif
