// modpath.h - paths of modules and packages: which are allowed, what major version a module's path
// says, and how paths are spelled in the module cache (https://go.dev/ref/mod#module-path).
#ifndef CURFEW_LOAD_MODPATH_H
#define CURFEW_LOAD_MODPATH_H

#include "base/str.h"

// Why a path is no import path, or NULL.
const char *modpath_import_fault(Str path);

// Splits "/v2" or, for gopkg.in, ".v2" off the end; *major is empty when there is none. False when
// the end reads like a version but is none ("/v1", "/v02").
bool modpath_split(Str path, Str *major);

// Whether a module with that ending may have that version.
bool modpath_allows(Str major, Str version);

// The spelling in the module cache: "!a" for "A". Empty for what can stand in no path of it.
Str modpath_escape(Arena *a, Str text);

// Whether the text names a directory: "./x", "../x", "/x".
bool modpath_is_directory(Str text);

// Whether the first element has no dot, as in paths of the standard library.
bool modpath_is_standard(Str path);

// Whether `path` is `prefix` or begins with it and a slash.
bool modpath_has_prefix(Str path, Str prefix);

#endif
