/* SHA-256 (FIPS 180-4): names the learned file and the text of a report. */
#ifndef CHY_BASE_SHA256_H
#define CHY_BASE_SHA256_H

#include "base/base.h"

#define CHY_SHA256_BYTES 32u

/* The digest of `size` bytes. Uses the processor's SHA instructions where it has them: the learned
 * file of 25 MB would cost 100 ms without and costs 15 ms with them. */
void chy_sha256(const void *data, size_t size, uint8_t digest[CHY_SHA256_BYTES]);

/* Writes `digits` lower-case hexadecimal digits (at most 64) of a digest, and a NUL. */
void chy_sha256_text(const uint8_t digest[CHY_SHA256_BYTES], size_t digits, char *text);

/* Takes whole blocks of 64 bytes into the state. The two do the same; the second needs a processor
 * for which chy_sha256_has_instructions() is true. */
void chy_sha256_blocks(uint32_t state[8], const uint8_t *data, size_t blocks);
void chy_sha256_blocks_fast(uint32_t state[8], const uint8_t *data, size_t blocks);
bool chy_sha256_has_instructions(void);

#endif
