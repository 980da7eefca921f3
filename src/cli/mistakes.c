// mistakes.c - what is wrong with a call, and what may have been meant.
#include "cli/options.h"
#include "report/glyph.h"
#include "rules/rule.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

int usage_fault(const Command *command, const char *format, ...)
{
    va_list list;
    va_start(list, format);
    fputs("curfew", stderr);
    if (command)
        fprintf(stderr, " %s", command->name);
    fputs(": ", stderr);
    vfprintf(stderr, format, list);
    if (command)
        fprintf(stderr, "\ntry `curfew %s --help`\n", command->name);
    else
        fputs("\ntry `curfew --help`\n", stderr);
    va_end(list);
    return STATUS_FAULT;
}

int usage_unknown(const Command *command, const char *what, const char *word,
                  const char *const *words, size_t count)
{
    Arena a = {0};
    const char *near = suggest(word, words, count);
    usage_fault(command, "there is no %s %s%s%s%s", what, glyph_text(&a, word),
                near ? "; did you mean " : "", near ? near : "", near ? "?" : "");
    arena_free(&a);
    return STATUS_FAULT;
}

int rule_unknown(const Command *command, const char *slug)
{
    Arena a = {0};
    const char **names = arena_array(&a, const char *, rules_count);
    for (size_t i = 0; i < rules_count; i++)
        names[i] = rules[i].slug;
    if (suggest(slug, names, rules_count))
        usage_unknown(command, "rule", slug, names, rules_count);
    else
        usage_fault(command, "there is no rule %s; `curfew rules` lists them", glyph_text(&a, slug));
    arena_free(&a);
    return STATUS_FAULT;
}

int command_unknown(const Command *command, const char *name)
{
    Arena a = {0};
    const char **names = arena_array(&a, const char *, commands_count);
    for (size_t i = 0; i < commands_count; i++)
        names[i] = commands[i].name;
    int status = usage_unknown(command, "command", name, names, commands_count);
    arena_free(&a);
    return status;
}

static bool has_option(const Command *command, Str name)
{
    for (const OptionId *id = command->options; *id != OPT_COUNT; id++)
        if (str_is(name, options[*id].name))
            return true;
    return false;
}

// The commands that have the option, as a list; NULL when there are none.
static const char *owners(Str name, Arena *a)
{
    const char *list = NULL;
    for (size_t i = 0; i < commands_count; i++) {
        if (!has_option(&commands[i], name))
            continue;
        const char *more = arena_printf(a, "`curfew %s`", commands[i].name);
        list = list ? arena_printf(a, "%s, %s", list, more) : more;
    }
    return list;
}

void option_unknown(const Command *command, const char *argument)
{
    Arena a = {0};
    size_t dashes = strspn(argument, "-");
    Str name = {argument + dashes, strcspn(argument + dashes, "=")};
    const char *word = arena_strndup(&a, argument, dashes + name.len);
    const char *names[OPT_COUNT];
    size_t count = 0;
    for (const OptionId *id = command->options; *id != OPT_COUNT; id++)
        names[count++] = options[*id].name;
    const char *near = suggest(word + dashes, names, count), *whose = owners(name, &a);
    if (near && (has_option(command, name) || !whose))
        usage_fault(command, "there is no option %s; did you mean --%s?", glyph_text(&a, word), near);
    else if (whose)
        usage_fault(command, "--%s is an option of %s", word + dashes, whose);
    else
        usage_fault(command, "there is no option %s", glyph_text(&a, word));
    arena_free(&a);
}

void choice_unknown(const Command *command, const char *option, const char *choices,
                    const char *value)
{
    Arena a = {0};
    VEC(const char *) words = {0};
    StrBuf list = {0};
    Str rest = str_of(choices);
    while (rest.len > 0) {
        size_t end = str_find(rest, STR("|"));
        Str one = str_sub(rest, 0, end);
        vec_push(&a, &words, arena_strndup(&a, one.ptr, one.len));
        strbuf_adds(&list, list.len ? ", " : "");
        strbuf_add(&list, one);
        rest = end == SIZE_MAX ? (Str){0} : str_sub(rest, end + 1, rest.len);
    }
    const char *near = suggest(value, words.data, words.len);
    usage_fault(command, "--%s %s: not one of %s%s%s%s", option, glyph_text(&a, value), list.data,
                near ? "; did you mean " : "", near ? near : "", near ? "?" : "");
    strbuf_free(&list);
    arena_free(&a);
}
