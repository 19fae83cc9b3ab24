/* reference.h: the reference page of the model, as Markdown. */
#ifndef MB_MODEL_REFERENCE_H
#define MB_MODEL_REFERENCE_H

#include "core/buffer.h"

/* Writes the page that is kept as module/docs/model.md. MB_ENOMEM or MB_ELIMIT where the buffer failed, or 0. */
int mb_model_reference(mb_buffer *out);

#endif
