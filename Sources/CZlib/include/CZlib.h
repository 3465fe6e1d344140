#ifndef POSTIL_CZLIB_H
#define POSTIL_CZLIB_H
#include <zlib.h>
#endif
