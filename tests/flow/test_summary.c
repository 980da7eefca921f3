// test_summary.c - summaries as bytes and back.
#include "harness/unit.h"

#include "flow/summary.h"
#include "store/bytes.h"
#include "types/model_import.h"

#include <stdlib.h>

typedef struct Made {
    Source *source;
    Ast *ast;
    Names *names;
    ModelStore *models;
    Importer importer;
    Package *types;
    IrPackage *ir;
    Flow *flow;
} Made;

static Made make(const char *text)
{
    Made m = {.source = source_from("x.go", str_of(text)), .names = names_new()};
    m.models = model_store_new(m.names);
    m.importer = model_importer_new(m.models, m.names);
    m.ast = ast_parse(m.source, (Span){0, m.source->len}, NULL, PARSE_FILE);
    FileInput file = {.ast = m.ast, .go_minor = 27};
    CheckInput in = {.names = m.names,
                     .path = STR("example.com/m/x"),
                     .files = &file,
                     .file_count = 1,
                     .importer = m.importer,
                     .models = m.models};
    m.types = package_check(&in);
    m.ir = ir_build(m.types, m.models);
    m.flow = flow_build(m.ir, (FlowOptions){.go_minor = 27});
    return m;
}

static void unmake(Made *m)
{
    flow_free(m->flow);
    ir_free(m->ir);
    package_free(m->types);
    ast_free(m->ast);
    source_free(m->source);
    model_importer_free(m->importer);
    model_store_free(m->models);
    names_free(m->names);
}

static Summaries *summaries_of(const char *text)
{
    Made m = make(text);
    char *bytes;
    size_t len;
    const char *error = NULL;
    summaries_write(m.flow, &bytes, &len);
    Summaries *s = summaries_open((Str){bytes, len}, &error);
    assert_non_null(s);
    assert_int_equal(summaries_bytes(s).len, len);
    assert_memory_equal(summaries_bytes(s).ptr, bytes, len);
    free(bytes);
    unmake(&m);
    return s;
}

static const char text[] = "package x\n"
                           "import (\n\"context\"\n\"os\"\n\"time\"\n)\n"
                           "type T struct{}\n"
                           "func (t *T) Wait(ctx context.Context) { wait(ctx) }\n"
                           "func wait(ctx context.Context) { <-ctx.Done() }\n"
                           "func Sleep(_ int, d context.Context) { time.Sleep(2 * time.Second) }\n"
                           "func Never() { for {} }\n"
                           "func Exit() { os.Exit(1) }\n"
                           "func Plain() int { return 1 }\n"
                           "func Handed(f func()) { f() }\n";

static void facts_survive_the_bytes(void **state)
{
    (void)state;
    Summaries *s = summaries_of(text);
    const Summary *wait = summaries_find(s, STR("T"), STR("Wait"));
    assert_non_null(wait);
    assert_true(wait->returns && !wait->open);
    assert_true(wait->waits & WAIT_CHAN);
    assert_int_equal(wait->ctx_params, 2); // the receiver is parameter 0
    const Summary *sleep = summaries_find(s, STR(""), STR("Sleep"));
    assert_true(sleep->waits & WAIT_SLEEP);
    assert_int_equal(sleep->sleep_ns, 2000000000);
    assert_int_equal(sleep->ctx_params, 0);
    assert_false(summaries_find(s, STR(""), STR("Never"))->ends);
    const Summary *exit_ = summaries_find(s, STR(""), STR("Exit"));
    assert_true(exit_->exits && !exit_->returns);
    const Summary *plain = summaries_find(s, STR(""), STR("Plain"));
    assert_true(plain->returns && !plain->open && !plain->waits && !plain->affects && !plain->exits);
    assert_true(summaries_find(s, STR(""), STR("Handed"))->open);
    summaries_free(s);
}

static void only_what_others_can_name_is_there(void **state)
{
    (void)state;
    Summaries *s = summaries_of(text);
    assert_null(summaries_find(s, STR(""), STR("wait")));
    assert_null(summaries_find(s, STR(""), STR("Wait")));
    assert_null(summaries_find(s, STR("T"), STR("Plain")));
    summaries_free(s);
}

static void the_same_facts_give_the_same_bytes(void **state)
{
    (void)state;
    Summaries *a = summaries_of("package x\nfunc A() {}\nfunc B() { <-c }\nvar c = make(chan int)\nfunc C() { c <- 1 }\n");
    Summaries *b = summaries_of("package x\n\n// Moved.\nfunc C() { c <- 2 }\nfunc B() { v := <-c; _ = v }\n"
                                "func A() { helper() }\nfunc helper() {}\nvar c = make(chan int)\n");
    Summaries *other = summaries_of("package x\nfunc A() { <-c }\nfunc B() { <-c }\nvar c = make(chan int)\nfunc C() { c <- 1 }\n");
    assert_true(str_eq(summaries_bytes(a), summaries_bytes(b)));
    assert_false(str_eq(summaries_bytes(a), summaries_bytes(other)));
    summaries_free(a);
    summaries_free(b);
    summaries_free(other);
}

// Whatever is flipped or cut off is refused with a reason; under a header that is right again, it is
// refused or read.
static void damaged_bytes_are_refused(void **state)
{
    (void)state;
    Summaries *whole = summaries_of(text);
    Str bytes = summaries_bytes(whole);
    char *copy = malloc(bytes.len);
    assert_non_null(copy);
    for (size_t i = 0; i < bytes.len; i++) {
        const char *error = NULL;
        memcpy(copy, bytes.ptr, bytes.len);
        copy[i] = (char)(copy[i] ^ 0x55);
        assert_null(summaries_open((Str){copy, bytes.len}, &error));
        assert_non_null(error);
        assert_null(summaries_open((Str){bytes.ptr, i}, &error));
        if (i < SEAL_BYTES)
            continue;
        size_t len;
        char *sealed = seal_bytes(SUMMARY_MAGIC, SUMMARY_VERSION, (Str){copy + SEAL_BYTES, bytes.len - SEAL_BYTES}, &len);
        summaries_free(summaries_open((Str){sealed, len}, &error));
        free(sealed);
    }
    free(copy);
    summaries_free(whole);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(facts_survive_the_bytes),
        cmocka_unit_test(only_what_others_can_name_is_there),
        cmocka_unit_test(the_same_facts_give_the_same_bytes),
        cmocka_unit_test(damaged_bytes_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
