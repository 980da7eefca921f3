// mend.h - what rules write fixes with: statements and their lines, names that are free, imports.
//
// A fix must leave Go that compiles and that gofmt leaves alone. So statements are put on lines of
// their own, indented as what stands beside them; a name is used only where it means what the fix
// means; and a package that is not imported yet is.
#ifndef CURFEW_RULES_MEND_H
#define CURFEW_RULES_MEND_H

#include "rules/evidence.h"

// A statement of a list of statements.
typedef struct Stmt {
    const IrFunc *func; // a function of its file
    NodeId node;        // none: there is no such statement
    NodeList list;      // that it stands in
    uint32_t index;     // in the list
    Span span;
    const char *indent; // of its line
} Stmt;

// The innermost statement that holds the span and is on lines of its own: nothing but white space and
// comments before and behind it. None where there is no such statement.
Stmt mend_stmt(RuleContext *ctx, const IrFunc *func, Span span);
// The innermost one, whatever stands beside it.
Stmt mend_any_stmt(RuleContext *ctx, const IrFunc *func, Span span);
// The one that follows in the same list; none at its end.
Stmt mend_next(RuleContext *ctx, const Stmt *s);

// Lines in front of or behind a statement. A line break in the text starts a new line, which is
// indented as the statement is.
void mend_before(RuleContext *ctx, Fix *fix, const Stmt *s, const char *text);
void mend_after(RuleContext *ctx, Fix *fix, const Stmt *s, const char *text);
// Puts lines in place of a part of the statement, or of all of it.
void mend_replace(RuleContext *ctx, Fix *fix, const Stmt *s, Span part, const char *text);
// Removes the statement with its line.
void mend_remove(RuleContext *ctx, Fix *fix, const Stmt *s);
// The statement's source with its inner lines indented by one tab more.
const char *mend_indented(RuleContext *ctx, const Stmt *s);

// Whether an identifier occurs anywhere in the declared function around `func`; of what is not in a
// function, in the file.
bool mend_name_used(const RuleContext *ctx, const IrFunc *func, const char *name);
// The first of the names, a list that NULL ends, that does not occur; or NULL.
const char *mend_fresh(const RuleContext *ctx, const IrFunc *func, const char *const *names);

// Whether the variable's name means the variable at this place of the function: it is declared there, and
// nothing else is that has its name.
bool mend_var_visible(const RuleContext *ctx, const IrFunc *func, VarId var, uint32_t offset);

// Whether what is declared at `decl` is in scope at a place behind it.
bool mend_in_scope(const RuleContext *ctx, const IrFunc *func, Span decl, uint32_t offset);

// A context expression at this place: a variable, or a request's. NULL where there is none.
const char *mend_context(RuleContext *ctx, const IrFunc *func, VarId held, uint32_t offset);

// The name by which the function can use a package, or NULL where it cannot. With mend_import the fix
// imports it where the file does not yet.
const char *mend_package(RuleContext *ctx, const IrFunc *func, const char *path);
void mend_import(RuleContext *ctx, Fix *fix, const IrFunc *func, const char *path);

// Whether the file would still use its import of a package without what stands at the span.
bool mend_used_elsewhere(const RuleContext *ctx, const IrFunc *func, const char *package, Span without);

// What can be said of a fix that ends a value when the function returns: FIX_SAFE where nobody has it any
// more then, FIX_UNSAFE where a goroutine or a literal may, FIX_SKETCH where it is returned or stored.
FixSafety mend_at_return(const RuleContext *ctx, const IrFunc *func, IrValue value);

#endif
