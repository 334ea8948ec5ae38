/* A declaration with a line that means nothing: there is no such value of `occupied-slot`. */
#include <stddef.h>

#include "sample.h"

const char *pagetck_describe(void) {
  return "name = pagetck C sample\n"
         "version = 1.0\n"
         "contract = strict\n"
         "levels = 4 5\n"
         "operations = map unmap update-flags translate-page translate map-with-table-flags clear set-table-flags"
         " clean-up\n"
         "occupied-slot = sometimes\n"
         "effects = stores\n";
}

void *pagetck_open(pagetck_host *host) {
  const bool fits = host->version == PAGETCK_VERSION && (host->levels == 4 || host->levels == 5);
  return fits ? host : NULL;
}

void pagetck_close(void *mapper) { (void)mapper; }
