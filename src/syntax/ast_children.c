// ast_children.c - all children of a node in source order.
//
// Each kind has a row that says where its children are: a list of steps in order. One interpreter
// walks the row, so that a new kind is a line here and cannot be forgotten in a second place.
#include "syntax/tree.h"

typedef enum Step {
    DONE,
    A,        // the node in word a, where there is one
    B,        // the node in word b
    A_RECORD, // the steps that follow read the record at a
    B_RECORD, // … at b
    SKIP,     // one word of the record is no node
    CHILD,    // one word of the record is a node or none
    LEN,      // one word of the record is the length of a list
    LIST,     // the words of the first list whose length was read
    LIST2,    // … of the second
} Step;

enum { STEPS_MAX = 8 };

static const uint8_t rows[NODE_KIND_COUNT][STEPS_MAX] = {
    [NODE_FILE] = {A_RECORD, CHILD, LEN, LEN, LIST, LIST2},
    [NODE_GEN_DECL] = {A_RECORD, SKIP, SKIP, LEN, LIST},
    [NODE_FUNC_DECL] = {A_RECORD, CHILD, CHILD, CHILD, B},
    [NODE_IMPORT_SPEC] = {A, B},
    [NODE_TYPE_SPEC] = {A_RECORD, CHILD, CHILD, B},
    [NODE_FIELD_LIST] = {A_RECORD, SKIP, LEN, LIST},
    [NODE_ELLIPSIS] = {A},
    [NODE_FUNC_LIT] = {A, B},
    [NODE_COMPOSITE_LIT] = {A, B_RECORD, SKIP, LEN, LIST},
    [NODE_PAREN_EXPR] = {A},
    [NODE_SELECTOR_EXPR] = {A, B},
    [NODE_INDEX_EXPR] = {A, B_RECORD, SKIP, LEN, LIST},
    [NODE_INDEX_LIST_EXPR] = {A, B_RECORD, SKIP, LEN, LIST},
    [NODE_SLICE_EXPR] = {A, B_RECORD, SKIP, CHILD, CHILD, CHILD},
    [NODE_TYPE_ASSERT_EXPR] = {A, B_RECORD, SKIP, CHILD},
    [NODE_CALL_EXPR] = {A, B_RECORD, SKIP, SKIP, LEN, LIST},
    [NODE_STAR_EXPR] = {A},
    [NODE_UNARY_EXPR] = {A},
    [NODE_BINARY_EXPR] = {A, B},
    [NODE_KEY_VALUE_EXPR] = {A, B},
    [NODE_ARRAY_TYPE] = {A, B},
    [NODE_STRUCT_TYPE] = {A},
    [NODE_INTERFACE_TYPE] = {A},
    [NODE_MAP_TYPE] = {A, B},
    [NODE_CHAN_TYPE] = {A},
    [NODE_DECL_STMT] = {A},
    [NODE_LABELED_STMT] = {A, B},
    [NODE_EXPR_STMT] = {A},
    [NODE_SEND_STMT] = {A, B},
    [NODE_INC_DEC_STMT] = {A},
    [NODE_GO_STMT] = {A},
    [NODE_DEFER_STMT] = {A},
    [NODE_BRANCH_STMT] = {A},
    [NODE_BLOCK_STMT] = {A_RECORD, SKIP, LEN, LIST},
    [NODE_CASE_CLAUSE] = {A_RECORD, SKIP, LEN, LEN, LIST, LIST2},
    [NODE_SWITCH_STMT] = {A_RECORD, CHILD, CHILD, B},
    [NODE_TYPE_SWITCH_STMT] = {A_RECORD, CHILD, CHILD, B},
    [NODE_COMM_CLAUSE] = {A, B_RECORD, SKIP, LEN, LIST},
    [NODE_SELECT_STMT] = {A},
    [NODE_FOR_STMT] = {A_RECORD, CHILD, CHILD, CHILD, B},
    [NODE_RANGE_STMT] = {A_RECORD, CHILD, CHILD, SKIP, CHILD, B},
};

typedef struct Visit {
    bool (*visit)(void *ctx, NodeId child);
    void *ctx;
} Visit;

static bool visit_word(const Visit *v, uint32_t word)
{
    return word == 0 || v->visit(v->ctx, tree_child(word));
}

static bool visit_words(const Visit *v, const uint32_t *words, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++)
        if (!visit_word(v, words[i]))
            return false;
    return true;
}

static bool visit_row(const Ast *ast, const Node *node, const uint8_t *row, const Visit *v)
{
    const uint32_t *r = NULL;
    uint32_t lens[2] = {0}, count = 0;
    bool going = true;
    for (int i = 0; i < STEPS_MAX && row[i] != DONE && going; i++) {
        switch ((Step)row[i]) {
        case A:
            going = visit_word(v, node->a);
            break;
        case B:
            going = visit_word(v, node->b);
            break;
        case A_RECORD:
            r = ast->extra + node->a;
            break;
        case B_RECORD:
            r = ast->extra + node->b;
            break;
        case SKIP:
            r++;
            break;
        case CHILD:
            going = visit_word(v, *r++);
            break;
        case LEN:
            lens[count++] = *r++;
            break;
        case LIST:
            going = visit_words(v, r, lens[0]);
            break;
        case LIST2:
            going = visit_words(v, r + lens[0], lens[1]);
            break;
        case DONE:
            break;
        }
    }
    return going;
}

// The kinds whose records differ by flag, or lie in another order than the source.
static bool visit_irregular(const Ast *ast, const Node *node, const Visit *v)
{
    const uint32_t *r = ast->extra;
    switch (head_kind(node->head)) {
    case NODE_VALUE_SPEC: // {type, #names, #values, names*, values*}
        r += node->a;
        return visit_words(v, r + 3, r[1]) && visit_word(v, r[0]) &&
               visit_words(v, r + 3 + r[1], r[2]);
    case NODE_FIELD:
        if (node->head & FLAG_ONE)
            return visit_word(v, node->b) && visit_word(v, node->a);
        r += node->b; // {tag, #names, names*}
        return (!node->b || visit_words(v, r + 2, r[1])) && visit_word(v, node->a) &&
               (!node->b || visit_word(v, r[0]));
    case NODE_FUNC_TYPE: // {results, type parameters}
        if (node->head & FLAG_GENERIC)
            return visit_word(v, r[node->b + 1]) && visit_word(v, node->a) &&
                   visit_word(v, r[node->b]);
        return visit_word(v, node->a) && visit_word(v, node->b);
    case NODE_ASSIGN_STMT:
        if (node->head & FLAG_ONE)
            return visit_word(v, node->a) && visit_word(v, node->b);
        r += node->a;
        return visit_words(v, r + 2, r[0] + r[1]);
    case NODE_RETURN_STMT:
        if (node->head & FLAG_ONE)
            return visit_word(v, node->a);
        return !node->a || visit_words(v, r + node->a + 1, r[node->a]);
    case NODE_IF_STMT: // {init, cond, else}
        r += node->a;
        return visit_word(v, r[0]) && visit_word(v, r[1]) && visit_word(v, node->b) &&
               visit_word(v, r[2]);
    default:
        return true;
    }
}

bool ast_each_child(const Ast *ast, NodeId n, bool (*visit)(void *ctx, NodeId child), void *ctx)
{
    const Node *node = tree_node(ast, n);
    const uint8_t *row = rows[head_kind(node->head)];
    Visit v = {visit, ctx};
    if (row[0] != DONE)
        return visit_row(ast, node, row, &v);
    return visit_irregular(ast, node, &v);
}
