/* walk.h: cmark's tree becomes HTML. */
#ifndef MB_MARKDOWN_WALK_H
#define MB_MARKDOWN_WALK_H

#include <cmark.h>

#include "markdown/markdown.h"

/* Writes the tree under `root` to `out`. MB_ELIMIT (with the line), or 0. */
int mb_walk(cmark_node *root, const mb_markdown_options *options, const char *file, mb_buffer *out, mb_error *error);

#endif
