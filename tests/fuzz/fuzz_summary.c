// fuzz_summary.c - any bytes as the byte form of a package's summaries.
//
// The input is the payload of a form, which gets a header. It is refused with a reason, or every
// function that it names can be found; the bytes without a header are refused.
#include "check_syntax.h"
#include "flow/summary.h"
#include "store/bytes.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const char *error = NULL;
    Summaries *bare = summaries_open((Str){(const char *)data, size}, &error);
    MUST(bare || (error && error[0]));
    summaries_free(bare);
    size_t len;
    char *bytes = seal_bytes(SUMMARY_MAGIC, SUMMARY_VERSION, (Str){(const char *)data, size}, &len);
    error = NULL;
    Summaries *s = summaries_open((Str){bytes, len}, &error);
    MUST(s ? !error : error && error[0]);
    if (s) {
        MUST(str_eq(summaries_bytes(s), (Str){bytes, len}));
        summaries_find(s, STR(""), STR("F"));
        summaries_find(s, STR("T"), STR("Close"));
        summaries_free(s);
    }
    free(bytes);
    return 0;
}
