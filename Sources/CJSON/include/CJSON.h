#ifndef POSTIL_CJSON_H
#define POSTIL_CJSON_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// What one node of a parsed document is.
enum cjson_kind {
  CJSON_NULL = 0,
  CJSON_FALSE = 1,
  CJSON_TRUE = 2,
  CJSON_INTEGER = 3,   // value.integer
  CJSON_UNSIGNED = 4,  // value.natural, above INT64_MAX
  CJSON_DOUBLE = 5,    // value.real
  CJSON_STRING = 6,    // text, length
  CJSON_ARRAY = 7,     // length members follow
  CJSON_OBJECT = 8,    // length pairs follow: a string node, then its value
};

/// One node, in document order. `end` is the index just after the node and all that it holds.
typedef struct {
  uint8_t kind;
  uint32_t end;
  uint64_t length;
  union {
    int64_t integer;
    uint64_t natural;
    double real;
    const char *text;
  } value;
} cjson_node;

typedef struct cjson_parser cjson_parser;

/// A parser and its buffers, reused from document to document. NULL when memory is out.
cjson_parser *cjson_open(void);
void cjson_close(cjson_parser *parser);

/// Parses one document of `length` bytes. Returns 0 and the nodes, valid until the next call, or an error code.
int cjson_parse(cjson_parser *parser, const char *bytes, size_t length, const cjson_node **nodes, size_t *count);

/// Words for an error code.
const char *cjson_error_text(int code);

/// A stretch of the source: from `start`, `length` bytes.
typedef struct {
  size_t start;
  size_t length;
} cjson_span;

/// Finds the members of the top-level object (or elements of the top-level array) in text that `cjson_parse` accepted:
/// keys without their quotes (still escaped; empty for arrays) and values as written. Returns how many there are; fills
/// at most `capacity`.
size_t cjson_members(const char *bytes, size_t length, cjson_span *keys, cjson_span *values, size_t capacity);

/// The shortest decimal that reads back as `value`; at least 32 bytes of room. Returns its length.
size_t cjson_write_double(double value, char *out);

/// 1 when the bytes are valid UTF-8.
int cjson_is_utf8(const char *bytes, size_t length);

#ifdef __cplusplus
}
#endif

#endif
