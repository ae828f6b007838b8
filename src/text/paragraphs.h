/* Inner steps of chy_text_read. */
#ifndef CHY_TEXT_PARAGRAPHS_H
#define CHY_TEXT_PARAGRAPHS_H

#include "text/text.h"

/* Byte where the title ends in a text that begins with it, without regard to case and to how much
 * white space stands where there is some; 0 where it does not. Both are valid UTF-8 and end in NUL.
 */
size_t chy_title_end(const char *data, const char *title);

/* Fills text->paragraphs and finds the headline. `title`: the report's, or NULL. The paragraphs, to
 * be finished by chy_dateline_find; NULL: no memory. */
chy_paragraph *chy_paragraphs_find(chy_text *text, const char *title, chy_arena *arena);

/* Finds the dateline and takes it out of its paragraph's body; `given`: the caller's, or NULL;
 * `gazetteer`: or NULL. False: no memory. */
bool chy_dateline_find(chy_text *text, chy_paragraph *paragraphs, const char *given,
                       const chy_gazetteer *gazetteer, chy_arena *arena);

/* What a gazetteer knows of a name; nothing where there is none. */
uint32_t chy_gazetteer_names(const chy_gazetteer *gazetteer, chy_slice name);

#endif
