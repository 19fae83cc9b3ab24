/* shingles.h: how much of two texts is the same, from a sketch of each that takes 1.5 KiB whatever their size.
 *
 *     words ─► every four that follow one another ─► a hash ─► its top 8 bits choose one of 256 bins
 *                                                             which keeps the least of what falls into it
 *
 * The share of bins in which two sketches agree estimates the share of shingles that both texts have (one permutation
 * hashing; the error is about 3 in 100). */
#ifndef MB_SITE_SHINGLES_H
#define MB_SITE_SHINGLES_H

#include "model/model.h"

#define MB_SKETCH_BINS 256

/* Sketches that are alike have one of their keys in common, nearly surely: at a likeness of 0.6 all but 1 in 5,000 do. */
#define MB_SKETCH_KEYS 64

typedef struct mb_sketch {
    uint32_t bins[MB_SKETCH_BINS]; /* 0: nothing fell in */
    uint64_t keys[MB_SKETCH_KEYS]; /* 0: none, since its bins are empty */
    uint32_t words;
} mb_sketch;

/* The sketch of the text of a paper's sections. */
void mb_sketch_report(const mb_list *sections, mb_sketch *out);

/* From 0 to 1. */
double mb_sketch_likeness(const mb_sketch *a, const mb_sketch *b);

#endif
