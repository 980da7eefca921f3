// lower_control.c - if and for (spec: If statements, For statements).
#include "ir/lower.h"

// An else-if chain can be very long, so it is walked with a loop; all branches meet in one block.
void lower_if(Fn *fn, NodeId n)
{
    uint32_t done = block_new(fn, "if.done");
    while (node_ok(n) && node_kind(fn->ast, n) == NODE_IF_STMT) {
        IfView view = ast_if(fn->ast, n);
        block_ensure(fn);
        lower_stmt(fn, view.init);
        uint32_t then = block_new(fn, "if.then");
        uint32_t els = node_ok(view.els) ? block_new(fn, "if.else") : done;
        lower_cond(fn, view.cond, then, els);
        block_start(fn, then);
        lower_block(fn, view.body);
        jump_to(fn, done);
        n = view.els;
        if (node_ok(n))
            block_start(fn, els);
    }
    if (node_ok(n)) {
        lower_block(fn, n);
        jump_to(fn, done);
    }
    block_start(fn, done);
}

// ---- for ----

static bool is_always_true(const Fn *fn, NodeId cond)
{
    if (!node_ok(cond))
        return true;
    const Constant *c = fn_constant(fn, cond);
    return constant_kind(c) == CONST_BOOL && constant_bool(c);
}

typedef VEC(VarId) VarList;

// The variables that the init statement declares.
static void loop_vars(Fn *fn, NodeId init, VarList *vars)
{
    if (!node_ok(init) || node_kind(fn->ast, init) != NODE_ASSIGN_STMT)
        return;
    AssignView view = ast_assign(fn->ast, init);
    if (view.op != TOK_DEFINE)
        return;
    LIST_EACH (n, view.lhs) {
        ObjId obj = node_object(fn->b->types, fn->file, *n);
        uint64_t *id = obj_ok(obj) ? map_get(&fn->b->p->var_by_object, obj.v) : NULL;
        if (!id)
            continue;
        VarId var = {(uint32_t)*id};
        fn->b->p->vars.data[var.v].per_iteration = true;
        vec_push(fn->scratch, vars, var);
    }
}

// Each iteration has its own copy, made just before the post statement.
static void copy_loop_vars(Fn *fn, const VarList *vars)
{
    VEC_EACH (VarId, id, vars) {
        IrVar var = fn->b->p->vars.data[id->v];
        IrValue old = emit_load(fn, (NodeId){0}, var_addr(fn, (NodeId){0}, *id), var.type);
        var_declare(fn, var.obj, var.decl, true);
        emit_store(fn, (NodeId){0}, var_addr(fn, (NodeId){0}, *id), old);
    }
}

static void lower_post(Fn *fn, NodeId post, const VarList *vars)
{
    if (fn->cur == NO_BLOCK)
        return;
    copy_loop_vars(fn, vars);
    lower_stmt(fn, post);
}

void lower_for(Fn *fn, NodeId n, Str label)
{
    ForView view = ast_for(fn->ast, n);
    VarList vars = {0};
    block_ensure(fn);
    lower_stmt(fn, view.init);
    if (fn->go_minor == 0 || fn->go_minor >= PER_ITERATION_MINOR)
        loop_vars(fn, view.init, &vars);
    bool endless = is_always_true(fn, view.cond);
    bool has_post = node_ok(view.post) || vars.len;
    uint32_t body = block_new(fn, "for.body");
    uint32_t head = endless ? body : block_new(fn, "for.loop");
    uint32_t post = has_post ? block_new(fn, "for.post") : head;
    uint32_t done = block_new(fn, "for.done");
    jump_to(fn, head);
    block_enter(fn, head);
    fn->blocks.data[head].loop_node = n;
    if (!endless) {
        lower_cond(fn, view.cond, body, done);
        block_start(fn, body);
    }
    Frame frame = {
        .prev = fn->frames, .owner = fn, .label = label, .break_to = done, .continue_to = post};
    fn->frames = &frame;
    lower_block(fn, view.body);
    fn->frames = frame.prev;
    jump_to(fn, post);
    if (has_post) {
        block_start(fn, post);
        lower_post(fn, view.post, &vars);
        jump_to(fn, head);
    }
    block_start(fn, done);
}
