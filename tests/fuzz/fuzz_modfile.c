// fuzz_modfile.c - any bytes are a go.mod or go.work: what is read of them is well-formed, and what
// the main module may say, a dependency may say too.
#include "check_syntax.h"

#include "load/modfile.h"
#include "load/semver.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_version(Str version, bool may_be_empty)
{
    Arena a = {0};
    MUST(may_be_empty || version.len > 0);
    MUST(version.len == 0 || str_eq(semver_canonical(&a, version), version));
    arena_free(&a);
}

static void check_file(const ModFile *f, uint32_t lines)
{
    VEC_EACH (const ModFileFault, t, &f->faults)
        MUST(t->line >= 1 && t->line <= lines && t->reason && t->reason[0]);
    VEC_EACH (const ModRequire, q, &f->requires) {
        MUST(q->mod.path.len > 0 && q->line >= 1 && q->line <= lines);
        check_version(q->mod.version, false);
    }
    VEC_EACH (const ModVersion, x, &f->excludes)
        check_version(x->version, false);
    VEC_EACH (const ModReplace, p, &f->replaces) {
        MUST(p->from.path.len > 0 && p->to.path.len > 0);
        check_version(p->from.version, true);
        check_version(p->to.version, true);
    }
    VEC_EACH (const ModRetract, r, &f->retracts)
        check_version(r->low, false);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Arena a = {0};
    Str text = {(const char *)data, size};
    uint32_t lines = 1;
    for (size_t i = 0; i < size; i++)
        lines += data[i] == '\n';
    ModFile main = modfile_read(&a, text, MODFILE_MAIN);
    ModFile dependency = modfile_read(&a, text, MODFILE_DEPENDENCY);
    ModFile work = modfile_read(&a, text, MODFILE_WORK);
    check_file(&main, lines);
    check_file(&dependency, lines);
    check_file(&work, lines);
    if (main.faults.len == 0) {
        MUST(dependency.faults.len == 0 && dependency.requires.len == main.requires.len);
        MUST(str_eq(dependency.module, main.module) && str_eq(dependency.go, main.go));
    }
    MUST(dependency.replaces.len == 0 && work.requires.len == 0);
    arena_free(&a);
    return 0;
}
