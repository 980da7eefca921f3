// man.c - `curfew man`: the manual page, made from the tables of commands and options.
//
// The macros are those of man(7). What is not ASCII is written as \[uXXXX], so that the page does not depend
// on the reader's locale.
#include "cli/options.h"
#include "cli/version.h"

#include <stdio.h>
#include <string.h>
#include <utf8proc.h>

typedef struct Man {
    StrBuf out;
    bool line_start, code;
} Man;

static void escaped(Man *m, utf8proc_int32_t c)
{
    if (m->line_start && (c == '.' || c == '\''))
        strbuf_adds(&m->out, "\\&");
    m->line_start = c == '\n';
    if (c == '`') {
        m->code = !m->code;
        strbuf_adds(&m->out, m->code ? "\\fB" : "\\fR");
    } else if (c == '\\') {
        strbuf_adds(&m->out, "\\e");
    } else if (c == '-') {
        strbuf_adds(&m->out, "\\-");
    } else if (c == 0x2026) { // the ellipsis, which terminals without Unicode do not have
        strbuf_adds(&m->out, "...");
    } else if (c > 0x7e) {
        strbuf_printf(&m->out, "\\[u%04X]", (unsigned)c);
    } else {
        strbuf_addc(&m->out, (char)c);
    }
}

static void text(Man *m, Str s)
{
    for (size_t at = 0; at < s.len;) {
        utf8proc_int32_t c;
        utf8proc_ssize_t n =
            utf8proc_iterate((const utf8proc_uint8_t *)s.ptr + at, (utf8proc_ssize_t)(s.len - at), &c);
        if (n <= 0)
            return; // the tables are UTF-8
        escaped(m, c);
        at += (size_t)n;
    }
}

static void texts(Man *m, const char *s)
{
    text(m, str_of(s));
}

// A request or macro, on a line of its own.
static void request(Man *m, const char *line)
{
    if (m->out.len && m->out.data[m->out.len - 1] != '\n')
        strbuf_addc(&m->out, '\n');
    strbuf_printf(&m->out, "%s\n", line);
    m->line_start = true;
}

// Paragraphs, and lines that begin with blanks as they are.
static void paragraphs(Man *m, const char *details)
{
    bool example = false;
    for (Str rest = str_of(details); rest.len > 0;) {
        size_t end = str_find(rest, STR("\n"));
        Str line = str_sub(rest, 0, end);
        bool indented = line.len > 0 && line.ptr[0] == ' ';
        if (indented != example)
            request(m, indented ? ".PP\n.RS 4\n.nf" : ".fi\n.RE");
        example = indented;
        if (line.len == 0) {
            request(m, ".PP");
        } else {
            text(m, indented ? str_sub(line, 2, line.len) : line);
            request(m, ".\\\"");
        }
        rest = end == SIZE_MAX ? (Str){0} : str_sub(rest, end + 1, rest.len);
    }
    if (example)
        request(m, ".fi\n.RE");
}

static void option(Man *m, const Option *o)
{
    request(m, ".TP");
    strbuf_adds(&m->out, strcmp(o->name, "help") == 0 ? "\\fB\\-h\\fR, \\fB\\-\\-" : "\\fB\\-\\-");
    m->line_start = false;
    texts(m, o->name);
    strbuf_adds(&m->out, "\\fR");
    if (o->value) {
        strbuf_adds(&m->out, " \\fI");
        texts(m, o->value);
        strbuf_adds(&m->out, "\\fR");
    }
    strbuf_addc(&m->out, '\n');
    m->line_start = true;
    texts(m, o->help);
    strbuf_addc(&m->out, '\n');
}

static void command(Man *m, const Command *c)
{
    request(m, ".SS");
    m->out.len--; // the heading stands on the macro's line
    strbuf_addc(&m->out, ' ');
    m->line_start = false;
    texts(m, c->name);
    strbuf_addc(&m->out, ' ');
    texts(m, c->operands);
    strbuf_addc(&m->out, '\n');
    m->line_start = true;
    if (c->details)
        paragraphs(m, c->details);
    else
        texts(m, c->summary);
    for (const OptionId *id = c->options; *id != OPT_COUNT; id++)
        option(m, &options[*id]);
}

// Entries of a section that no table holds.
typedef struct Entry {
    const char *term, *meaning;
} Entry;

static const Entry statuses[] = {
    {"0", "There was nothing to report."},
    {"1", "There were findings at the level of --fail-on or above."},
    {"2", "An input could not be read, the call was wrong, or an output could not be written."},
};

static const Entry files[] = {
    {".curfew.yml", "The configuration, in the directory of what is checked or above it."},
    {".curfew-baseline.json", "Known findings, which `curfew baseline write` makes."},
};

static const Entry variables[] = {
    {"NO_COLOR, CLICOLOR_FORCE, TERM", "Whether colours are used, unless --color says so."},
    {"COLUMNS", "The width that lines are laid out for."},
    {"GOROOT, GOPATH, GOMODCACHE, GOFLAGS, GOWORK, GOOS, GOARCH, GOENV",
     "Where sources are found and which of them count, as for the go command."},
};

static void entries(Man *m, const char *heading, const Entry *list, size_t count)
{
    request(m, heading);
    for (size_t i = 0; i < count; i++) {
        request(m, ".TP");
        strbuf_adds(&m->out, "\\fB");
        m->line_start = false;
        texts(m, list[i].term);
        strbuf_adds(&m->out, "\\fR\n");
        m->line_start = true;
        texts(m, list[i].meaning);
    }
}

#define ENTRIES(m, heading, list) entries(m, heading, list, sizeof(list) / sizeof *(list))

int run_man(Args *args)
{
    if (args->operands.len > 0)
        return usage_fault(args->command, "takes no arguments");
    Man m = {.line_start = true};
    request(&m, ".TH CURFEW 1 \"\" \"curfew " CURFEW_VERSION "\" \"User Commands\"");
    request(&m, ".SH NAME\ncurfew \\- find goroutine leaks, deadlocks and lossy shutdowns in Go code");
    request(&m, ".SH SYNOPSIS\n.B curfew\n.I COMMAND\n[\\fIOPTION\\fR]... [\\fIFILE\\fR]...");
    request(&m, ".SH DESCRIPTION");
    texts(&m, "curfew reads Go code and says of each goroutine bug how the program will fail, which prevention "
              "principle is broken and what the fix is. It needs no Go toolchain and runs nothing of what it reads.");
    request(&m, ".SH COMMANDS");
    for (size_t i = 0; i < commands_count; i++)
        command(&m, &commands[i]);
    ENTRIES(&m, ".SH EXIT STATUS", statuses);
    ENTRIES(&m, ".SH FILES", files);
    ENTRIES(&m, ".SH ENVIRONMENT", variables);
    request(&m, ".SH SEE ALSO\n.BR go (1),\n.BR go\\-vet (1)");
    fwrite(m.out.data, 1, m.out.len, stdout);
    strbuf_free(&m.out);
    return STATUS_OK;
}
