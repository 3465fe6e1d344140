#include "CImaging.h"

#include <chafa.h>
#include <stdlib.h>
#include <string.h>

static ChafaCanvasConfig *cells_config(int columns, int rows, int colors) {
  static const ChafaCanvasMode modes[] = {
      CHAFA_CANVAS_MODE_INDEXED_240, CHAFA_CANVAS_MODE_INDEXED_16, CHAFA_CANVAS_MODE_INDEXED_8};
  ChafaSymbolMap *symbols = chafa_symbol_map_new();
  chafa_symbol_map_add_by_tags(
      symbols, CHAFA_SYMBOL_TAG_SPACE | CHAFA_SYMBOL_TAG_SOLID | CHAFA_SYMBOL_TAG_HALF | CHAFA_SYMBOL_TAG_QUAD);
  ChafaCanvasConfig *config = chafa_canvas_config_new();
  chafa_canvas_config_set_geometry(config, columns, rows);
  chafa_canvas_config_set_canvas_mode(config, modes[colors]);
  chafa_canvas_config_set_symbol_map(config, symbols);
  /* Without making it look better, as people judge what is there; with 16 colours nothing would be left of most
   * pictures, so there the contrast is raised. */
  chafa_canvas_config_set_preprocessing_enabled(config, colors == CI_COLORS_16);
  /* Colours that look alike, not numbers that are near: in RGB faint tints come out as blotches. Among 16 colours it takes
   * the greys for everything, so these keep to RGB. */
  if (colors == CI_COLORS_256) {
    chafa_canvas_config_set_color_space(config, CHAFA_COLOR_SPACE_DIN99D);
  } else if (colors == CI_COLORS_16) {
    /* What lies between few colours is mixed of them, in grains as large as a quarter of a cell. */
    chafa_canvas_config_set_dither_mode(config, CHAFA_DITHER_MODE_DIFFUSION);
    chafa_canvas_config_set_dither_grain_size(config, 4, 4);
  }
  chafa_canvas_config_set_work_factor(config, 0.5f);
  chafa_symbol_map_unref(symbols);
  return config;
}

void ci_cells(
    const uint8_t *rgba, int width, int height, int columns, int rows, int colors, ci_cell *cells) {
  ChafaCanvasConfig *config = cells_config(columns, rows, colors);
  ChafaCanvas *canvas = chafa_canvas_new(config);
  chafa_canvas_config_unref(config);
  chafa_canvas_draw_all_pixels(canvas, CHAFA_PIXEL_RGBA8_UNASSOCIATED, rgba, width, height, width * 4);
  for (int y = 0; y < rows; y++) {
    for (int x = 0; x < columns; x++) {
      ci_cell *cell = cells + (size_t)y * columns + x;
      int foreground = -1, background = -1;
      cell->scalar = chafa_canvas_get_char_at(canvas, x, y);
      chafa_canvas_get_raw_colors_at(canvas, x, y, &foreground, &background);
      /* A cell of one colour is always a blank: fewer pairs of colours, and fewer bytes to a terminal. */
      if (cell->scalar == 0x2588 || foreground == background) {
        cell->scalar = 0x20;
        background = foreground;
      }
      if (cell->scalar == 0x20) foreground = -1;
      cell->foreground = (int16_t)(foreground >= 0 && foreground < 256 ? foreground : -1);
      cell->background = (int16_t)(background >= 0 && background < 256 ? background : -1);
    }
  }
  chafa_canvas_unref(canvas);
}

static ChafaTermInfo *terminal_for(int kind) {
  /* Terminals whose sequences are the plain ones of each protocol. */
  char kitty[] = "TERM=xterm-kitty", sixel[] = "TERM=mlterm";
  char *environment[] = {kind == CI_PIXELS_KITTY ? kitty : sixel, NULL};
  return chafa_term_db_detect(chafa_term_db_get_default(), environment);
}

uint8_t *ci_terminal_picture(
    const uint8_t *rgba, int width, int height, int columns, int rows, int kind, size_t *count) {
  *count = 0;
  if (columns <= 0 || rows <= 0 || width < columns || height < rows) return NULL;
  ChafaTermInfo *terminal = terminal_for(kind);
  ChafaCanvasConfig *config = chafa_canvas_config_new();
  chafa_canvas_config_set_geometry(config, columns, rows);
  chafa_canvas_config_set_cell_geometry(config, width / columns, height / rows);
  chafa_canvas_config_set_canvas_mode(config, CHAFA_CANVAS_MODE_TRUECOLOR);
  chafa_canvas_config_set_pixel_mode(
      config, kind == CI_PIXELS_KITTY ? CHAFA_PIXEL_MODE_KITTY : CHAFA_PIXEL_MODE_SIXELS);
  chafa_canvas_config_set_preprocessing_enabled(config, FALSE);
  ChafaCanvas *canvas = chafa_canvas_new(config);
  chafa_canvas_config_unref(config);
  chafa_canvas_draw_all_pixels(canvas, CHAFA_PIXEL_RGBA8_UNASSOCIATED, rgba, width, height, width * 4);
  GString *text = chafa_canvas_print(canvas, terminal);
  uint8_t *bytes = malloc(text->len + 1);
  if (bytes) {
    memcpy(bytes, text->str, text->len);
    *count = text->len;
  }
  g_string_free(text, TRUE);
  chafa_canvas_unref(canvas);
  chafa_term_info_unref(terminal);
  return bytes;
}

void ci_free_bytes(uint8_t *bytes) { free(bytes); }
