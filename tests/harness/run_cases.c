// run_cases.c - runs all rule cases and rule page examples: run_cases CURFEW WORK_DIR TALLY [ONLY]
//
// Started in the project's root. Cases are independent processes of a few milliseconds, so a few
// threads work through one list. TALLY gets a line "pass|fail NAME" a case; standard output gets the
// failures and a table of cases a rule. ONLY restricts the run to names that contain it, and then
// the counts a rule are not judged.
#include "harness/case.h"

#include <dirent.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

// Fewer cases than this on either side say little about a rule.
enum { CASES_NEEDED = 8 };

typedef struct RuleRow {
    const char *slug;
    unsigned count[2]; // files by CaseKind: fires, silent
} RuleRow;

typedef struct Run {
    const char *curfew, *dir, *only;
    FILE *tally;
    CaseList cases;
    VEC(RuleRow) rules;
    VEC(const char *) faults; // of the set as a whole
    atomic_uint next;
} Run;

Case *case_new(CaseList *list, CaseKind kind, const char *rule)
{
    Case *c = arena_new(&list->arena, Case);
    *c = (Case){.kind = kind, .rule = rule, .first_line = 1};
    vec_push(&list->arena, &list->items, c);
    return c;
}

void case_fault(Case *c, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    char text[2000];
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    strbuf_printf(&c->faults, "    %s\n", text);
}

static RuleRow *find_rule(Run *run, const char *slug)
{
    VEC_EACH(RuleRow, r, &run->rules)
        if (str_is(str_of(slug), r->slug))
            return r;
    return NULL;
}

// A rule is a row of rules.def that begins with RULE( and whose first quoted text is the slug.
static void read_rules(Run *run)
{
    const char *error;
    Arena *a = &run->cases.arena;
    Source *s = source_read("src/rules/rules.def", &error);
    if (!s) {
        vec_push(a, &run->faults, "src/rules/rules.def cannot be read");
        return;
    }
    for (uint32_t line = 1; source_position(s, s->len).line >= line; line++) {
        Str here = source_line(s, line);
        size_t open = str_find(here, STR("\""));
        if (!str_starts(here, "RULE(") || open == SIZE_MAX)
            continue;
        Str slug = str_sub(here, open + 1, here.len);
        slug = str_sub(slug, 0, str_find(slug, STR("\"")));
        vec_push(a, &run->rules, (RuleRow){.slug = arena_strndup(a, slug.ptr, slug.len)});
    }
    source_free(s);
}

static int compare_text(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

typedef struct NameList {
    VEC(const char *) items;
} NameList;

// The entries of a folder that end in `suffix`, or with "" its folders (what has no dot), sorted and
// without hidden ones; none where there is no such folder.
static NameList list_folder(Arena *a, const char *path, const char *suffix)
{
    NameList names = {0};
    DIR *dir = opendir(path);
    if (!dir)
        return names;
    for (struct dirent *e; (e = readdir(dir));) {
        Str name = str_of(e->d_name);
        bool wanted = *suffix ? str_ends(name, suffix) : str_find(name, STR(".")) == SIZE_MAX;
        if (wanted && name.ptr[0] != '.')
            vec_push(a, &names.items, arena_printf(a, "%s", e->d_name));
    }
    closedir(dir);
    if (names.items.len)
        qsort(names.items.data, names.items.len, sizeof(char *), compare_text);
    return names;
}

static void add_files(Run *run, const char *folder, CaseKind kind, const char *rule)
{
    Arena *a = &run->cases.arena;
    NameList files = list_folder(a, folder, ".go");
    VEC_EACH(const char *, file, &files.items) {
        Case *c = case_new(&run->cases, kind, rule);
        const char *error;
        c->name = c->file = arena_printf(a, "%s/%s", folder, *file);
        Source *s = source_read(c->file, &error);
        if (!s) {
            case_fault(c, "%s", error);
            continue;
        }
        // Wants are views of the text, so the case keeps a copy.
        case_read_wants(c, (Str){arena_strndup(&c->arena, s->text, s->len), s->len});
        source_free(s);
        RuleRow *row = find_rule(run, rule);
        if (row)
            row->count[kind]++;
    }
}

static void collect_cases(Run *run)
{
    Arena *a = &run->cases.arena;
    NameList folders = list_folder(a, "tests/cases", "");
    VEC_EACH(const char *, rule, &folders.items) {
        if (!find_rule(run, *rule))
            vec_push(a, &run->faults,
                     arena_printf(a, "tests/cases/%s: no such rule in rules.def", *rule));
        add_files(run, arena_printf(a, "tests/cases/%s/fires", *rule), CASE_FIRES, *rule);
        add_files(run, arena_printf(a, "tests/cases/%s/silent", *rule), CASE_SILENT, *rule);
    }
    add_files(run, "tests/regress", CASE_REGRESS, "");
    add_files(run, "tests/libraries", CASE_REGRESS, "");
}

static void collect_pages(Run *run)
{
    Arena *a = &run->cases.arena;
    NameList pages = list_folder(a, "docs/rules", ".md");
    VEC_EACH(const char *, page, &pages.items) {
        char *slug = arena_strndup(a, *page, strlen(*page) - strlen(".md"));
        char *path = arena_printf(a, "docs/rules/%s", *page);
        const char *fault = find_rule(run, slug)
                                ? case_add_page(&run->cases, path, slug, run->dir)
                                : "no such rule in rules.def";
        if (fault)
            vec_push(a, &run->faults, arena_printf(a, "%s: %s", path, fault));
    }
    VEC_EACH(RuleRow, r, &run->rules) {
        char *path = arena_printf(a, "docs/rules/%s.md", r->slug);
        if (access(path, R_OK) != 0)
            vec_push(a, &run->faults, arena_printf(a, "%s: the rule has no page", path));
    }
}

static void check_counts(Run *run)
{
    Arena *a = &run->cases.arena;
    VEC_EACH(RuleRow, r, &run->rules) {
        bool enough = r->count[CASE_FIRES] >= CASES_NEEDED && r->count[CASE_SILENT] >= CASES_NEEDED;
        printf("  %-24s %3u fire %3u silent%s\n", r->slug, r->count[CASE_FIRES],
               r->count[CASE_SILENT], enough ? "" : "   too few");
        if (!enough)
            vec_push(a, &run->faults,
                     arena_printf(a, "tests/cases/%s: fewer than %d cases on a side", r->slug,
                                  CASES_NEEDED));
    }
}

static bool chosen(const Run *run, const Case *c)
{
    return !run->only || str_find(str_of(c->name), str_of(run->only)) != SIZE_MAX;
}

static void *work(void *arg)
{
    Run *run = arg;
    for (unsigned i; (i = atomic_fetch_add(&run->next, 1)) < run->cases.items.len;)
        if (chosen(run, run->cases.items.data[i]))
            case_run(run->cases.items.data[i], run->curfew);
    return NULL;
}

static void run_all(Run *run)
{
    pthread_t threads[16];
    long cores = sysconf(_SC_NPROCESSORS_ONLN);
    long wanted = cores < 1 ? 1 : cores > 16 ? 16 : cores, started = 0;
    while (started < wanted && pthread_create(&threads[started], NULL, work, run) == 0)
        started++;
    if (!started)
        work(run);
    for (long i = 0; i < started; i++)
        pthread_join(threads[i], NULL);
}

// Prints the failures, writes the tally and frees the cases. Returns the number of failures.
static unsigned report(Run *run)
{
    unsigned failed = 0, ran = 0;
    for (uint32_t i = 0; i < run->cases.items.len; i++) {
        Case *c = run->cases.items.data[i];
        if (chosen(run, c)) {
            ran++;
            failed += c->faults.len != 0;
            fprintf(run->tally, "%s case %s\n", c->faults.len ? "fail" : "pass", c->name);
            if (c->faults.len)
                printf("FAIL %s\n%s", c->name, c->faults.data);
        }
        strbuf_free(&c->faults);
        arena_free(&c->arena);
    }
    VEC_EACH(const char *, fault, &run->faults) {
        printf("FAIL %s\n", *fault);
        fprintf(run->tally, "fail case %s\n", *fault);
    }
    printf("  rule cases and page examples: %u run, %u wrong\n", ran, failed + run->faults.len);
    return failed + run->faults.len;
}

int main(int argc, char **argv)
{
    if (argc < 4 || argc > 5) {
        fprintf(stderr, "usage: run_cases CURFEW WORK_DIR TALLY [ONLY]\n");
        return 2;
    }
    Run run = {.curfew = argv[1], .dir = argv[2], .only = argc == 5 ? argv[4] : NULL};
    run.tally = fopen(argv[3], "a");
    if (!run.tally) {
        perror(argv[3]);
        return 2;
    }
    read_rules(&run);
    collect_cases(&run);
    collect_pages(&run);
    if (!run.only)
        check_counts(&run);
    else
        run.faults.len = 0;
    fflush(stdout);
    run_all(&run);
    unsigned failed = report(&run);
    if (fclose(run.tally) != 0)
        failed++;
    arena_free(&run.cases.arena);
    return failed ? 1 : 0;
}
