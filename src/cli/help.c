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
    paragraphs(&h, "curfew finds goroutine leaks, deadlocks, severed contexts, unsafe closes and "
                   "lossy shutdowns in Go code, and says how each will fail, which principle is "
                   "broken and what the fix is.\n");
    strbuf_addc(&h.out, '\n');
    title(&h, "Usage: curfew COMMAND [OPTION]… [FILE]…");
    strbuf_addc(&h.out, '\n');
    title(&h, "Commands:");
    for (size_t i = 0; i < commands_count; i++)
        row(&h, commands[i].name, commands[i].summary, 12);
    strbuf_addc(&h.out, '\n');
    paragraphs(&h, "`curfew COMMAND --help` says more about a command.");
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

void help_print_command(const Command *command)
{
    Help h = help_begin();
    Arena a = {0};
    title(&h, arena_printf(&a, "Usage: curfew %s [OPTION]…%s%s", command->name,
                           *command->operands ? " " : "", command->operands));
    strbuf_addc(&h.out, '\n');
    if (command->details) {
        paragraphs(&h, command->details);
        strbuf_addc(&h.out, '\n');
    }
    title(&h, "Options:");
    for (const OptionId *id = command->options; *id != OPT_COUNT; id++)
        row(&h, option_term(&options[*id], &a), options[*id].help, 22);
    arena_free(&a);
    help_end(&h);
}

int run_help(Args *args)
{
    if (args->operands.len == 0) {
        help_print();
        return STATUS_OK;
    }
    const Command *command = command_find(args->operands.data[0]);
    if (!command)
        return usage_fault(args->command, "there is no command %s", args->operands.data[0]);
    help_print_command(command);
    return STATUS_OK;
}
