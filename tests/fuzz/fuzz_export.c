// fuzz_export.c - any bytes as the byte form of a package.
//
// The first byte says what the rest is. 'b': the payload of a form, which gets a header. '0' … '9':
// so many changes of three bytes each (place, low byte first, and what to flip there), then a Go
// file; its form is made, changed and given a header that is right again.
//
// A form is refused with a reason, or everything in it can be imported, looked into and passed on,
// and the form of what passes it on can be opened. The form of a file that is not changed can
// always be opened, and making it again gives the same bytes.
#include "base/bigstack.h"
#include "check_syntax.h"
#include "types/forms.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { CHANGE_BYTES = 3 };

typedef struct Input {
    Str changes, text;
    bool raw;
} Input;

static Export *must_open(Str bytes)
{
    const char *error = NULL;
    Export *e = export_open((char *)(uintptr_t)bytes.ptr, bytes.len, true, &error);
    MUST(e && !error);
    return e;
}

static void try_payload(Forms *f, Str payload)
{
    size_t len;
    char *bytes = seal_bytes(FORM_MAGIC, FORM_VERSION, payload, &len);
    const char *error = NULL;
    Export *e = export_open(bytes, len, true, &error);
    MUST(e ? !error : error && error[0]);
    if (!e)
        return;
    export_free(must_open(forms_pass_on(f, e)));
    export_free(e);
}

static void try_source(Forms *f, const Input *in)
{
    FormCheck check = {.path = "x", .texts = &in->text, .count = 1, .skip_bodies = true};
    Str bytes = forms_bytes(f, &check), again = forms_bytes(f, &check);
    MUST(str_eq(bytes, again));
    free((void *)(uintptr_t)again.ptr);
    Export *e = must_open(bytes);
    export_free(must_open(forms_pass_on(f, e)));
    size_t len = export_bytes(e).len - SEAL_BYTES;
    char *payload = mem_alloc(len);
    memcpy(payload, e->bytes + SEAL_BYTES, len);
    export_free(e);
    const uint8_t *change = (const uint8_t *)in->changes.ptr;
    for (size_t i = 0; i + CHANGE_BYTES <= in->changes.len; i += CHANGE_BYTES) {
        size_t at = (change[i] | (size_t)change[i + 1] << 8) % len;
        payload[at] = (char)(payload[at] ^ (char)change[i + 2]);
    }
    if (in->changes.len)
        try_payload(f, (Str){payload, len});
    free(payload);
}

static void try_input(void *argument)
{
    const Input *in = argument;
    Forms f = {.names = names_new()};
    if (in->raw)
        try_payload(&f, in->text);
    else
        try_source(&f, in);
    forms_free(&f);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size == 0 || (data[0] != 'b' && (data[0] < '0' || data[0] > '9')))
        return 0;
    Str rest = {(const char *)data + 1, size - 1};
    Input in = {.raw = data[0] == 'b', .text = rest};
    if (!in.raw) {
        size_t n = (size_t)(data[0] - '0') * CHANGE_BYTES;
        in.changes = str_sub(rest, 0, n);
        in.text = str_sub(rest, n, rest.len);
    }
    bigstack_run(try_input, &in);
    return 0;
}
