// faults.c - the list of syntax errors.
#include "syntax/faults.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

// Long enough for every message; longer ones are cut.
enum { MESSAGE_MAX = 256 };

void faults_begin_phase(Faults *f)
{
    f->phase_start = f->count;
}

static void append(Faults *f, uint32_t offset, const char *message)
{
    if (f->count == f->cap) {
        uint32_t cap = f->cap ? f->cap * 2 : 8;
        SyntaxError *bigger = arena_array(&f->arena, SyntaxError, cap);
        if (f->count)
            memcpy(bigger, f->items, sizeof *bigger * f->count);
        f->items = bigger;
        f->cap = cap;
    }
    size_t len = strlen(message);
    f->items[f->count++] = (SyntaxError){offset, arena_strndup(&f->arena, message, len)};
}

void faults_add(Faults *f, uint32_t offset, const char *format, ...)
{
    if (faults_drops(f, offset))
        return;
    if (f->count - f->phase_start == FAULTS_PER_PHASE) {
        append(f, offset, "too many errors; the rest are not listed");
        return;
    }
    char message[MESSAGE_MAX];
    va_list args;
    va_start(args, format);
    vsnprintf(message, sizeof message, format, args);
    va_end(args);
    append(f, offset, message);
}

void faults_sort(Faults *f)
{
    // Insertion sort: the list is short and each phase's part is nearly in order.
    for (uint32_t i = 1; i < f->count; i++) {
        SyntaxError e = f->items[i];
        uint32_t j = i;
        for (; j > 0 && f->items[j - 1].offset > e.offset; j--)
            f->items[j] = f->items[j - 1];
        f->items[j] = e;
    }
    // What the scanner has said of a token the parser need not say again.
    uint32_t kept = 0;
    for (uint32_t i = 0; i < f->count; i++)
        if (kept == 0 || f->items[kept - 1].offset != f->items[i].offset)
            f->items[kept++] = f->items[i];
    f->count = kept;
}
