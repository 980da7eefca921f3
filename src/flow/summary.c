// summary.c - the facts of functions that others can name, as bytes and back.
#include "flow/summary.h"
#include "store/bytes.h"

#include <stdlib.h>

typedef struct Named {
    Str recv, name;
    Summary summary;
} Named;

struct Summaries {
    char *bytes;
    size_t len;
    Named *items; // by receiver and name
    uint32_t count;
};

enum { FLAG_ENDS = 1, FLAG_RETURNS = 2, FLAG_EXITS = 4, FLAG_QUITS = 8, FLAG_OPEN = 16, FLAG_WATCHES = 32, FLAG_END = 64 };

static int named_order(Str recv, Str name, const Named *n)
{
    int order = str_cmp(recv, n->recv);
    return order ? order : str_cmp(name, n->name);
}

static int by_name(const void *x, const void *y)
{
    const Named *a = x;
    return named_order(a->recv, a->name, y);
}

// ---- Writing ----

static bool is_upper(Str name)
{
    return name.len > 0 && ((name.ptr[0] >= 'A' && name.ptr[0] <= 'Z') || (unsigned char)name.ptr[0] >= 0x80);
}

static Summary summary_of(const FuncFacts *facts)
{
    return (Summary){.ends = facts->ends,
                     .returns = facts->returns,
                     .exits = facts->exits,
                     .quits = facts->quits,
                     .open = facts->open,
                     .watches = facts->watches,
                     .waits = facts->waits,
                     .affects = facts->affects,
                     .sleep_ns = facts->sleep_ns,
                     .ctx_params = facts->ctx_params,
                     .ctx_params_maybe = facts->ctx_params_maybe};
}

static void put_text(Writer *w, Str text)
{
    writer_varint(w, text.len);
    writer_bytes(w, text.ptr, text.len);
}

static void put_named(Writer *w, const Named *n)
{
    const Summary *s = &n->summary;
    put_text(w, n->recv);
    put_text(w, n->name);
    writer_varint(w, (s->ends ? FLAG_ENDS : 0u) | (s->returns ? FLAG_RETURNS : 0u) | (s->exits ? FLAG_EXITS : 0u) |
                         (s->quits ? FLAG_QUITS : 0u) | (s->open ? FLAG_OPEN : 0u) |
                         (s->watches ? FLAG_WATCHES : 0u));
    writer_varint(w, s->waits);
    writer_varint(w, s->affects);
    writer_signed(w, s->sleep_ns);
    writer_varint(w, s->ctx_params);
    writer_varint(w, s->ctx_params_maybe);
}

void summaries_write(const Flow *f, char **bytes, size_t *len)
{
    const IrPackage *ir = flow_ir(f);
    const Package *types = ir->types;
    Arena a = {0};
    VEC(Named) all = {0};
    for (uint32_t id = 1; id < ir->funcs.len; id++) {
        const IrFunc *func = ir->funcs.data[id];
        if (func->kind != FUNC_DECL || !func->has_body || !obj_ok(func->obj) ||
            !is_upper(object_name(types, func->obj)))
            continue;
        Str recv = name_str(package_names(types), object_receiver(types, func->obj));
        vec_push(&a, &all, (Named){recv, object_name(types, func->obj), summary_of(flow_facts(f, func->id))});
    }
    if (all.len)
        qsort(all.data, all.len, sizeof *all.data, by_name);
    Writer w = {0};
    writer_varint(&w, all.len);
    VEC_EACH (const Named, n, &all)
        put_named(&w, n);
    *bytes = seal_bytes(SUMMARY_MAGIC, SUMMARY_VERSION, (Str){w.data, w.len}, len);
    writer_free(&w);
    arena_free(&a);
}

// ---- Reading ----

static Str read_text(Reader *r)
{
    uint32_t len = reader_count(r);
    const uint8_t *text = reader_bytes(r, len);
    return text ? (Str){(const char *)text, len} : (Str){0};
}

static Named read_named(Reader *r)
{
    Named n = {.recv = read_text(r), .name = read_text(r)};
    uint32_t flags = reader_below(r, FLAG_END);
    n.summary = (Summary){.ends = flags & FLAG_ENDS,
                          .returns = flags & FLAG_RETURNS,
                          .exits = flags & FLAG_EXITS,
                          .quits = flags & FLAG_QUITS,
                          .open = flags & FLAG_OPEN,
                          .watches = flags & FLAG_WATCHES};
    n.summary.waits = reader_below(r, (uint64_t)1 << 32);
    n.summary.affects = reader_below(r, (uint64_t)1 << 32);
    n.summary.sleep_ns = reader_signed(r);
    n.summary.ctx_params = reader_varint(r);
    n.summary.ctx_params_maybe = reader_varint(r);
    return n;
}

static bool read_all(Summaries *s, Str payload)
{
    Reader r = {(const uint8_t *)payload.ptr, (const uint8_t *)payload.ptr + payload.len, false};
    s->count = reader_count(&r);
    s->items = mem_alloc(sizeof *s->items * (s->count + 1));
    for (uint32_t i = 0; i < s->count; i++) {
        s->items[i] = read_named(&r);
        if (i > 0 && by_name(&s->items[i - 1], &s->items[i]) > 0)
            reader_fail(&r);
    }
    return !reader_failed(&r) && reader_left(&r) == 0;
}

Summaries *summaries_open(Str bytes, const char **error)
{
    Summaries *s = mem_alloc(sizeof *s);
    *s = (Summaries){.bytes = mem_alloc(bytes.len), .len = bytes.len};
    if (bytes.len)
        memcpy(s->bytes, bytes.ptr, bytes.len);
    Str payload;
    if (seal_check((Str){s->bytes, s->len}, SUMMARY_MAGIC, SUMMARY_VERSION, &payload, error)) {
        if (read_all(s, payload))
            return s;
        *error = "the summaries are malformed";
    }
    summaries_free(s);
    return NULL;
}

void summaries_free(Summaries *s)
{
    if (!s)
        return;
    free(s->items);
    free(s->bytes);
    free(s);
}

Str summaries_bytes(const Summaries *s)
{
    return (Str){s->bytes, s->len};
}

const Summary *summaries_find(const Summaries *s, Str recv, Str name)
{
    uint32_t low = 0, high = s->count;
    while (low < high) {
        uint32_t mid = low + (high - low) / 2;
        int order = named_order(recv, name, &s->items[mid]);
        if (order == 0)
            return &s->items[mid].summary;
        if (order < 0)
            high = mid;
        else
            low = mid + 1;
    }
    return NULL;
}
