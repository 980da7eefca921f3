// format.c - a report in the format that is asked for.
#include "report/report.h"

void report_write(ReportFormat format, const Report *r, const Terminal *t, FILE *out)
{
    switch (format) {
    case REPORT_TEXT: report_text(r, t, out); break;
    case REPORT_CONCISE: report_concise(r, t, out); break;
    case REPORT_JSON: report_json(r, out); break;
    case REPORT_JSONL: report_jsonl(r, out); break;
    case REPORT_SARIF: report_sarif(r, out); break;
    case REPORT_GITHUB: report_github(r, out); break;
    case REPORT_GITLAB: report_gitlab(r, out); break;
    case REPORT_CHECKSTYLE: report_checkstyle(r, out); break;
    case REPORT_JUNIT: report_junit(r, out); break;
    case REPORT_RDJSON: report_rdjson(r, out); break;
    case REPORT_FORMAT_COUNT: break;
    }
}
