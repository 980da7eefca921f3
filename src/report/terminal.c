// terminal.c - colour and width of the terminal that is written to.
#include "report/terminal.h"

#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

// SGR parameters. Only the sixteen colours of the user's own theme are used, so that light and dark
// backgrounds both stay readable.
static const char *const style_codes[STYLE_COUNT] = {
    [STYLE_PLAIN] = NULL,    [STYLE_ERROR] = "1;31", [STYLE_WARNING] = "1;33",
    [STYLE_ADVICE] = "1;36", [STYLE_FRAME] = "1;34", [STYLE_SECOND] = "1;34",
    [STYLE_STRONG] = "1",    [STYLE_EMPH] = "3",     [STYLE_FAINT] = "2",
    [STYLE_ESCAPE] = "7",    [STYLE_ADDED] = "32",   [STYLE_REMOVED] = "31",
    [STYLE_HEADING] = "1;4", [STYLE_CODE] = "36",    [STYLE_KEYWORD] = "35",
    [STYLE_STRING] = "32",   [STYLE_COMMENT] = "2",  [STYLE_LINK] = "4",
};

static bool is_set(const char *variable)
{
    const char *value = getenv(variable);
    return value && *value;
}

static bool wants_color(FILE *out, ColorMode mode)
{
    if (mode != COLOR_AUTO)
        return mode == COLOR_ALWAYS;
    if (is_set("NO_COLOR"))
        return false;
    if (is_set("CLICOLOR_FORCE") && strcmp(getenv("CLICOLOR_FORCE"), "0") != 0)
        return true;
    const char *term = getenv("TERM");
    if (term && strcmp(term, "dumb") == 0)
        return false;
    return isatty(fileno(out)) == 1;
}

// 0 when nobody says.
static uint32_t columns_of(FILE *out)
{
    const char *columns = getenv("COLUMNS");
    if (columns && *columns) {
        char *end;
        unsigned long n = strtoul(columns, &end, 10);
        if (*end == 0 && n > 0 && n < 10000)
            return (uint32_t)n;
    }
    struct winsize size;
    if (ioctl(fileno(out), TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
        return size.ws_col;
    return 0;
}

Terminal terminal_of(FILE *out, ColorMode mode)
{
    uint32_t columns = columns_of(out);
    uint32_t width = columns ? columns : TERMINAL_DEFAULT;
    return (Terminal){
        .color = wants_color(out, mode),
        .width = width < TERMINAL_MIN ? TERMINAL_MIN : width,
        .sized = columns > 0,
    };
}

uint32_t terminal_prose(const Terminal *t)
{
    return t->width < TERMINAL_PROSE ? t->width : TERMINAL_PROSE;
}

void style_on(const Terminal *t, Style s, StrBuf *out)
{
    if (t->color && style_codes[s])
        strbuf_printf(out, "\x1b[%sm", style_codes[s]);
}

void style_off(const Terminal *t, Style s, StrBuf *out)
{
    if (t->color && style_codes[s])
        strbuf_adds(out, "\x1b[0m");
}

void style_put(const Terminal *t, Style s, const char *text, StrBuf *out)
{
    style_on(t, s, out);
    strbuf_adds(out, text);
    style_off(t, s, out);
}
