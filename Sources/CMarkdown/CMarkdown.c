#include "CMarkdown.h"

#include <md4c-html.h>
#include <string.h>

// md4c reports entities as written and keeps its table of names inside the HTML renderer: rendering a paragraph that
// is nothing but the entity is the public way to that table.
struct output {
  char text[128];
  size_t size;
};

static void append(const MD_CHAR *text, MD_SIZE size, void *userdata) {
  struct output *out = userdata;
  if (out->size + size > sizeof out->text) size = (MD_SIZE)(sizeof out->text - out->size);
  memcpy(out->text + out->size, text, size);
  out->size += size;
}

static const struct {
  const char *escaped;
  char plain;
} escapes[] = {{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}};

size_t cm_entity(const char *entity, size_t size, char *out, size_t capacity) {
  struct output html = {.size = 0};
  if (size > 50 || md_html(entity, (MD_SIZE)size, append, &html, 0, 0) != 0) return 0;
  const char *open = "<p>", *close = "</p>\n";
  size_t around = strlen(open) + strlen(close);
  if (html.size <= around || memcmp(html.text, open, strlen(open)) != 0) return 0;
  const char *text = html.text + strlen(open);
  size_t length = html.size - around;
  for (size_t i = 0; i < sizeof escapes / sizeof escapes[0]; i++) {
    if (length == strlen(escapes[i].escaped) && memcmp(text, escapes[i].escaped, length) == 0) {
      if (capacity < 1) return 0;
      out[0] = escapes[i].plain;
      return 1;
    }
  }
  // An unknown name comes back as it was, its ampersand escaped.
  if (length > 5 && memcmp(text, "&amp;", 5) == 0) return 0;
  if (length > capacity) return 0;
  memcpy(out, text, length);
  return length;
}
