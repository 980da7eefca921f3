// sizes.c - sizes, alignments and offsets as the gc compiler chooses them (spec: Size and alignment
// guarantees). An architecture is told by the size of its words: nothing is aligned to more.
#include "types/check.h"

static int64_t basic_size(const Package *p, BasicKind k)
{
    switch (k) {
    case BASIC_BOOL:
    case BASIC_INT8:
    case BASIC_UINT8:
        return 1;
    case BASIC_INT16:
    case BASIC_UINT16:
        return 2;
    case BASIC_INT32:
    case BASIC_UINT32:
    case BASIC_FLOAT32:
        return 4;
    case BASIC_INT64:
    case BASIC_UINT64:
    case BASIC_FLOAT64:
    case BASIC_COMPLEX64:
        return 8;
    case BASIC_COMPLEX128:
        return 16;
    case BASIC_STRING:
        return 2 * p->word;
    case BASIC_INVALID:
        return -1;
    default:
        return basic_untyped(k) ? -1 : p->word;
    }
}

static int64_t align_up(int64_t at, int64_t align)
{
    return align > 0 ? (at + align - 1) / align * align : at;
}

static int64_t parts_align(Package *p, Type *at)
{
    int64_t max = 1;
    if (at->walk & WALK_ALIGN_BUSY)
        return max;
    if (at->align)
        return at->align;
    at->walk |= WALK_ALIGN_BUSY;
    if (at->kind == T_ARRAY)
        max = type_alignof(p, at->elem);
    for (uint32_t i = 0; at->kind == T_STRUCT && i < at->strct->count; i++) {
        int64_t a = type_alignof(p, object_mut(p, at->strct->fields[i])->type);
        if (a > max)
            max = a;
    }
    at->walk &= (uint8_t)~WALK_ALIGN_BUSY;
    at->align = (uint8_t)max;
    return max;
}

// An empty struct by which package sync/atomic asks for 64-bit values to be aligned as such.
static bool asks_for_8(const Package *p, TypeId t)
{
    return type_is_named(p, t, "sync/atomic", "align64") ||
           type_is_named(p, t, "internal/runtime/atomic", "align64");
}

int64_t type_alignof(Package *p, TypeId t)
{
    TypeId under = type_underlying(p, t);
    const Type *at = type_at(p, under);
    if (at->kind == T_STRUCT && at->strct->count == 0 && asks_for_8(p, t))
        return 8;
    switch ((TypeKind)at->kind) {
    case T_ARRAY:
    case T_STRUCT:
        return parts_align(p, type_at(p, under));
    case T_BASIC: {
        int64_t size = basic_size(p, (BasicKind)at->sub);
        if (at->sub == BASIC_COMPLEX64)
            return 4;
        return size > p->word ? p->word : size;
    }
    default:
        return p->word;
    }
}

// The offset of field `stop`, or the struct's size when stop is the number of fields.
static int64_t struct_offset(Package *p, TypeId t, const StructInfo *s, uint32_t stop)
{
    int64_t at = 0, last = -1;
    for (uint32_t i = 0; i < s->count; i++) {
        TypeId ft = object_mut(p, s->fields[i])->type;
        at = align_up(at, type_alignof(p, ft));
        if (i == stop)
            return at;
        last = type_sizeof(p, ft);
        if (last < 0 || at > INT64_MAX - last - p->word)
            return -1;
        at += last;
    }
    // A zero-sized last field is padded so that its address stays inside.
    if (at > 0 && last == 0)
        at++;
    return align_up(at, type_alignof(p, t));
}

static int64_t struct_size(Package *p, TypeId t)
{
    Type *at = type_at(p, t);
    if (at->walk & WALK_SIZE)
        return at->len;
    if (at->walk & WALK_SIZE_BUSY)
        return -1;
    at->walk |= WALK_SIZE_BUSY;
    int64_t size = struct_offset(p, t, at->strct, at->strct->count);
    at->walk = (uint8_t)((at->walk & ~WALK_SIZE_BUSY) | WALK_SIZE);
    at->len = size;
    return size;
}

static int64_t array_size(Package *p, Type *at)
{
    if (at->walk & WALK_SIZE_BUSY)
        return -1;
    at->walk |= WALK_SIZE_BUSY;
    int64_t elem = type_sizeof(p, at->elem);
    at->walk &= (uint8_t)~WALK_SIZE_BUSY;
    if (elem < 0 || at->len < 0 || (elem > 0 && at->len > INT64_MAX / elem))
        return -1;
    return elem * at->len;
}

int64_t type_sizeof(Package *p, TypeId t)
{
    TypeId under = type_underlying(p, t);
    const Type *at = type_at(p, under);
    switch ((TypeKind)at->kind) {
    case T_BASIC:
        return basic_size(p, (BasicKind)at->sub);
    case T_ARRAY:
        return array_size(p, type_at(p, under));
    case T_STRUCT:
        return struct_size(p, under);
    case T_SLICE:
        return 3 * p->word;
    case T_INTERFACE:
        return type_is_param(p, t) ? -1 : 2 * p->word;
    case T_POINTER:
    case T_MAP:
    case T_CHAN:
    case T_SIGNATURE:
        return p->word;
    default:
        return -1;
    }
}

static int64_t field_offset(Package *p, TypeId t, ObjId field)
{
    TypeId under = type_underlying(p, type_deref(p, t));
    const Type *at = type_at(p, under);
    if (at->kind != T_STRUCT)
        return -1;
    for (uint32_t i = 0; i < at->strct->count; i++)
        if (obj_eq(at->strct->fields[i], field))
            return struct_offset(p, under, at->strct, i);
    return -1;
}

int64_t type_offsetof(Package *p, const Selection *sel)
{
    int64_t sum = 0;
    TypeId t = sel->recv;
    for (uint32_t i = 0; i <= sel->path_len; i++) {
        ObjId f = i < sel->path_len ? sel->path[i] : sel->obj;
        int64_t at = field_offset(p, t, f);
        if (at < 0)
            return -1;
        sum += at;
        t = object_mut(p, f)->type;
    }
    return sum;
}
