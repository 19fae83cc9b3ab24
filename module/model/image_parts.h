/* image_parts.h: an image while it is written or read: shared by image.c, image_writer.c and image_reader.c. */
#ifndef MB_MODEL_IMAGE_PARTS_H
#define MB_MODEL_IMAGE_PARTS_H

#include "core/buffer.h"
#include "model/image.h"

/* The parts of an image, in their order. */
enum { MB_IMAGE_TEXT, MB_IMAGE_SPANS, MB_IMAGE_TARGETS, MB_IMAGE_WALK, MB_IMAGE_PARTS };

struct mb_image_writer {
    mb_arena *scratch;
    mb_buffer walk;
    mb_strings texts;
    mb_list records, targets;
    mb_place last;
    bool failed;
};

/* What is left of a part. */
typedef struct mb_image_part {
    const unsigned char *at, *end;
} mb_image_part;

/* A reference that was taken, until all records are there. */
typedef struct mb_image_waiting {
    const mb_type_info *type;
    void **place;
} mb_image_waiting;

typedef struct mb_image_taken {
    const mb_type_info *type;
    void *record;
} mb_image_taken;

struct mb_image_reader {
    mb_arena *arena, *scratch;
    mb_slice text;
    size_t text_end; /* of the last text, in `text` */
    mb_image_part spans, targets, walk;
    mb_image_taken *records;
    uint32_t count, most; /* of the records: so far, and in all */
    uint64_t promised;    /* records in lists that have begun */
    mb_list references;   /* of mb_image_waiting */
    mb_place last;
    bool damaged;
};

/* Has the image be damaged: nothing more is taken from it. Gives NULL. */
void *mb_image_damage(mb_image_reader *reader);

/* How many of something follow in a part, each of which takes at least a byte of it. */
uint32_t mb_image_take_length_of(mb_image_reader *reader, const mb_image_part *part);

/* A step back is as short as one forward. */
static inline uint64_t mb_image_folded(int64_t step)
{
    return (uint64_t)step << 1 ^ (uint64_t)(step >> 63);
}

static inline int64_t mb_image_unfolded(uint64_t number)
{
    return (int64_t)(number >> 1) ^ -(int64_t)(number & 1);
}

#endif
