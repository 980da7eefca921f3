// memory.c - values and the places that they are stored in.
#include "explore/machine.h"

// How long a slice, map or string of unknown length is taken to be at most.
enum { LENGTH_MAX = 3, COPY_DEPTH = 8, ARRAY_MAX = 16 };

enum { NIL_SHIFT = 0, TRUTH_SHIFT = 2, LENGTH_SHIFT = 4 };

uint32_t draw(Machine *m, uint32_t n)
{
    m->random ^= m->random << 13;
    m->random ^= m->random >> 7;
    m->random ^= m->random << 17;
    return n ? (uint32_t)((m->random >> 11) % n) : 0;
}

Val unknown(Machine *m)
{
    vec_push(m->a, &m->symbols, 0);
    vec_push(m->a, &m->symbol_cells, 0);
    return (Val){.kind = V_UNKNOWN, .id = m->symbols.len - 1};
}

Val integer(int64_t n)
{
    return (Val){.kind = V_INT, .n = n};
}

Val truth(bool b)
{
    return (Val){.kind = V_BOOL, .n = b};
}

TypeKind kind_of_type(const Machine *m, TypeId t)
{
    return type_kind(m->types, type_underlying(m->types, t));
}

// ---- What is decided of unknown values ----

bool decide_nil(Machine *m, Val v)
{
    if (v.kind != V_UNKNOWN)
        return v.kind == V_NIL;
    uint8_t *s = &m->symbols.data[v.id];
    m->guesses += !(*s >> NIL_SHIFT & 3);
    if (!(*s >> NIL_SHIFT & 3))
        *s |= (uint8_t)((draw(m, 2) ? 1 : 2) << NIL_SHIFT);
    return (*s >> NIL_SHIFT & 3) == 1;
}

bool decide_truth(Machine *m, Val v)
{
    if (v.kind != V_UNKNOWN)
        return v.n != 0;
    uint8_t *s = &m->symbols.data[v.id];
    m->guesses += !(*s >> TRUTH_SHIFT & 3);
    if (!(*s >> TRUTH_SHIFT & 3))
        *s |= (uint8_t)((draw(m, 2) ? 1 : 2) << TRUTH_SHIFT);
    return (*s >> TRUTH_SHIFT & 3) == 1;
}

int64_t decide_length(Machine *m, Val v)
{
    if (v.kind == V_SLICE || v.kind == V_MAP)
        return m->cells.data[v.id].n;
    if (v.kind == V_INT)
        return v.n;
    if (v.kind != V_UNKNOWN)
        return v.kind == V_STRING && v.n ? LENGTH_MAX : 0;
    uint8_t *s = &m->symbols.data[v.id];
    if (!(*s >> LENGTH_SHIFT & 7))
        *s |= (uint8_t)((draw(m, LENGTH_MAX) + 2) << LENGTH_SHIFT);
    return (*s >> LENGTH_SHIFT & 7) - 1;
}

// ---- Places ----

uint32_t cell_new(Machine *m, bool outside)
{
    vec_push(m->a, &m->cells, (Cell){.outside = outside});
    return m->cells.len - 1;
}

uint32_t cell_find(const Machine *m, uint32_t cell, uint64_t key)
{
    for (uint32_t c = m->cells.data[cell].child; c; c = m->cells.data[c].next)
        if (m->cells.data[c].key == key)
            return c;
    return 0;
}

uint32_t cell_part(Machine *m, uint32_t cell, uint64_t key)
{
    uint32_t found = cell_find(m, cell, key);
    if (found)
        return found;
    const Cell *whole = &m->cells.data[cell];
    found = cell_new(m, whole->outside || (whole->set && whole->v.kind == V_UNKNOWN));
    m->cells.data[found].key = key;
    uint32_t *link = &m->cells.data[cell].child;
    while (*link)
        link = &m->cells.data[*link].next;
    *link = found;
    return found;
}

uint32_t cell_of(Machine *m, Val pointer)
{
    if (pointer.kind == V_REF || pointer.kind == V_SLICE || pointer.kind == V_STRUCT)
        return pointer.id;
    if (pointer.kind != V_UNKNOWN)
        return 0;
    if (!m->symbol_cells.data[pointer.id])
        m->symbol_cells.data[pointer.id] = cell_new(m, true);
    return m->symbol_cells.data[pointer.id];
}

static void copy_cell(Machine *m, uint32_t to, uint32_t from, unsigned depth)
{
    Cell c = m->cells.data[from];
    Cell *t = &m->cells.data[to];
    t->v = c.v;
    t->set = c.set;
    t->n = c.n;
    t->owner = c.owner;
    t->once = c.once;
    for (uint32_t p = c.child; p && depth < COPY_DEPTH; p = m->cells.data[p].next) {
        uint64_t key = m->cells.data[p].key;
        uint32_t part = cell_part(m, to, key);
        copy_cell(m, part, p, depth + 1);
        m->cells.data[part].outside = m->cells.data[p].outside;
    }
}

static Val zero_of(Machine *m, TypeId type)
{
    switch (kind_of_type(m, type)) {
    case T_BASIC: {
        BasicKind b = type_basic(m->types, type);
        if (b == BASIC_BOOL || b == BASIC_UNTYPED_BOOL)
            return truth(false);
        if (b == BASIC_STRING || b == BASIC_UNTYPED_STRING)
            return (Val){.kind = V_STRING};
        return b == BASIC_UNTYPED_NIL ? (Val){.kind = V_NIL} : integer(0);
    }
    case T_UNKNOWN:
    case T_TYPE_PARAM:
        return unknown(m);
    case T_STRUCT:
    case T_ARRAY:
        return (Val){.kind = V_STRUCT, .id = cell_new(m, false)};
    default:
        return (Val){.kind = V_NIL};
    }
}

Val fresh(Machine *m, TypeId type)
{
    if (type_kind(m->types, type) == T_TUPLE) {
        Val parts[ARRAY_MAX] = {0};
        uint32_t n = type_tuple_len(m->types, type);
        for (uint32_t k = 0; k < n && k < ARRAY_MAX; k++)
            parts[k] = unknown(m);
        return tuple_of(m, parts, n < ARRAY_MAX ? n : ARRAY_MAX);
    }
    return unknown(m);
}

Val unseen_value(Machine *m, TypeId type)
{
    if (!flow_is_context(m->flow, type))
        return unknown(m);
    vec_push(m->a, &m->ctxs, (Ctx){.outside = true});
    return (Val){.kind = V_CONTEXT, .id = m->ctxs.len - 1};
}

Val cell_content(Machine *m, uint32_t cell)
{
    Cell c = m->cells.data[cell];
    if (c.set || !c.child)
        return c.set || !c.outside ? c.v : unknown(m);
    uint32_t copy = cell_new(m, c.outside);
    copy_cell(m, copy, cell, 0);
    return (Val){.kind = V_STRUCT, .id = copy};
}

Val cell_load(Machine *m, uint32_t cell, TypeId type)
{
    Cell c = m->cells.data[cell];
    TypeKind k = kind_of_type(m, type);
    if (k == T_STRUCT || k == T_ARRAY) {
        if (c.set && c.v.kind != V_STRUCT)
            return c.v;
        uint32_t copy = cell_new(m, c.outside);
        copy_cell(m, copy, cell, 0);
        return (Val){.kind = V_STRUCT, .id = copy};
    }
    if (!c.set) {
        Val v = c.outside ? unseen_value(m, type) : zero_of(m, type);
        m->cells.data[cell].v = v;
        m->cells.data[cell].set = true;
    }
    return m->cells.data[cell].v;
}

void cell_store(Machine *m, uint32_t cell, Val v)
{
    if (m->cells.data[cell].outside)
        escape(m, v);
    if (v.kind == V_STRUCT) {
        m->cells.data[cell].child = 0;
        copy_cell(m, cell, v.id, 0);
        m->cells.data[cell].set = false;
        return;
    }
    m->cells.data[cell].child = v.kind == V_UNKNOWN ? 0 : m->cells.data[cell].child;
    m->cells.data[cell].v = v;
    m->cells.data[cell].set = true;
}

uint32_t chan_new(Machine *m, int64_t cap)
{
    vec_push(m->a, &m->chans, (Channel){.cap = cap});
    return m->chans.len - 1;
}

Val tuple_of(Machine *m, const Val *items, uint32_t count)
{
    uint32_t cell = cell_new(m, false);
    for (uint32_t k = 0; k < count; k++) {
        uint32_t part = cell_part(m, cell, k + 1);
        m->cells.data[part].v = items[k];
        m->cells.data[part].set = true;
    }
    return (Val){.kind = V_TUPLE, .id = cell};
}

// ---- What unseen code may hold ----

static void escape_cell(Machine *m, uint32_t cell)
{
    if (m->cells.data[cell].outside)
        return;
    m->cells.data[cell].outside = true;
    if (m->cells.data[cell].set)
        escape(m, m->cells.data[cell].v);
    for (uint32_t c = m->cells.data[cell].child; c; c = m->cells.data[c].next)
        escape_cell(m, c);
}

static void escape_closure(Machine *m, const Closure *c)
{
    for (uint32_t k = 0; k < c->env_len; k++)
        escape_cell(m, c->env[k].cell);
    if (c->kind == C_METHOD)
        escape(m, c->recv);
    if (c->kind == C_CANCEL)
        m->ctxs.data[c->context].outside = true;
}

void escape(Machine *m, Val v)
{
    switch (v.kind) {
    case V_REF:
    case V_STRUCT:
    case V_SLICE:
    case V_MAP:
    case V_TUPLE:
        escape_cell(m, v.id);
        break;
    case V_CHAN:
        m->chans.data[v.id].outside = true;
        break;
    case V_CONTEXT:
        break; // whoever is given one cannot cancel it
    case V_FUNC: {
        Closure c = m->closures.data[v.id];
        escape_closure(m, &c);
        break;
    }
    default:
        break;
    }
}
