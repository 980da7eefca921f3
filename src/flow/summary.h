// summary.h - what flow knows of a package's functions, as a value that importers read.
//
// A summary is what facts.c has found out for a function that others can name, through all that it
// calls. It has a byte form that stands beside the package's declarations: functions are named by
// receiver and name, in order, so the same facts give the same bytes.
#ifndef CURFEW_FLOW_SUMMARY_H
#define CURFEW_FLOW_SUMMARY_H

#include "flow/flow.h"

// What a function does when it is called; the members mean what they mean in FuncFacts.
struct Summary {
    bool ends, returns, exits, quits, open, watches;
    uint32_t waits, affects;
    int64_t sleep_ns;
    uint64_t ctx_params, ctx_params_maybe;
};

#define SUMMARY_MAGIC "cfsm"
enum { SUMMARY_VERSION = 2 };

// The byte form of a package's summaries. The caller frees *bytes with free().
void summaries_write(const Flow *f, char **bytes, size_t *len);

// Opens a byte form, which is copied. NULL and a reason when the bytes are none of this version: any
// bytes may be passed. An opened value is immutable: any number of threads may read it.
Summaries *summaries_open(Str bytes, const char **error);
void summaries_free(Summaries *s);
Str summaries_bytes(const Summaries *s);

// `recv` is the name of a method's receiver type, "" for functions. NULL where nothing is known.
const Summary *summaries_find(const Summaries *s, Str recv, Str name);

#endif
