// config_read.c - .curfew.yml: from YAML to values, each fault with its place.
//
// libyaml gives nodes with marks; a mark counts characters, everything else here counts bytes. The depth of
// what is read is that of the functions below, so an alias to a node that holds it does no harm.
#include "base/path.h"
#include "base/suggest.h"
#include "policy/config.h"
#include "policy/glob.h"

#include <yaml.h>

typedef struct Reader {
    Config *config;
    const Source *text;
    const char *dir;
    uint32_t bom; // bytes before what libyaml reads
    yaml_document_t *document;
    const uint32_t *characters; // offset of every 64th character
} Reader;

enum { STRIDE = 64, WORDS_MAX = 512 };

// ---- Places and faults ----

static const uint32_t *index_characters(Reader *r)
{
    const Source *s = r->text;
    uint32_t *at = arena_array(&r->config->arena, uint32_t, s->len / STRIDE + 2), count = 0;
    for (uint32_t i = r->bom; i < s->len; i++)
        if (((unsigned char)s->text[i] & 0xC0) != 0x80 && count++ % STRIDE == 0)
            at[(count - 1) / STRIDE] = i;
    at[(count + STRIDE - 1) / STRIDE] = s->len;
    return at;
}

static uint32_t offset_of(const Reader *r, size_t character)
{
    const Source *s = r->text;
    if (character > s->len)
        return s->len;
    uint32_t at = r->characters[character / STRIDE];
    if (at == 0 && character >= STRIDE)
        return s->len; // behind the last one
    if (at < r->bom)
        at = r->bom;
    for (size_t left = character % STRIDE; left > 0 && at < s->len; left--)
        do
            at++;
        while (at < s->len && ((unsigned char)s->text[at] & 0xC0) == 0x80);
    return at;
}

// The place of a node; of one of several lines its first line.
static Span span_of(const Reader *r, const yaml_node_t *n)
{
    Span s = {offset_of(r, n->start_mark.index), offset_of(r, n->end_mark.index)};
    uint32_t end = s.start;
    while (end < s.end && r->text->text[end] != '\n' && r->text->text[end] != '\r')
        end++;
    return (Span){s.start, end};
}

static uint32_t line_of(const Reader *r, const yaml_node_t *n)
{
    return source_position(r->text, offset_of(r, n->start_mark.index)).line;
}

static void fault(Reader *r, Span span, const char *message, const char *hint)
{
    vec_push(&r->config->arena, &r->config->faults, (ConfigFault){span, message, hint});
}

static void fault_at(Reader *r, const yaml_node_t *n, const char *message)
{
    fault(r, span_of(r, n), message, NULL);
}

static Str scalar(const yaml_node_t *n)
{
    return (Str){(const char *)n->data.scalar.value, n->data.scalar.length};
}

static bool is_plain(const yaml_node_t *n)
{
    return n->type == YAML_SCALAR_NODE && n->data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
}

// A key with nothing behind it.
static bool is_null(const yaml_node_t *n)
{
    return is_plain(n) && (scalar(n).len == 0 || str_is(scalar(n), "~") || str_is(scalar(n), "null"));
}

// The text of a scalar, or NULL after saying what was wanted.
static const char *text_of(Reader *r, const yaml_node_t *n, const char *wanted)
{
    if (n->type != YAML_SCALAR_NODE || is_null(n)) {
        fault_at(r, n, wanted);
        return NULL;
    }
    Str s = scalar(n);
    if (memchr(s.ptr, 0, s.len)) {
        fault_at(r, n, "the value holds a NUL");
        return NULL;
    }
    return arena_strndup(&r->config->arena, s.ptr, s.len);
}

// Says that `word` is none of `words`, and which it may have been meant for.
static void unknown(Reader *r, const yaml_node_t *n, const char *what, const char *word, const char *const *words,
                    size_t count)
{
    Arena *a = &r->config->arena;
    const char *near = suggest(word, words, count);
    fault(r, span_of(r, n), arena_printf(a, "there is no %s `%s`", what, word),
          near ? arena_printf(a, "did you mean `%s`?", near) : NULL);
}

// ---- Values ----

static bool read_switch(Reader *r, const yaml_node_t *n, bool *value)
{
    static const char *const words[] = {"true", "false", "on", "off", "yes", "no"};
    const char *text = text_of(r, n, "`true` or `false` is wanted");
    for (size_t i = 0; text && i < sizeof words / sizeof *words; i++) {
        if (strcmp(text, words[i]) == 0) {
            *value = i % 2 == 0;
            return true;
        }
    }
    if (text)
        fault_at(r, n, "`true` or `false` is wanted");
    return false;
}

static bool read_level(Reader *r, const yaml_node_t *n, Level *level)
{
    const char *words[LEVEL_ERROR + 1];
    for (int l = LEVEL_ADVICE; l <= LEVEL_ERROR; l++)
        words[l] = level_name((Level)l);
    const char *text = text_of(r, n, "`advice`, `warning` or `error` is wanted");
    if (!text)
        return false;
    for (int l = LEVEL_ADVICE; l <= LEVEL_ERROR; l++) {
        if (strcmp(text, words[l]) == 0) {
            *level = (Level)l;
            return true;
        }
    }
    unknown(r, n, "level", text, words, LEVEL_ERROR + 1);
    return false;
}

static bool read_go(Reader *r, const yaml_node_t *n, uint32_t *minor)
{
    const char *text = text_of(r, n, "a Go version is wanted, such as 1.22"), *error;
    if (!text || config_go_version(&r->config->arena, str_of(text), minor, &error))
        return text != NULL;
    fault_at(r, n, error);
    return false;
}

static const char *tag_fault(Str s)
{
    for (size_t i = 0; i < s.len; i++)
        if (s.ptr[i] == ',' || s.ptr[i] == ' ')
            return "one tag is wanted in each entry";
    return s.len ? NULL : "the tag is empty";
}

static const char *path_fault(Str s)
{
    return s.len ? NULL : "the path is empty";
}

// A list of texts, each of which `check` finds nothing wrong with.
static bool read_texts(Reader *r, const yaml_node_t *n, const char *(*check)(Str), ConfigTexts *out)
{
    if (n->type != YAML_SEQUENCE_NODE) {
        if (!is_null(n))
            fault_at(r, n, "a list is wanted: [first, second]");
        return is_null(n);
    }
    for (const yaml_node_item_t *i = n->data.sequence.items.start; i < n->data.sequence.items.top; i++) {
        const yaml_node_t *item = yaml_document_get_node(r->document, *i);
        const char *text = text_of(r, item, "a text is wanted"), *wrong = text ? check(str_of(text)) : NULL;
        if (wrong)
            fault_at(r, item, wrong);
        else if (text)
            vec_push(&r->config->arena, out, text);
    }
    return true;
}

// ---- Mappings ----

// The value of a pair, after seeing to it that the key is a text and new. NULL when it is not.
static const yaml_node_t *pair(Reader *r, const yaml_node_t *map, const yaml_node_pair_t *p, const char **key)
{
    const yaml_node_t *k = yaml_document_get_node(r->document, p->key);
    *key = text_of(r, k, "a key is wanted");
    if (!*key)
        return NULL;
    for (const yaml_node_pair_t *q = map->data.mapping.pairs.start; q < p; q++) {
        const yaml_node_t *other = yaml_document_get_node(r->document, q->key);
        if (other->type != YAML_SCALAR_NODE || !str_eq(scalar(other), scalar(k)))
            continue;
        fault(r, span_of(r, k), arena_printf(&r->config->arena, "the key `%s` is given twice", *key),
              arena_printf(&r->config->arena, "the first is in line %u", line_of(r, other)));
        return NULL;
    }
    return yaml_document_get_node(r->document, p->value);
}

// Mappings of the size of a configuration; in longer ones the search for keys given twice would take long.
static bool is_mapping(Reader *r, const yaml_node_t *n, const char *wanted)
{
    bool is = n->type == YAML_MAPPING_NODE;
    if (!is && !is_null(n))
        fault_at(r, n, wanted);
    if (is && n->data.mapping.pairs.top - n->data.mapping.pairs.start > WORDS_MAX) {
        fault_at(r, n, "there are more keys here than anything can be said by");
        return false;
    }
    return is;
}

static bool read_mode(Reader *r, const yaml_node_t *n, RuleMode *mode)
{
    static const char *const words[] = {"off", "on", "advice", "warning", "error"};
    const char *text = text_of(r, n, "`off`, `on`, `advice`, `warning` or `error` is wanted");
    if (!text)
        return false;
    if (is_plain(n) && strcmp(text, "true") == 0)
        text = "on";
    if (is_plain(n) && strcmp(text, "false") == 0)
        text = "off";
    for (int m = RULE_OFF; m < RULE_MODES; m++) {
        if (strcmp(text, words[m - RULE_OFF]) == 0) {
            *mode = (RuleMode)m;
            return true;
        }
    }
    unknown(r, n, "setting of a rule", text, words, sizeof words / sizeof *words);
    return false;
}

static void unknown_rule(Reader *r, const yaml_node_t *n, const char *name)
{
    const char **words = arena_array(&r->config->arena, const char *, rules_count + 1);
    for (size_t k = 0; k < rules_count; k++)
        words[k] = rules[k].slug;
    words[rules_count] = "all";
    unknown(r, n, "rule", name, words, rules_count + 1);
}

static void read_rules(Reader *r, const yaml_node_t *n, RuleTable *out)
{
    if (!is_mapping(r, n, "rules and their settings are wanted: `lost-cancel: error`"))
        return;
    for (const yaml_node_pair_t *p = n->data.mapping.pairs.start; p < n->data.mapping.pairs.top; p++) {
        const char *name;
        const yaml_node_t *value = pair(r, n, p, &name), *key = yaml_document_get_node(r->document, p->key);
        if (!value)
            continue;
        const Rule *rule = rule_find(str_of(name));
        RuleSetting *setting = rule ? &out->each[rule - rules] : strcmp(name, "all") == 0 ? &out->all : NULL;
        RuleMode mode;
        if (!setting)
            unknown_rule(r, key, name);
        else if (read_mode(r, value, &mode))
            *setting = (RuleSetting){mode, {ORIGIN_FILE, line_of(r, key)}};
    }
}

static void read_override(Reader *r, const yaml_node_t *n)
{
    static const char *const words[] = {"paths", "rules"};
    const char *wanted = "`paths` and `rules` are wanted";
    Arena *a = &r->config->arena;
    if (!is_mapping(r, n, wanted)) {
        if (is_null(n))
            fault_at(r, n, wanted);
        return;
    }
    Override o = {.rules = {.each = arena_array(a, RuleSetting, rules_count)}, .line = line_of(r, n)};
    bool has[2] = {false, false};
    for (const yaml_node_pair_t *p = n->data.mapping.pairs.start; p < n->data.mapping.pairs.top; p++) {
        const char *name;
        const yaml_node_t *value = pair(r, n, p, &name);
        if (!value)
            continue;
        if (strcmp(name, "paths") == 0) {
            has[0] = true;
            read_texts(r, value, glob_fault, &o.paths);
        } else if (strcmp(name, "rules") == 0) {
            has[1] = true;
            read_rules(r, value, &o.rules);
        } else {
            unknown(r, yaml_document_get_node(r->document, p->key), "key", name, words, 2);
        }
    }
    if (!has[0] || !has[1])
        fault_at(r, n, has[0] ? "`rules` is missing" : "`paths` is missing");
    vec_push(a, &r->config->overrides, o);
}

static void read_overrides(Reader *r, const yaml_node_t *n)
{
    if (n->type != YAML_SEQUENCE_NODE) {
        if (!is_null(n))
            fault_at(r, n, "a list is wanted, each entry with `paths` and `rules`");
        return;
    }
    for (const yaml_node_item_t *i = n->data.sequence.items.start; i < n->data.sequence.items.top; i++)
        read_override(r, yaml_document_get_node(r->document, *i));
}

// A word that has a place in a file's name, so: no slash, no blank.
static bool read_word(Reader *r, const yaml_node_t *n, const char **out)
{
    const char *text = text_of(r, n, "a name is wanted, such as linux");
    if (text && (text[0] == 0 || strpbrk(text, " \t\n/,"))) {
        fault_at(r, n, "a name is wanted, such as linux");
        return false;
    }
    if (text)
        *out = text;
    return text != NULL;
}

static bool read_path(Reader *r, const yaml_node_t *n, const char **out)
{
    const char *text = text_of(r, n, "a path is wanted");
    if (text && text[0] == 0) {
        fault_at(r, n, "the path is empty");
        return false;
    }
    if (text)
        *out = path_join(&r->config->arena, r->dir, text);
    return text != NULL;
}

static bool read_value(Reader *r, ConfigKey key, const yaml_node_t *n)
{
    Config *c = r->config;
    switch (key) {
    case KEY_LEVEL:
        return read_level(r, n, &c->level);
    case KEY_FAIL_ON:
        return c->fail_on_given = read_level(r, n, &c->fail_on);
    case KEY_GO:
        return read_go(r, n, &c->go_minor);
    case KEY_TAGS:
        return read_texts(r, n, tag_fault, &c->tags);
    case KEY_GOOS:
        return read_word(r, n, &c->goos);
    case KEY_GOARCH:
        return read_word(r, n, &c->goarch);
    case KEY_TESTS:
        return read_switch(r, n, &c->tests);
    case KEY_GENERATED:
        return read_switch(r, n, &c->generated);
    case KEY_MODELS: {
        bool read = read_texts(r, n, path_fault, &c->models);
        VEC_EACH (const char *, dir, &c->models)
            *dir = path_join(&c->arena, r->dir, *dir);
        return read;
    }
    case KEY_BASELINE:
        return read_path(r, n, &c->baseline);
    case KEY_EXCLUDE:
        return read_texts(r, n, glob_fault, &c->exclude);
    case KEY_RULES:
        read_rules(r, n, &c->rules);
        return true;
    case KEY_OVERRIDES:
        read_overrides(r, n);
        return true;
    case KEY_COUNT:
        break;
    }
    return false;
}

static void read_root(Reader *r, const yaml_node_t *n)
{
    if (!is_mapping(r, n, "keys and values are wanted: `level: advice`"))
        return;
    const char *words[KEY_COUNT];
    for (int k = 0; k < KEY_COUNT; k++)
        words[k] = config_key_name((ConfigKey)k);
    for (const yaml_node_pair_t *p = n->data.mapping.pairs.start; p < n->data.mapping.pairs.top; p++) {
        const char *name;
        const yaml_node_t *value = pair(r, n, p, &name), *key = yaml_document_get_node(r->document, p->key);
        int k = 0;
        while (value && k < KEY_COUNT && strcmp(name, words[k]) != 0)
            k++;
        if (value && k == KEY_COUNT)
            unknown(r, key, "key", name, words, KEY_COUNT);
        else if (value && read_value(r, (ConfigKey)k, value))
            r->config->origins[k] = (Origin){ORIGIN_FILE, line_of(r, key)};
    }
}

// ---- The document ----

static void yaml_fault(Reader *r, const yaml_parser_t *parser)
{
    uint32_t at = parser->error == YAML_READER_ERROR ? r->bom + (uint32_t)parser->problem_offset
                                                     : offset_of(r, parser->problem_mark.index);
    at = at < r->text->len ? at : r->text->len;
    uint32_t end = at + (at < r->text->len && r->text->text[at] != '\n');
    fault(r, (Span){at, end}, arena_printf(&r->config->arena, "this is not YAML: %s", parser->problem), NULL);
}

// Reads the next document; false at a fault.
static bool load(Reader *r, yaml_parser_t *parser, yaml_document_t *document)
{
    if (yaml_parser_load(parser, document))
        return true;
    yaml_fault(r, parser);
    return false;
}

void config_read(Config *c, const Source *text, const char *dir)
{
    Reader r = {.config = c, .text = text, .dir = path_directory(&c->arena, text->path)};
    if (text->len >= 3 && memcmp(text->text, "\xEF\xBB\xBF", 3) == 0)
        r.bom = 3;
    r.characters = index_characters(&r);
    c->dir = arena_strndup(&c->arena, dir, strlen(dir));
    yaml_parser_t parser;
    yaml_document_t document, next;
    if (!yaml_parser_initialize(&parser)) {
        fault(&r, (Span){0, 0}, "there is no memory to read it", NULL);
        return;
    }
    yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&parser, (const unsigned char *)text->text + r.bom, text->len - r.bom);
    if (load(&r, &parser, &document)) {
        r.document = &document;
        const yaml_node_t *root = yaml_document_get_root_node(&document);
        if (root)
            read_root(&r, root);
        if (root && load(&r, &parser, &next)) {
            root = yaml_document_get_root_node(&next);
            if (root)
                fault(&r, span_of(&r, root), "a second document is not read", NULL);
            yaml_document_delete(&next);
        }
        yaml_document_delete(&document);
    }
    yaml_parser_delete(&parser);
}
