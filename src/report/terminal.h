// terminal.h - what the reader's terminal can show: colour or not, how many columns.
#ifndef CURFEW_REPORT_TERMINAL_H
#define CURFEW_REPORT_TERMINAL_H

#include "base/str.h"

#include <stdio.h>

typedef enum ColorMode { COLOR_AUTO, COLOR_ALWAYS, COLOR_NEVER } ColorMode;

// What a piece of output is; terminal.c says how each looks.
typedef enum Style {
    STYLE_PLAIN,
    STYLE_ERROR,
    STYLE_WARNING,
    STYLE_ADVICE,
    STYLE_FRAME,  // gutters, arrows, line numbers
    STYLE_SECOND, // marks and labels of secondary spans
    STYLE_STRONG,
    STYLE_EMPH,
    STYLE_FAINT,
    STYLE_ESCAPE, // bytes of the source that are shown as \xNN
    STYLE_ADDED,
    STYLE_REMOVED,
    STYLE_HEADING,
    STYLE_CODE,
    STYLE_KEYWORD,
    STYLE_STRING,
    STYLE_COMMENT,
    STYLE_LINK,
    STYLE_COUNT
} Style;

typedef struct Terminal {
    bool color;
    uint32_t width; // columns, at least TERMINAL_MIN
    bool sized;     // the width is known, not assumed
} Terminal;

enum {
    TERMINAL_MIN = 40,      // narrower than this nothing can be laid out; lines then overflow
    TERMINAL_DEFAULT = 100, // where nobody says
    TERMINAL_PROSE = 110,   // sentences longer than this are hard to read, however wide the window
};

// The terminal behind `out`. Colour: `mode` where it decides; else off with NO_COLOR, on with
// CLICOLOR_FORCE, off with TERM=dumb, else on where `out` is a terminal. Width: COLUMNS, else what
// the terminal says, else TERMINAL_DEFAULT.
Terminal terminal_of(FILE *out, ColorMode mode);

// Columns for running text.
uint32_t terminal_prose(const Terminal *t);

// Switches a style on and off; nothing is written without colour or for STYLE_PLAIN.
void style_on(const Terminal *t, Style s, StrBuf *out);
void style_off(const Terminal *t, Style s, StrBuf *out);

// `text` in a style. The text is trusted: no control characters are looked for.
void style_put(const Terminal *t, Style s, const char *text, StrBuf *out);

#endif
