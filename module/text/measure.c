/* measure.c: widths of Helvetica, from Adobe's font metrics. */
#include "text/measure.h"

#define OTHER_WIDTH 556

static const short ascii_widths[96] = {
    /*   */ 278,  278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
    /* 0 */ 556,  556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
    /* @ */ 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
    /* P */ 667,  778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
    /* ` */ 333,  556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
    /* p */ 556,  556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584, 0,
};

unsigned mb_width(mb_slice text)
{
    unsigned width = 0;
    for (size_t i = 0; i < text.size; i++) {
        unsigned char c = (unsigned char)text.data[i];
        if (c >= 0x20 && c < 0x80)
            width += (unsigned)ascii_widths[c - 0x20];
        else if (c >= 0xC0) /* the first byte of a character */
            width += OTHER_WIDTH;
    }
    return width;
}

mb_slice mb_first_word(mb_slice text)
{
    size_t size = 0;
    while (size < text.size && text.data[size] != ' ' && text.data[size] != '\t')
        size++;
    return mb_slice_first(text, size);
}
