// vendor.h - vendor/modules.txt: which modules and packages a vendor directory holds
// (https://go.dev/ref/mod#vendoring). Private to src/load.
#ifndef CURFEW_LOAD_VENDOR_H
#define CURFEW_LOAD_VENDOR_H

#include "base/map.h"
#include "load/modfile.h"

typedef struct VendorModule {
    ModVersion mod;
    ModVersion replacement; // path empty: none
    bool is_explicit;       // a go.mod names it
    Str go;                 // version of its go line
    bool used;              // it has packages here
    uint32_t next;          // another module with the same hash; UINT32_MAX: none
} VendorModule;

typedef struct VendorPackage {
    Str path;
    uint32_t module; // index of `modules`
} VendorPackage;

typedef struct Vendor {
    const char *dir;             // the vendor directory
    const char *file;            // its modules.txt
    bool workspace;              // it was made for a workspace
    VEC(VendorModule) modules;   // in order of appearance
    VEC(VendorPackage) packages; // by path
    Map by_hash;                 // of path and version → the last module that has it
} Vendor;

// Reads the text of a modules.txt. Lines that are not understood mean nothing. Views into `text`
// are not kept.
void vendor_read(Arena *a, Str text, Vendor *out);

// The package with that path, or NULL.
const VendorPackage *vendor_package(const Vendor *v, Str path);

// The module at that version, or NULL.
const VendorModule *vendor_module(const Vendor *v, ModVersion mod);

#endif
