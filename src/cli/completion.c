// completion.c - `curfew completion SHELL`: completions made from the tables of commands and options.
#include "cli/words.h"

#include <stdio.h>
#include <string.h>

// ---- bash ----

// Commands that set COMPREPLY to what fits the word `cur`.
static void bash_reply(const Words *w, StrBuf *out)
{
    switch (w->kind) {
    case WORD_LISTED:
        strbuf_printf(out, "COMPREPLY=($(compgen -W '%s' -- \"$cur\"))", w->words);
        break;
    case WORD_PREFIX:
        strbuf_printf(out, "COMPREPLY=($(compgen -W '%s' -- \"$cur\")); compopt -o nospace 2>/dev/null", w->words);
        break;
    case WORD_FILE: strbuf_adds(out, "_curfew_files -f"); break;
    case WORD_DIRECTORY: strbuf_adds(out, "_curfew_files -d"); break;
    case WORD_NONE:
    case WORD_ANY: strbuf_adds(out, ":"); break;
    }
}

static void bash_command(const Command *c, StrBuf *out)
{
    Arena a = {0};
    strbuf_printf(out, "    %s)\n        case $prev in\n", c->name);
    for (const OptionId *id = c->options; *id != OPT_COUNT; id++) {
        Words w = words_of_value(&options[*id], &a);
        if (w.kind == WORD_NONE)
            continue;
        strbuf_printf(out, "        --%s) ", options[*id].name);
        bash_reply(&w, out);
        strbuf_adds(out, "; return ;;\n");
    }
    strbuf_adds(out, "        esac\n        if [[ $cur == -* ]]; then\n            COMPREPLY=($(compgen -W '");
    for (const OptionId *id = c->options; *id != OPT_COUNT; id++)
        strbuf_printf(out, "%s--%s", id == c->options ? "" : " ", options[*id].name);
    strbuf_adds(out, "' -- \"$cur\"))\n        else\n            ");
    Words w = words_of_operands(c, &a);
    bash_reply(&w, out);
    strbuf_adds(out, "\n        fi\n        ;;\n");
    arena_free(&a);
}

static void bash(StrBuf *out)
{
    strbuf_adds(out, "# bash completion for curfew, made by `curfew completion bash`.\n"
                     "_curfew_files() {\n"
                     "    local IFS=$'\\n'\n"
                     "    COMPREPLY=($(compgen \"$1\" -- \"$cur\"))\n"
                     "    compopt -o filenames 2>/dev/null\n"
                     "}\n\n"
                     "_curfew() {\n"
                     "    local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]}\n"
                     "    COMPREPLY=()\n"
                     "    # The equals sign of --option=value is a word of its own.\n"
                     "    if [[ $cur == = ]]; then\n"
                     "        cur=\n"
                     "    elif [[ $prev == = ]]; then\n"
                     "        prev=${COMP_WORDS[COMP_CWORD-2]}\n"
                     "    fi\n"
                     "    if (( COMP_CWORD == 1 )); then\n"
                     "        COMPREPLY=($(compgen -W '");
    for (size_t i = 0; i < commands_count; i++)
        strbuf_printf(out, "%s ", commands[i].name);
    strbuf_adds(out, "--help --version' -- \"$cur\"))\n        return\n    fi\n    case ${COMP_WORDS[1]} in\n");
    for (size_t i = 0; i < commands_count; i++)
        bash_command(&commands[i], out);
    strbuf_adds(out, "    esac\n}\n\ncomplete -F _curfew curfew\n");
}

// ---- zsh ----

// Text inside of single quotes and brackets.
static void zsh_text(const char *text, StrBuf *out)
{
    for (; *text; text++) {
        if (*text == '\'')
            strbuf_adds(out, "'\\''");
        else if (strchr("[]:\\", *text))
            strbuf_printf(out, "\\%c", *text);
        else
            strbuf_addc(out, *text);
    }
}

// What _arguments does for a value or an operand: ":MESSAGE:ACTION".
static void zsh_action(const Words *w, const char *message, StrBuf *out)
{
    strbuf_addc(out, ':');
    zsh_text(message, out);
    strbuf_addc(out, ':');
    switch (w->kind) {
    case WORD_LISTED: strbuf_printf(out, "(%s)", w->words); break;
    case WORD_PREFIX: strbuf_printf(out, "{compadd -S \"\" -- %s}", w->words); break;
    case WORD_FILE: strbuf_adds(out, "_files"); break;
    case WORD_DIRECTORY: strbuf_adds(out, "_files -/"); break;
    case WORD_NONE:
    case WORD_ANY: strbuf_adds(out, " "); break;
    }
}

static void zsh_command(const Command *c, StrBuf *out)
{
    Arena a = {0};
    strbuf_printf(out, "    %s)\n        _arguments", c->name);
    for (const OptionId *id = c->options; *id != OPT_COUNT; id++) {
        const Option *o = &options[*id];
        Words w = words_of_value(o, &a);
        strbuf_printf(out, " \\\n            '%s--%s%s[", strstr(o->help, "may be given") ? "*" : "", o->name, w.kind == WORD_NONE ? "" : "=");
        zsh_text(o->brief, out);
        strbuf_addc(out, ']');
        if (w.kind != WORD_NONE)
            zsh_action(&w, o->value, out);
        strbuf_addc(out, '\'');
    }
    Words w = words_of_operands(c, &a);
    if (w.kind != WORD_NONE) {
        strbuf_adds(out, " \\\n            '*");
        zsh_action(&w, c->operands, out);
        strbuf_addc(out, '\'');
    }
    strbuf_adds(out, "\n        ;;\n");
    arena_free(&a);
}

static void zsh(StrBuf *out)
{
    strbuf_adds(out, "#compdef curfew\n# zsh completion for curfew, made by `curfew completion zsh`.\n\n"
                     "_curfew() {\n    local -a commands\n    commands=(\n");
    for (size_t i = 0; i < commands_count; i++) {
        strbuf_printf(out, "        '%s:", commands[i].name);
        zsh_text(commands[i].summary, out);
        strbuf_adds(out, "'\n");
    }
    strbuf_adds(out, "    )\n    if (( CURRENT == 2 )); then\n        _describe -t commands command commands\n"
                     "        return\n    fi\n    shift words\n    (( CURRENT-- ))\n    case $words[1] in\n");
    for (size_t i = 0; i < commands_count; i++)
        zsh_command(&commands[i], out);
    strbuf_adds(out, "    esac\n}\n\n"
                     "# Loaded from $fpath it is the body of the function; sourced it makes itself known.\n"
                     "if [[ $funcstack[1] == _curfew ]]; then\n    _curfew \"$@\"\nelse\n    compdef _curfew curfew\nfi\n");
}

// ---- fish ----

static void fish_text(const char *text, StrBuf *out)
{
    strbuf_addc(out, '\'');
    for (; *text; text++) {
        if (*text == '\'' || *text == '\\')
            strbuf_addc(out, '\\');
        strbuf_addc(out, *text);
    }
    strbuf_addc(out, '\'');
}

static void fish_words(const Words *w, StrBuf *out)
{
    switch (w->kind) {
    case WORD_NONE: break;
    case WORD_ANY: strbuf_adds(out, " -x"); break;
    case WORD_LISTED:
    case WORD_PREFIX: strbuf_printf(out, " -x -a '%s'", w->words); break;
    case WORD_FILE: strbuf_adds(out, " -r -F"); break;
    case WORD_DIRECTORY: strbuf_adds(out, " -x -a '(__fish_complete_directories)'"); break;
    }
}

static void fish_command(const Command *c, StrBuf *out)
{
    Arena a = {0};
    strbuf_printf(out, "complete -c curfew -n __fish_use_subcommand -f -a %s -d ", c->name);
    fish_text(c->summary, out);
    strbuf_addc(out, '\n');
    for (const OptionId *id = c->options; *id != OPT_COUNT; id++) {
        const Option *o = &options[*id];
        Words w = words_of_value(o, &a);
        strbuf_printf(out, "complete -c curfew -n '__fish_seen_subcommand_from %s' -l %s", c->name, o->name);
        fish_words(&w, out);
        strbuf_adds(out, " -d ");
        fish_text(o->brief, out);
        strbuf_addc(out, '\n');
    }
    Words w = words_of_operands(c, &a);
    if (w.kind == WORD_LISTED)
        strbuf_printf(out, "complete -c curfew -n '__fish_seen_subcommand_from %s' -f -a '%s'\n", c->name, w.words);
    arena_free(&a);
}

static void fish(StrBuf *out)
{
    strbuf_adds(out, "# fish completion for curfew, made by `curfew completion fish`.\n"
                     "complete -c curfew -n __fish_use_subcommand -l help -d 'print help'\n"
                     "complete -c curfew -n __fish_use_subcommand -l version -d 'print the version'\n");
    for (size_t i = 0; i < commands_count; i++)
        fish_command(&commands[i], out);
}

// ---- The command ----

static const struct {
    const char *name;
    void (*put)(StrBuf *out);
} shells[] = {{"bash", bash}, {"zsh", zsh}, {"fish", fish}};
enum { SHELL_COUNT = sizeof shells / sizeof *shells };

int run_completion(Args *args)
{
    if (args->operands.len != 1)
        return usage_fault(args->command, "for which shell? bash, zsh or fish");
    const char *names[SHELL_COUNT];
    for (size_t i = 0; i < SHELL_COUNT; i++) {
        names[i] = shells[i].name;
        if (strcmp(args->operands.data[0], names[i]) != 0)
            continue;
        StrBuf out = {0};
        shells[i].put(&out);
        fwrite(out.data, 1, out.len, stdout);
        strbuf_free(&out);
        return STATUS_OK;
    }
    return usage_unknown(args->command, "completion for", args->operands.data[0], names, SHELL_COUNT);
}
