#include "Bytes.hpp"
#include "CJSON.h"

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <new>
#include <numeric>
#include <simdjson.h>
#include <string>
#include <string_view>
#include <vector>

namespace {

/// Bytes that grow and keep their room.
struct Buffer {
  char *bytes = nullptr;
  size_t length = 0;
  size_t capacity = 0;

  Buffer() = default;
  Buffer(const Buffer &) = delete;
  Buffer &operator=(const Buffer &) = delete;
  ~Buffer() { free(bytes); }

  void reserve(size_t more) {
    if (capacity - length >= more) return;
    size_t wanted = std::max(capacity * 2, length + more);
    char *grown = static_cast<char *>(realloc(bytes, wanted));
    if (!grown) throw std::bad_alloc();
    bytes = grown;
    capacity = wanted;
  }
  void append(const char *from, size_t count) {
    reserve(count);
    memcpy(bytes + length, from, count);
    length += count;
  }
  void append(char c) {
    reserve(1);
    bytes[length++] = c;
  }
};

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

void append_control(Buffer &out, uint32_t scalar) {
  switch (scalar) {
  case '"': out.append("\\\"", 2); return;
  case '\\': out.append("\\\\", 2); return;
  case '\n': out.append("\\n", 2); return;
  case '\r': out.append("\\r", 2); return;
  case '\t': out.append("\\t", 2); return;
  default: break;
  }
  const char *digits = "0123456789abcdef";
  char escape[6] = {'\\', 'u', '0', '0', digits[scalar >> 4 & 15], digits[scalar & 15]};
  out.append(escape, 6);
}

size_t encode(uint32_t scalar, char *out) {
  if (scalar < 0x80) {
    out[0] = char(scalar);
    return 1;
  }
  if (scalar < 0x800) {
    out[0] = char(0xC0 | scalar >> 6);
    out[1] = char(0x80 | (scalar & 63));
    return 2;
  }
  if (scalar < 0x10000) {
    out[0] = char(0xE0 | scalar >> 12);
    out[1] = char(0x80 | (scalar >> 6 & 63));
    out[2] = char(0x80 | (scalar & 63));
    return 3;
  }
  out[0] = char(0xF0 | scalar >> 18);
  out[1] = char(0x80 | (scalar >> 12 & 63));
  out[2] = char(0x80 | (scalar >> 6 & 63));
  out[3] = char(0x80 | (scalar & 63));
  return 4;
}

void append_scalar(Buffer &out, uint32_t scalar) {
  if (scalar < 0x20 || scalar == '"' || scalar == '\\' || (scalar >= 0x7F && scalar < 0xA0)) {
    append_control(out, scalar);
    return;
  }
  char bytes[4];
  out.append(bytes, encode(scalar, bytes));
}

uint32_t hexadecimal(const char *digits) {
  uint32_t value = 0;
  for (int i = 0; i < 4; i++) {
    char c = digits[i];
    value = value << 4 | uint32_t(c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10);
  }
  return value;
}

/// Decodes one escape; `at` stands on the backslash and is moved behind it. False for a lone surrogate.
bool escape(const char *bytes, size_t length, size_t &at, uint32_t &scalar) {
  if (at + 1 >= length) return false;
  char c = bytes[at + 1];
  at += 2;
  switch (c) {
  case 'b': scalar = 8; return true;
  case 'f': scalar = 12; return true;
  case 'n': scalar = 10; return true;
  case 'r': scalar = 13; return true;
  case 't': scalar = 9; return true;
  case 'u': break;
  default: scalar = uint8_t(c); return true;
  }
  if (at + 4 > length) return false;
  scalar = hexadecimal(bytes + at);
  at += 4;
  if (scalar < 0xD800 || scalar > 0xDFFF) return true;
  if (scalar > 0xDBFF || at + 6 > length || bytes[at] != '\\' || bytes[at + 1] != 'u') return false;
  uint32_t low = hexadecimal(bytes + at + 2);
  if (low < 0xDC00 || low > 0xDFFF) return false;
  at += 6;
  scalar = 0x10000 + ((scalar - 0xD800) << 10) + (low - 0xDC00);
  return true;
}

/// Whether an escape in the text is half a surrogate pair. For text that a parser has refused, so anything may be in it.
bool has_lone_surrogate(const char *bytes, size_t length) {
  for (size_t at = 0; at + 1 < length;) {
    if (bytes[at] != '\\') {
      at++;
      continue;
    }
    bool is_scalar = bytes[at + 1] == 'u' && at + 6 <= length;
    for (size_t i = 2; is_scalar && i < 6; i++) is_scalar = isxdigit(uint8_t(bytes[at + i]));
    uint32_t scalar = 0;
    if (!is_scalar) {
      at += 2;
    } else if (!escape(bytes, length, at, scalar)) {
      return true;
    }
  }
  return false;
}

/// Copies a string in the normal form; `at` stands on its opening quote and is moved behind the closing one.
bool copy_string(const char *bytes, size_t length, size_t &at, Buffer &out) {
  out.append('"');
  for (at++; at < length;) {
    size_t run = postil::plain_run(bytes + at, length - at);
    out.append(bytes + at, run);
    at += run;
    if (at >= length) break;
    char c = bytes[at];
    if (c == '"') {
      at++;
      out.append('"');
      return true;
    }
    uint32_t scalar = uint8_t(c);
    if (c == '\\') {
      if (!escape(bytes, length, at, scalar)) return false;
    } else if (scalar == 0xC2 && at + 1 < length) {
      scalar = uint8_t(bytes[at + 1]);
      at += 2;
    } else {
      at++;
    }
    append_scalar(out, scalar);
  }
  return true;
}

uint8_t kind_of(const char *value, size_t length) {
  switch (value[0]) {
  case '{': return CJSON_OBJECT;
  case '[': return CJSON_ARRAY;
  case '"': return CJSON_STRING;
  case 't': return CJSON_TRUE;
  case 'f': return CJSON_FALSE;
  case 'n': return CJSON_NULL;
  default: break;
  }
  for (size_t i = 0; i < length; i++) {
    if (value[i] == '.' || value[i] == 'e' || value[i] == 'E') return CJSON_DOUBLE;
  }
  return CJSON_INTEGER;
}

/// Copies a value without blanks; `at` stands on its first byte and is moved behind its last one.
bool copy_value(const char *bytes, size_t length, size_t &at, Buffer &out) {
  size_t depth = 0;
  while (at < length) {
    char c = bytes[at];
    if (c == '"') {
      if (!copy_string(bytes, length, at, out)) return false;
      if (depth == 0) return true;
      continue;
    }
    if (depth == 0 && (c == ',' || c == '}' || is_space(c))) return true;
    at++;
    if (is_space(c)) continue;
    out.append(c);
    if (c == '{' || c == '[') {
      depth++;
    } else if ((c == '}' || c == ']') && --depth == 0) {
      return true;
    }
  }
  return true;
}

} // namespace

struct cjson_splitter {
  simdjson::dom::parser parser;
  Buffer text;
  std::vector<cjson_member> members;
  std::vector<std::string> targets;
  std::vector<uint32_t> order;
  cjson_span error_key = {0, 0};

  std::string_view key(const cjson_member &member) const {
    return std::string_view(text.bytes + member.start, member.key_length);
  }

  int32_t target(std::string_view key) const {
    for (size_t i = 0; i < targets.size(); i++) {
      if (targets[i] == key) return int32_t(i);
    }
    return -1;
  }

  int split(const char *bytes, size_t length) {
    size_t at = 0;
    while (at < length && is_space(bytes[at])) at++;
    if (at >= length || bytes[at] != '{') return CJSON_NOT_OBJECT;
    for (at++; at < length;) {
      if (is_space(bytes[at]) || bytes[at] == ',') {
        at++;
        continue;
      }
      if (bytes[at] == '}') break;
      cjson_member member = {};
      member.start = text.length;
      if (!copy_string(bytes, length, at, text)) return CJSON_LONE_SURROGATE;
      member.key_length = text.length - member.start;
      while (at < length && (is_space(bytes[at]) || bytes[at] == ':')) at++;
      text.append(':');
      member.value = text.length;
      if (!copy_value(bytes, length, at, text)) return CJSON_LONE_SURROGATE;
      member.value_end = text.length;
      member.kind = kind_of(text.bytes + member.value, member.value_end - member.value);
      member.target = target(key(member));
      members.push_back(member);
    }
    return find_duplicate() ? CJSON_DUPLICATE_KEY : 0;
  }

  bool find_duplicate() {
    if (members.size() <= 24) {
      for (size_t i = 1; i < members.size(); i++) {
        for (size_t j = 0; j < i; j++) {
          if (key(members[i]) == key(members[j])) return note(members[i]);
        }
      }
      return false;
    }
    order.resize(members.size());
    std::iota(order.begin(), order.end(), 0);
    std::sort(order.begin(), order.end(), [&](auto a, auto b) { return key(members[a]) < key(members[b]); });
    for (size_t i = 1; i < order.size(); i++) {
      if (key(members[order[i]]) == key(members[order[i - 1]])) return note(members[order[i]]);
    }
    return false;
  }

  bool note(const cjson_member &member) {
    error_key = {member.start, member.key_length};
    return true;
  }
};

cjson_splitter *cjson_splitter_open(void) {
  auto *splitter = new (std::nothrow) cjson_splitter;
  if (splitter && splitter->parser.allocate(4096, CJSON_MAXIMUM_DEPTH)) {
    delete splitter;
    return nullptr;
  }
  return splitter;
}

void cjson_splitter_close(cjson_splitter *splitter) { delete splitter; }

void cjson_splitter_expect(cjson_splitter *splitter, const char *key, size_t length) {
  splitter->targets.emplace_back(key, length);
}

int cjson_split(cjson_splitter *splitter, const char *bytes, size_t length, int is_padded, const cjson_member **members,
                size_t *count, const char **text) {
  try {
    simdjson::dom::element root;
    auto error = splitter->parser.parse(bytes, length, !is_padded).get(root);
    switch (error) {
    case simdjson::SUCCESS: break;
    case simdjson::DEPTH_ERROR: return CJSON_TOO_DEEP;
    case simdjson::NUMBER_ERROR: return CJSON_BAD_NUMBER;
    case simdjson::UTF8_ERROR: return CJSON_NOT_UTF8;
    case simdjson::STRING_ERROR: return has_lone_surrogate(bytes, length) ? int(CJSON_LONE_SURROGATE) : error;
    default: return error;
    }
    splitter->text.length = 0;
    splitter->text.reserve(length + 1);
    splitter->members.clear();
    int code = splitter->split(bytes, length);
    *members = splitter->members.data();
    *count = splitter->members.size();
    *text = splitter->text.bytes;
    return code;
  } catch (const std::bad_alloc &) {
    return simdjson::MEMALLOC;
  }
}

cjson_span cjson_split_error_key(const cjson_splitter *splitter) { return splitter->error_key; }

size_t cjson_unescape(const char *value, size_t length, char *out, size_t capacity) {
  size_t written = 0;
  for (size_t at = 1; at + 1 < length;) {
    char bytes[4];
    size_t count = 0;
    if (value[at] == '\\') {
      uint32_t scalar = 0;
      if (!escape(value, length, at, scalar)) break;
      count = encode(scalar, bytes);
    } else {
      do bytes[count++] = value[at++];
      while (count < 4 && at + 1 < length && (uint8_t(value[at]) & 0xC0) == 0x80);
    }
    if (written + count > capacity) break;
    memcpy(out + written, bytes, count);
    written += count;
  }
  return written;
}

size_t cjson_preview(const char *value, size_t length, char *out, size_t capacity, size_t characters) {
  size_t written = 0;
  bool blank = true;
  for (size_t at = 1; at + 1 < length && characters > 0;) {
    char bytes[4];
    size_t count = 0;
    if (value[at] == '\\') {
      uint32_t scalar = 0;
      if (!escape(value, length, at, scalar)) break;
      count = scalar < 0x20 || (scalar >= 0x7F && scalar < 0xA0) ? 0 : encode(scalar, bytes);
    } else {
      do bytes[count++] = value[at++];
      while (count < 4 && at + 1 < length && (uint8_t(value[at]) & 0xC0) == 0x80);
      if (count == 1 && bytes[0] == ' ') count = 0;
    }
    if (count == 0) {
      if (blank) continue;
      bytes[0] = ' ';
      count = 1;
      blank = true;
    } else {
      blank = false;
    }
    if (written + count > capacity) break;
    memcpy(out + written, bytes, count);
    written += count;
    characters--;
  }
  if (written > 0 && out[written - 1] == ' ') written--;
  return written;
}
