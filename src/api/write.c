#include "api/doc.h"

static chy_record record_of(const chy_doc *doc) {
    return (chy_record){
        .content = &doc->content,
        .text = &doc->text,
        .coder = &doc->coder->identity,
        .sha256 = doc->sha256,
        .lexicon = doc->coder->lexicon,
        .clauses = doc->recorded ? &doc->clauses : NULL,
        .mention_of_head = doc->mentions.mention_of_head,
        .near_misses = doc->events.near_misses,
        .near_miss_count = doc->events.near_miss_count,
    };
}

chy_status chy_write(const chy_doc *doc, chy_format format, const chy_write_options *options,
                     chy_sink *sink, void *context, chy_error *err) {
    static const chy_write_options none = {false, false, 0};
    const chy_write_options *o = options != NULL ? options : &none;
    const chy_record record = record_of(doc);
    chy_status status = CHY_OK;
    chy_out out;
    if (format != CHY_FORMAT_CONLLU && !doc->recorded) {
        return chy_fail(err, CHY_ERROR_ARGUMENT, "format", CHY_NOWHERE, CHY_NOWHERE,
                        "This document was read to its syntax alone; only CoNLL-U can be written.");
    }
    chy_out_start(&out, sink, context);
    switch (format) {
    case CHY_FORMAT_JSON:
    case CHY_FORMAT_PRETTY:
        chy_record_json(&record, format == CHY_FORMAT_PRETTY, o->text, &out);
        break;
    case CHY_FORMAT_SHOW:
        chy_record_show(&record, o->width, o->colour, &out);
        break;
    case CHY_FORMAT_EXPLAIN:
        status = chy_record_explain(&record, o->width, o->colour, &out, err);
        break;
    case CHY_FORMAT_CAMEO:
        chy_record_cameo(&record, &out);
        break;
    case CHY_FORMAT_PLOVER:
        chy_record_plover(&record, &out);
        break;
    case CHY_FORMAT_CONLLU:
        chy_record_conllu(&record, &out);
        break;
    default:
        return chy_fail(err, CHY_ERROR_ARGUMENT, "format", CHY_NOWHERE, CHY_NOWHERE,
                        "There is no format %d.", (int)format);
    }
    return status != CHY_OK ? status : chy_out_finish(&out, err);
}

chy_status chy_write_header(chy_format format, chy_sink *sink, void *context, chy_error *err) {
    chy_out out;
    chy_out_start(&out, sink, context);
    if (format == CHY_FORMAT_CAMEO) {
        chy_record_cameo_header(&out);
    } else if (format == CHY_FORMAT_PLOVER) {
        chy_record_plover_header(&out);
    }
    return chy_out_finish(&out, err);
}
