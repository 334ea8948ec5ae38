/* A mapper that does what a test tells it to: each function's body is a macro. What is not told answers as if nothing were
 * wrong, and does nothing. */
#include <pagetck.h>
#include <signal.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#ifndef ON_LOAD
#define ON_LOAD
#endif
#ifndef ON_DESCRIBE
#define ON_DESCRIBE return "name = puppet\n";
#endif
#ifndef ON_OPEN
#define ON_OPEN return host;
#endif
#ifndef ON_CLOSE
#define ON_CLOSE
#endif
#ifndef ON_MAP
#define ON_MAP return PAGETCK_OK;
#endif
#ifndef ON_UNMAP
#define ON_UNMAP return PAGETCK_OK;
#endif
#ifndef ON_TRANSLATE
#define ON_TRANSLATE return PAGETCK_OK;
#endif

__attribute__((constructor)) static void load(void) { ON_LOAD }

const char *pagetck_describe(void) { ON_DESCRIBE }

void *pagetck_open(pagetck_host *host) { ON_OPEN }

void pagetck_close(void *mapper) {
  pagetck_host *host = mapper;
  (void)host;
  ON_CLOSE
}

int32_t pagetck_map(void *mapper, uint64_t page, uint32_t size, uint64_t frame, uint64_t flags, uint64_t table_flags,
                    pagetck_result *out) {
  pagetck_host *host = mapper;
  (void)host, (void)page, (void)size, (void)frame, (void)flags, (void)table_flags, (void)out;
  ON_MAP
}

int32_t pagetck_unmap(void *mapper, uint64_t page, uint32_t size, pagetck_result *out) {
  pagetck_host *host = mapper;
  (void)host, (void)page, (void)size, (void)out;
  ON_UNMAP
}

int32_t pagetck_update_flags(void *mapper, uint64_t page, uint32_t size, uint64_t flags, pagetck_result *out) {
  (void)mapper, (void)page, (void)size, (void)flags, (void)out;
  return PAGETCK_OK;
}

int32_t pagetck_translate_page(void *mapper, uint64_t page, uint32_t size, pagetck_result *out) {
  (void)mapper, (void)page, (void)size, (void)out;
  return PAGETCK_OK;
}

int32_t pagetck_translate(void *mapper, uint64_t address, pagetck_result *out) {
  pagetck_host *host = mapper;
  (void)host, (void)address, (void)out;
  ON_TRANSLATE
}
