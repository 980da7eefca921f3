// version.c - `curfew version`.
#include "cli/cli.h"
#include "cli/version.h"
#include "rules/check.h"

#include <stdio.h>

int run_version(Args *args)
{
    if (args->operands.len > 0)
        return usage_fault(args->command, "takes no arguments");
    printf("curfew %s (%s%sknows Go up to 1.%d)\n", CURFEW_VERSION, curfew_commit,
           curfew_commit[0] ? ", " : "", GO_NEWEST);
    return STATUS_OK;
}
