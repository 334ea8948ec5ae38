/* A mapper that cannot be opened. */
#include <stddef.h>

#include "sample.h"

const char *pagetck_describe(void) {
  return "name = pagetck C sample\n"
         "version = 1.0\n"
         "contract = strict\n"
         "levels = 4 5\n"
         "operations = map unmap update-flags translate-page translate map-with-table-flags clear set-table-flags"
         " clean-up\n"
         "effects = stores\n";
}

void *pagetck_open(pagetck_host *host) {
  (void)host;
  return NULL;
}

void pagetck_close(void *mapper) { (void)mapper; }
