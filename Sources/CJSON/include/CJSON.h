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

/// The number of bytes at the start that a JSON string in Postil's normal form holds as they are. What follows needs an
/// escape: a quote, a backslash, a C0 control, DEL, or a C1 control (two bytes).
size_t cjson_plain_run(const char *bytes, size_t length);

// Splitting records (CJSONSplit.cpp).

/// What `cjson_split` can find besides simdjson's errors.
enum cjson_split_error {
  CJSON_NOT_OBJECT = 1000,      // the text is JSON, but no object
  CJSON_LONE_SURROGATE = 1001,  // an escape that is half a character
  CJSON_DUPLICATE_KEY = 1002,   // a key occurs twice; error_key says which
  CJSON_TOO_DEEP = 1003,        // nested more than CJSON_MAXIMUM_DEPTH levels
  CJSON_BAD_NUMBER = 1004,      // a number that is malformed, or does not fit 64 bits or a double
  CJSON_NOT_UTF8 = 1005,
};

enum { CJSON_MAXIMUM_DEPTH = 256, CJSON_PADDING = 64 };

/// One member of a record. Offsets count from the text that `cjson_split` returns. The key stands there with its quotes,
/// escaped in the normal form, then a colon, then the value as compact JSON; so start ..< value_end is a whole member.
typedef struct {
  size_t start;
  size_t key_length;
  size_t value;
  size_t value_end;
  uint8_t kind;    // a cjson_kind; numbers are CJSON_INTEGER, or CJSON_DOUBLE when there is a point or an exponent
  int32_t target;  // which of the expected keys it is, or -1
} cjson_member;

typedef struct cjson_splitter cjson_splitter;

/// A splitter and its buffers, reused from record to record. NULL when memory is out.
cjson_splitter *cjson_splitter_open(void);
void cjson_splitter_close(cjson_splitter *splitter);

/// Adds a key to look for: with its quotes, escaped in the normal form. Its number is the count of those before.
void cjson_splitter_expect(cjson_splitter *splitter, const char *key, size_t length);

/// Checks one JSON object and lists its members, in their order, in the normal form: no blanks outside strings, strings
/// escaped only where they must be, numbers digit for digit as written. `is_padded` says that CJSON_PADDING bytes after
/// the text may be read (their content does not matter), which saves a copy. Results hold until the next call.
int cjson_split(cjson_splitter *splitter, const char *bytes, size_t length, int is_padded, const cjson_member **members,
                size_t *count, const char **text);

/// After CJSON_DUPLICATE_KEY: the key, in the text that `cjson_split` returned.
cjson_span cjson_split_error_key(const cjson_splitter *splitter);

/// Decodes a JSON string (with its quotes, in the normal form) into `out`, at most `capacity` bytes, whole characters
/// only. Returns the bytes written.
size_t cjson_unescape(const char *value, size_t length, char *out, size_t capacity);

/// The same for a line to be shown: at most `characters` scalars, every run of blanks and controls as one space, none at
/// the start.
size_t cjson_preview(const char *value, size_t length, char *out, size_t capacity, size_t characters);

#ifdef __cplusplus
}
#endif

#endif
