/* image.h: a model as bytes, from which the same build of the program has it again 25 times as fast as by reading the pack.
 *
 *     head       the size of each part below, and how many records the walk has
 *     text       every byte of memory that some text covers, once, with a NUL behind each piece
 *     spans      for each text of the walk, in its order, where it stands in `text`: steps and sizes
 *     targets    for each reference of the walk its target: the place of the record among all
 *     walk       the records, each before what is in it: where it is, which fields say something, and what
 *
 * Texts that overlap in memory overlap here, too, so that a paper's words are kept once, as in its reading. Numbers take a
 * byte for every seven bits. An image has no version: who keeps it keeps it under the name of the build (core/build.h).
 *
 * What is put into an image by a line of code is taken from it by one like it, in the same order. */
#ifndef MB_MODEL_IMAGE_H
#define MB_MODEL_IMAGE_H

#include "model/schema.h"

/* Records stand within records this deep at most: lists in lists are what a paper could nest. */
#define MB_IMAGE_DEPTH 64

typedef struct mb_image_writer mb_image_writer;

/* An image that is made in `scratch`. What is put into it stays as it is until the end. */
mb_image_writer *mb_image_begin(mb_arena *scratch);

void mb_image_put_number(mb_image_writer *writer, uint64_t number);
void mb_image_put_text(mb_image_writer *writer, mb_slice text);
void mb_image_put_texts(mb_image_writer *writer, const mb_strings *texts);

/* The record and all that is in it. The pack of its places is none of what is put: a site numbers its packs itself. */
void mb_image_put_record(mb_image_writer *writer, const mb_type_info *type, const void *record);

/* The image, in `scratch`. NOTHING where what was put is no tree: records nested too deep, a reference to a record that
 * wasn't put, a span of blocks that aren't around it. */
mb_slice mb_image_end(mb_image_writer *writer);

typedef struct mb_image_reader mb_image_reader;

/* What is taken from the image lives in `arena`; it may be damaged in any way. What is behind a damage comes as zero and
 * as nothing: take all, and ask at the end. */
mb_image_reader *mb_image_open(mb_arena *arena, mb_arena *scratch, mb_slice image);

/* A number of at most `most`. */
uint64_t mb_image_take_number(mb_image_reader *reader, uint64_t most);

/* How many of something follow, each of which takes at least a byte. */
uint32_t mb_image_take_length(mb_image_reader *reader);
mb_slice mb_image_take_text(mb_image_reader *reader);
void mb_image_take_texts(mb_image_reader *reader, mb_strings *out);
void mb_image_take_bytes(mb_image_reader *reader, void *out, size_t size); /* of a text that has just that size */
void *mb_image_take_record(mb_image_reader *reader, const mb_type_info *type);

/* Ends the taking: whether it was an image, and all of it was taken. Only then do references lead anywhere. */
bool mb_image_is_whole(mb_image_reader *reader);

#endif
