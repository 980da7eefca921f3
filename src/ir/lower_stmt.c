// lower_stmt.c - statements other than the compound ones, and how control leaves a function.
#include "ir/lower.h"

// ---- Labels and defers of a function, found before its body is lowered ----

static void scan_stmt(Fn *fn, NodeId n, Span scope);

static void scan_list(Fn *fn, NodeList list, Span scope)
{
    LIST_EACH (n, list)
        scan_stmt(fn, *n, scope);
}

static void scan_clauses(Fn *fn, NodeId body)
{
    if (!node_ok(body))
        return;
    LIST_EACH (n, ast_block(fn->ast, body).stmts) {
        NodeKind kind = node_kind(fn->ast, *n);
        if (kind == NODE_CASE_CLAUSE || kind == NODE_COMM_CLAUSE)
            scan_list(fn, ast_clause(fn->ast, *n).body, node_span(fn->ast, *n));
    }
}

static void add_label(Fn *fn, NodeId n, LabeledView view, Span scope)
{
    Name name = name_of(fn->b->names, ast_text(fn->ast, view.label));
    if (map_get(&fn->labels, name.v))
        return;
    Label *label = arena_new(fn->scratch, Label);
    label->offset = node_span(fn->ast, n).start;
    label->scope = scope;
    label->block = NO_BLOCK;
    map_put(fn->scratch, &fn->labels, name.v, (uint64_t)(uintptr_t)label);
}

// What is left to scan of the last statement inside `n`, which saves recursion on long chains.
static NodeId scan_step(Fn *fn, NodeId n, Span scope)
{
    switch (node_kind(fn->ast, n)) {
    case NODE_DEFER_STMT:
        fn->has_defer = true;
        break;
    case NODE_LABELED_STMT: {
        LabeledView view = ast_labeled(fn->ast, n);
        add_label(fn, n, view, scope);
        return view.stmt;
    }
    case NODE_BLOCK_STMT:
        scan_list(fn, ast_block(fn->ast, n).stmts, node_span(fn->ast, n));
        break;
    case NODE_IF_STMT: {
        IfView view = ast_if(fn->ast, n);
        scan_stmt(fn, view.body, scope);
        return view.els;
    }
    case NODE_FOR_STMT:
        return ast_for(fn->ast, n).body;
    case NODE_RANGE_STMT:
        return ast_range(fn->ast, n).body;
    case NODE_SWITCH_STMT:
    case NODE_TYPE_SWITCH_STMT:
        scan_clauses(fn, ast_switch(fn->ast, n).body);
        break;
    case NODE_SELECT_STMT:
        scan_clauses(fn, ast_select_body(fn->ast, n));
        break;
    default:
        break;
    }
    return (NodeId){0};
}

static void scan_stmt(Fn *fn, NodeId n, Span scope)
{
    while (node_ok(n))
        n = scan_step(fn, n, scope);
}

void lower_prescan(Fn *fn, NodeList list)
{
    scan_list(fn, list, (Span){0, UINT32_MAX});
}

// ---- Leaving ----

static Span span_of(const Fn *fn, NodeId n)
{
    return node_ok(n) ? node_span(fn->ast, n) : (Span){0};
}

static void emit_run_defers(Fn *fn, NodeId n, Span span)
{
    if (fn->has_defer)
        emit(fn, (IrInstr){.op = IR_RUN_DEFERS, .node = n, .span = span});
}

static void end_return(Fn *fn, NodeId n, Span span, const ValueList *values)
{
    emit_args(fn, (IrInstr){.op = IR_RETURN, .node = n, .span = span}, values->items.data,
              values->items.len);
    fn->cur = NO_BLOCK;
}

// Returns what the result variables hold after the deferred calls have run.
static void return_results(Fn *fn, NodeId n, Span span)
{
    emit_run_defers(fn, n, span);
    ValueList values = {0};
    VEC_EACH (VarId, r, &fn->f->results) {
        IrValue addr = var_addr(fn, (NodeId){0}, *r);
        TypeId type = fn->b->p->vars.data[r->v].type;
        vec_push(fn->scratch, &values.items, emit_load(fn, (NodeId){0}, addr, type));
    }
    end_return(fn, n, span, &values);
}

// The body of a range over a function says to the iterator whether it wants another value.
static void end_round(Fn *fn, NodeId n, bool more)
{
    emit1(fn, instr_for(fn, IR_RETURN, n), emit_bool(fn, more));
    fn->cur = NO_BLOCK;
}

static void note_exit(Fn *fn, Exit e)
{
    VEC_EACH (Exit, x, &fn->exits)
        if (x->kind == e.kind && x->frame == e.frame && x->label == e.label)
            return;
    vec_push(fn->scratch, &fn->exits, e);
}

static void jump_to_label(Fn *fn, Label *label)
{
    if (label->block == NO_BLOCK) {
        label->owner = fn;
        label->block = block_new(fn, "label");
    }
    if (label->owner == fn)
        jump_to(fn, label->block);
    else
        end_block(fn, (IrInstr){.op = IR_UNREACHABLE}); // a jump into a body: broken
}

static bool is_range_body(const Fn *fn)
{
    return fn->root != fn;
}

// Whether a label stands outside of the range body that is built.
static bool label_is_outside(const Fn *fn, const Label *label)
{
    return is_range_body(fn) && (label->offset < fn->body.start || label->offset >= fn->body.end);
}

// Goes where a return, break, continue or goto leads: at once, or where that is outside of the body
// of a range over a function, by ending the round and noting what the outer function has to do.
void lower_leave(Fn *fn, Exit e)
{
    bool here = !is_range_body(fn);
    if (e.kind == LEAVE_BREAK || e.kind == LEAVE_CONTINUE)
        here = e.frame->owner == fn;
    else if (e.kind == LEAVE_GOTO)
        here = !label_is_outside(fn, e.label);
    if (!here) {
        note_exit(fn, e);
        end_round(fn, e.node, false);
        return;
    }
    switch (e.kind) {
    case LEAVE_RETURN:
        return_results(fn, e.node, span_of(fn, e.node));
        break;
    case LEAVE_BREAK:
        jump_to(fn, e.frame->break_to);
        break;
    case LEAVE_CONTINUE:
        jump_to(fn, e.frame->continue_to);
        break;
    case LEAVE_GOTO:
        jump_to_label(fn, e.label);
        break;
    }
}

void lower_implicit_return(Fn *fn, NodeId body)
{
    if (fn->cur == NO_BLOCK)
        return;
    // The closing brace is what a reader would point at.
    Span brace = {0};
    if (node_ok(body))
        brace = token_span(fn->ast, ast_block(fn->ast, body).rbrace);
    return_results(fn, (NodeId){0}, brace);
}

// ---- return ----

static TypeId result_type(const Fn *root, uint32_t i)
{
    if (i >= root->f->results.len)
        return TYPE_UNKNOWN;
    return root->b->p->vars.data[root->f->results.data[i].v].type;
}

static void return_values(Fn *fn, NodeList exprs, ValueList *out)
{
    Fn *root = fn->root;
    if (exprs.len == 1 && root->f->results.len != 1) {
        IrValue v = lower_expr(fn, exprs.items[0]);
        TypeId type = value_type(fn, v);
        if (!fn_is_tuple(fn, type)) {
            vec_push(fn->scratch, &out->items, v);
            return;
        }
        uint32_t count = type_tuple_len(fn->b->types, type);
        for (uint32_t i = 0; i < count; i++) {
            IrValue part = emit_extract(fn, exprs.items[0], v, i);
            part = convert_to(fn, exprs.items[0], part, result_type(root, i));
            vec_push(fn->scratch, &out->items, part);
        }
        return;
    }
    for (uint32_t i = 0; i < exprs.len; i++)
        vec_push(fn->scratch, &out->items, lower_expr_as(fn, exprs.items[i], result_type(root, i)));
}

static void store_results(Fn *fn, NodeId n, const ValueList *values)
{
    const IrFunc *f = fn->root->f;
    for (uint32_t i = 0; i < values->items.len && i < f->results.len; i++)
        emit_store(fn, n, var_addr(fn, (NodeId){0}, f->results.data[i]), values->items.data[i]);
}

static void lower_return(Fn *fn, NodeId n)
{
    Fn *root = fn->root;
    NodeList exprs = ast_return_results(fn->ast, n);
    ValueList values = {0};
    return_values(fn, exprs, &values);
    if (is_range_body(fn) || root->named_results) {
        store_results(fn, n, &values);
        lower_leave(fn, (Exit){.kind = LEAVE_RETURN, .node = n});
        return;
    }
    emit_run_defers(fn, n, span_of(fn, n));
    end_return(fn, n, span_of(fn, n), &values);
}

// ---- break, continue, goto, labels ----

static Frame *find_frame(const Fn *fn, Str label, bool loop)
{
    for (const Fn *g = fn; g; g = g->parent) {
        for (Frame *f = g->frames; f; f = f->prev) {
            if (loop && f->continue_to == NO_BLOCK)
                continue;
            if (label.len == 0 || str_eq(label, f->label))
                return f;
        }
        if (!is_range_body(g))
            break;
    }
    return NULL;
}

static void lower_branch(Fn *fn, NodeId n)
{
    BranchView view = ast_branch(fn->ast, n);
    Str label = node_ok(view.label) ? ast_text(fn->ast, view.label) : STR("");
    if (view.keyword == TOK_FALLTHROUGH) {
        if (fn->fallthrough_to != NO_BLOCK)
            jump_to(fn, fn->fallthrough_to);
        return;
    }
    if (view.keyword == TOK_GOTO) {
        uint64_t *found = map_get(&fn->root->labels, name_of(fn->b->names, label).v);
        Label *target = found ? (Label *)(uintptr_t)*found : NULL;
        uint32_t from = node_span(fn->ast, n).start;
        if (target && from >= target->scope.start && from < target->scope.end) {
            lower_leave(fn, (Exit){.kind = LEAVE_GOTO, .node = n, .label = target});
            return;
        }
    } else {
        bool loop = view.keyword == TOK_CONTINUE;
        Frame *frame = find_frame(fn, label, loop);
        if (frame) {
            ExitKind kind = loop ? LEAVE_CONTINUE : LEAVE_BREAK;
            lower_leave(fn, (Exit){.kind = kind, .node = n, .frame = frame});
            return;
        }
    }
    // Nowhere to go: the compiler refuses such a program.
    end_block(fn, instr_for(fn, IR_UNREACHABLE, n));
}

// A labelled statement that break can leave without being a loop, switch or select (a block) is
// left alone: break with such a label is an error.
static void lower_labeled(Fn *fn, NodeId n)
{
    LabeledView view = ast_labeled(fn->ast, n);
    Str name = ast_text(fn->ast, view.label);
    uint64_t *found = map_get(&fn->root->labels, name_of(fn->b->names, name).v);
    Label *label = found ? (Label *)(uintptr_t)*found : NULL;
    if (label && label->offset == node_span(fn->ast, n).start &&
        (label->block == NO_BLOCK || label->owner == fn)) {
        if (label->block == NO_BLOCK) {
            label->owner = fn;
            label->block = block_new(fn, "label");
        }
        jump_to(fn, label->block);
        block_enter(fn, label->block);
    }
    if (!node_ok(view.stmt))
        return;
    switch (node_kind(fn->ast, view.stmt)) {
    case NODE_FOR_STMT:
        lower_for(fn, view.stmt, name);
        break;
    case NODE_RANGE_STMT:
        lower_range(fn, view.stmt, name);
        break;
    case NODE_SWITCH_STMT:
        lower_switch(fn, view.stmt, name);
        break;
    case NODE_TYPE_SWITCH_STMT:
        lower_type_switch(fn, view.stmt, name);
        break;
    case NODE_SELECT_STMT:
        lower_select(fn, view.stmt, name);
        break;
    default:
        lower_stmt(fn, view.stmt);
        break;
    }
}

// ---- Dispatch ----

static void lower_decl(Fn *fn, NodeId n)
{
    NodeId decl = ast_operand(fn->ast, n);
    if (!node_ok(decl) || node_kind(fn->ast, decl) != NODE_GEN_DECL)
        return;
    GenDeclView view = ast_gen_decl(fn->ast, decl);
    if (view.keyword != TOK_VAR)
        return;
    LIST_EACH (spec, view.specs)
        if (node_kind(fn->ast, *spec) == NODE_VALUE_SPEC)
            lower_var_spec(fn, *spec);
}

static void lower_send(Fn *fn, NodeId n)
{
    SendView view = ast_send(fn->ast, n);
    IrValue chan = lower_expr(fn, view.chan);
    IrValue value = lower_expr_as(fn, view.value, fn_elem(fn, fn_type(fn, view.chan)));
    IrInstr in = instr_for(fn, IR_SEND, n);
    in.may_block = true;
    emit2(fn, in, chan, value);
}

void lower_stmts(Fn *fn, NodeList list)
{
    LIST_EACH (n, list)
        lower_stmt(fn, *n);
}

void lower_block(Fn *fn, NodeId block)
{
    if (node_ok(block) && node_kind(fn->ast, block) == NODE_BLOCK_STMT)
        lower_stmts(fn, ast_block(fn->ast, block).stmts);
    else if (node_ok(block))
        lower_stmt(fn, block);
}

void lower_stmt(Fn *fn, NodeId n)
{
    if (!node_ok(n))
        return;
    NodeKind kind = node_kind(fn->ast, n);
    if (kind != NODE_EMPTY_STMT && kind != NODE_LABELED_STMT && kind != NODE_BLOCK_STMT)
        block_ensure(fn);
    switch (kind) {
    case NODE_BLOCK_STMT:
        lower_block(fn, n);
        break;
    case NODE_DECL_STMT:
        lower_decl(fn, n);
        break;
    case NODE_LABELED_STMT:
        lower_labeled(fn, n);
        break;
    case NODE_EXPR_STMT:
        lower_effect(fn, ast_operand(fn->ast, n));
        break;
    case NODE_SEND_STMT:
        lower_send(fn, n);
        break;
    case NODE_INC_DEC_STMT:
        lower_inc_dec(fn, n);
        break;
    case NODE_ASSIGN_STMT:
        lower_assign(fn, n);
        break;
    case NODE_GO_STMT:
    case NODE_DEFER_STMT:
        lower_go_defer(fn, n);
        break;
    case NODE_RETURN_STMT:
        lower_return(fn, n);
        break;
    case NODE_BRANCH_STMT:
        lower_branch(fn, n);
        break;
    case NODE_IF_STMT:
        lower_if(fn, n);
        break;
    case NODE_FOR_STMT:
        lower_for(fn, n, STR(""));
        break;
    case NODE_RANGE_STMT:
        lower_range(fn, n, STR(""));
        break;
    case NODE_SWITCH_STMT:
        lower_switch(fn, n, STR(""));
        break;
    case NODE_TYPE_SWITCH_STMT:
        lower_type_switch(fn, n, STR(""));
        break;
    case NODE_SELECT_STMT:
        lower_select(fn, n, STR(""));
        break;
    case NODE_BAD_STMT:
        emit_unknown(fn, n);
        break;
    default:
        break;
    }
}
