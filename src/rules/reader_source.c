// reader_source.c - what a reader reads from in the end, by points-to and models.
#include "rules/reader_source.h"

// Readers are wrapped in readers so often at most, and made in so many places.
enum { MAX_WRAPS = 8, MAX_SOURCES = 32 };

static const char *what_opens(uint32_t modes)
{
    return modes & MODE_NETWORK ? "the network" : modes & MODE_STDIN ? "standard input" : modes & MODE_PIPE ? "a pipe" : "a file";
}

const Effect *reader_blocks(const RuleContext *ctx, TypeId t)
{
    TypeId plain = type_known(t) ? type_unalias(ctx->types, type_deref(ctx->types, type_unalias(ctx->types, t))) : TYPE_UNKNOWN;
    ObjId named = type_kind(ctx->types, plain) == T_NAMED ? type_named_object(ctx->types, plain) : OBJ_NONE;
    if (!obj_ok(named) || !ctx->ir->models)
        return NULL;
    static const char *const methods[] = {"Read", "ReadFrom", "Accept"};
    for (size_t k = 0; k < sizeof methods / sizeof *methods; k++) {
        const ModelEntry *entry = model_entry(ctx->ir->models, object_path(ctx->types, named), object_at(ctx->types, named)->name,
                                              name_ofs(package_names(ctx->types), methods[k]));
        const Effect *blocks = entry ? effect_find(entry, EFFECT_BLOCKS, ctx->go_minor) : NULL;
        if (blocks)
            return blocks;
    }
    return NULL;
}

typedef struct Search {
    RuleContext *ctx;
    ReaderSources *out;
} Search;

static void add(Search *s, ReaderSource source)
{
    if (s->out->items.len < MAX_SOURCES)
        vec_push(s->ctx->scratch, &s->out->items, source);
}

static SourceKind kind_of(uint32_t modes)
{
    return modes & (MODE_NETWORK | MODE_PIPE | MODE_STDIN) ? SOURCE_OUTSIDE : modes & MODE_FILE ? SOURCE_FILE : SOURCE_MEMORY;
}

static void follow(Search *s, FuncId func, IrValue v, unsigned depth);

// The effect that opens a result of the call, or NULL.
static const Effect *opens(const RuleContext *ctx, const ModelEntry *model, uint32_t index)
{
    for (uint32_t k = 0; model && k < model->effects.len; k++) {
        const Effect *e = &model->effects.data[k];
        if (e->kind == EFFECT_OPENS && e->target.kind == REF_RESULT && e->target.index == index &&
            e->since <= ctx->go_minor && (!e->before || ctx->go_minor < e->before))
            return e;
    }
    return NULL;
}

static void follow_result(Search *s, AbsId id, FuncId func, IrValue v, unsigned depth)
{
    const Abs *a = flow_abs(s->ctx->flow, id);
    const IrInstr *call = rule_instr(s->ctx, (Site){a->func, a->site});
    const ModelEntry *model = call->call ? call->call->model : NULL;
    const Effect *opened = opens(s->ctx, model, a->index);
    const Effect *wraps = model ? effect_find(model, EFFECT_WRAPS, s->ctx->go_minor) : NULL;
    IrValue inner = wraps ? flow_effect_arg(s->ctx->flow, call, wraps) : (IrValue){0};
    if (opened)
        add(s, (ReaderSource){kind_of(opened->modes), func, v, id, what_opens(opened->modes)});
    else if (ir_ok(inner))
        follow(s, a->func, inner, depth + 1);
    else
        add(s, (ReaderSource){model ? SOURCE_MEMORY : SOURCE_UNSEEN, func, v, id, "a reader"});
}

static void follow(Search *s, FuncId func, IrValue v, unsigned depth)
{
    RuleContext *ctx = s->ctx;
    const IrFunc *fn = rule_func(ctx, func);
    while (ir_instr(fn, v)->op == IR_CONVERT && ir_instr(fn, v)->arg_count)
        v = ir_instr(fn, v)->args[0];
    VarId var = flow_loaded_var(ctx->flow, func, v);
    const ModelEntry *entry = var.v ? flow_object_model(ctx->flow, ir_var(ctx->ir, var)->obj) : NULL;
    const Effect *opened = entry ? effect_find(entry, EFFECT_OPENS, ctx->go_minor) : NULL;
    if (opened || depth > MAX_WRAPS) {
        add(s, (ReaderSource){opened ? kind_of(opened->modes) : SOURCE_UNSEEN, func, v, {0}, opened ? what_opens(opened->modes) : "a reader"});
        return;
    }
    AbsSet set = flow_value(ctx->flow, func, v);
    const Effect *blocks = reader_blocks(ctx, ir_instr(fn, v)->type);
    for (uint32_t k = 0; k < set.len; k++) {
        AbsKind kind = flow_abs(ctx->flow, set.items[k])->kind;
        if (kind == ABS_RESULT)
            follow_result(s, set.items[k], func, v, depth);
        else if (kind == ABS_OUTSIDE || kind == ABS_UNKNOWN)
            add(s, (ReaderSource){SOURCE_UNSEEN, func, v, {0}, blocks ? what_opens(blocks->modes) : "a reader"});
        else
            add(s, (ReaderSource){SOURCE_MEMORY, func, v, set.items[k], "memory"});
    }
    if (set.len == 0)
        add(s, (ReaderSource){SOURCE_UNSEEN, func, v, {0}, "a reader"});
}

ReaderSources reader_sources(RuleContext *ctx, FuncId func, IrValue reader)
{
    ReaderSources out = {0};
    Search s = {ctx, &out};
    follow(&s, func, reader, 0);
    return out;
}
