// form.h - how the byte form of a package is laid out, for export*.c and import*.c only.
//
// After the header (store/bytes.h) come flags, the table of texts, the package's path and name,
// the packages that are mentioned, a record for each type and one for each exported object. Texts
// 0 … object_count-1 are the names of the exported objects, sorted; object i is called text i.
// Types are numbered from TID_UNIVERSE_END; below are the universe's, whose numbers are part of
// the format. 0 is unknown.
//
// Numbers follow a walk from the sorted exported names. A record's parts come before it, except
// for defined types and type parameters: these are known by number alone and looked into on
// demand, and whatever is circular passes through them.
//
//     NAMED      path name flags underlying tparams methods(name receiver type)
//     ALIAS      path name flags what-it-stands-for tparams
//     TPARAM     name index bound
//     FOREIGN    package path name                     declared elsewhere, or by no one
//     INSTANCE   origin arguments
//     POINTER …  elem; ARRAY: elem length; MAP: key elem; CHAN: direction elem
//     STRUCT     fields(name home<<2|tagged<<1|embedded type [tag])
//     TUPLE      vars(name type)
//     SIGNATURE  flags [tparams] [receiver's tparams] [receiver's name] vars vars
//     INTERFACE  implicit methods(name home<<1|own type [receiver]) embedded
//     UNION      terms(tilde type)
//
// Lists begin with their length. A home is an index into the packages, 0 the package itself. A
// path is a declared type's name where it is the package-level object of that name; other types
// that can be reached have a dot that no identifier contains, and a number.
#ifndef CURFEW_TYPES_FORM_H
#define CURFEW_TYPES_FORM_H

#include "store/strings.h"
#include "types/export.h"
#include "types/package.h"

#define FORM_MAGIC "cfwx"
enum { FORM_VERSION = 1 };

typedef enum FormRecord {
    FORM_NAMED,
    FORM_ALIAS,
    FORM_TPARAM,
    FORM_FOREIGN,
    FORM_INSTANCE,
    FORM_POINTER,
    FORM_SLICE,
    FORM_ARRAY,
    FORM_MAP,
    FORM_CHAN,
    FORM_STRUCT,
    FORM_TUPLE,
    FORM_SIGNATURE,
    FORM_INTERFACE,
    FORM_UNION,
    FORM_RECORD_COUNT,
} FormRecord;

enum {
    FORM_OPEN = 1, // of the package, and of a type: members may exist that are not seen
    // of a signature
    FORM_VARIADIC = 1,
    FORM_TPARAMS = 2,
    FORM_RPARAMS = 4,
    FORM_RECV_NAME = 8,
    // of a field
    FORM_EMBEDDED = 1,
    FORM_TAGGED = 2,
    FORM_FIELD_BITS = 2,
};

struct Export {
    char *bytes;
    size_t len;
    bool open;
    Str path, name;
    StringReader strings;
    uint32_t package_count, type_count, object_count;
    uint32_t *packages; // text of each path; 0 is the package itself
    uint32_t *types;    // place of each record in bytes
    uint32_t *objects;
    uint32_t *declared; // by text: number of the declared type with this path, or 0
};

static inline Reader form_reader(const Export *e, uint32_t place)
{
    return (Reader){.at = (const uint8_t *)e->bytes + place,
                    .end = (const uint8_t *)e->bytes + e->len};
}
static inline Reader form_type(const Export *e, TypeId number)
{
    return form_reader(e, e->types[number.v - TID_UNIVERSE_END]);
}
static inline Str form_text(const Export *e, Reader *r)
{
    return strings_at(&e->strings, reader_below(r, e->strings.count));
}
static inline TypeId form_ref(const Export *e, Reader *r)
{
    return TID(reader_below(r, (uint64_t)e->type_count + TID_UNIVERSE_END));
}
// Goes on after a list of type numbers.
void form_skip_refs(const Export *e, Reader *r);

// The number of the exported object of that name; UINT32_MAX when there is none.
uint32_t form_object(const Export *e, Str name);
// The declared type with that object path; 0 when there is none.
TypeId form_declared(const Export *e, Str path);
// The object path of a declared type.
Str form_type_path(const Export *e, TypeId number);

// ---- constant_form.c ----
void constant_write(const Constant *c, Writer *w, Arena *a, StringWriter *strings);
// NULL for an unknown constant, and with a failed reader for malformed ones. Texts are borrowed.
const Constant *constant_read(Arena *a, Reader *r, const StringReader *strings);

#endif
