/* PLOVER's types, modes and scores, and which CAMEO codes belong to a type. */
#ifndef CHY_EVENTS_PLOVER_H
#define CHY_EVENTS_PLOVER_H

#include "base/base.h"

/* Modes a type has at most. */
#define CHY_MODES_MOST 16u

/* The type of this name ("CONSULT"), or CHY_EVENT_TYPE_COUNT. */
uint8_t chy_plover_type(chy_slice name);
/* The quad class, 1 to 4. */
uint8_t chy_plover_quad(uint8_t type);
/* Whether an event of the type is incomplete without a recipient. */
bool chy_plover_needs_recipient(uint8_t type);
/* The index of mode `name` among those of `type`, or CHY_NONE. */
uint32_t chy_plover_mode(uint8_t type, chy_slice name);
const char *chy_plover_mode_name(uint8_t type, uint32_t mode);
/* The score of the strongest (largest in size) of the modes, given as bits; of the type without
 * any. */
double chy_plover_score(uint8_t type, uint32_t modes);
/* The root's own code: "040". */
const char *chy_plover_root(uint8_t type);
/* Whether a CAMEO code may stand beside a type (docs/grammar.md, last table). */
bool chy_plover_allows(uint8_t type, const char *cameo);

/* The index of a context's name in PLOVER's order, or CHY_NONE. */
uint32_t chy_plover_context_index(chy_slice name);
const char *chy_plover_context_name(uint32_t index);
uint32_t chy_plover_context_count(void);
/* The sector of this name, or CHY_SECTOR_COUNT. */
uint8_t chy_plover_sector(chy_slice name);
/* The kind of count of this name, or CHY_COUNT_KIND_COUNT. */
uint8_t chy_plover_count_kind(chy_slice name);

#endif
