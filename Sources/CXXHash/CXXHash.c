#define XXH_INLINE_ALL
#include <xxhash.h>

#include "CXXHash.h"

postil_hash128 postil_xxh3_128(const void *bytes, size_t length) {
  XXH128_hash_t hash = XXH3_128bits(bytes, length);
  postil_hash128 result = {hash.low64, hash.high64};
  return result;
}

postil_hash_state *postil_xxh3_open(void) {
  XXH3_state_t *state = XXH3_createState();
  if (state) XXH3_128bits_reset(state);
  return (postil_hash_state *)state;
}

void postil_xxh3_close(postil_hash_state *state) { XXH3_freeState((XXH3_state_t *)state); }

void postil_xxh3_update(postil_hash_state *state, const void *bytes, size_t length) {
  XXH3_128bits_update((XXH3_state_t *)state, bytes, length);
}

postil_hash128 postil_xxh3_value(const postil_hash_state *state) {
  XXH128_hash_t hash = XXH3_128bits_digest((const XXH3_state_t *)state);
  postil_hash128 result = {hash.low64, hash.high64};
  return result;
}
