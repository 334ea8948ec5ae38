/* The adapter: what the suite asks, in the words of the mapper. `mapper.c` stands in the place of YOUR MAPPER; to judge yours,
 * link it in the Makefile and call it here. What the mapper cannot be asked is answered PAGETCK_UNSUPPORTED: no verdict. */
#include "mapper.h"

/* `pagetck discover native:...` writes these lines for a mapper that you do not know the answers of. */
const char *pagetck_describe(void) {
  return "name = mapper from pagetck new\n"
         "version = 0.1.0\n"
         "contract = strict\n"
         "levels = 4\n"
         "sizes = 4K\n"
         "operations = map unmap update-flags translate-page translate\n"
         "parent-flags = permissive\n"
         "effects = stores\n"; /* "diff" for a mapper that stores by itself, without pagetck_store */
}

/* YOUR MAPPER is made here, over the tables that start at host->root. The suite writes to them between calls: a mapper that
 * keeps more than where they are is to be made anew in each call. Privileged instructions are to be stubbed. */
void *pagetck_open(pagetck_host *host) { return host->version == PAGETCK_VERSION && host->levels == 4 ? host : NULL; }

void pagetck_close(void *mapper) { (void)mapper; }

int32_t pagetck_map(void *mapper, uint64_t page, uint32_t size, uint64_t frame, uint64_t flags, uint64_t table_flags,
                    pagetck_result *out) {
  if (size != PAGETCK_4K || table_flags != PAGETCK_NO_ADDRESS) {
    return PAGETCK_UNSUPPORTED;
  }
  out->flush = PAGETCK_FLUSH_NONE; /* what the mapper tells its caller to flush; PAGETCK_FLUSH_UNKNOWN if it says nothing */
  return mapper_map(mapper, page, frame, flags);
}

int32_t pagetck_unmap(void *mapper, uint64_t page, uint32_t size, pagetck_result *out) {
  out->flush = PAGETCK_FLUSH_PAGE;
  return size == PAGETCK_4K ? mapper_unmap(mapper, page, &out->frame, &out->flags) : PAGETCK_UNSUPPORTED;
}

int32_t pagetck_update_flags(void *mapper, uint64_t page, uint32_t size, uint64_t flags, pagetck_result *out) {
  bool narrowed = false;
  const int32_t answer = size == PAGETCK_4K ? mapper_update(mapper, page, flags, &narrowed) : PAGETCK_UNSUPPORTED;
  out->flush = narrowed ? PAGETCK_FLUSH_PAGE : PAGETCK_FLUSH_NONE;
  return answer;
}

int32_t pagetck_translate_page(void *mapper, uint64_t page, uint32_t size, pagetck_result *out) {
  return size == PAGETCK_4K ? mapper_page(mapper, page, &out->frame, &out->flags) : PAGETCK_UNSUPPORTED;
}

int32_t pagetck_translate(void *mapper, uint64_t address, pagetck_result *out) {
  return mapper_translate(mapper, address, &out->size, &out->frame, &out->offset, &out->flags);
}
