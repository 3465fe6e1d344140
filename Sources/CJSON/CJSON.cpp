#include "CJSON.h"
#include "Bytes.hpp"

#include <charconv>
#include <cstring>
#include <new>
#include <simdjson.h>
#include <vector>

struct cjson_parser {
  simdjson::dom::parser parser;
  std::vector<cjson_node> nodes;
};

namespace {

cjson_node leaf(cjson_kind kind) {
  cjson_node node;
  node.kind = kind;
  node.end = 0;
  node.length = 0;
  node.value.integer = 0;
  return node;
}

cjson_node text_node(std::string_view text) {
  cjson_node node = leaf(CJSON_STRING);
  node.length = text.size();
  node.value.text = text.data();
  return node;
}

// Depth is bounded by simdjson's own limit (1,024), so recursion is safe.
void append(std::vector<cjson_node> &nodes, simdjson::dom::element element) {
  size_t index = nodes.size();
  using type = simdjson::dom::element_type;
  switch (element.type()) {
  case type::NULL_VALUE:
    nodes.push_back(leaf(CJSON_NULL));
    break;
  case type::BOOL:
    nodes.push_back(leaf(bool(element) ? CJSON_TRUE : CJSON_FALSE));
    break;
  case type::INT64:
    nodes.push_back(leaf(CJSON_INTEGER));
    nodes.back().value.integer = int64_t(element);
    break;
  case type::UINT64:
    nodes.push_back(leaf(CJSON_UNSIGNED));
    nodes.back().value.natural = uint64_t(element);
    break;
  case type::DOUBLE:
    nodes.push_back(leaf(CJSON_DOUBLE));
    nodes.back().value.real = double(element);
    break;
  case type::STRING:
    nodes.push_back(text_node(std::string_view(element)));
    break;
  case type::ARRAY: {
    nodes.push_back(leaf(CJSON_ARRAY));
    uint64_t count = 0;
    for (simdjson::dom::element child : simdjson::dom::array(element)) {
      append(nodes, child);
      count++;
    }
    nodes[index].length = count;
    break;
  }
  case type::OBJECT: {
    nodes.push_back(leaf(CJSON_OBJECT));
    uint64_t count = 0;
    for (auto field : simdjson::dom::object(element)) {
      nodes.push_back(text_node(field.key));
      nodes.back().end = uint32_t(nodes.size());
      append(nodes, field.value);
      count++;
    }
    nodes[index].length = count;
    break;
  }
  }
  nodes[index].end = uint32_t(nodes.size());
}

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

// `at` stands on the opening quote; the result is just after the closing one.
size_t skip_string(const char *bytes, size_t length, size_t at) {
  for (at++; at < length; at++) {
    if (bytes[at] == '\\') {
      at++;
    } else if (bytes[at] == '"') {
      return at + 1;
    }
  }
  return length;
}

size_t skip_value(const char *bytes, size_t length, size_t at) {
  size_t depth = 0;
  while (at < length) {
    char c = bytes[at];
    if (c == '"') {
      at = skip_string(bytes, length, at);
      if (depth == 0) return at;
      continue;
    }
    if (c == '{' || c == '[') {
      depth++;
    } else if (c == '}' || c == ']') {
      if (depth == 0) return at;
      if (--depth == 0) return at + 1;
    } else if (depth == 0 && (c == ',' || is_space(c))) {
      return at;
    }
    at++;
  }
  return at;
}

} // namespace

cjson_parser *cjson_open(void) { return new (std::nothrow) cjson_parser; }

void cjson_close(cjson_parser *parser) { delete parser; }

int cjson_parse(cjson_parser *parser, const char *bytes, size_t length, const cjson_node **nodes, size_t *count) {
  simdjson::dom::element root;
  auto error = parser->parser.parse(bytes, length, true).get(root);
  if (error) return error;
  parser->nodes.clear();
  append(parser->nodes, root);
  *nodes = parser->nodes.data();
  *count = parser->nodes.size();
  return 0;
}

const char *cjson_error_text(int code) { return simdjson::error_message(simdjson::error_code(code)); }

size_t cjson_members(const char *bytes, size_t length, cjson_span *keys, cjson_span *values, size_t capacity) {
  size_t at = 0;
  size_t count = 0;
  while (at < length && is_space(bytes[at])) at++;
  if (at >= length || (bytes[at] != '{' && bytes[at] != '[')) return 0;
  bool object = bytes[at] == '{';
  for (at++; at < length;) {
    if (is_space(bytes[at]) || bytes[at] == ',') {
      at++;
      continue;
    }
    if (bytes[at] == '}' || bytes[at] == ']') break;
    cjson_span key = {0, 0};
    if (object) {
      size_t end = skip_string(bytes, length, at);
      key = {at + 1, end - at - 2};
      for (at = end; at < length && (is_space(bytes[at]) || bytes[at] == ':'); at++) {
      }
    }
    size_t end = skip_value(bytes, length, at);
    if (count < capacity) {
      keys[count] = key;
      values[count] = {at, end - at};
    }
    count++;
    at = end;
  }
  return count;
}

size_t cjson_write_double(double value, char *out) {
  auto result = std::to_chars(out, out + 32, value);
  return size_t(result.ptr - out);
}

int cjson_is_utf8(const char *bytes, size_t length) { return simdjson::validate_utf8(bytes, length) ? 1 : 0; }

size_t cjson_plain_run(const char *bytes, size_t length) {
  size_t at = 0;
  for (;;) {
    at += postil::plain_run(bytes + at, length - at);
    if (at >= length) return length;
    // 0xC2 leads the C1 controls, and much that is harmless.
    bool harmless = uint8_t(bytes[at]) == 0xC2 && at + 1 < length && uint8_t(bytes[at + 1]) >= 0xA0;
    if (!harmless) return at;
    at += 2;
  }
}
