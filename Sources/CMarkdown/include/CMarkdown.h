#ifndef POSTIL_CMARKDOWN_H
#define POSTIL_CMARKDOWN_H

#include <md4c.h>
#include <stddef.h>

/// Translates one HTML entity (`&eacute;`, `&#233;`, `&#xE9;`) to UTF-8. Writes at most `capacity` bytes and returns how
/// many; 0 when the entity is unknown or has no room.
size_t cm_entity(const char *entity, size_t size, char *out, size_t capacity);

#endif
