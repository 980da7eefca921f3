// fuzz_scan.c - any bytes are scanned: tokens in order, nothing but white space between them.
#include "check_syntax.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Source *source = source_from("fuzz.go", (Str){(const char *)data, size});
    Span range = {0, source->len};
    Ast *ast = ast_parse(source, range, NULL, PARSE_FILE);
    check_tokens(ast, range);
    check_errors(ast, range);
    for (uint32_t offset = 0; offset <= source->len; offset++) {
        TokenId t = token_at(ast, offset);
        MUST(token_span(ast, t).start <= offset);
    }
    ast_free(ast);
    source_free(source);
    return 0;
}
