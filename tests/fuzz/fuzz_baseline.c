// fuzz_baseline.c - any bytes are a baseline: what is read of it is whole, and comes back when it is written
// and read again.
#include "check_syntax.h"

#include "policy/baseline.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static Baseline *read(Str text)
{
    uint32_t line;
    const char *error;
    Arena a = {0};
    Baseline *b = baseline_read(&a, text, "/dir", &line, &error);
    MUST((b == NULL) == (error != NULL) && (b || error[0]));
    arena_free(&a);
    for (uint32_t k = 0; b && k < b->entries.len; k++)
        MUST(b->entries.data[k].path && b->entries.data[k].rule && !b->entries.data[k].finding);
    return b;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Baseline *b = read((Str){(const char *)data, size});
    if (!b)
        return 0;
    FindingList none = {0};
    StrBuf text = {0}, again = {0};
    baseline_match(b, &none);
    baseline_put("/dir", &none, true, b, &text);
    Baseline *second = read(strbuf_view(&text));
    MUST(second && second->entries.len == b->entries.len);
    baseline_put("/dir", &none, true, second, &again);
    MUST(str_eq(strbuf_view(&text), strbuf_view(&again)));
    strbuf_free(&text);
    strbuf_free(&again);
    baseline_free(second);
    baseline_free(b);
    return 0;
}
