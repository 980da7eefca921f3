// fuzz_vendor.c - any bytes are a vendor/modules.txt: what it names is found again.
#include "check_syntax.h"

#include "load/vendor.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Arena a = {0};
    Vendor v = {0};
    vendor_read(&a, (Str){(const char *)data, size}, &v);
    for (uint32_t i = 0; i < v.modules.len; i++)
        MUST(vendor_module(&v, v.modules.data[i].mod) == &v.modules.data[i]);
    for (uint32_t i = 0; i < v.packages.len; i++) {
        const VendorPackage *p = &v.packages.data[i];
        const VendorPackage *found = vendor_package(&v, p->path);
        MUST(found && str_eq(found->path, p->path) && p->module < v.modules.len);
        MUST(v.modules.data[p->module].used);
        MUST(i == 0 || str_cmp(v.packages.data[i - 1].path, p->path) <= 0);
    }
    MUST(!vendor_package(&v, STR("")));
    arena_free(&a);
    return 0;
}
