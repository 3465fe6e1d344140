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

#endif
