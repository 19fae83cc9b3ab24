/* generate.h: any number of packs of an invented council. */
#ifndef MB_BENCH_GENERATE_H
#define MB_BENCH_GENERATE_H

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

/* Writes pack `number` as text: its panel calls a meeting with a paper and its work plan, and minutes the meeting
 * before. Forty panels meet in turn; people, papers and plans go on from pack to pack. */
void generate_pack(FILE *out, uint32_t number);

#endif
