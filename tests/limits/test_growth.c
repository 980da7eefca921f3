// test_growth.c - a text that is twice as long takes twice the memory and twice the time.
//
// Each shape is checked whole at a size and at twice that size. Memory is the bytes that all stages
// ask for, which is the same in every run. Time is processor time: where it has more than tripled,
// both sizes are measured again and the best runs count, so that only what is slow each time fails.
// Time of n² would be four times as much.
#include "limits/made.h"

#include <stdlib.h>
#include <time.h>

enum { FACTOR_MAX = 3, TRIES_MAX = 6 };

// What is too short to measure says nothing.
static const double seconds_min = 0.02;
enum { BYTES_MIN = 1 << 20 };

typedef struct Shape {
    const char *name, *path;
    uint32_t count; // of the smaller size
    const char *head, *piece, *middle, *second, *tail;
} Shape;

#define HEAD                                                                                       \
    "package p\n\nimport (\n\t\"context\"\n\t\"sync\"\n\t\"time\"\n)\n\nvar _ "                    \
    "context.Context\nvar _ sync.Mutex\nvar _ time.Time\n"

static const Shape shapes[] = {
    // Size of the package.
    {"functions", "x.go", 4000, HEAD,
     "func f#(x int) int {\n\tif x > # {\n\t\treturn x\n\t}\n\treturn f@(x)\n}\n", "", NULL, ""},
    {"types with methods", "x.go", 4000, HEAD,
     "type T# struct {\n\tmu sync.Mutex\n\tn int\n}\nfunc (t *T#) M() {\n\tt.mu.Lock()\n\tdefer "
     "t.mu.Unlock()\n\tt.n++\n}\n",
     "", NULL, ""},
    {"implementations", "x.go", 1600, HEAD "type I interface{ Close() }\n",
     "type T# struct{}\nfunc (T#) Close() {}\nfunc f#(x I) { x.Close() }\n", "", NULL, ""},
    {"functions in a variable", "x.go", 800, HEAD "var v func()\n",
     "func f#() {\n\tv = f@\n\tv()\n}\n", "", NULL, ""},
    {"chain of values", "x.go", 800, "package main\n",
     "type T# struct{ d *T@ }\nfunc New#(d *T@) *T# { return &T#{d} }\nfunc (t *T#) Close() { "
     "t.d.Close() }\n",
     "func main() {\n", "\tdefer new(T#).Close()\n", "}\n"},
    {"recursion", "x.go", 3000, HEAD, "func f#() {\n\tgo f@()\n\tf@()\n}\n", "", NULL, ""},
    {"generic functions", "x.go", 2000, HEAD "type L[T any] struct{ n *L[T] }\n",
     "func g#[T any](x T) L[T] { return g@[T](x) }\nvar v# = g#(#)\n", "", NULL, ""},
    {"fields", "x.go", 6000, HEAD "type T struct {\n", "\tf# int\n", "}\nfunc f(t *T) {\n",
     "\tt.f#++\n", "}\n"},
    {"constants", "x.go", 20000, HEAD "const (\n\tc = iota\n", "\tc#\n", ")\n", NULL, ""},
    // Size of a function.
    {"statements", "x.go", 20000, HEAD "func f(x int) {\n", "\tx = x + #\n", "}\n", NULL, ""},
    {"one line", "x.go", 40000, "package p; func f(x int) { ", "x++; ", "}", NULL, ""},
    {"unknown calls", "x.go", 12000, HEAD "func f() {\n", "\tu# = g#(v#.x.y)\n", "}\n", NULL, ""},
    {"cases", "x.go", 10000, HEAD "func f(x int) {\n\tswitch x {\n", "\tcase #:\n\t\tx++\n",
     "\t}\n}\n", NULL, ""},
    {"select cases", "x.go", 4000, HEAD "func f(ch chan int) {\n\tselect {\n",
     "\tcase ch <- #:\n\t\tg()\n", "\t}\n}\n", NULL, ""},
    {"else if", "x.go", 1500, HEAD "func f(x int) int {\n\t",
     "if x == # {\n\t\treturn #\n\t} else ", "{\n\t\treturn 0\n\t}\n}\n", NULL, ""},
    {"nested if", "x.go", 1500, HEAD "func f(x int) {\n", "if x > # {\n", "", "}", "\n}\n"},
    {"nested loops", "x.go", 1500, HEAD "func f(x int) {\n", "for x > # {\n", "", "}", "\n}\n"},
    {"nested literals", "x.go", 1000, HEAD "func f(x int) {\n", "func() {\nx++\n", "", "}()\n",
     "}\n"},
    {"nested composites", "x.go", 1500, HEAD "type T []T\nvar v = T", "{", "", "}", "\n"},
    {"elements", "x.go", 40000, HEAD "var v = []int{", "1,", "}\n", NULL, ""},
    {"operands", "x.go", 40000, HEAD "func f(x int) int { return x", " + x", " }\n", NULL, ""},
    {"method chain", "x.go", 10000,
     HEAD "type T struct{}\nfunc (t T) m() T { return t }\nfunc f(x T) { x", ".m()", " }\n", NULL,
     ""},
    {"labels", "x.go", 4000, HEAD "func f(x int) {\n", "L#:\n\tif x > # {\n\t\tgoto L@\n\t}\n",
     "}\n", NULL, ""},
    {"deferred calls", "x.go", 2000, HEAD "func f(x int) {\n",
     "\tdefer g(#)\n\tif x == # {\n\t\treturn\n\t}\n", "}\n", NULL, ""},
    // Goroutines, contexts, locks.
    {"goroutines", "x.go", 8000, HEAD "func f() {\n\tch := make(chan int)\n",
     "\tgo func() { ch <- # }()\n", "}\n", NULL, ""},
    {"endless goroutines", "x.go", 4000, HEAD "func f() {\n", "\tgo func() { for { g() } }()\n",
     "}\n", NULL, ""},
    {"counted goroutines", "x.go", 2000, HEAD "func f() {\n\tvar wg sync.WaitGroup\n",
     "\tgo func() { wg.Add(1); g(); wg.Done() }()\n", "\twg.Wait()\n}\n", NULL, ""},
    {"captured channels", "x.go", 2000, HEAD "func f() {\n", "\tv# := make(chan int)\n", "",
     "\tgo func() { v# <- 1 }()\n", "}\n"},
    {"constructors", "x.go", 1200, HEAD,
     "type T# struct{ ch, stop chan int }\nfunc New#() *T# {\n\tt := &T#{make(chan int), make(chan "
     "int)}\n\tgo t.run()\n\treturn t\n}\nfunc (t *T#) run() {\n\tfor {\n\t\tselect {\n\t\tcase "
     "<-t.ch:\n\t\tcase <-t.stop:\n\t\t\treturn\n\t\t}\n\t}\n}\nfunc (t *T#) Close() { "
     "close(t.stop) }\n",
     "", NULL, ""},
    {"fresh contexts", "x.go", 1500, HEAD,
     "func f#(ctx context.Context) error {\n\tctx, cancel := "
     "context.WithTimeout(context.Background(), time.Second)\n\treturn f@(ctx)\n}\n",
     "", NULL, ""},
    {"lost cancels", "x.go", 1500, HEAD,
     "func f#(ctx context.Context) error {\n\tctx, cancel := context.WithCancel(ctx)\n\tif err := "
     "g(ctx); err != nil {\n\t\treturn err\n\t}\n\tcancel()\n\treturn nil\n}\n",
     "", NULL, ""},
    {"held locks", "x.go", 3000, HEAD "type T struct {\n\tmu sync.Mutex\n\tch chan int\n}\n",
     "func (t *T) f#() {\n\tt.mu.Lock()\n\tdefer t.mu.Unlock()\n\tt.ch <- #\n}\n", "", NULL, ""},
    {"tests", "x_test.go", 1600, "package p\n\nimport \"testing\"\n",
     "func Test#(t *testing.T) {\n\tch := make(chan int)\n\tgo func() {\n\t\tfor range ch "
     "{\n\t\t\tt.Log(#)\n\t\t}\n\t}()\n}\n",
     "", NULL, ""},
    // Documents and broken texts.
    {"Markdown blocks", "x.md", 800, "",
     "# h#\n\n```go\nfunc f#(ctx context.Context) {\n\tctx, _ = "
     "context.WithCancel(ctx)\n\tf@(ctx)\n}\n```\n\n",
     "", NULL, ""},
    {"text blocks", "x.txt", 1200, "",
     "Bug #\n\nfunc f#(x int) {\n    go f@(x)\n}\n\nAnd more.\n\n", "", NULL, ""},
    {"errors", "x.go", 6000, "package p\n", "func f( { x := ) }\n", "", NULL, ""},
    {"open ends", "x.go", 1000, HEAD "func f() {\n", "\tfor { if x { go func() { select { case\n",
     "", NULL, ""},
};

typedef struct Cost {
    double seconds;
    size_t bytes;
} Cost;

static Source *made_source(const Shape *s, uint32_t n)
{
    StrBuf b = {0};
    strbuf_adds(&b, s->head);
    made_repeat(&b, s->piece, n);
    strbuf_adds(&b, s->middle);
    made_repeat(&b, s->second, n);
    strbuf_adds(&b, s->tail);
    Source *source = source_from(s->path, strbuf_view(&b));
    strbuf_free(&b);
    return source;
}

static void measure(const Shape *s, uint32_t n, Cost *best)
{
    Source *source = made_source(s, n);
    clock_t start = clock();
    CheckResult *r = made_check(source);
    double seconds = (double)(clock() - start) / CLOCKS_PER_SEC;
    const CheckStats *stats = &r->stats;
    best->bytes = stats->bytes_syntax + stats->bytes_types + stats->bytes_ir + stats->bytes_flow +
                  stats->bytes_rules + r->arena.used;
    if (best->seconds == 0 || seconds < best->seconds)
        best->seconds = seconds;
    check_free(r);
    source_free(source);
}

static bool too_slow(const Cost *small, const Cost *large)
{
    return large->seconds > small->seconds * FACTOR_MAX + seconds_min;
}

static void grows_linearly(void **state)
{
    const Shape *s = *state;
    Cost small = {0}, large = {0};
    measure(s, s->count, &small);
    measure(s, s->count * 2, &large);
    for (int tries = 1; tries < TRIES_MAX && too_slow(&small, &large); tries++) {
        measure(s, s->count, &small);
        measure(s, s->count * 2, &large);
    }
    if (getenv("CURFEW_SHOW_TIMES"))
        print_message("%-24s %.3f s, %.3f s; %zu KiB, %zu KiB\n", s->name, small.seconds,
                      large.seconds, small.bytes >> 10, large.bytes >> 10);
    if (large.bytes > small.bytes * FACTOR_MAX + BYTES_MIN)
        fail_msg("%s: %u copies take %zu bytes, %u take %zu", s->name, s->count, small.bytes,
                 s->count * 2, large.bytes);
    if (too_slow(&small, &large))
        fail_msg("%s: %u copies take %.3f s, %u take %.3f s", s->name, s->count, small.seconds,
                 s->count * 2, large.seconds);
}

int main(void)
{
    enum { COUNT = sizeof shapes / sizeof *shapes };
    struct CMUnitTest tests[COUNT];
    for (size_t i = 0; i < COUNT; i++)
        tests[i] = (struct CMUnitTest){.name = shapes[i].name,
                                       .test_func = grows_linearly,
                                       .initial_state = (void *)(uintptr_t)&shapes[i]};
    return cmocka_run_group_tests_name("growth", tests, NULL, NULL);
}
