/* json.h: any record of the model as JSON.
 *
 * Fields come in the order of schema.def, then `line`, `page`, `sheet` (and, in a site, `pack`) of an object with a
 * place. What the pack does not say is null; sparse types leave it out. */
#ifndef MB_MODEL_JSON_H
#define MB_MODEL_JSON_H

#include "core/buffer.h"
#include "model/schema.h"

/* Writes `record`, which is of `type`, and a final LF. MB_ENOMEM or MB_ELIMIT where the buffer failed, or 0. */
int mb_json_write(const mb_type_info *type, const void *record, mb_buffer *out);

/* The same of a part of `site`, without the records that aren't shown: lists leave them out, and where only one is referred
 * to stands null. */
int mb_json_write_shown(const mb_site_record *site, const mb_type_info *type, const void *record,
                        bool (*is_shown)(const mb_type_info *type, const void *record), mb_buffer *out);

/* What stands for an object of this type where another one refers to it: true for its id (of a pack, which has none,
 * its file), false for the object itself. */
bool mb_json_refers_by_id(const mb_type_info *type);

#endif
