// evidence.h - what a rule works with: the package's flow, and the making of findings.
#ifndef CURFEW_RULES_EVIDENCE_H
#define CURFEW_RULES_EVIDENCE_H

#include "flow/flow.h"
#include "rules/rule.h"

struct RuleContext {
    const Rule *rule;
    const Flow *flow;
    const IrPackage *ir;
    const Package *types;
    Arena *arena;      // of the findings
    Arena *scratch;    // lives as long as the check of the package by one rule
    uint32_t go_minor; // library version
    bool old_timers;   // timers and tickers that nobody stops are not collected (before Go 1.23)
    bool other_tests;  // the package is tested by another package too: its external tests
    FindingList *out;
    uint32_t *does; // by function, in package: see stops.h; NULL until a rule asks
    struct RunGraph *runs; // see runs.c; NULL until a rule asks
    Map comes_to;          // FuncId → words of a Bitset: see lifetime.c
    Map verdicts;          // const Story * → OwnerVerdict *: see owner.h
    const Bitset *live;    // by function: blocks that control can reach
    VEC(Site) calls;       // see rule_each_call; empty until a rule asks
    // Budget of questions about identities (identity.h), which a rule that asks many sets anew for each
    // function; when it is used up the answers fall silent, and the check says so.
    uint64_t identities_asked, identities_allowed; // allowed: 0 is no limit
    bool cut_short;
    struct IdentityMemo *identities; // see identity.h; NULL: none are kept
    struct ChanScan *chan_scans[8]; // by the operations asked for: see chan_events.h; NULL until then
    struct LocksHeld *locks; // see locks_held.h; NULL until a rule asks
    Bitset *deaf; // by function: see deaf_range.c; NULL until a rule asks
    struct FuncSites **func_sites; // by function: see func_sites.h; NULL until a rule asks
    const struct Excesses *excesses; // of all channels: see tally.h; NULL until a rule asks
    Arena *package;                // lives as long as the check of the package
    bool counts_cut; // a function was too large to count its sends and receives (game.h)
    bool undeclared; // no goroutine counts as declared detached: see unused_detached.c
    bool groups_cut; // there were more operations on wait groups than are compared (wait_counts.h)
    bool locks_cut; // there were more locks than are followed (locks_held.h)
};

// Runs `visit` for each instruction that control can reach, in the order of functions and numbers.
typedef void InstrVisit(RuleContext *ctx, const IrFunc *func, IrValue at, const IrInstr *i);
void rule_each_instr(RuleContext *ctx, InstrVisit *visit);
// The same for each CALL, GO, DEFER and SELECT, which most rules start from: they are one in ten, and
// listed once a package.
void rule_each_call(RuleContext *ctx, InstrVisit *visit);

// The instruction, or NULL where control never comes to its block. Every rule asks this of every
// instruction: it is here so that no call is made.
static inline const IrInstr *rule_live_instr(const RuleContext *ctx, const IrFunc *func, IrValue at)
{
    const IrInstr *i = ir_instr(func, at);
    return bitset_has(&ctx->live[func->id.v], i->block) ? i : NULL;
}

// Whether the goroutine is declared detached, so that nobody need own it.
static inline bool rule_is_detached(const RuleContext *ctx, const Story *s)
{
    return s->detached && !ctx->undeclared;
}

const IrFunc *rule_func(const RuleContext *ctx, FuncId id);
const IrInstr *rule_instr(const RuleContext *ctx, Site s);

// Starts a finding of the context's rule at an instruction and adds it to the output. The message
// is formatted into the arena.
Finding *finding_at(RuleContext *ctx, Level level, Site site, const char *format, ...)
    __attribute__((format(printf, 4, 5)));
// The same at a span of a file.
Finding *finding_on(RuleContext *ctx, Level level, const IrFunc *func, Span span, const char *format,
                    ...) __attribute__((format(printf, 5, 6)));
// The same of what belongs to no function: a comment, a package clause.
Finding *finding_in_file(RuleContext *ctx, Level level, uint32_t file, Span span, const char *format, ...)
    __attribute__((format(printf, 5, 6)));

void finding_also(RuleContext *ctx, Finding *f, Failure failure);
void finding_note(RuleContext *ctx, Finding *f, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
// A related place; `message` may be NULL.
void finding_related(RuleContext *ctx, Finding *f, Site site, const char *role, const char *message);
void finding_related_span(RuleContext *ctx, Finding *f, const IrFunc *func, Span span,
                          const char *role, const char *message);
// A step of the failing run; its goroutine is named after the function the site stands in.
void finding_step(RuleContext *ctx, Finding *f, Site site, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

// Fixes. Edits may be given in any order; of those at one place, the first stands first.
Fix *finding_fix(RuleContext *ctx, Finding *f, FixSafety safety, const char *format, ...)
    __attribute__((format(printf, 4, 5)));
void fix_edit(RuleContext *ctx, Fix *fix, const IrFunc *func, Span span, const char *format, ...)
    __attribute__((format(printf, 5, 6)));

// Source facts.
const Ast *rule_ast(const RuleContext *ctx, const IrFunc *func);
Span rule_node_span(const RuleContext *ctx, const IrFunc *func, NodeId n);
bool rule_in_test_file(const RuleContext *ctx, const IrFunc *func);
// White space at the start of the line that holds `offset`.
const char *rule_indent(RuleContext *ctx, const IrFunc *func, uint32_t offset);
// The end of the statement that the instruction belongs to: where a line can be put after it.
uint32_t rule_line_end(const RuleContext *ctx, const IrFunc *func, uint32_t offset);

// Whether a name can be written in other packages.
bool rule_is_exported(const RuleContext *ctx, Name name);

// Text for messages.
// The value that an embedded struct, whose method is called, is part of; the value itself elsewhere.
IrValue rule_without_embedding(const RuleContext *ctx, const IrFunc *func, IrValue v);
const char *rule_text(RuleContext *ctx, const IrFunc *func, IrValue v); // source of a value, on one line
const char *rule_var_name(RuleContext *ctx, VarId v);
const char *rule_callee_name(RuleContext *ctx, const IrFunc *func, const IrInstr *call); // "context.WithTimeout", "s.run"
const char *rule_func_name(RuleContext *ctx, const IrFunc *func); // "Service.run", "the function literal in New"
const char *rule_duration_text(RuleContext *ctx, int64_t ns);      // "1s", "250ms"

#endif
