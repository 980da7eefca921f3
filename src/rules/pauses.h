// pauses.h - which pauses are too short to matter.
#ifndef CURFEW_RULES_PAUSES_H
#define CURFEW_RULES_PAUSES_H

#include <stdint.h>

// Nobody notices 10 ms at shutdown, nor while waiting for a lock; programs poll hardware and retry
// locks with pauses of a few milliseconds.
#define SHORT_PAUSE_NS INT64_C(10000000)

#endif
