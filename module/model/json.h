/* json.h: a record of the model as JSON, in the order of schema.def, with a place's parts at the end.
 *
 * An object stands once, where it belongs: in a field that is a record or a list. Where another object refers to it there
 * is what names it. */
#ifndef MB_MODEL_JSON_H
#define MB_MODEL_JSON_H

#include "core/buffer.h"
#include "model/schema.h"

/* Writes the record and a final newline, indented. Returns what the buffer says: 0, MB_ENOMEM or MB_ELIMIT. */
int mb_json_write(const mb_type_info *type, const void *record, mb_buffer *out);

/* How a record is published: compact, and as much of it as a file is to hold. */
typedef struct mb_json_view {
    const mb_site_record *site;                                     /* of which the record is a part, or NULL */
    bool (*is_shown)(const mb_type_info *type, const void *record); /* of lists and references; NULL: all are */
    bool is_index; /* what has files of its own isn't in this one: see mb_json_files */
} mb_json_view;

int mb_json_write_view(const mb_type_info *type, const void *record, const mb_json_view *view, mb_buffer *out);

/* A field of the record that is a list, as an array. */
int mb_json_write_list(const mb_field_info *field, const void *record, const mb_json_view *view, mb_buffer *out);

/* Where the objects of a site's lists stand when it is published; NAME is that of the list in Site. */
typedef enum mb_json_files {
    MB_JSON_IN_SITE,      /* in data/site.json */
    MB_JSON_FILE_OF_LIST, /* in data/NAME.json, which is the list */
    MB_JSON_FILE_EACH     /* each in data/NAME/ID.json; data/site.json has what is no list of objects, and `file` */
} mb_json_files;
mb_json_files mb_json_files_of(const mb_type_info *type);

/* The path of the file, in parts: of the object, where each has one, else of the list. */
enum { MB_JSON_PATH_PARTS = 5 };
void mb_json_path(const mb_type_info *type, const void *record, mb_slice parts[MB_JSON_PATH_PARTS]);

/* Whether only an object's own file has the field. */
bool mb_json_is_in_file_only(const mb_type_info *type, const mb_field_info *field);

/* What stands for an object of this type where another one refers to it. */
typedef enum mb_json_reference {
    MB_JSON_BY_ID,       /* its id; of a pack, which has none, its file */
    MB_JSON_BY_POSITION, /* its position, counted from 0, in the list of its meeting or item that holds it */
    MB_JSON_IN_FULL      /* the object: it is small, or a part of a pack and of nothing in the record */
} mb_json_reference;
mb_json_reference mb_json_refers(const mb_type_info *type);

#endif
