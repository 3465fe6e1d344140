#ifndef POSTIL_CXXHASH_H
#define POSTIL_CXXHASH_H

#include <stddef.h>
#include <stdint.h>

/// 128-bit XXH3 of a byte string, as two words.
typedef struct {
  uint64_t low;
  uint64_t high;
} postil_hash128;

postil_hash128 postil_xxh3_128(const void *bytes, size_t length);

/// The same for bytes that come in pieces. NULL when memory is out.
typedef struct postil_hash_state postil_hash_state;
postil_hash_state *postil_xxh3_open(void);
void postil_xxh3_close(postil_hash_state *state);
void postil_xxh3_update(postil_hash_state *state, const void *bytes, size_t length);
postil_hash128 postil_xxh3_value(const postil_hash_state *state);

#endif
