// settings.c - what holds for a run: the defaults, the configuration file, and the command line over both.
#include "cli/settings.h"
#include "base/path.h"
#include "report/frame.h"
#include "report/glyph.h"
#include "rules/check.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

// ---- The file ----

// Of an operand the directory that it names or lies in; of an import path the current one.
static const char *operand_directory(const Args *args, const char *operand)
{
    Arena *a = (Arena *)&args->arena;
    if (strcmp(operand, "-") == 0)
        operand = args_has(args, OPT_STDIN_PATH) ? args->values[OPT_STDIN_PATH] : ".";
    size_t dots = str_find(str_of(operand), STR("..."));
    if (dots != SIZE_MAX)
        operand = arena_strndup(a, operand, dots);
    struct stat st;
    if (stat(operand, &st) != 0)
        return strchr(operand, '/') && operand[0] == '.' ? path_directory(a, operand) : ".";
    return S_ISDIR(st.st_mode) ? operand : path_directory(a, operand);
}

const char *settings_directory(const Args *args, uint32_t first)
{
    Arena *a = (Arena *)&args->arena;
    const char *operand = first < args->operands.len ? args->operands.data[first] : ".";
    return path_absolute(a, arena_printf(a, "%s/", operand_directory(args, operand)));
}

static const char *find_file(const Args *args)
{
    if (args_has(args, OPT_NO_CONFIG))
        return NULL;
    if (args_has(args, OPT_CONFIG))
        return args->values[OPT_CONFIG];
    Arena *a = (Arena *)&args->arena;
    const char *found = config_find(a, settings_directory(args, args->command->run == run_baseline));
    return found ? path_shown(a, found) : NULL;
}

static void print_fault(const Args *args, const Source *text, const ConfigFault *f)
{
    Terminal t = terminal_of(stderr, (ColorMode)args_choice(args, OPT_COLOR, COLOR_AUTO));
    FrameStyle style = {.terminal = &t, .gutter = frame_gutter(text, f->span)};
    StrBuf out = {0};
    Arena a = {0};
    style_put(&t, STYLE_ERROR, "error[config]", &out);
    strbuf_adds(&out, ": ");
    glyph_put(str_of(f->message), &out);
    strbuf_addc(&out, '\n');
    Position p = source_position(text, f->span.start);
    frame_path_put(&style, "-->", text, p.line, p.column, &out);
    frame_gutter_put(&style, 0, '|', &out);
    strbuf_addc(&out, '\n');
    MarkList marks = {0};
    vec_push(&a, &marks, (Mark){.span = f->span, .primary = true, .style = STYLE_ERROR, .label = f->hint});
    frame_put(&style, text, &marks, &out);
    frame_gutter_put(&style, 0, '|', &out);
    strbuf_addc(&out, '\n');
    fwrite(out.data, 1, out.len, stderr);
    strbuf_free(&out);
    arena_free(&a);
}

static bool read_file(Args *args, const char *path)
{
    const char *error;
    Source *text = source_read(path, &error);
    if (!text) {
        unreadable_print(path, error);
        return false;
    }
    Config *c = args->config;
    c->path = path;
    config_read(c, text, path_directory(&args->arena, path_absolute(&args->arena, path)));
    VEC_EACH (const ConfigFault, f, &c->faults)
        print_fault(args, text, f);
    bool right = c->faults.len == 0;
    if (!right)
        fprintf(stderr, "docs/configuration.md describes the keys; --no-config leaves the file out\n");
    source_free(text);
    return right;
}

// ---- The command line over the file ----

static bool given(Args *args, OptionId id, ConfigKey key)
{
    if (!args_has(args, id))
        return false;
    args->config->origins[key] = (Origin){.from = ORIGIN_OPTION};
    return true;
}

static bool from_file(const Args *args, ConfigKey key)
{
    return args->config->origins[key].from == ORIGIN_FILE;
}

static void merge_text(Args *args, OptionId id, ConfigKey key, const char **value)
{
    if (given(args, id, key))
        *value = args->values[id];
    else if (from_file(args, key))
        args->values[id] = *value;
}

static void merge_level(Args *args, OptionId id, ConfigKey key, Level *value)
{
    if (given(args, id, key))
        *value = (Level)args_choice(args, id, LEVEL_WARNING);
    else if (from_file(args, key))
        args->values[id] = level_name(*value);
}

static void merge_levels(Args *args)
{
    Config *c = args->config;
    merge_level(args, OPT_LEVEL, KEY_LEVEL, &c->level);
    c->fail_on_given |= args_has(args, OPT_FAIL_ON);
    merge_level(args, OPT_FAIL_ON, KEY_FAIL_ON, &c->fail_on);
    if (!c->fail_on_given)
        c->fail_on = c->level;
}

static void merge_tags(Args *args)
{
    Config *c = args->config;
    if (given(args, OPT_TAGS, KEY_TAGS)) {
        c->tags.len = 0;
        for (Str rest = str_of(args->values[OPT_TAGS]); rest.len > 0;) {
            size_t end = str_find(rest, STR(","));
            Str tag = str_sub(rest, 0, end);
            rest = end == SIZE_MAX ? (Str){0} : str_sub(rest, end + 1, rest.len);
            if (tag.len > 0)
                vec_push(&c->arena, &c->tags, arena_strndup(&c->arena, tag.ptr, tag.len));
        }
    } else if (from_file(args, KEY_TAGS)) {
        StrBuf list = {0};
        VEC_EACH (const char *, tag, &c->tags)
            strbuf_printf(&list, "%s%s", tag == c->tags.data ? "" : ",", *tag);
        args->values[OPT_TAGS] = arena_strndup(&args->arena, list.data ? list.data : "", list.len);
        strbuf_free(&list);
    }
}

static void merge_switches(Args *args)
{
    Config *c = args->config;
    if (given(args, OPT_TESTS, KEY_TESTS))
        c->tests = args_choice(args, OPT_TESTS, 0) == 0;
    else if (from_file(args, KEY_TESTS))
        args->values[OPT_TESTS] = c->tests ? "true" : "false";
    if (given(args, OPT_GENERATED, KEY_GENERATED))
        c->generated = true;
    else if (c->generated)
        args->values[OPT_GENERATED] = "";
}

static bool merge_go(Args *args)
{
    Config *c = args->config;
    if (given(args, OPT_GO, KEY_GO))
        return args_go(args, &c->go_minor);
    if (c->go_minor)
        args->values[OPT_GO] = arena_printf(&args->arena, "1.%u", c->go_minor);
    return true;
}

static void merge_models(Args *args)
{
    Config *c = args->config;
    if (!given(args, OPT_MODELS, KEY_MODELS))
        return;
    c->models.len = 0;
    VEC_EACH (const Given, g, &args->given)
        if (g->id == OPT_MODELS)
            vec_push(&c->arena, &c->models, g->value);
}

// --rule RULE[,RULE]: those and no others.
static bool merge_rules(Args *args)
{
    Config *c = args->config;
    VEC_EACH (const Given, g, &args->given) {
        if (g->id != OPT_ONLY)
            continue;
        if (!c->only)
            c->only = arena_array(&c->arena, bool, rules_count);
        for (Str rest = str_of(g->value); rest.len > 0;) {
            size_t end = str_find(rest, STR(","));
            Str name = str_trim(str_sub(rest, 0, end));
            rest = end == SIZE_MAX ? (Str){0} : str_sub(rest, end + 1, rest.len);
            const Rule *rule = rule_find(name);
            if (!rule) {
                rule_unknown(args->command, arena_strndup(&args->arena, name.ptr, name.len));
                return false;
            }
            c->only[rule - rules] = true;
        }
    }
    return true;
}

bool settings_read(Args *args)
{
    args->config = config_new();
    const char *path = find_file(args);
    if (path && !read_file(args, path))
        return false;
    merge_levels(args);
    merge_tags(args);
    merge_switches(args);
    merge_text(args, OPT_GOOS, KEY_GOOS, &args->config->goos);
    merge_text(args, OPT_GOARCH, KEY_GOARCH, &args->config->goarch);
    merge_text(args, OPT_BASELINE, KEY_BASELINE, &args->config->baseline);
    merge_models(args);
    return merge_go(args) && merge_rules(args);
}

// ---- What the analysis is told ----

CheckOptions settings_check_options(const Args *args)
{
    Config *c = args->config;
    return (CheckOptions){
        .off = config_off_everywhere(c),
        .go_minor = c->go_minor,
        .generated = c->generated,
        .timings = args_has(args, OPT_TIMINGS),
        .models_dirs = c->models.data,
        .models_dir_count = c->models.len,
        .messages = (Arena *)&args->arena,
    };
}
