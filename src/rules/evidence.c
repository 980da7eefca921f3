// evidence.c - the making of findings.
#include "rules/evidence.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

void rule_each_instr(RuleContext *ctx, InstrVisit *visit)
{
    for (uint32_t id = 1; id < ctx->ir->funcs.len; id++) {
        const IrFunc *func = ctx->ir->funcs.data[id];
        for (IrValue at = {1}; at.v < func->instrs.len; at.v++) {
            const IrInstr *i = rule_live_instr(ctx, func, at);
            if (i)
                visit(ctx, func, at, i);
        }
    }
}

static void add_calls(RuleContext *ctx, const IrFunc *func)
{
    for (IrValue at = ir_first_event(func); ir_ok(at); at = ir_next_event(func, at)) {
        IrOp op = ir_instr(func, at)->op;
        bool wanted = op == IR_CALL || op == IR_GO || op == IR_DEFER || op == IR_SELECT;
        if (wanted && rule_live_instr(ctx, func, at))
            vec_push(ctx->package, &ctx->calls, (Site){func->id, at});
    }
}

void rule_each_call(RuleContext *ctx, InstrVisit *visit)
{
    bool known = ctx->calls.data;
    for (uint32_t id = 1; !known && id < ctx->ir->funcs.len; id++)
        add_calls(ctx, ctx->ir->funcs.data[id]);
    VEC_EACH (const Site, s, &ctx->calls)
        visit(ctx, rule_func(ctx, s->func), s->instr, rule_instr(ctx, *s));
}

bool rule_is_exported(const RuleContext *ctx, Name name)
{
    Str text = name_str(package_names(ctx->types), name);
    return text.len && ((text.ptr[0] >= 'A' && text.ptr[0] <= 'Z') || (unsigned char)text.ptr[0] >= 0x80);
}

const IrFunc *rule_func(const RuleContext *ctx, FuncId id)
{
    return ir_func(ctx->ir, id);
}

const IrInstr *rule_instr(const RuleContext *ctx, Site s)
{
    return ir_instr(rule_func(ctx, s.func), s.instr);
}

static char *format_list(Arena *a, const char *format, va_list args)
{
    va_list again;
    va_copy(again, args);
    int len = vsnprintf(NULL, 0, format, args);
    char *text = arena_alloc(a, (size_t)len + 1);
    vsnprintf(text, (size_t)len + 1, format, again);
    va_end(again);
    return text;
}

#define FORMAT_REST(a, format, text)                                                               \
    do {                                                                                           \
        va_list args_;                                                                             \
        va_start(args_, format);                                                                   \
        (text) = format_list((a), format, args_);                                                  \
        va_end(args_);                                                                             \
    } while (0)

const Ast *rule_ast(const RuleContext *ctx, const IrFunc *func)
{
    return package_file(ctx->types, func->file)->ast;
}

static Place place_of(const RuleContext *ctx, const IrFunc *func, Span span)
{
    return (Place){ast_source(rule_ast(ctx, func)), span};
}

static Finding *new_finding(RuleContext *ctx, Level level, Place place, const char *symbol)
{
    Finding *f = arena_new(ctx->arena, Finding);
    f->rule = ctx->rule;
    f->level = level;
    f->failure = ctx->rule->failure;
    f->place = place;
    f->symbol = symbol ? arena_strndup(ctx->arena, symbol, strlen(symbol)) : "";
    Str path = package_path(ctx->types);
    f->package = arena_strndup(ctx->arena, path.ptr, path.len);
    vec_push(ctx->arena, &ctx->out->items, f);
    return f;
}

Finding *finding_on(RuleContext *ctx, Level level, const IrFunc *func, Span span, const char *format, ...)
{
    Finding *f = new_finding(ctx, level, place_of(ctx, func, span), func->name);
    char *text;
    FORMAT_REST(ctx->arena, format, text);
    f->message = text;
    return f;
}

Finding *finding_in_file(RuleContext *ctx, Level level, uint32_t file, Span span, const char *format, ...)
{
    Finding *f = new_finding(ctx, level, (Place){ast_source(package_file(ctx->types, file)->ast), span}, NULL);
    char *text;
    FORMAT_REST(ctx->arena, format, text);
    f->message = text;
    return f;
}

Finding *finding_at(RuleContext *ctx, Level level, Site site, const char *format, ...)
{
    const IrFunc *func = rule_func(ctx, site.func);
    Finding *f = new_finding(ctx, level, place_of(ctx, func, rule_instr(ctx, site)->span), func->name);
    char *text;
    FORMAT_REST(ctx->arena, format, text);
    f->message = text;
    return f;
}

void finding_also(RuleContext *ctx, Finding *f, Failure failure)
{
    vec_push(ctx->arena, &f->also, failure);
}

void finding_note(RuleContext *ctx, Finding *f, const char *format, ...)
{
    char *text;
    FORMAT_REST(ctx->arena, format, text);
    vec_push(ctx->arena, &f->notes, text);
}

void finding_related_span(RuleContext *ctx, Finding *f, const IrFunc *func, Span span,
                          const char *role, const char *message)
{
    vec_push(ctx->arena, &f->related, (Related){role, place_of(ctx, func, span), message});
}

void finding_related(RuleContext *ctx, Finding *f, Site site, const char *role, const char *message)
{
    finding_related_span(ctx, f, rule_func(ctx, site.func), rule_instr(ctx, site)->span, role, message);
}

void finding_step(RuleContext *ctx, Finding *f, Site site, const char *format, ...)
{
    char *text;
    FORMAT_REST(ctx->arena, format, text);
    const IrFunc *func = rule_func(ctx, site.func);
    vec_push(ctx->arena, &f->witness,
             (WitnessStep){rule_func_name(ctx, func), place_of(ctx, func, rule_instr(ctx, site)->span), text});
}

Fix *finding_fix(RuleContext *ctx, Finding *f, FixSafety safety, const char *format, ...)
{
    char *text;
    FORMAT_REST(ctx->arena, format, text);
    vec_push(ctx->arena, &f->fixes, (Fix){.description = text, .safety = safety});
    return &vec_last(&f->fixes);
}

void fix_edit(RuleContext *ctx, Fix *fix, const IrFunc *func, Span span, const char *format, ...)
{
    char *text;
    FORMAT_REST(ctx->arena, format, text);
    Edit edit = {place_of(ctx, func, span), text};
    vec_push(ctx->arena, &fix->edits, edit);
    // Behind those of the same file that begin no later.
    Edit *e = fix->edits.data;
    for (uint32_t k = fix->edits.len - 1; k > 0; k--) {
        if (e[k - 1].place.source == edit.place.source && e[k - 1].place.span.start <= span.start)
            break;
        e[k] = e[k - 1];
        e[k - 1] = edit;
    }
}

Span rule_node_span(const RuleContext *ctx, const IrFunc *func, NodeId n)
{
    return node_span(rule_ast(ctx, func), n);
}

bool rule_in_test_file(const RuleContext *ctx, const IrFunc *func)
{
    return package_file(ctx->types, func->file)->is_test;
}

const char *rule_indent(RuleContext *ctx, const IrFunc *func, uint32_t offset)
{
    const Source *s = ast_source(rule_ast(ctx, func));
    Str line = source_line(s, source_position(s, offset).line);
    size_t n = 0;
    // The marks of a quote in a document go on every line; no line of Go begins with one.
    while (n < line.len && (line.ptr[n] == ' ' || line.ptr[n] == '\t' || line.ptr[n] == '>'))
        n++;
    return arena_strndup(ctx->arena, line.ptr, n);
}

uint32_t rule_line_end(const RuleContext *ctx, const IrFunc *func, uint32_t offset)
{
    const Source *s = ast_source(rule_ast(ctx, func));
    uint32_t line = source_position(s, offset).line;
    Str text = source_line(s, line);
    return (uint32_t)(text.ptr - s->text) + (uint32_t)text.len;
}

// ---- Text for messages ----

enum { MAX_TEXT = 60 };

// Source text on one line: white space folded, cut at MAX_TEXT bytes of whole characters.
static const char *one_line(Arena *a, Str text)
{
    StrBuf b = {0};
    bool space = false;
    for (size_t k = 0; k < text.len; k++) {
        unsigned char c = (unsigned char)text.ptr[k];
        if (c == ' ' || (c >= '\t' && c <= '\r')) {
            space = b.len > 0;
            continue;
        }
        bool starts = (c & 0xc0) != 0x80;
        if (b.len >= MAX_TEXT && starts) {
            strbuf_adds(&b, "…");
            break;
        }
        if (space)
            strbuf_addc(&b, ' ');
        space = false;
        strbuf_addc(&b, (char)c);
    }
    const char *copy = arena_strndup(a, b.data ? b.data : "", b.len);
    strbuf_free(&b);
    return copy;
}

IrValue rule_without_embedding(const RuleContext *ctx, const IrFunc *func, IrValue v)
{
    for (;;) {
        const IrInstr *i = ir_instr(func, v);
        bool field = i->op == IR_ADDR_FIELD || i->op == IR_FIELD;
        if (!field || !obj_ok(i->field) || !object_at(ctx->types, i->field)->embedded)
            return v;
        v = i->args[0];
    }
}

const char *rule_text(RuleContext *ctx, const IrFunc *func, IrValue v)
{
    const IrInstr *i = ir_instr(func, v);
    const Ast *ast = rule_ast(ctx, func);
    if (node_ok(i->node))
        return one_line(ctx->arena, ast_text(ast, i->node));
    VarId var = flow_loaded_var(ctx->flow, func->id, v);
    if (var.v)
        return rule_var_name(ctx, var);
    if (i->span.end > i->span.start)
        return one_line(ctx->arena, source_str(ast_source(ast), i->span));
    return "a value";
}

const char *rule_var_name(RuleContext *ctx, VarId v)
{
    Str name = name_str(package_names(ctx->types), ir_var(ctx->ir, v)->name);
    return name.len ? arena_strndup(ctx->arena, name.ptr, name.len) : "a value";
}

const char *rule_callee_name(RuleContext *ctx, const IrFunc *func, const IrInstr *call)
{
    const Ast *ast = rule_ast(ctx, func);
    NodeId n = call->node;
    if (node_ok(n) && (node_kind(ast, n) == NODE_GO_STMT || node_kind(ast, n) == NODE_DEFER_STMT))
        n = ast_operand(ast, n);
    if (node_ok(n) && node_kind(ast, n) == NODE_CALL_EXPR) {
        NodeId fun = ast_call(ast, n).fun;
        if (node_kind(ast, fun) == NODE_FUNC_LIT)
            return "a function literal";
        return one_line(ctx->arena, ast_text(ast, fun));
    }
    return "a call";
}

const char *rule_func_name(RuleContext *ctx, const IrFunc *func)
{
    if (func->kind == FUNC_FRAGMENT)
        return "the snippet";
    if (func->kind == FUNC_INIT)
        return "package initialisation";
    if (func->kind != FUNC_DECL)
        return arena_printf(ctx->arena, "the function literal in %s",
                            func->parent.v ? rule_func_name(ctx, rule_func(ctx, func->parent)) : "the package");
    Str name = object_name(ctx->types, func->obj);
    Str recv = name_str(package_names(ctx->types), object_receiver(ctx->types, func->obj));
    if (recv.len)
        return arena_printf(ctx->arena, "%.*s.%.*s", STR_ARG(recv), STR_ARG(name));
    return arena_strndup(ctx->arena, name.ptr, name.len);
}

const char *rule_duration_text(RuleContext *ctx, int64_t ns)
{
    static const struct {
        int64_t ns;
        const char *unit;
    } units[] = {{3600000000000, "h"}, {60000000000, "m"}, {1000000000, "s"}, {1000000, "ms"}, {1000, "µs"}, {1, "ns"}};
    for (size_t k = 0; k < sizeof units / sizeof *units; k++)
        if (ns >= units[k].ns && ns % units[k].ns == 0)
            return arena_printf(ctx->arena, "%lld%s", (long long)(ns / units[k].ns), units[k].unit);
    return arena_printf(ctx->arena, "%lldns", (long long)ns);
}
