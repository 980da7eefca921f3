// snippet.h - Go code inside documents: where it stands, and what completes it.
//
// A document is a Go file (one block: all of it), Markdown (fenced and indented code, found by
// cmark-gfm) or plain text (declarations and statements recognised by their shape). Blocks are
// spans of the document, so every offset in a block's tree is one in the document.
#ifndef CURFEW_SYNTAX_SNIPPET_H
#define CURFEW_SYNTAX_SNIPPET_H

#include "base/vec.h"
#include "syntax/ast.h"

typedef enum DocumentKind { DOCUMENT_GO, DOCUMENT_MARKDOWN, DOCUMENT_TEXT } DocumentKind;

// By the suffix: .go is Go, .md and .markdown are Markdown, everything else is plain text.
DocumentKind document_kind(Str path);

typedef struct SnippetBlock {
    Span span;        // whole lines of the document
    const char *text; // the span's bytes for ast_parse, or NULL where they are the document's own:
                      // marks of quotes and lists, and lines of dots that stand for code left out,
                      // are spaces in it, so that its length and all offsets are the same
    Str heading;      // the nearest heading above, without its marks; empty where there is none
} SnippetBlock;

typedef VEC(SnippetBlock) SnippetList;

// Adds the document's blocks of Go code to `out`, in order and disjoint. Takes time linear in the
// document. Texts are allocated in `a`, which with `doc` must outlive the blocks.
void snippet_find(Arena *a, const Source *doc, DocumentKind kind, SnippetList *out);

// One declaration of an earlier block that is read with a later one.
typedef struct OverlayDecl {
    uint32_t block; // index of the earlier block
    NodeId decl;    // in that block's tree: a FuncDecl or GenDecl of its FileView.decls, or a spec
} OverlayDecl;

// What completes one block. A GenDecl is followed by those of its specs that are taken: a spec that
// the later block (or one nearer to it) declares anew is not among them.
typedef struct Overlay {
    VEC(OverlayDecl) decls; // nearest earlier block first, in source order within a block
} Overlay;

// A block is completed from at most so many earlier blocks and declarations. Chains of fixes over
// fixes are short in real documents; without a bound, n blocks could ask for n² declarations.
enum { OVERLAY_BLOCKS_MAX = 32, OVERLAY_DECLS_MAX = 4096 };

// Says for each of `count` blocks of a document what completes it. A block is read over the nearest
// earlier block that declares a name or receiver which it uses and lacks: what it declares
// replaces, what it lacks is taken from there, and what that in turn lacks from blocks before it.
// A block with a package clause stands alone. `blocks` holds the trees in document order, parsed
// with PARSE_SNIPPET. Gives an array of `count` overlays in `a`.
Overlay *snippet_overlay(Arena *a, Ast *const *blocks, uint32_t count);

#endif
