// values.c - what instructions without an effect give.
#include "explore/machine.h"
#include "base/hash.h"

// Slices with more elements than this are not followed.
enum { COMPUTED = 1 << 7, ELEMENTS_MAX = 256 };

// The run comes to what Go would not survive, or what is not followed: it says nothing.
void cut_run(Machine *m)
{
    m->fate = FATE_CUT;
}

// ---- Values ----

static Val of_constant(Machine *m, const IrInstr *i)
{
    int64_t n;
    switch (constant_kind(i->constant)) {
    case CONST_BOOL:
        return truth(constant_bool(i->constant));
    case CONST_STRING:
        return (Val){.kind = V_STRING, .n = constant_string(i->constant).len ? (int64_t)hash_str(constant_string(i->constant)) : 0};
    case CONST_INT:
        return constant_int64(i->constant, &n) ? integer(n) : unknown(m);
    default:
        return unknown(m);
    }
}

static bool same_val(Val a, Val b, bool *same)
{
    if (a.kind == V_UNKNOWN || b.kind == V_UNKNOWN) {
        *same = a.kind == b.kind && a.id == b.id;
        return *same;
    }
    if (a.kind != b.kind) {
        *same = false;
        return a.kind == V_NIL || b.kind == V_NIL;
    }
    *same = a.id == b.id && a.n == b.n;
    return a.kind != V_STRUCT && a.kind != V_TUPLE;
}

// What an operation on unknown operands gives: the same each time it is asked.
Val remembered(Machine *m, TokenKind op, Val a, Val b)
{
    uint64_t key = hash_mix(hash_mix(hash_mix((uint64_t)op, a.kind * 77u + a.id), (uint64_t)a.n), b.kind * 91u + b.id);
    key = hash_mix(key, (uint64_t)b.n);
    uint64_t *known = map_get(&m->memo, key);
    if (known)
        return (Val){.kind = V_UNKNOWN, .id = (uint32_t)*known};
    Val v = unknown(m);
    map_put(m->a, &m->memo, key, v.id);
    return v;
}

static bool is_computed(const Machine *m, Val v)
{
    return v.kind == V_UNKNOWN && m->symbols.data[v.id] & COMPUTED;
}

// What depends on a number that was computed from one that is not known may be ruled out by how it
// was computed: the run says nothing.
static bool doubtful(Machine *m)
{
    cut_run(m);
    return false;
}

static Val equal(Machine *m, Val a, Val b, bool negate)
{
    bool same;
    if (a.kind == V_NIL && b.kind == V_UNKNOWN)
        return truth(decide_nil(m, b) != negate);
    if (b.kind == V_NIL && a.kind == V_UNKNOWN)
        return truth(decide_nil(m, a) != negate);
    if (same_val(a, b, &same))
        return truth(same != negate);
    // What is not known is none of the values that the code has a name for.
    if (a.kind != V_UNKNOWN || b.kind != V_UNKNOWN)
        return truth(is_computed(m, a) || is_computed(m, b) ? doubtful(m) : negate);
    bool swap = a.kind == V_UNKNOWN && b.kind == V_UNKNOWN && a.id > b.id;
    Val v = remembered(m, TOK_EQL, swap ? b : a, swap ? a : b);
    return truth(decide_truth(m, v) != negate);
}

static Val of_integers(Machine *m, TokenKind op, int64_t a, int64_t b)
{
    uint64_t x = (uint64_t)a, y = (uint64_t)b;
    switch (op) {
    case TOK_ADD:
        return integer((int64_t)(x + y));
    case TOK_SUB:
        return integer((int64_t)(x - y));
    case TOK_MUL:
        return integer((int64_t)(x * y));
    case TOK_QUO:
        return b > 0 ? integer(a / b) : unknown(m);
    case TOK_REM:
        return b > 0 ? integer(a % b) : unknown(m);
    case TOK_LSS:
        return truth(a < b);
    case TOK_LEQ:
        return truth(a <= b);
    case TOK_GTR:
        return truth(a > b);
    case TOK_GEQ:
        return truth(a >= b);
    default:
        return unknown(m);
    }
}

// A number that is not known is taken to be above zero, as counts and sizes are.
static bool of_count(TokenKind op, Val a, Val b, bool *out)
{
    bool left = a.kind == V_UNKNOWN && b.kind == V_INT && b.n == 0, right = b.kind == V_UNKNOWN && a.kind == V_INT && a.n == 0;
    bool more = op == TOK_GTR || op == TOK_GEQ, less = op == TOK_LSS || op == TOK_LEQ;
    *out = left ? more : less;
    return (left || right) && (more || less);
}

static Val of_binary(Machine *m, const IrInstr *i, Val a, Val b)
{
    bool count;
    if (!is_computed(m, a) && !is_computed(m, b) && of_count(i->token, a, b, &count))
        return truth(count);
    if (i->token == TOK_EQL || i->token == TOK_NEQ)
        return equal(m, a, b, i->token == TOK_NEQ);
    if (a.kind == V_INT && b.kind == V_INT)
        return of_integers(m, i->token, a.n, b.n);
    bool asks = i->token == TOK_LSS || i->token == TOK_LEQ || i->token == TOK_GTR || i->token == TOK_GEQ;
    if (asks && (is_computed(m, a) || is_computed(m, b)))
        return truth(doubtful(m));
    // A loop that counts to what is not known agrees with what was made of that length.
    if (asks && a.kind == V_INT && b.kind == V_UNKNOWN && a.n <= 3)
        return of_integers(m, i->token, a.n, decide_length(m, b));
    if (asks && b.kind == V_INT && a.kind == V_UNKNOWN && b.n <= 3)
        return of_integers(m, i->token, decide_length(m, a), b.n);
    Val v = remembered(m, i->token, a, b);
    if (!asks)
        m->symbols.data[v.id] |= COMPUTED;
    return v;
}

static Val of_unary(Machine *m, const IrInstr *i, Val a)
{
    if (i->token == TOK_NOT)
        return truth(!decide_truth(m, a));
    if (i->token == TOK_SUB && a.kind == V_INT)
        return integer((int64_t)(0 - (uint64_t)a.n));
    return i->token == TOK_ADD ? a : remembered(m, i->token, a, a);
}

static bool is_interface(const Machine *m, TypeId t)
{
    return kind_of_type(m, t) == T_INTERFACE;
}

static Val of_convert(Machine *m, const Frame *f, const IrInstr *i, Val v)
{
    TypeId from = i->arg_count ? ir_instr(f->func, i->args[0])->type : TYPE_UNKNOWN;
    if (is_interface(m, i->type) && !is_interface(m, from) && v.kind != V_UNKNOWN)
        v.type = from;
    return v;
}

// Whether the value has the type, or has it for this run.
static bool has_type(Machine *m, Val v, TypeId type)
{
    if (v.kind == V_NIL)
        return false;
    if (v.kind == V_REF && v.n == PLAIN_ERROR && !is_interface(m, type))
        return false;
    if (!type_known(v.type) || !type_known(type))
        return decide_truth(m, remembered(m, TOK_IDENT, v, integer(type.v)));
    return is_interface(m, type) ? type_implements(m->types, v.type, type) : type_identical(m->types, v.type, type);
}

static Val of_assert(Machine *m, const IrInstr *i, Val v)
{
    TypeId want = i->type;
    if (i->comma_ok && type_kind(m->types, want) == T_TUPLE)
        want = type_tuple_at(m->types, want, 0);
    bool ok = has_type(m, v, want);
    if (i->comma_ok) {
        Val pair[2] = {ok ? v : (Val){.kind = V_NIL}, truth(ok)};
        return tuple_of(m, pair, 2);
    }
    if (!ok)
        cut_run(m);
    return v;
}

// ---- Containers ----

static uint64_t key_of(Val v)
{
    return hash_mix(hash_mix((uint64_t)v.kind, v.id), (uint64_t)v.n) | 1;
}

static Val part_of(Machine *m, Val v, uint64_t key, TypeId type)
{
    if (v.kind == V_UNKNOWN || v.kind == V_REF || v.kind == V_STRUCT)
        return cell_load(m, cell_part(m, cell_of(m, v), key), type);
    return unknown(m);
}

// The place of an element; of one that is not known, some element.
static uint32_t element(Machine *m, Val base, Val index)
{
    uint32_t cell = cell_of(m, base);
    if (!cell)
        return 0;
    int64_t n = m->cells.data[cell].n;
    int64_t at = index.kind == V_INT ? index.n : n > 0 ? (int64_t)draw(m, (uint32_t)(n < ELEMENTS_MAX ? n : ELEMENTS_MAX)) : 0;
    if (at < 0 || at > ELEMENTS_MAX)
        cut_run(m);
    if (base.kind == V_SLICE && at >= n)
        m->cells.data[cell].n = at + 1; // of a literal, whose elements are stored next
    return cell_part(m, cell, (uint64_t)at + 1);
}

static Val of_index(Machine *m, const IrInstr *i, Val base, Val index)
{
    TypeId type = i->comma_ok && type_kind(m->types, i->type) == T_TUPLE ? type_tuple_at(m->types, i->type, 0) : i->type;
    Val v;
    bool ok = true;
    if (base.kind == V_MAP && index.kind != V_UNKNOWN && !m->cells.data[base.id].outside) {
        uint32_t cell = cell_find(m, base.id, key_of(index));
        ok = cell != 0;
        v = ok ? cell_load(m, cell, type) : cell_load(m, cell_new(m, false), type);
    } else if (base.kind == V_NIL) {
        ok = false;
        v = cell_load(m, cell_new(m, false), type);
    } else if (base.kind == V_STRUCT && index.kind == V_INT) {
        v = part_of(m, base, (uint64_t)index.n + 1, type);
    } else {
        v = remembered(m, TOK_LBRACK, base, index);
        ok = i->comma_ok && decide_truth(m, remembered(m, TOK_RBRACK, base, index));
    }
    Val pair[2] = {v, truth(ok)};
    return i->comma_ok ? tuple_of(m, pair, 2) : v;
}

void update_map(Machine *m, Val map, Val key, Val v)
{
    if (map.kind != V_MAP) {
        escape(m, v);
        return;
    }
    uint32_t had = cell_find(m, map.id, key_of(key));
    uint32_t cell = cell_part(m, map.id, key_of(key));
    m->cells.data[map.id].n += !had;
    cell_store(m, cell, v);
    // The key lies beside the element, for ranges.
    uint32_t k = cell_part(m, cell, UINT64_MAX);
    m->cells.data[k].v = key;
    m->cells.data[k].set = true;
}

static Val appended(Machine *m, const Frame *f, const IrInstr *i)
{
    Val base = operand(f, i, 0);
    if (base.kind == V_UNKNOWN) {
        for (uint32_t k = 1; k < i->arg_count; k++)
            escape(m, operand(f, i, k));
        return base;
    }
    Val out = {.kind = V_SLICE, .id = cell_new(m, false)};
    if (base.kind == V_SLICE && m->cells.data[base.id].n > ELEMENTS_MAX)
        cut_run(m);
    m->steps += base.kind == V_SLICE ? (uint32_t)m->cells.data[base.id].n : 0;
    for (int64_t k = 0; base.kind == V_SLICE && m->fate == FATE_GOES_ON && k < m->cells.data[base.id].n; k++)
        cell_store(m, element(m, out, integer(k)), cell_content(m, cell_part(m, base.id, (uint64_t)k + 1)));
    for (uint32_t k = 1; k < i->arg_count; k++) {
        Val v = operand(f, i, k);
        int64_t n = m->cells.data[out.id].n;
        if (v.kind != V_SLICE) {
            cell_store(m, element(m, out, integer(n)), v);
            continue;
        }
        for (int64_t j = 0; j < m->cells.data[v.id].n && j < 16; j++)
            cell_store(m, element(m, out, integer(n + j)), cell_content(m, cell_part(m, v.id, (uint64_t)j + 1)));
    }
    return out;
}

static Val of_slice(Machine *m, const Frame *f, const IrInstr *i)
{
    Val v = operand(f, i, 0);
    if (v.kind != V_SLICE || i->arg_count < 2)
        return v;
    int64_t n = m->cells.data[v.id].n, from = 0, to = n;
    // Which bounds are given is not told: one is taken for the lower, of two the second for the upper.
    Val a = operand(f, i, 1), b = operand(f, i, 2);
    if (a.kind != V_INT || (i->arg_count > 2 && b.kind != V_INT))
        return unknown(m);
    if (i->arg_count > 2) {
        from = a.n;
        to = b.n;
    } else {
        from = a.n;
    }
    Val out = {.kind = V_SLICE, .id = cell_new(m, false)};
    for (int64_t k = from; k >= 0 && k < to && k < n && k < ELEMENTS_MAX; k++)
        cell_store(m, element(m, out, integer(k - from)), cell_content(m, cell_part(m, v.id, (uint64_t)k + 1)));
    return out;
}

static Val of_builtin(Machine *m, const Frame *f, const IrInstr *i)
{
    Val v = operand(f, i, 0);
    switch (i->builtin) {
    case BUILTIN_LEN:
        if (v.kind == V_CHAN)
            return integer(m->chans.data[v.id].queue.len);
        return integer(decide_length(m, v));
    case BUILTIN_CAP:
        return v.kind == V_CHAN ? integer(m->chans.data[v.id].cap) : unknown(m);
    case BUILTIN_MIN:
    case BUILTIN_MAX: {
        Val w = remembered(m, TOK_ADD, v, operand(f, i, 1));
        m->symbols.data[w.id] |= COMPUTED;
        return w;
    }
    case BUILTIN_APPEND:
        return appended(m, f, i);
    case BUILTIN_DELETE:
        if (v.kind == V_MAP) {
            uint32_t cell = cell_find(m, v.id, key_of(operand(f, i, 1)));
            if (cell) {
                m->cells.data[cell].key = 0;
                m->cells.data[v.id].n--;
            }
        }
        return v;
    default:
        return unknown(m);
    }
}

static Val new_value(Machine *m, const Frame *f, const IrInstr *i)
{
    Val v = {.kind = V_NIL};
    switch (i->op) {
    case IR_MAKE_CHAN:
        v.kind = V_CHAN;
        v.id = chan_new(m, i->arg_count ? decide_length(m, operand(f, i, 0)) : 0);
        // How many slots a computed number gives is not known.
        m->chans.data[v.id].outside = i->arg_count && is_computed(m, operand(f, i, 0));
        break;
    case IR_MAKE_SLICE:
        v.kind = V_SLICE;
        v.id = cell_new(m, false);
        m->cells.data[v.id].n = i->arg_count ? decide_length(m, operand(f, i, 0)) : (int64_t)i->index;
        // The constants of a literal are not kept.
        m->cells.data[v.id].outside = !i->arg_count && kind_of_type(m, type_elem(m->types, i->type)) == T_BASIC;
        break;
    case IR_MAKE_MAP:
        v.kind = V_MAP;
        v.id = cell_new(m, false);
        break;
    default:
        v.kind = V_REF;
        v.id = cell_new(m, false);
        break;
    }
    return v;
}

static Val closure_of(Machine *m, const Frame *f, const IrInstr *i)
{
    Closure c = {.kind = i->op == IR_METHOD_VALUE ? C_METHOD : C_FUNC};
    if (i->op == IR_CLOSURE) {
        c.func = ir_func(m->ir, i->func);
        Binding *env = arena_array(m->a, Binding, c.func->captures.len + 1);
        for (uint32_t k = 0; k < c.func->captures.len; k++)
            env[k] = (Binding){c.func->captures.data[k].v, variable(m, f, c.func->captures.data[k])};
        c.env = env;
        c.env_len = c.func->captures.len;
    } else {
        c.obj = i->callee;
        c.recv = i->op == IR_METHOD_VALUE ? operand(f, i, 0) : (Val){0};
        c.func = i->op == IR_FUNC_REF ? ir_func_of(m->ir, i->callee) : NULL;
    }
    vec_push(m->a, &m->closures, c);
    return (Val){.kind = V_FUNC, .id = m->closures.len - 1};
}

static Val field_address(Machine *m, const Frame *f, const IrInstr *i)
{
    uint32_t cell = cell_of(m, operand(f, i, 0));
    if (!cell) {
        cut_run(m);
        return (Val){.kind = V_NIL};
    }
    return (Val){.kind = V_REF, .id = cell_part(m, cell, (uint64_t)i->field_name.v + 1)};
}

Val value_of(Machine *m, uint32_t g, const IrInstr *i)
{
    Frame *f = top(m, g);
    switch (i->op) {
    case IR_ADDR_VAR:
        return (Val){.kind = V_REF, .id = variable(m, f, i->var)};
    case IR_ADDR_FIELD:
        return field_address(m, f, i);
    case IR_ADDR_INDEX: {
        uint32_t cell = element(m, operand(f, i, 0), operand(f, i, 1));
        if (!cell)
            cut_run(m);
        return (Val){.kind = V_REF, .id = cell};
    }
    case IR_LOAD: {
        uint32_t cell = cell_of(m, operand(f, i, 0));
        if (!cell)
            cut_run(m);
        return cell_load(m, cell, i->type);
    }
    case IR_CONST:
        return i->constant ? of_constant(m, i) : (Val){.kind = V_NIL};
    case IR_ZERO:
        return cell_load(m, cell_new(m, false), i->type);
    case IR_CLOSURE:
    case IR_FUNC_REF:
    case IR_METHOD_EXPR:
    case IR_METHOD_VALUE:
        return closure_of(m, f, i);
    case IR_FIELD:
        return part_of(m, operand(f, i, 0), (uint64_t)i->field_name.v + 1, i->type);
    case IR_INDEX:
        return of_index(m, i, operand(f, i, 0), operand(f, i, 1));
    case IR_SLICE:
        return of_slice(m, f, i);
    case IR_BINARY:
        return of_binary(m, i, operand(f, i, 0), operand(f, i, 1));
    case IR_UNARY:
        return of_unary(m, i, operand(f, i, 0));
    case IR_CONVERT:
        return of_convert(m, f, i, operand(f, i, 0));
    case IR_TYPE_ASSERT:
        return of_assert(m, i, operand(f, i, 0));
    case IR_MAKE_CHAN:
    case IR_MAKE_SLICE:
    case IR_MAKE_MAP:
    case IR_ALLOC:
        return new_value(m, f, i);
    case IR_EXTRACT:
        return operand(f, i, 0).kind == V_TUPLE ? m->cells.data[cell_part(m, operand(f, i, 0).id, i->index + 1)].v : unknown(m);
    case IR_RANGE_KEY:
    case IR_RANGE_VALUE:
        return range_part(m, f, i);
    case IR_CASE_RECV: {
        Val t = operand(f, i, 0);
        return t.kind != V_TUPLE || i->comma_ok ? t : m->cells.data[cell_part(m, t.id, 1)].v;
    }
    case IR_BUILTIN:
        return of_builtin(m, f, i);
    case IR_RECOVER: {
        bool was = m->gs.data[g].panicking;
        m->gs.data[g].panicking = false;
        return was ? truth(true) : (Val){.kind = V_NIL};
    }
    default:
        return unknown(m);
    }
}
