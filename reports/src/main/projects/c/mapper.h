/* A small mapper of 4 KiB pages, there to be replaced. */
#ifndef MAPPER_H
#define MAPPER_H

#include <stdbool.h>
#include <stddef.h>

#include "pagetck.h"

/* Each gives PAGETCK_OK or the reason of a refusal. PAT is bit 12 of the flags. */
int32_t mapper_map(pagetck_host *host, uint64_t page, uint64_t frame, uint64_t flags);
int32_t mapper_unmap(pagetck_host *host, uint64_t page, uint64_t *frame, uint64_t *flags);
int32_t mapper_update(pagetck_host *host, uint64_t page, uint64_t flags, bool *narrowed);
int32_t mapper_page(pagetck_host *host, uint64_t page, uint64_t *frame, uint64_t *flags);
int32_t mapper_translate(pagetck_host *host, uint64_t address, uint32_t *size, uint64_t *frame, uint64_t *offset,
                         uint64_t *flags);

#endif
