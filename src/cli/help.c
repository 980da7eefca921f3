// help.c - help, made from the tables of commands and options.
#include "cli/options.h"
#include "report/glyph.h"
#include "report/rich.h"

#include <stdio.h>
#include <string.h>

enum { HELP_GAP = 2 };

typedef struct Help {
    Terminal terminal;
    Rich rich;
    StrBuf out;
} Help;

static Help help_begin(void)
{
    return (Help){.terminal = terminal_of(stdout, COLOR_AUTO)};
}

static void help_end(Help *h)
{
    fwrite(h->out.data, 1, h->out.len, stdout);
    strbuf_free(&h->out);
    rich_free(&h->rich);
}

static void flush_rich(Help *h, uint32_t first, uint32_t rest)
{
    Wrap wrap = {.first = first, .rest = rest, .width = terminal_prose(&h->terminal)};
    rich_wrap(&h->rich, &h->terminal, wrap, &h->out);
    rich_clear(&h->rich);
}

// Paragraphs are separated by empty lines. A line that begins with blanks is printed as it is.
static void paragraphs(Help *h, const char *text)
{
    Str rest = str_of(text);
    while (rest.len > 0) {
        size_t end = str_find(rest, STR("\n"));
        Str line = str_sub(rest, 0, end);
        if (line.len > 0 && line.ptr[0] == ' ') {
            strbuf_add(&h->out, line);
            strbuf_addc(&h->out, '\n');
        } else {
            rich_add(&h->rich, STYLE_PLAIN, line);
            flush_rich(h, 0, 0);
        }
        rest = end == SIZE_MAX ? (Str){0} : str_sub(rest, end + 1, rest.len);
    }
}

// One row of a list: a term, and what it means in a column of its own.
static void row(Help *h, const char *term, const char *meaning, uint32_t column)
{
    uint32_t used = glyph_width(str_of(term)) + HELP_GAP;
    strbuf_repeat(&h->out, ' ', HELP_GAP);
    style_put(&h->terminal, STYLE_STRONG, term, &h->out);
    strbuf_repeat(&h->out, ' ', used < column ? column - used : 1);
    rich_adds(&h->rich, STYLE_PLAIN, meaning);
    StrBuf lines = {0};
    Wrap wrap = {.first = column, .rest = column, .width = terminal_prose(&h->terminal)};
    rich_wrap(&h->rich, &h->terminal, wrap, &lines);
    rich_clear(&h->rich);
    strbuf_adds(&h->out, lines.data + column); // the term stands where the indent would be
    strbuf_free(&lines);
}

static void title(Help *h, const char *text)
{
    style_put(&h->terminal, STYLE_STRONG, text, &h->out);
    strbuf_addc(&h->out, '\n');
}

void help_print(void)
{
    Help h = help_begin();
    paragraphs(&h, "curfew finds goroutine leaks, deadlocks and lossy shutdowns in Go code.\n");
    strbuf_addc(&h.out, '\n');
    title(&h, "Usage: curfew COMMAND [OPTION]… [FILE]…");
    strbuf_addc(&h.out, '\n');
    for (size_t i = 0; i < commands_count; i++)
        row(&h, commands[i].name, commands[i].summary, 13);
    strbuf_addc(&h.out, '\n');
    paragraphs(&h, "`curfew COMMAND --help` fits a screen, `curfew help COMMAND` says all.\n");
    help_end(&h);
}

static const char *option_term(const Option *o, Arena *a)
{
    if (strcmp(o->name, "help") == 0)
        return "-h, --help";
    if (!o->value)
        return arena_printf(a, "--%s", o->name);
    return arena_printf(a, "--%s %s", o->name, o->value);
}

static void usage(Help *h, const Command *command, Arena *a)
{
    title(h, arena_printf(a, "Usage: curfew %s [OPTION]…%s%s", command->name,
                          *command->operands ? " " : "", command->operands));
    strbuf_addc(&h->out, '\n');
}

static const char *sentence(const Command *command, Arena *a)
{
    char *text = arena_printf(a, "%s.\n", command->summary);
    if (text[0] >= 'a' && text[0] <= 'z')
        text[0] = (char)(text[0] - 'a' + 'A');
    return text;
}

// ---- One screen: --help ----

// What a terminal of 24 lines shows above its prompt.
enum { SCREEN_LINES = 23, SCREEN_COLUMNS = 80 };

static uint32_t lines_of(Str text)
{
    uint32_t n = 0;
    for (size_t i = 0; i < text.len; i++)
        n += text.ptr[i] == '\n';
    return n;
}

// The lines of a command's details that begin with blanks: examples and lists.
static void examples(const Command *command, StrBuf *out)
{
    Str rest = str_of(command->details);
    while (rest.len > 0) {
        size_t end = str_find(rest, STR("\n"));
        Str line = str_sub(rest, 0, end);
        if (line.len > 0 && line.ptr[0] == ' ') {
            strbuf_add(out, line);
            strbuf_addc(out, '\n');
        }
        rest = end == SIZE_MAX ? (Str){0} : str_sub(rest, end + 1, rest.len);
    }
}

// Some of a command's options, in one column of the screen.
typedef struct Column {
    const OptionId *ids;
    uint32_t count;
    uint32_t term;  // width of the widest term
    uint32_t brief; // and of the widest text
} Column;

static Column column_of(const OptionId *ids, uint32_t count, Arena *a)
{
    Column c = {.ids = ids, .count = count};
    for (uint32_t i = 0; i < count; i++) {
        uint32_t width = glyph_width(str_of(option_term(&options[ids[i]], a)));
        c.term = width > c.term ? width : c.term;
        width = glyph_width(str_of(options[ids[i]].brief));
        c.brief = width > c.brief ? width : c.brief;
    }
    return c;
}

// Puts option `i` of the column; gives the columns that it takes.
static uint32_t cell(Help *h, const Column *c, uint32_t i, Arena *a)
{
    const Option *o = &options[c->ids[i]];
    const char *term = option_term(o, a);
    strbuf_repeat(&h->out, ' ', HELP_GAP);
    style_put(&h->terminal, STYLE_STRONG, term, &h->out);
    strbuf_repeat(&h->out, ' ', c->term - glyph_width(str_of(term)) + HELP_GAP);
    strbuf_adds(&h->out, o->brief);
    return HELP_GAP + c->term + HELP_GAP + glyph_width(str_of(o->brief));
}

// Options stand one below the other, or, where there are many, in two columns.
static void brief_options(Help *h, const Command *command, Arena *a)
{
    enum { MANY = 14 };
    uint32_t count = 0;
    while (command->options[count] != OPT_COUNT)
        count++;
    uint32_t rows = count > MANY && h->terminal.width >= SCREEN_COLUMNS ? (count + 1) / 2 : count;
    Column left = column_of(command->options, rows, a);
    Column right = column_of(command->options + rows, count - rows, a);
    for (uint32_t i = 0; i < rows; i++) {
        uint32_t used = cell(h, &left, i, a);
        if (i < right.count) {
            strbuf_repeat(&h->out, ' ', HELP_GAP + left.term + HELP_GAP + left.brief - used);
            cell(h, &right, i, a);
        }
        strbuf_addc(&h->out, '\n');
    }
}

void help_print_command(const Command *command)
{
    Help h = help_begin();
    Arena a = {0};
    usage(&h, command, &a);
    StrBuf lines = {0};
    examples(command, &lines);
    paragraphs(&h, sentence(command, &a));
    strbuf_addc(&h.out, '\n');
    size_t body = h.out.len;
    brief_options(&h, command, &a);
    if (command->details) {
        strbuf_addc(&h.out, '\n');
        paragraphs(&h, arena_printf(&a, "`curfew help %s` says more.\n", command->name));
    }
    // Examples come first, where the screen has room for them.
    if (lines.len && lines_of(strbuf_view(&h.out)) + lines_of(strbuf_view(&lines)) + 1 <= SCREEN_LINES) {
        strbuf_addc(&lines, '\n');
        strbuf_adds(&lines, h.out.data + body);
        h.out.len = body;
        strbuf_add(&h.out, strbuf_view(&lines));
    }
    strbuf_free(&lines);
    arena_free(&a);
    help_end(&h);
}

// ---- The whole: `curfew help COMMAND` ----

static void print_whole(const Command *command)
{
    Help h = help_begin();
    Arena a = {0};
    usage(&h, command, &a);
    paragraphs(&h, command->details ? command->details : sentence(command, &a));
    strbuf_addc(&h.out, '\n');
    title(&h, "Options:");
    for (const OptionId *id = command->options; *id != OPT_COUNT; id++)
        row(&h, option_term(&options[*id], &a), options[*id].help, 24);
    arena_free(&a);
    help_end(&h);
}

int run_help(Args *args)
{
    if (args->operands.len == 0) {
        help_print();
        return STATUS_OK;
    }
    const char *name = args->operands.data[0];
    const Command *command = command_find(name);
    if (args->operands.len > 1)
        return usage_fault(args->command, "one command at a time");
    if (!command)
        return command_unknown(args->command, name);
    print_whole(command);
    return STATUS_OK;
}
