#define XXH_INLINE_ALL
#include <xxhash.h>

#include "CXXHash.h"

postil_hash128 postil_xxh3_128(const void *bytes, size_t length) {
  XXH128_hash_t hash = XXH3_128bits(bytes, length);
  postil_hash128 result = {hash.low64, hash.high64};
  return result;
}
