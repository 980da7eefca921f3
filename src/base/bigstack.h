// bigstack.h - running a function on a stack that deep recursion cannot exhaust.
//
// The parser and what follows it recurse over trees whose depth is limited, but the limits are
// those of Go's own parser and ask for more than a thread usually has.
#ifndef CURFEW_BASE_BIGSTACK_H
#define CURFEW_BASE_BIGSTACK_H

#include <stddef.h>

// Address space of the stack; memory is used only as deep as calls go.
#define BIGSTACK_SIZE ((size_t)512 << 20)

// Calls work(argument) on a thread of its own and waits for it. Where the system refuses so large a
// stack it gets the largest power-of-two part that is allowed, in the end the caller's own stack.
void bigstack_run(void (*work)(void *), void *argument);

#endif
