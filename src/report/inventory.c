// inventory.c - the goroutines of a module as text, JSON, Markdown and a graph.
#include "report/inventory.h"
#include "report/glyph.h"
#include "base/json_text.h"
#include "report/rich.h"

#include <stdlib.h>

const char *inventory_latency(Arena *a, int64_t ns)
{
    if (ns == LATENCY_UNBOUNDED)
        return "without bound";
    if (ns == LATENCY_UNKNOWN)
        return "unknown";
    if (ns == 0)
        return "at once";
    if (ns % 1000000 == 0 && ns < 1000000000)
        return arena_printf(a, "up to %lldms", (long long)(ns / 1000000));
    return arena_printf(a, "up to %.6gs", (double)ns / 1e9);
}

static const char *how_many(const Goroutine *g)
{
    return g->many ? "in a loop" : "once a call";
}

// ---- Text ----

typedef struct TextOut {
    const Terminal *terminal;
    Rich rich;
    StrBuf lines;
    Arena scratch;
} TextOut;

enum { LABEL = 12 }; // columns before the facts of a goroutine

static void end_paragraph(TextOut *t, uint32_t first, uint32_t rest)
{
    rich_wrap(&t->rich, t->terminal, (Wrap){first, rest, terminal_prose(t->terminal)}, &t->lines);
    rich_clear(&t->rich);
}

static void label(TextOut *t, const char *name)
{
    rich_adds(&t->rich, STYLE_STRONG, name);
    rich_adds(&t->rich, STYLE_PLAIN, ": ");
}

static void put_facts(TextOut *t, const char *name, const InventoryFact *facts, uint32_t count, const char *none)
{
    label(t, name);
    if (count == 0)
        rich_adds(&t->rich, STYLE_PLAIN, none);
    for (uint32_t k = 0; k < count; k++) {
        rich_adds(&t->rich, STYLE_PLAIN, k ? "; " : "");
        rich_adds(&t->rich, STYLE_PLAIN, facts[k].what);
        if (facts[k].place.line) {
            rich_adds(&t->rich, STYLE_PLAIN, " at ");
            rich_name(&t->rich, STYLE_PLAIN, facts[k].place.path);
            rich_adds(&t->rich, STYLE_PLAIN, arena_printf(&t->scratch, ":%u", facts[k].place.line));
        }
    }
    end_paragraph(t, 4, LABEL);
}

static void put_goroutine(TextOut *t, const Goroutine *g)
{
    Style style = g->tag == GOROUTINE_ORPHAN ? STYLE_WARNING : STYLE_STRONG;
    rich_adds(&t->rich, STYLE_STRONG, goroutine_identity(&t->scratch, g));
    rich_adds(&t->rich, STYLE_PLAIN, " at ");
    rich_name(&t->rich, STYLE_PLAIN, g->spawn.path);
    rich_adds(&t->rich, STYLE_PLAIN, arena_printf(&t->scratch, ":%u: ", g->spawn.line));
    rich_adds(&t->rich, style, goroutine_tag_name(g->tag));
    end_paragraph(t, 0, 4);
    label(t, "runs");
    rich_adds(&t->rich, STYLE_PLAIN, arena_printf(&t->scratch, "%s, %s", g->body, how_many(g)));
    end_paragraph(t, 4, LABEL);
    label(t, "owner");
    rich_adds(&t->rich, STYLE_PLAIN, g->owner ? g->owner : "nobody that is seen");
    end_paragraph(t, 4, LABEL);
    put_facts(t, "ends when", g->stops.data, g->stops.len, g->ends ? "its work is done" : "never: nothing that is seen ends it");
    put_facts(t, "waits", g->waits.data, g->waits.len, "for nothing that is seen");
    put_facts(t, "joined by", g->joins.data, g->joins.len, "nobody that is seen");
    label(t, "after the signal");
    rich_adds(&t->rich, STYLE_PLAIN, inventory_latency(&t->scratch, g->latency_ns));
    end_paragraph(t, 4, LABEL);
    strbuf_addc(&t->lines, '\n');
}

void inventory_text(const Inventory *inventory, const Terminal *terminal, FILE *out)
{
    TextOut t = {.terminal = terminal};
    uint32_t tags[GOROUTINE_TAGS] = {0};
    VEC_EACH (const Goroutine, g, &inventory->items) {
        put_goroutine(&t, g);
        tags[g->tag]++;
    }
    uint32_t all = inventory->items.len;
    strbuf_printf(&t.lines, "%u goroutine%s", all, all == 1 ? "" : "s");
    const char *separator = ": ";
    for (int tag = 0; tag < GOROUTINE_TAGS; tag++) {
        if (tags[tag] == 0)
            continue;
        strbuf_printf(&t.lines, "%s%u %s", separator, tags[tag], goroutine_tag_name((GoroutineTag)tag));
        separator = ", ";
    }
    strbuf_addc(&t.lines, '\n');
    fwrite(t.lines.data, 1, t.lines.len, out);
    rich_free(&t.rich);
    strbuf_free(&t.lines);
    arena_free(&t.scratch);
}

// ---- JSON ----

static void set(json_t *o, const char *key, json_t *value)
{
    json_object_set_new(o, key, value);
}

static void set_text(json_t *o, const char *key, const char *text)
{
    set(o, key, json_text(str_of(text ? text : "")));
}

static void set_place(json_t *o, const InventoryPlace *p)
{
    set_text(o, "path", p->line ? p->path : "");
    set(o, "line", json_integer(p->line));
    set(o, "column", json_integer(p->column));
}

static json_t *facts_json(const InventoryFact *facts, uint32_t count)
{
    json_t *array = json_array();
    for (uint32_t k = 0; k < count; k++) {
        json_t *o = json_object();
        set_text(o, "what", facts[k].what);
        set_place(o, &facts[k].place);
        json_array_append_new(array, o);
    }
    return array;
}

static json_t *goroutine_json(const Goroutine *g)
{
    Arena a = {0};
    json_t *o = json_object();
    set_text(o, "id", goroutine_identity(&a, g));
    set_text(o, "package", g->package);
    set_place(o, &g->spawn);
    set_text(o, "tag", goroutine_tag_name(g->tag));
    set_text(o, "runs", g->body);
    set_text(o, "count", g->many ? "many" : "once");
    set_text(o, "owner", g->owner);
    set(o, "stops", facts_json(g->stops.data, g->stops.len));
    set(o, "waits", facts_json(g->waits.data, g->waits.len));
    set(o, "joins", facts_json(g->joins.data, g->joins.len));
    set(o, "ends", json_boolean(g->ends));
    set(o, "stop_latency_ns", g->latency_ns >= 0 ? json_integer(g->latency_ns) : json_null());
    set_text(o, "stop_latency", inventory_latency(&a, g->latency_ns));
    arena_free(&a);
    return o;
}

void inventory_json(const Inventory *inventory, FILE *out)
{
    json_set_alloc_funcs(mem_alloc, free); // which end the process rather than give NULL
    fputs("{\"version\":1,\"goroutines\":[", out);
    for (uint32_t i = 0; i < inventory->items.len; i++) {
        json_t *o = goroutine_json(&inventory->items.data[i]);
        char *text = json_dumps(o, JSON_COMPACT | JSON_ENSURE_ASCII);
        fprintf(out, "%s%s", i ? ",\n" : "\n", text);
        free(text);
        json_decref(o);
    }
    fputs("]}\n", out);
}

// ---- Markdown ----

// A table's cell must hold no line end and no bar.
static void put_cell(const char *text, FILE *out)
{
    StrBuf safe = {0};
    glyph_put(str_of(text), &safe);
    fputs("| ", out);
    for (size_t i = 0; i < safe.len; i++)
        fprintf(out, safe.data[i] == '|' ? "\\%c" : "%c", safe.data[i]);
    fputc(' ', out);
    strbuf_free(&safe);
}

static const char *facts_text(Arena *a, const InventoryFact *facts, uint32_t count, const char *none)
{
    const char *text = count ? facts[0].what : none;
    for (uint32_t k = 1; k < count; k++)
        if (!strstr(text, facts[k].what))
            text = arena_printf(a, "%s; %s", text, facts[k].what);
    return text;
}

void inventory_markdown(const Inventory *inventory, FILE *out)
{
    Arena a = {0};
    fputs("# Background goroutines\n\n"
          "Made by `curfew inventory --format markdown`; `curfew inventory --check` compares it with the code.\n\n"
          "| goroutine | runs | how many | owner | ends when | joined | after the signal | tag |\n"
          "|---|---|---|---|---|---|---|---|\n",
          out);
    VEC_EACH (const Goroutine, g, &inventory->items) {
        put_cell(arena_printf(&a, "`%s`", goroutine_identity(&a, g)), out);
        put_cell(g->body, out);
        put_cell(how_many(g), out);
        put_cell(g->owner ? g->owner : "nobody", out);
        put_cell(facts_text(&a, g->stops.data, g->stops.len, g->ends ? "its work is done" : "never"), out);
        put_cell(g->joins.len ? "yes" : "no", out);
        put_cell(inventory_latency(&a, g->latency_ns), out);
        put_cell(goroutine_tag_name(g->tag), out);
        fputs("|\n", out);
    }
    arena_free(&a);
}

// ---- Graphviz ----

static void put_quoted(const char *text, FILE *out)
{
    fputc('"', out);
    for (; *text; text++)
        fprintf(out, *text == '"' || *text == '\\' ? "\\%c" : "%c", *text == '\n' ? ' ' : *text);
    fputc('"', out);
}

void inventory_dot(const Inventory *inventory, FILE *out)
{
    static const char *const colors[GOROUTINE_TAGS] = {"darkgreen", "orange", "red", "gray", "blue"};
    Arena a = {0};
    fputs("digraph goroutines {\n  rankdir=LR;\n  node [shape=box, fontname=monospace];\n", out);
    VEC_EACH (const Goroutine, g, &inventory->items) {
        const char *id = goroutine_identity(&a, g);
        fputs("  ", out);
        put_quoted(id, out);
        fputs(" [label=", out);
        put_quoted(arena_printf(&a, "%s (%s)", g->body, goroutine_tag_name(g->tag)), out);
        fprintf(out, ", color=%s];\n  ", colors[g->tag]);
        put_quoted(g->function, out);
        fputs(" -> ", out);
        put_quoted(id, out);
        fputs(g->many ? " [label=many];\n" : ";\n", out);
    }
    fputs("}\n", out);
    arena_free(&a);
}
