// dump.c - prints the graphs of a package.
#include "ir/dump.h"

typedef struct Dump {
    const IrPackage *p;
    const IrFunc *f;
    Source *source;
    Arena arena; // for texts of types and constants
    StrBuf *out;
} Dump;

static void add_type(Dump *d, TypeId t)
{
    strbuf_add(d->out, type_string(d->p->types, &d->arena, t));
}

static void add_name(Dump *d, Name n)
{
    strbuf_add(d->out, name_str(package_names(d->p->types), n));
}

// Variables have a number, since names are used again.
static void add_var(Dump *d, VarId v)
{
    const IrVar *var = ir_var(d->p, v);
    const Object *o = obj_ok(var->obj) ? object_at(d->p->types, var->obj) : NULL;
    if (o && o->home != 0)
        strbuf_printf(d->out, "%.*s.", STR_ARG(object_path(d->p->types, var->obj)));
    if (var->name.v)
        add_name(d, var->name);
    else
        strbuf_adds(d->out, var->result >= 0 ? "result" : var->param >= 0 ? "param" : "tmp");
    if (var->owner.v)
        strbuf_printf(d->out, "#%u", v.v);
}

static void add_vars(Dump *d, const char *title, const VarId *vars, uint32_t len)
{
    if (len == 0)
        return;
    strbuf_printf(d->out, "  %s", title);
    for (uint32_t i = 0; i < len; i++) {
        const IrVar *var = ir_var(d->p, vars[i]);
        strbuf_adds(d->out, i ? ", " : " ");
        add_var(d, vars[i]);
        strbuf_addc(d->out, ' ');
        add_type(d, var->type);
        if (var->captured)
            strbuf_adds(d->out, " captured");
        if (var->addressed)
            strbuf_adds(d->out, " addressed");
    }
    strbuf_addc(d->out, '\n');
}

static const char *const builtin_names[] = {
#define BUILTIN(name, text) text,
#include "types/builtins.def"
};

static const char *const kind_names[] = {
    [FUNC_DECL] = "func",         [FUNC_LITERAL] = "literal", [FUNC_RANGE_BODY] = "range body",
    [FUNC_FRAGMENT] = "fragment", [FUNC_INIT] = "init",
};

static void add_values(Dump *d, const IrValue *args, uint32_t first, uint32_t count)
{
    for (uint32_t i = first; i < count; i++)
        strbuf_printf(d->out, "%sv%u", i > first ? ", " : "", args[i].v);
}

static void add_object(Dump *d, ObjId o)
{
    strbuf_add(d->out, object_full_name(d->p->types, &d->arena, o));
}

static void add_callee(Dump *d, const IrInstr *in)
{
    const IrCall *c = in->call;
    uint32_t first = 0;
    if (c->interface)
        strbuf_adds(d->out, "interface ");
    if (c->dynamic) {
        strbuf_printf(d->out, "v%u", in->args[0].v);
        first = 1;
    } else if (c->literal.v) {
        strbuf_adds(d->out, ir_func(d->p, c->literal)->name);
    } else if (c->builtin != BUILTIN_NONE) {
        strbuf_printf(d->out, "builtin %s", builtin_names[c->builtin]);
    } else {
        add_object(d, c->callee);
    }
    strbuf_addc(d->out, '(');
    add_values(d, in->args, first, in->arg_count);
    strbuf_adds(d->out, c->spread ? "...)" : ")");
    if (c->has_recv)
        strbuf_adds(d->out, " recv");
    if (c->model)
        strbuf_adds(d->out, " model");
}

static void add_cases(Dump *d, const IrInstr *in)
{
    strbuf_adds(d->out, " {");
    for (uint32_t i = 0; i < in->case_count; i++) {
        const IrCase *c = &in->cases[i];
        strbuf_adds(d->out, i ? "; " : "");
        if (c->is_default)
            strbuf_adds(d->out, "default");
        else if (c->is_send)
            strbuf_printf(d->out, "v%u <- v%u", c->chan.v, c->value.v);
        else
            strbuf_printf(d->out, "<-v%u", c->chan.v);
    }
    strbuf_adds(d->out, "}");
}

static void add_modes(Dump *d, uint32_t modes)
{
    for (int i = 0; i < MODE_COUNT; i++)
        if (modes >> i & 1)
            strbuf_printf(d->out, " %s", effect_mode_name((EffectMode)i));
}

// What belongs between the operation and its arguments.
static void add_detail(Dump *d, const IrInstr *in)
{
    strbuf_addc(d->out, ' ');
    switch (in->op) {
    case IR_DECLARE:
    case IR_ADDR_VAR:
        add_var(d, in->var);
        break;
    case IR_ADDR_FIELD:
    case IR_FIELD:
        strbuf_addc(d->out, '.');
        add_name(d, in->field_name);
        strbuf_adds(d->out, obj_ok(in->field) ? " " : "? ");
        break;
    case IR_CONST:
        if (in->constant)
            strbuf_add(d->out, constant_exact(in->constant, &d->arena));
        else
            strbuf_adds(d->out, "nil");
        break;
    case IR_FUNC_REF:
    case IR_METHOD_EXPR:
    case IR_METHOD_VALUE:
        add_object(d, in->callee);
        strbuf_addc(d->out, ' ');
        break;
    case IR_CLOSURE:
        strbuf_adds(d->out, ir_func(d->p, in->func)->name);
        break;
    case IR_BINARY:
    case IR_UNARY:
        strbuf_printf(d->out, "%s ", token_kind_text(in->token));
        break;
    case IR_EXTRACT:
    case IR_CASE_RECV:
        strbuf_printf(d->out, "%u of ", in->index);
        break;
    case IR_BUILTIN:
        strbuf_printf(d->out, "%s ", builtin_names[in->builtin]);
        break;
    case IR_MAKE_SLICE:
        if (in->arg_count == 0)
            strbuf_printf(d->out, "of %u ", in->index);
        break;
    case IR_EXIT:
        add_modes(d, in->exit_mode);
        break;
    default:
        break;
    }
}

static void trim_end(StrBuf *out)
{
    while (out->len && out->data[out->len - 1] == ' ')
        out->data[--out->len] = 0;
}

static void add_place(Dump *d, Span span)
{
    if (span.end == 0)
        return;
    Position pos = source_position(d->source, span.start);
    strbuf_printf(d->out, " @%u:%u", pos.line, pos.column);
}

static void add_instr(Dump *d, uint32_t n)
{
    const IrInstr *in = &d->f->instrs.data[n];
    strbuf_adds(d->out, "    ");
    if (ir_gives_value(in->op))
        strbuf_printf(d->out, "v%u = ", n);
    strbuf_adds(d->out, ir_op_name(in->op));
    if (in->call) {
        strbuf_addc(d->out, ' ');
        add_callee(d, in);
    } else {
        add_detail(d, in);
        add_values(d, in->args, 0, in->arg_count);
    }
    if (in->op == IR_SELECT)
        add_cases(d, in);
    trim_end(d->out);
    if (in->comma_ok)
        strbuf_adds(d->out, " ok");
    TypeId type = type_known(in->type) ? in->type : in->place;
    bool nothing =
        type_kind(d->p->types, type) == T_TUPLE && type_tuple_len(d->p->types, type) == 0;
    if (type_known(type) && !nothing) {
        strbuf_adds(d->out, " : ");
        add_type(d, type);
    }
    if (in->may_block)
        strbuf_adds(d->out, " !blocks");
    add_place(d, in->span);
    strbuf_addc(d->out, '\n');
}

static void add_numbers(Dump *d, const char *title, const uint32_t *items, uint32_t len)
{
    strbuf_adds(d->out, title);
    for (uint32_t i = 0; i < len; i++)
        strbuf_printf(d->out, " %u", items[i]);
}

static void add_block(Dump *d, uint32_t i)
{
    const IrBlock *b = &d->f->blocks.data[i];
    strbuf_printf(d->out, "  %u %s:", i, b->comment);
    if (b->preds.len)
        add_numbers(d, " from", b->preds.data, b->preds.len);
    if (b->succs.len)
        add_numbers(d, " to", b->succs.data, b->succs.len);
    if (!b->reachable)
        strbuf_adds(d->out, " dead");
    else if (i)
        strbuf_printf(d->out, " idom %u", b->idom);
    if (b->ipdom != UINT32_MAX)
        strbuf_printf(d->out, " ipdom %u", b->ipdom);
    if (b->loop)
        strbuf_printf(d->out, " loop %u", b->loop);
    strbuf_addc(d->out, '\n');
    VEC_EACH (uint32_t, n, &b->instrs)
        add_instr(d, *n);
}

static void add_loops(Dump *d)
{
    for (uint32_t i = 0; i < d->f->loops.len; i++) {
        const IrLoop *l = &d->f->loops.data[i];
        strbuf_printf(d->out, "  loop %u: head %u", i + 1, l->header);
        if (l->parent)
            strbuf_printf(d->out, " in %u", l->parent);
        strbuf_adds(d->out, l->has_exit ? "\n" : " endless\n");
    }
}

static void add_func(Dump *d, const IrFunc *f)
{
    d->f = f;
    d->source = (Source *)(uintptr_t)ast_source(package_file(d->p->types, f->file)->ast);
    strbuf_printf(d->out, "%s %s", kind_names[f->kind], f->name);
    if (f->parent.v)
        strbuf_printf(d->out, " in %s", ir_func(d->p, f->parent)->name);
    if (f->has_recover)
        strbuf_adds(d->out, " recovers");
    strbuf_adds(d->out, f->has_body ? "\n" : " without body\n");
    add_vars(d, f->has_recv ? "receiver and parameters" : "parameters", f->params.data,
             f->params.len);
    add_vars(d, "results", f->results.data, f->results.len);
    add_vars(d, "captures", f->captures.data, f->captures.len);
    add_loops(d);
    for (uint32_t i = 0; i < f->blocks.len; i++)
        add_block(d, i);
    arena_reset(&d->arena);
}

void ir_dump(const IrPackage *p, StrBuf *out)
{
    Dump d = {.p = p, .out = out};
    for (uint32_t i = 1; i < p->funcs.len; i++) {
        if (i > 1)
            strbuf_addc(out, '\n');
        add_func(&d, p->funcs.data[i]);
    }
    arena_free(&d.arena);
}
