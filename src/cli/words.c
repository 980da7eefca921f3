// words.c - what may stand for the value of an option or the operands of a command.
//
// The tables of options and commands name their values and operands for the reader of --help; the same names
// tell what can be offered.
#include "cli/words.h"

#include "report/report.h"
#include "rules/rule.h"

#include <string.h>

// A list between bars as words, each followed by `suffix`.
static const char *split(const char *bars, const char *suffix, Arena *a)
{
    StrBuf out = {0};
    for (Str rest = str_of(bars); rest.len > 0;) {
        size_t end = str_find(rest, STR("|"));
        strbuf_adds(&out, out.len ? " " : "");
        strbuf_add(&out, str_trim(str_sub(rest, 0, end)));
        strbuf_adds(&out, suffix);
        rest = end == SIZE_MAX ? (Str){0} : str_sub(rest, end + 1, rest.len);
    }
    const char *words = arena_strndup(a, out.data, out.len);
    strbuf_free(&out);
    return words;
}

static const char *rule_words(Arena *a)
{
    StrBuf out = {0};
    for (size_t i = 0; i < rules_count; i++)
        strbuf_printf(&out, "%s%s", i ? " " : "", rules[i].slug);
    const char *words = arena_strndup(a, out.data, out.len);
    strbuf_free(&out);
    return words;
}

static const char *command_words(Arena *a)
{
    StrBuf out = {0};
    for (size_t i = 0; i < commands_count; i++)
        strbuf_printf(&out, "%s%s", i ? " " : "", commands[i].name);
    const char *words = arena_strndup(a, out.data, out.len);
    strbuf_free(&out);
    return words;
}

Words words_of_value(const Option *o, Arena *a)
{
    if (!o->value)
        return (Words){WORD_NONE, NULL};
    if (o->choices)
        return (Words){WORD_LISTED, split(o->choices, "", a)};
    Str value = str_of(o->value);
    if (str_starts(value, "RULE"))
        return (Words){WORD_LISTED, rule_words(a)};
    if (str_is(value, "FORMAT=PATH"))
        return (Words){WORD_PREFIX, split(REPORT_FORMAT_NAMES, "=", a)};
    if (str_is(value, "FILE") || str_is(value, "PATH") || str_is(value, "PATCH"))
        return (Words){WORD_FILE, NULL};
    if (str_is(value, "DIR"))
        return (Words){WORD_DIRECTORY, NULL};
    return (Words){WORD_ANY, NULL};
}

Words words_of_operands(const Command *command, Arena *a)
{
    Str operands = str_of(command->operands);
    if (operands.len == 0)
        return (Words){WORD_NONE, NULL};
    if (str_is(operands, "RULE"))
        return (Words){WORD_LISTED, rule_words(a)};
    if (str_is(operands, "[COMMAND]"))
        return (Words){WORD_LISTED, command_words(a)};
    // Words that are typed as they stand are in small letters: "write | show | prune [FILE]…".
    size_t end = strspn(command->operands, "abcdefghijklmnopqrstuvwxyz |");
    if (end > 0)
        return (Words){WORD_LISTED, split(arena_strndup(a, command->operands, end), "", a)};
    return (Words){WORD_FILE, NULL};
}
