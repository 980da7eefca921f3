// goenv.h - what the go command takes from its surroundings: GOROOT, GOMODCACHE, GOFLAGS and the
// rest, found without running anything.
//
// A variable's value comes from the process environment, else from the user's `go env -w` file
// ($GOENV, by default in the user's configuration directory), else from $GOROOT/go.env, else from
// Go's own default (cmd/go/internal/cfg, `go help environment`).
#ifndef CURFEW_LOAD_GOENV_H
#define CURFEW_LOAD_GOENV_H

#include "base/arena.h"
#include "base/str.h"

typedef struct GoEnv GoEnv;

// Reads the surroundings. `environment` is a NULL-ended list of "NAME=value" (environ), handed in
// so that a test chooses it; strings are copied. `toolchain` is what the main module's go.mod names
// ("go1.27.3", from its toolchain line or its go line), or NULL: where GOROOT is not set, that
// toolchain's copy in the module cache is taken if it is there, then what a `go` on the PATH leads
// to through links, then the usual places. GOTOOLCHAIN=goX.Y.Z counts as naming a toolchain.
GoEnv *goenv_new(const char *const *environment, const char *toolchain);
void goenv_free(GoEnv *e);

// The same without looking for a Go tree: GOROOT and what its go.env says stay empty.
GoEnv *goenv_new_rootless(const char *const *environment);

// The value of a variable after all of the above; "" when it has none. NUL-terminated; lives as
// long as the GoEnv.
Str goenv_get(const GoEnv *e, const char *name);

// Directory of the Go tree whose src/ is read ("" when none was found), and N of its version 1.N
// (0 when its VERSION file does not say).
Str goenv_root(const GoEnv *e);
uint32_t goenv_root_minor(const GoEnv *e);

// The value of a flag in GOFLAGS ("mod", "modfile", "tags"); `found` tells "" from absent.
Str goenv_flag(const GoEnv *e, const char *flag, bool *found);

#endif
