// model_read.c - from the tree of a model file to what it says.
//
// A directive is a comment of its own line in the doc comment of a declaration:
//
//     //curfew:DIRECTIVE [TARGET] [MODE…] [until METHOD…] [since 1.N] [before 1.N]
//
// Everything that is not understood is a fault: a typing error in a model would otherwise turn
// silently into findings that are missing.
#include "load/model_read.h"
#include "base/bitset.h"

#define PREFIX "//curfew:"
#define HEADER "//curfew:models 0"

typedef struct EffectInfo {
    const char *text;
    bool target;
} EffectInfo;

static const EffectInfo effect_table[] = {
#define EFFECT(name, text, target, meaning) {text, target},
#include "load/effects.def"
};

static const char *const mode_table[] = {
#define MODE(name, text) text,
#include "load/modes.def"
};

typedef struct Reader {
    Arena *arena;
    Names *names;
    ModelPackage *pkg;
    const Ast *ast;
    const Comment *comments;
    Bitset used; // comments that belong to a declaration
    ModelFault fault;
} Reader;

// What a directive speaks of.
typedef struct Subject {
    Name recv, name;
    NodeId decl;
    NodeId type;       // FuncType, or none
    bool has_receiver; // `recv` has a meaning
} Subject;

// The words of a directive that are still to be read.
typedef struct Words {
    Str rest;
    uint32_t offset; // of the comment, for faults
} Words;

const char *effect_name(EffectKind kind)
{
    return kind < EFFECT_KIND_COUNT ? effect_table[kind].text : "";
}

const char *effect_mode_name(EffectMode mode)
{
    return mode < MODE_COUNT ? mode_table[mode] : "";
}

static bool fail(Reader *r, uint32_t offset, const char *reason)
{
    if (!r->fault.reason)
        r->fault = (ModelFault){offset, reason};
    return false;
}

static bool fail_word(Reader *r, uint32_t offset, const char *before, Str word, const char *after)
{
    return fail(r, offset, arena_printf(r->arena, "%s '%.*s'%s", before, STR_ARG(word), after));
}

static Str next_word(Words *w)
{
    Str s = str_trim(w->rest);
    size_t n = 0;
    while (n < s.len && s.ptr[n] != ' ' && s.ptr[n] != '\t')
        n++;
    w->rest = str_sub(s, n, s.len);
    return str_sub(s, 0, n);
}

static bool read_number(Str s, uint32_t *out)
{
    uint32_t v = 0;
    for (size_t i = 0; i < s.len; i++) {
        if (s.ptr[i] < '0' || s.ptr[i] > '9' || v > 9999)
            return false;
        v = v * 10 + (uint32_t)(s.ptr[i] - '0');
    }
    *out = v;
    return s.len > 0;
}

// "1.25" gives 25.
static bool read_version(Reader *r, Words *w, uint32_t *out)
{
    Str word = next_word(w);
    if (!str_starts(word, "1.") || !read_number(str_sub(word, 2, word.len), out) || *out == 0)
        return fail_word(r, w->offset, "not a Go version of the form 1.N:", word, "");
    return true;
}

// Finds a parameter by name; counts the entries of the list where `name` is empty.
static bool find_field(Reader *r, NodeId list, Str name, uint32_t *index)
{
    uint32_t n = 0;
    FieldListView fields = {0};
    if (node_ok(list))
        fields = ast_field_list(r->ast, list);
    LIST_EACH (f, fields.fields) {
        FieldView v = ast_field(r->ast, *f);
        LIST_EACH (id, v.names) {
            if (name.len && str_eq(ast_text(r->ast, *id), name)) {
                *index = n;
                return true;
            }
            n++;
        }
        if (v.names.len == 0)
            n++;
    }
    *index = n;
    return false;
}

static Str split_dot(Str *rest)
{
    size_t dot = str_find(*rest, STR("."));
    Str head = str_sub(*rest, 0, dot);
    *rest = dot == SIZE_MAX ? (Str){0} : str_sub(*rest, dot + 1, rest->len);
    return head;
}

static bool read_result(Reader *r, const Subject *s, Words *w, Str word, Str *rest, EffectRef *ref)
{
    ref->kind = REF_RESULT;
    if (rest->len && rest->ptr[0] >= '0' && rest->ptr[0] <= '9') {
        Str number = split_dot(rest);
        if (!read_number(number, &ref->index))
            return fail_word(r, w->offset, "not the number of a result:", number, "");
    }
    uint32_t count = 0;
    find_field(r, ast_func_type(r->ast, s->type).results, (Str){0}, &count);
    if (ref->index >= count)
        return fail_word(r, w->offset, "the declaration has no", word, "");
    return true;
}

static bool read_target(Reader *r, const Subject *s, Words *w, EffectRef *ref)
{
    Str word = next_word(w), rest = word;
    if (word.len == 0)
        return fail(r, w->offset, "the directive needs a target");
    Str head = split_dot(&rest);
    if (str_is(head, "recv")) {
        if (!s->has_receiver)
            return fail_word(r, w->offset, "a function has no", head, "");
        ref->kind = REF_RECV;
    } else if (!node_ok(s->type)) {
        return fail_word(r, w->offset, "a type or variable has no", head, ", only 'recv'");
    } else if (str_is(head, "result")) {
        if (!read_result(r, s, w, word, &rest, ref))
            return false;
    } else if (find_field(r, ast_func_type(r->ast, s->type).params, head, &ref->index)) {
        ref->kind = REF_PARAM;
    } else {
        return fail_word(r, w->offset, "no parameter is called", head, "");
    }
    if (rest.len)
        ref->field = name_of(r->names, rest);
    return true;
}

static bool read_mode(Str word, uint32_t *modes)
{
    for (uint32_t i = 0; i < MODE_COUNT; i++)
        if (str_is(word, mode_table[i])) {
            *modes |= 1u << i;
            return true;
        }
    return false;
}

static bool is_keyword(Str word)
{
    return str_is(word, "since") || str_is(word, "before") || str_is(word, "until");
}

// Reads the methods after `until`; leaves the word after them.
static bool read_until(Reader *r, Words *w, Effect *e)
{
    for (;;) {
        Words save = *w;
        Str word = next_word(w);
        if (word.len == 0 || is_keyword(word)) {
            *w = save;
            break;
        }
        vec_push(r->arena, &e->until, name_of(r->names, word));
    }
    return e->until.len > 0 || fail(r, w->offset, "no method follows 'until'");
}

static bool read_qualifiers(Reader *r, Words *w, Effect *e)
{
    for (;;) {
        Str word = next_word(w);
        bool ok = true;
        if (word.len == 0)
            return true;
        if (str_is(word, "until"))
            ok = read_until(r, w, e);
        else if (str_is(word, "since"))
            ok = read_version(r, w, &e->since);
        else if (str_is(word, "before"))
            ok = read_version(r, w, &e->before);
        else if (!read_mode(word, &e->modes))
            ok = fail_word(r, w->offset, "neither a mode nor until, since or before:", word, "");
        if (!ok)
            return false;
    }
}

static bool find_effect(Str word, EffectKind *kind)
{
    for (uint32_t i = 0; i < EFFECT_KIND_COUNT; i++)
        if (str_is(word, effect_table[i].text)) {
            *kind = (EffectKind)i;
            return true;
        }
    return false;
}

static bool read_directive(Reader *r, const Subject *s, Words w, Effect *e)
{
    Str word = next_word(&w);
    if (!find_effect(word, &e->kind))
        return fail_word(r, w.offset, "unknown directive", word, "");
    if (e->kind == EFFECT_SINCE && !read_version(r, &w, &e->since))
        return false;
    if (effect_table[e->kind].target && !read_target(r, s, &w, &e->target))
        return false;
    if (!read_qualifiers(r, &w, e))
        return false;
    if (e->kind == EFFECT_MUST_RELEASE && e->until.len == 0)
        return fail(r, w.offset, "must-release needs 'until' and the methods that release");
    return true;
}

// Reads the directives of one doc comment and adds an entry where there are any.
static bool read_doc(Reader *r, const Subject *s, NodeId documented)
{
    CommentRange range = ast_doc(r->ast, documented);
    ModelEntry entry = {.recv = s->recv, .name = s->name, .decl = s->decl};
    for (uint32_t i = range.start; i < range.end; i++) {
        Span span = r->comments[i].span;
        Str text = source_str(ast_source(r->ast), span);
        bitset_add(&r->used, i);
        if (!str_starts(text, PREFIX))
            continue;
        Effect e = {0};
        Words w = {str_sub(text, sizeof PREFIX - 1, text.len), span.start};
        if (!read_directive(r, s, w, &e))
            return false;
        vec_push(r->arena, &entry.effects, e);
    }
    if (entry.effects.len)
        vec_push(r->arena, &r->pkg->entries, entry);
    return true;
}

static Name name_at(Reader *r, NodeId ident)
{
    return name_of(r->names, ast_text(r->ast, ident));
}

// The name of a receiver's type: (s *Server), (p *Pointer[T]).
static Name receiver_name(Reader *r, NodeId list)
{
    FieldListView fields = ast_field_list(r->ast, list);
    if (fields.fields.len != 1)
        return (Name){0};
    NodeId t = ast_field(r->ast, fields.fields.items[0]).type;
    for (;;) {
        switch (node_kind(r->ast, t)) {
        case NODE_STAR_EXPR:
        case NODE_PAREN_EXPR:
            t = ast_operand(r->ast, t);
            break;
        case NODE_INDEX_EXPR:
        case NODE_INDEX_LIST_EXPR:
            t = ast_index(r->ast, t).x;
            break;
        case NODE_IDENT:
            return name_at(r, t);
        default:
            return (Name){0};
        }
    }
}

static bool read_func(Reader *r, NodeId n)
{
    FuncDeclView f = ast_func_decl(r->ast, n);
    if (node_ok(f.body))
        return fail(r, node_span(r->ast, f.body).start,
                    "a model declares functions without bodies");
    Subject s = {.name = name_at(r, f.name), .decl = n, .type = f.type};
    if (node_ok(f.recv)) {
        s.has_receiver = true;
        s.recv = receiver_name(r, f.recv);
    }
    return read_doc(r, &s, n);
}

// One comment speaks of every name that its declaration declares.
static bool read_names(Reader *r, Subject s, NodeList names, NodeId documented)
{
    LIST_EACH (n, names) {
        s.name = name_at(r, *n);
        if (!read_doc(r, &s, documented))
            return false;
    }
    return true;
}

// Methods of an interface, fields of a struct.
static bool read_members(Reader *r, Name owner, NodeId list, bool methods)
{
    FieldListView members = ast_field_list(r->ast, list);
    LIST_EACH (m, members.fields) {
        FieldView f = ast_field(r->ast, *m);
        Subject s = {.recv = owner, .decl = *m, .has_receiver = true};
        if (methods && node_kind(r->ast, f.type) == NODE_FUNC_TYPE)
            s.type = f.type;
        if (!read_names(r, s, f.names, *m))
            return false;
    }
    return true;
}

static bool read_type(Reader *r, NodeId spec, NodeId documented)
{
    TypeSpecView t = ast_type_spec(r->ast, spec);
    Subject s = {.name = name_at(r, t.name), .decl = spec, .has_receiver = true};
    if (!read_doc(r, &s, documented))
        return false;
    switch (node_kind(r->ast, t.type)) {
    case NODE_INTERFACE_TYPE:
        return read_members(r, s.name, ast_interface_methods(r->ast, t.type), true);
    case NODE_STRUCT_TYPE:
        return read_members(r, s.name, ast_struct_fields(r->ast, t.type), false);
    default:
        return true;
    }
}

static bool read_value(Reader *r, NodeId spec, NodeId documented)
{
    Subject s = {.decl = spec, .has_receiver = true};
    return read_names(r, s, ast_value_spec(r->ast, spec).names, documented);
}

static bool read_decl(Reader *r, NodeId n)
{
    if (node_kind(r->ast, n) == NODE_FUNC_DECL)
        return read_func(r, n);
    if (node_kind(r->ast, n) != NODE_GEN_DECL)
        return fail(r, node_span(r->ast, n).start, "not a declaration");
    GenDeclView g = ast_gen_decl(r->ast, n);
    LIST_EACH (spec, g.specs) {
        // Without parentheses the comment stands before the keyword.
        NodeId documented = g.lparen.v ? *spec : n;
        bool ok = true;
        if (g.keyword == TOK_TYPE)
            ok = read_type(r, *spec, documented);
        else if (g.keyword != TOK_IMPORT)
            ok = read_value(r, *spec, documented);
        if (!ok)
            return false;
    }
    return true;
}

static bool check_syntax(Reader *r)
{
    uint32_t count = 0;
    const SyntaxError *errors = ast_errors(r->ast, &count);
    return count == 0 || fail(r, errors[0].offset, arena_printf(r->arena, "%s", errors[0].message));
}

// The first line says which version of the format the file is written in.
static bool check_header(Reader *r)
{
    const Source *source = ast_source(r->ast);
    if (source->line_count && str_is(str_trim(source_line(source, 1)), HEADER))
        return true;
    return fail(r, 0, "the first line of a model file is '" HEADER "'");
}

// A directive that no declaration took says nothing, which is never what its author meant.
static bool check_strays(Reader *r, uint32_t comment_count)
{
    for (uint32_t i = 0; i < comment_count; i++) {
        Str text = source_str(ast_source(r->ast), r->comments[i].span);
        if (bitset_has(&r->used, i) || !str_starts(text, PREFIX) || str_is(str_trim(text), HEADER))
            continue;
        return fail(r, r->comments[i].span.start, "the directive stands at no declaration");
    }
    return true;
}

bool model_read(Arena *arena, Names *names, ModelPackage *pkg, ModelFault *fault)
{
    Reader r = {.arena = arena, .names = names, .pkg = pkg, .ast = pkg->ast};
    uint32_t comment_count = 0;
    r.comments = ast_comments(r.ast, &comment_count);
    r.used = bitset_new(arena, comment_count);
    FileView file = ast_file(r.ast);
    bool ok = check_syntax(&r) && check_header(&r);
    for (uint32_t i = 0; ok && i < file.decls.len; i++)
        ok = read_decl(&r, file.decls.items[i]);
    ok = ok && check_strays(&r, comment_count);
    if (node_ok(file.name))
        pkg->name = ast_text(r.ast, file.name);
    *fault = r.fault;
    return ok;
}
