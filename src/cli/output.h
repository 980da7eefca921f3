// output.h - where reports go, and in which formats. Private to the commands that report findings.
#ifndef CURFEW_CLI_OUTPUT_H
#define CURFEW_CLI_OUTPUT_H

#include "cli/cli.h"
#include "report/report.h"

typedef struct Output {
    ReportFormat format;
    const char *path; // NULL: standard output
} Output;

typedef struct Outputs {
    VEC(Output) list;
} Outputs;

// What --format, --output and --explain ask for. False after printing what is wrong with it.
bool outputs_read(Args *args, Outputs *outputs);

// Writes the report to all of them; fills in what formats say of the program and of places. False after
// printing which file could not be written.
bool outputs_write(Args *args, const Outputs *outputs, Report *r);

#endif
