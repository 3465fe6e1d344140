#ifndef POSTIL_CJSON_BYTES_HPP
#define POSTIL_CJSON_BYTES_HPP

#include <cstddef>
#include <cstdint>
#include <cstring>

namespace postil {

inline bool needs_look(uint8_t c) { return c < 0x20 || c == '"' || c == '\\' || c == 0x7F || c == 0xC2; }

/// Bytes at the start that are none of: C0 control, quote, backslash, DEL, 0xC2 (which leads the C1 controls).
/// Eight bytes at a time; the tests for a zero byte and for "less than" are those of Anderson, "Bit Twiddling Hacks".
inline size_t plain_run(const char *bytes, size_t length) {
  size_t at = 0;
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
  constexpr uint64_t ones = 0x0101010101010101u, highs = 0x8080808080808080u;
  auto equals = [](uint64_t word, uint64_t byte) {
    uint64_t difference = word ^ (ones * byte);
    return (difference - ones) & ~difference & highs;
  };
  for (; at + 8 <= length; at += 8) {
    uint64_t word;
    memcpy(&word, bytes + at, 8);
    uint64_t found = ((word - ones * 0x20) & ~word & highs) | equals(word, '"') | equals(word, '\\') |
                     equals(word, 0x7F) | equals(word, 0xC2);
    // A borrow can mark bytes above the first hit only, so the lowest mark is true.
    if (found) return at + size_t(__builtin_ctzll(found) >> 3);
  }
#endif
  while (at < length && !needs_look(uint8_t(bytes[at]))) at++;
  return at;
}

} // namespace postil

#endif
