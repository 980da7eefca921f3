// fuzz_snippet.c - any bytes as a Markdown and as a plain-text document.
//
// Blocks lie inside the document, in order and apart, begin and end at line ends; a masked text
// differs from the document only where it is blank; what completes a block stands before it.
#include "syntax/snippet.h"

#include <stdlib.h>

static void require(bool condition)
{
    if (!condition)
        abort();
}

static bool ends_line(const Source *s, uint32_t offset)
{
    return offset == 0 || offset == s->len || s->text[offset - 1] == '\n' ||
           s->text[offset - 1] == '\r';
}

static void check_block(const Source *s, const SnippetBlock *b, uint32_t from)
{
    require(b->span.start >= from && b->span.start < b->span.end && b->span.end <= s->len);
    require(ends_line(s, b->span.end));
    for (uint32_t i = b->span.start; b->text && i < b->span.end; i++) {
        char c = b->text[i - b->span.start];
        require(c == s->text[i] || c == ' ');
    }
    require(b->heading.len == 0 ||
            (b->heading.ptr >= s->text && b->heading.ptr + b->heading.len <= s->text + s->len));
}

static void check_overlays(Arena *a, Ast **asts, uint32_t count)
{
    const Overlay *overlays = snippet_overlay(a, asts, count);
    for (uint32_t i = 0; i < count; i++) {
        require(overlays[i].decls.len <= OVERLAY_DECLS_MAX);
        VEC_EACH (const OverlayDecl, d, &overlays[i].decls) {
            require(d->block < i && d->decl.v > 0 && d->decl.v < ast_node_count(asts[d->block]));
        }
    }
}

static void check_document(const Source *s, DocumentKind kind)
{
    Arena a = {0};
    SnippetList blocks = {0};
    snippet_find(&a, s, kind, &blocks);
    Ast **asts = arena_array(&a, Ast *, blocks.len);
    for (uint32_t i = 0, from = 0; i < blocks.len; i++) {
        const SnippetBlock *b = &blocks.data[i];
        check_block(s, b, from);
        from = b->span.end;
        asts[i] = ast_parse(s, b->span, b->text, PARSE_SNIPPET);
    }
    check_overlays(&a, asts, blocks.len);
    for (uint32_t i = 0; i < blocks.len; i++)
        ast_free(asts[i]);
    arena_free(&a);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Source *s = source_from("fuzz", (Str){(const char *)data, size});
    check_document(s, DOCUMENT_MARKDOWN);
    check_document(s, DOCUMENT_TEXT);
    source_free(s);
    return 0;
}
