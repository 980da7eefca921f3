// snippet_overlay.c - which earlier blocks complete a block.
//
// Each tree is walked once for what its top level declares and for the names that it uses and does
// not declare. An index from name to the blocks that declare it then gives, for every name that a
// block lacks, the nearest earlier one; the nearest of these is its base. Local names are told from
// others without regard to where in a declaration they are declared: a name that is local anywhere
// in a declaration is taken as local in all of it.
#include "base/map.h"
#include "base/names.h"
#include "syntax/snippet.h"

// Names taken over all blocks of a document. A thousand blocks over a base of a thousand names come
// to this; blocks behind that are read alone.
enum { TAKEN_MAX = 1 << 20 };

typedef VEC(Name) NameList;
typedef VEC(uint32_t) BlockList;

// One name that a block declares at its top level; methods are named "Recv.Name".
typedef struct Declared {
    Name name;
    NodeId decl, spec; // spec: none for functions
} Declared;

typedef struct BlockNames {
    VEC(Declared) declared; // in source order
    NameList receivers;     // types that it declares methods of
    NameList lacking;       // used, not declared; each once
    bool alone;             // has a package clause
} BlockNames;

typedef struct OverlayReader {
    Arena *arena;
    Arena completion; // reset for each block
    Names *names;
    uint64_t budget;          // names that may still be taken, see TAKEN_MAX
    Map universe;             // names that are declared everywhere
    VEC(BlockList) declarers; // per entry of `index`: blocks in document order
    Map index;                // Name → index into declarers
    BlockNames *blocks;
    Ast *const *asts;
} OverlayReader;

// ---- Names of one block ----

typedef struct Walk {
    OverlayReader *r;
    const Ast *ast;
    VEC(NodeId) todo; // a stack: trees may be deep
    Map bound;        // local names of the declaration that is walked
    NameList used;    // names that may be global, with repetitions
} Walk;

static void walk_push(Walk *w, NodeId n)
{
    if (node_ok(n))
        vec_push(w->r->arena, &w->todo, n);
}

static bool push_child(void *ctx, NodeId child)
{
    walk_push(ctx, child);
    return true;
}

static void push_list(Walk *w, NodeList list)
{
    LIST_EACH (n, list) {
        walk_push(w, *n);
    }
}

static Name ident_name(OverlayReader *r, const Ast *ast, NodeId ident)
{
    return name_of(r->names, ast_text(ast, ident));
}

static void bind(Walk *w, NodeId n)
{
    if (node_kind(w->ast, n) == NODE_IDENT)
        map_put(w->r->arena, &w->bound, ident_name(w->r, w->ast, n).v, 1);
    else
        walk_push(w, n);
}

static void bind_list(Walk *w, NodeList list)
{
    LIST_EACH (n, list) {
        bind(w, *n);
    }
}

// Fields of structs and methods of interfaces are no names of any scope; parameters are.
static void walk_members(Walk *w, NodeId list)
{
    FieldListView members = ast_field_list(w->ast, list);
    LIST_EACH (m, members.fields) {
        walk_push(w, ast_field(w->ast, *m).type);
    }
}

static void walk_spec(Walk *w, NodeId n)
{
    if (node_kind(w->ast, n) == NODE_TYPE_SPEC) {
        TypeSpecView t = ast_type_spec(w->ast, n);
        bind(w, t.name);
        walk_push(w, t.type_params);
        walk_push(w, t.type);
    } else {
        ValueSpecView v = ast_value_spec(w->ast, n);
        bind_list(w, v.names);
        walk_push(w, v.type);
        push_list(w, v.values);
    }
}

static void walk_assign(Walk *w, NodeId n)
{
    AssignView a = ast_assign(w->ast, n);
    if (a.op == TOK_DEFINE)
        bind_list(w, a.lhs);
    else
        push_list(w, a.lhs);
    push_list(w, a.rhs);
}

static void walk_range(Walk *w, NodeId n)
{
    RangeView v = ast_range(w->ast, n);
    if (v.op == TOK_DEFINE) {
        bind(w, v.key);
        bind(w, v.value);
    } else {
        walk_push(w, v.key);
        walk_push(w, v.value);
    }
    walk_push(w, v.x);
    walk_push(w, v.body);
}

static void walk_func(Walk *w, NodeId n)
{
    FuncDeclView f = ast_func_decl(w->ast, n);
    walk_push(w, f.recv);
    walk_push(w, f.type);
    walk_push(w, f.body);
}

static void walk_key_value(Walk *w, NodeId n)
{
    KeyValueView kv = ast_key_value(w->ast, n);
    if (node_kind(w->ast, kv.key) != NODE_IDENT) // else most often a field
        walk_push(w, kv.key);
    walk_push(w, kv.value);
}

static void walk_field(Walk *w, NodeId n)
{
    FieldView f = ast_field(w->ast, n);
    bind_list(w, f.names);
    walk_push(w, f.type);
}

static void walk_node(Walk *w, NodeId n)
{
    switch (node_kind(w->ast, n)) {
    case NODE_IDENT:
        vec_push(w->r->arena, &w->used, ident_name(w->r, w->ast, n));
        break;
    case NODE_SELECTOR_EXPR:
        walk_push(w, ast_selector(w->ast, n).x);
        break;
    case NODE_KEY_VALUE_EXPR:
        walk_key_value(w, n);
        break;
    case NODE_FIELD:
        walk_field(w, n);
        break;
    case NODE_STRUCT_TYPE:
        walk_members(w, ast_struct_fields(w->ast, n));
        break;
    case NODE_INTERFACE_TYPE:
        walk_members(w, ast_interface_methods(w->ast, n));
        break;
    case NODE_TYPE_SPEC:
    case NODE_VALUE_SPEC:
        walk_spec(w, n);
        break;
    case NODE_FUNC_DECL:
        walk_func(w, n);
        break;
    case NODE_ASSIGN_STMT:
        walk_assign(w, n);
        break;
    case NODE_RANGE_STMT:
        walk_range(w, n);
        break;
    case NODE_LABELED_STMT:
        walk_push(w, ast_labeled(w->ast, n).stmt);
        break;
    case NODE_BRANCH_STMT:
    case NODE_IMPORT_SPEC:
        break;
    default:
        ast_each_child(w->ast, n, push_child, w);
        break;
    }
}

// Walks what is pushed as one scope and adds to `out` the names used there that are not its own.
static void walk_scope(Walk *w, NameList *out)
{
    w->bound = (Map){0};
    w->used.len = 0;
    while (w->todo.len) {
        NodeId n = w->todo.data[--w->todo.len];
        walk_node(w, n);
    }
    VEC_EACH (Name, n, &w->used) {
        if (!map_get(&w->bound, n->v))
            vec_push(w->r->arena, out, *n);
    }
}

static Name receiver_type(OverlayReader *r, const Ast *ast, NodeId list)
{
    FieldListView fields = ast_field_list(ast, list);
    NodeId t = fields.fields.len ? ast_field(ast, fields.fields.items[0]).type : (NodeId){0};
    for (;;) {
        switch (node_kind(ast, t)) {
        case NODE_STAR_EXPR:
        case NODE_PAREN_EXPR:
            t = ast_operand(ast, t);
            break;
        case NODE_INDEX_EXPR:
        case NODE_INDEX_LIST_EXPR:
            t = ast_index(ast, t).x;
            break;
        case NODE_IDENT:
            return ident_name(r, ast, t);
        default:
            return (Name){0};
        }
    }
}

static Name method_name(OverlayReader *r, Name recv, Name name)
{
    StrBuf b = {0};
    strbuf_add(&b, name_str(r->names, recv));
    strbuf_addc(&b, '.');
    strbuf_add(&b, name_str(r->names, name));
    Name n = name_of(r->names, strbuf_view(&b));
    strbuf_free(&b);
    return n;
}

static void declare(OverlayReader *r, BlockNames *b, Name name, NodeId decl, NodeId spec)
{
    if (!str_is(name_str(r->names, name), "_"))
        vec_push(r->arena, &b->declared, (Declared){name, decl, spec});
}

static void declare_func(OverlayReader *r, const Ast *ast, BlockNames *b, NodeId n)
{
    FuncDeclView f = ast_func_decl(ast, n);
    Name name = ident_name(r, ast, f.name);
    if (node_ok(f.recv)) {
        Name recv = receiver_type(r, ast, f.recv);
        vec_push(r->arena, &b->receivers, recv);
        name = method_name(r, recv, name);
    }
    declare(r, b, name, n, (NodeId){0});
}

// The name that an import declares: its own, or the last element of its path.
static Name import_name(OverlayReader *r, const Ast *ast, NodeId spec)
{
    ImportSpecView v = ast_import_spec(ast, spec);
    if (node_ok(v.name))
        return ident_name(r, ast, v.name);
    Str path = ast_text(ast, v.path);
    path = str_sub(path, 1, path.len ? path.len - 1 : 0);
    for (size_t i = path.len; i > 0; i--)
        if (path.ptr[i - 1] == '/')
            return name_of(r->names, str_sub(path, i, path.len));
    return name_of(r->names, path);
}

static void declare_specs(OverlayReader *r, const Ast *ast, BlockNames *b, NodeId n)
{
    GenDeclView g = ast_gen_decl(ast, n);
    LIST_EACH (spec, g.specs) {
        if (g.keyword == TOK_IMPORT) {
            declare(r, b, import_name(r, ast, *spec), n, *spec);
        } else if (g.keyword == TOK_TYPE) {
            declare(r, b, ident_name(r, ast, ast_type_spec(ast, *spec).name), n, *spec);
        } else {
            ValueSpecView v = ast_value_spec(ast, *spec);
            LIST_EACH (name, v.names) {
                declare(r, b, ident_name(r, ast, *name), n, *spec);
            }
        }
    }
}

// Keeps of `used` each name once, without those that `known` or the universe declares.
static void keep_lacking(OverlayReader *r, BlockNames *b, const NameList *used)
{
    Map known = {0};
    VEC_EACH (Declared, d, &b->declared) {
        map_put(r->arena, &known, d->name.v, 1);
    }
    VEC_EACH (Name, n, used) {
        if (map_get(&known, n->v) || map_get(&r->universe, n->v))
            continue;
        map_put(r->arena, &known, n->v, 1);
        vec_push(r->arena, &b->lacking, *n);
    }
}

static void read_block(OverlayReader *r, uint32_t block)
{
    const Ast *ast = r->asts[block];
    BlockNames *b = &r->blocks[block];
    Walk w = {.r = r, .ast = ast};
    NameList used = {0};
    FileView file = ast_file(ast);
    b->alone = file.package.v != 0;
    LIST_EACH (d, file.decls) {
        if (node_kind(ast, *d) == NODE_FUNC_DECL)
            declare_func(r, ast, b, *d);
        else if (node_kind(ast, *d) == NODE_GEN_DECL)
            declare_specs(r, ast, b, *d);
        walk_push(&w, *d);
        walk_scope(&w, &used);
    }
    push_list(&w, file.stmts);
    walk_scope(&w, &used);
    keep_lacking(r, b, &used);
}

// ---- Bases ----

static void index_name(OverlayReader *r, Name name, uint32_t block)
{
    uint64_t *known = map_get(&r->index, name.v);
    uint32_t i = known ? (uint32_t)*known : r->declarers.len;
    if (!known) {
        vec_push(r->arena, &r->declarers, (BlockList){0});
        map_put(r->arena, &r->index, name.v, i);
    }
    BlockList *list = &r->declarers.data[i];
    if (list->len == 0 || vec_last(list) != block)
        vec_push(r->arena, list, block);
}

// An import does not make a block the base of others: every other block imports context.
static bool is_import(const Ast *ast, const Declared *d)
{
    return node_ok(d->spec) && node_kind(ast, d->spec) == NODE_IMPORT_SPEC;
}

static void index_block(OverlayReader *r, uint32_t block)
{
    const BlockNames *b = &r->blocks[block];
    VEC_EACH (Declared, d, &b->declared) {
        if (!is_import(r->asts[block], d))
            index_name(r, d->name, block);
    }
    VEC_EACH (Name, n, &b->receivers) {
        index_name(r, *n, block);
    }
}

// The last block before `limit` that declares `name`, plus one; 0 for none.
static uint32_t nearest_declarer(const OverlayReader *r, Name name, uint32_t limit)
{
    uint64_t *i = map_get(&r->index, name.v);
    if (!i)
        return 0;
    const BlockList *list = &r->declarers.data[*i];
    uint32_t low = 0, high = list->len; // list[low - 1] < limit <= list[high]
    while (low < high) {
        uint32_t mid = low + (high - low) / 2;
        if (list->data[mid] < limit)
            low = mid + 1;
        else
            high = mid;
    }
    return low ? list->data[low - 1] + 1 : 0;
}

// What a block has and lacks while it is being completed.
typedef struct Completion {
    Map has;
    NameList lacks;
    Overlay *overlay;
} Completion;

static void add_names(OverlayReader *r, Completion *c, const BlockNames *b)
{
    VEC_EACH (Declared, d, &b->declared) {
        map_put(&r->completion, &c->has, d->name.v, 1);
    }
    VEC_EACH (Name, n, &b->lacking) {
        vec_push(&r->completion, &c->lacks, *n);
    }
}

static uint32_t nearest_base(const OverlayReader *r, Completion *c, uint32_t limit)
{
    uint32_t base = 0, kept = 0;
    for (uint32_t i = 0; i < c->lacks.len; i++) {
        Name n = c->lacks.data[i];
        uint32_t found = map_get(&c->has, n.v) ? 0 : nearest_declarer(r, n, limit);
        if (found > base)
            base = found;
        if (found) // names that nothing earlier declares are not asked for again
            c->lacks.data[kept++] = n;
    }
    c->lacks.len = kept;
    return base;
}

static void take_base(OverlayReader *r, Completion *c, uint32_t block)
{
    const BlockNames *b = &r->blocks[block];
    NodeId last = {0};
    VEC_EACH (Declared, d, &b->declared) {
        bool taken = map_get(&c->has, d->name.v) != NULL;
        if (taken || c->overlay->decls.len + 2 > OVERLAY_DECLS_MAX)
            continue;
        if (!node_eq(d->decl, last))
            vec_push(&r->completion, &c->overlay->decls, (OverlayDecl){block, d->decl});
        if (node_ok(d->spec) && !node_eq(vec_last(&c->overlay->decls).decl, d->spec))
            vec_push(&r->completion, &c->overlay->decls, (OverlayDecl){block, d->spec});
        last = d->decl;
    }
    add_names(r, c, b);
}

static void complete(OverlayReader *r, uint32_t block, Overlay *out)
{
    Completion c = {.overlay = out};
    add_names(r, &c, &r->blocks[block]);
    uint32_t limit = block;
    for (int i = 0; i < OVERLAY_BLOCKS_MAX; i++) {
        uint32_t base = nearest_base(r, &c, limit);
        uint64_t size =
            base ? r->blocks[base - 1].declared.len + r->blocks[base - 1].lacking.len : 0;
        if (base == 0 || size > r->budget)
            break;
        limit = base - 1;
        r->budget -= size;
        take_base(r, &c, limit);
    }
}

static void fill_universe(OverlayReader *r)
{
    static const char *const names[] = {
        "_",       "any",        "append",    "bool",    "byte",      "cap",   "clear", "close",
        "complex", "complex128", "complex64", "copy",    "delete",    "error", "false", "float32",
        "float64", "imag",       "int",       "int16",   "int32",     "int64", "int8",  "iota",
        "len",     "make",       "max",       "min",     "new",       "nil",   "panic", "print",
        "println", "real",       "recover",   "rune",    "string",    "true",  "uint",  "uint16",
        "uint32",  "uint64",     "uint8",     "uintptr", "comparable"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        map_put(r->arena, &r->universe, name_ofs(r->names, names[i]).v, 1);
}

Overlay *snippet_overlay(Arena *a, Ast *const *blocks, uint32_t count)
{
    Overlay *overlays = arena_array(a, Overlay, count);
    if (count < 2)
        return overlays;
    Arena scratch = {0};
    OverlayReader r = {
        .arena = &scratch, .names = names_new(), .asts = blocks, .budget = TAKEN_MAX};
    r.blocks = arena_array(&scratch, BlockNames, count);
    fill_universe(&r);
    for (uint32_t i = 0; i < count; i++) {
        read_block(&r, i);
        index_block(&r, i);
    }
    for (uint32_t i = 0; i < count; i++) {
        Overlay found = {0};
        if (!r.blocks[i].alone)
            complete(&r, i, &found);
        VEC_EACH (OverlayDecl, d, &found.decls) {
            vec_push(a, &overlays[i].decls, *d);
        }
        arena_reset(&r.completion);
    }
    arena_free(&r.completion);
    names_free(r.names);
    arena_free(&scratch);
    return overlays;
}
