// show.h - blocks of a document as text, for golden files and failure messages.
#ifndef CURFEW_TESTS_SNIPPETS_SHOW_H
#define CURFEW_TESTS_SNIPPETS_SHOW_H

#include "syntax/snippet.h"

#include <stdlib.h>

// A document, its blocks and their trees.
typedef struct Document {
    Arena arena;
    Source *source;
    SnippetList blocks;
    Ast **asts;
    Overlay *overlays;
} Document;

static inline void document_open(Document *d, Source *source)
{
    *d = (Document){.source = source};
    snippet_find(&d->arena, source, document_kind(str_of(source->path)), &d->blocks);
    d->asts = arena_array(&d->arena, Ast *, d->blocks.len);
    for (uint32_t i = 0; i < d->blocks.len; i++)
        d->asts[i] =
            ast_parse(source, d->blocks.data[i].span, d->blocks.data[i].text, PARSE_SNIPPET);
    d->overlays = snippet_overlay(&d->arena, d->asts, d->blocks.len);
}

static inline void document_close(Document *d)
{
    for (uint32_t i = 0; i < d->blocks.len; i++)
        ast_free(d->asts[i]);
    source_free(d->source);
    arena_free(&d->arena);
}

static inline Str block_text(const Document *d, uint32_t i)
{
    const SnippetBlock *b = &d->blocks.data[i];
    return (Str){b->text ? b->text : d->source->text + b->span.start, b->span.end - b->span.start};
}

// What a declaration is called: "Recv.Name", or the names of a spec.
static inline void show_decl(StrBuf *out, const Ast *ast, NodeId n)
{
    if (node_kind(ast, n) == NODE_FUNC_DECL) {
        FuncDeclView f = ast_func_decl(ast, n);
        if (node_ok(f.recv))
            strbuf_printf(out, "%.*s ", STR_ARG(ast_text(ast, f.recv)));
        strbuf_add(out, ast_text(ast, f.name));
    } else {
        Str text = ast_text(ast, n);
        strbuf_add(out, str_sub(text, 0, str_find(text, STR("\n"))));
    }
}

static inline void show_overlay(StrBuf *out, const Document *d, uint32_t i)
{
    VEC_EACH (OverlayDecl, o, &d->overlays[i].decls) {
        if (node_kind(d->asts[o->block], o->decl) == NODE_GEN_DECL)
            continue; // its specs follow
        strbuf_printf(out, "  over block %u: ", o->block + 1);
        show_decl(out, d->asts[o->block], o->decl);
        strbuf_addc(out, '\n');
    }
}

static inline void show_document(StrBuf *out, const Document *d)
{
    for (uint32_t i = 0; i < d->blocks.len; i++) {
        const SnippetBlock *b = &d->blocks.data[i];
        uint32_t errors = 0;
        const SyntaxError *e = ast_errors(d->asts[i], &errors);
        strbuf_printf(out, "block %u, lines %u-%u", i + 1,
                      source_position(d->source, b->span.start).line,
                      source_position(d->source, b->span.end ? b->span.end - 1 : 0).line);
        if (b->heading.len)
            strbuf_printf(out, ", under \"%.*s\"", STR_ARG(b->heading));
        strbuf_adds(out, b->text ? ", masked\n" : "\n");
        if (errors)
            strbuf_printf(out, "  %u errors, the first in line %u: %s\n", errors,
                          source_position(d->source, e[0].offset).line, e[0].message);
        show_overlay(out, d, i);
        for (Str rest = block_text(d, i); rest.len;) {
            size_t n = str_find(rest, STR("\n"));
            strbuf_printf(out, "  |%.*s\n", STR_ARG(str_sub(rest, 0, n)));
            rest = str_sub(rest, n == SIZE_MAX ? rest.len : n + 1, rest.len);
        }
    }
    if (d->blocks.len == 0)
        strbuf_adds(out, "no blocks\n");
}

#endif
