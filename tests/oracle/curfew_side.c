// curfew_side.c - curfew's half of the comparison with Go's own scanner and parser.
//
//   curfew_side LIST           one line a file of LIST, in its order:
//                                A TOKENS TREE   accepted; hashes of the two dumps
//                                R LINE MESSAGE  refused; the first error
//   curfew_side tokens FILE    the token dump
//   curfew_side tree FILE      the tree dump
#include "syntax/dump.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

enum { PATH_LEN = 4096 };

// FNV-1a, 64 bits: in Go's standard library too.
static uint64_t hash_of(Str text)
{
    uint64_t h = 0xcbf29ce484222325u;
    for (size_t i = 0; i < text.len; i++)
        h = (h ^ (unsigned char)text.ptr[i]) * 0x100000001b3u;
    return h;
}

static void report(const Ast *ast, StrBuf *buffer)
{
    uint32_t count;
    const SyntaxError *errors = ast_errors(ast, &count);
    if (count > 0) {
        uint32_t line = source_position(ast_source(ast), errors[0].offset).line;
        printf("R %u %s\n", line, errors[0].message);
        return;
    }
    buffer->len = 0;
    ast_dump_tokens(ast, buffer);
    uint64_t tokens = hash_of(strbuf_view(buffer));
    buffer->len = 0;
    ast_dump_tree(ast, buffer);
    printf("A %016" PRIx64 " %016" PRIx64 "\n", tokens, hash_of(strbuf_view(buffer)));
}

static Ast *parse(const char *path, Source **source)
{
    const char *error;
    *source = source_read(path, &error);
    if (!*source) {
        fprintf(stderr, "curfew_side: %s: %s\n", path, error);
        return NULL;
    }
    return ast_parse(*source, (Span){0, (*source)->len}, NULL, PARSE_FILE);
}

static int report_list(const char *list)
{
    FILE *f = fopen(list, "r");
    if (!f) {
        perror(list);
        return 2;
    }
    char path[PATH_LEN];
    StrBuf buffer = {0};
    int status = 0;
    while (status == 0 && fgets(path, sizeof path, f)) {
        path[strcspn(path, "\n")] = 0;
        Source *source;
        Ast *ast = parse(path, &source);
        if (ast)
            report(ast, &buffer);
        else
            status = 2;
        ast_free(ast);
        source_free(source);
    }
    strbuf_free(&buffer);
    fclose(f);
    return status;
}

static int dump(const char *what, const char *path)
{
    Source *source;
    Ast *ast = parse(path, &source);
    if (!ast)
        return 2;
    StrBuf out = {0};
    if (strcmp(what, "tokens") == 0)
        ast_dump_tokens(ast, &out);
    else
        ast_dump_tree(ast, &out);
    fwrite(out.data, 1, out.len, stdout);
    strbuf_free(&out);
    ast_free(ast);
    source_free(source);
    return 0;
}

int main(int argc, char **argv)
{
    if (argc == 2)
        return report_list(argv[1]);
    if (argc == 3)
        return dump(argv[1], argv[2]);
    fprintf(stderr, "usage: curfew_side LIST | tokens FILE | tree FILE\n");
    return 2;
}
