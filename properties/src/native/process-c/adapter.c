/* Makes a program of a mapper behind pagetck.h: it reads calls from its standard input, one a line, and answers each on
 * its standard output. Linked with the sample mapper it is a subject of its own:
 *
 *   pagetck check process:pagetck-sample          judged by its answers, many lines at a time
 *   pagetck check "process:pagetck-sample bytes"  judged by its tables and stores too, in memory of the suite
 *
 * A kernel does the same over a serial line. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "place.h"

#define WORDS_MAX 8

static const char *const SIZES[] = {"4K", "2M", "1G"};
static const char *const REASONS[] = {
    "", "ALREADY_MAPPED", "PARENT_HUGE_PAGE", "PARENT_RESERVED", "TABLE_ENTRY", "NOT_MAPPED", "NO_FRAME",
    "INVALID_FRAME_ADDRESS", "INVALID_FLAGS", "NON_CANONICAL", "MISALIGNED", "OUT_OF_RANGE", "REFUSED"};
static const char *const FLUSHES[] = {"", " flush=none", " flush=page", " flush=all"};
static const char *const LOW_FLAGS[] = {"PRESENT", "WRITABLE", "USER", "WRITE_THROUGH", "NO_CACHE", "ACCESSED", "DIRTY",
                                        "HUGE_PAGE", "GLOBAL", "BIT_9", "BIT_10", "BIT_11", "PAT"};

static void *mapper;

/* ---- words */

static unsigned split(char *line, char *words[WORDS_MAX]) {
  unsigned count = 0;
  for (char *word = strtok(line, " \t\r"); word != NULL && count < WORDS_MAX; word = strtok(NULL, " \t\r")) {
    words[count++] = word;
  }
  return count;
}

static uint64_t number(const char *word) { return strtoull(word, NULL, 0); }

static uint32_t size_of(const char *word) { return word[0] == '4' ? PAGETCK_4K : word[0] == '2' ? PAGETCK_2M : PAGETCK_1G; }

static uint64_t flag(const char *name, size_t length) {
  for (unsigned bit = 0; bit < sizeof LOW_FLAGS / sizeof *LOW_FLAGS; bit++) {
    if (strlen(LOW_FLAGS[bit]) == length && memcmp(LOW_FLAGS[bit], name, length) == 0) {
      return UINT64_C(1) << bit;
    }
  }
  return name[0] == 'N' ? UINT64_C(1) << 63 : UINT64_C(1) << atoi(name + 4); /* NO_EXECUTE, or BIT_52 to BIT_62 */
}

static uint64_t flags_of(const char *word) {
  uint64_t flags = 0;
  while (*word != 0 && *word != '-') {
    const size_t length = strcspn(word, "|");
    flags |= flag(word, length);
    word += length + (word[length] == '|');
  }
  return flags;
}

static void print_flags(uint64_t flags) {
  const char *mark = " flags=";
  for (unsigned bit = 0; bit < 64; bit++) {
    if ((flags >> bit & 1) == 0) {
      continue;
    }
    if (bit == 63) {
      printf("%sNO_EXECUTE", mark);
    } else if (bit < sizeof LOW_FLAGS / sizeof *LOW_FLAGS) {
      printf("%s%s", mark, LOW_FLAGS[bit]);
    } else {
      printf("%sBIT_%u", mark, bit);
    }
    mark = "|";
  }
  if (flags == 0) {
    printf(" flags=-");
  }
}

/* ---- answers */

typedef enum { PLAIN, PAGE, CLEARED, TRANSLATED } shape;

static void answer(int32_t status, shape what, const pagetck_result *out) {
  if (status == PAGETCK_UNSUPPORTED) {
    puts("unsupported");
  } else if (status == PAGETCK_PANIC || status == PAGETCK_WILD) {
    puts(status == PAGETCK_PANIC ? "panic" : "wild");
  } else if (status != PAGETCK_OK) {
    printf("refused %s\n", REASONS[status]);
  } else {
    fputs("ok", stdout);
    if (what == CLEARED && (out->flags & 1) == 0) {
      printf(" reserved 0x%" PRIx64, out->offset);
    } else if (what == TRANSLATED) {
      printf(" %s 0x%" PRIx64 " offset=0x%" PRIx64, SIZES[out->size], out->frame, out->offset);
      print_flags(out->flags);
    } else if (what != PLAIN) {
      printf(" 0x%" PRIx64, out->frame);
      print_flags(out->flags);
    }
    puts(what == TRANSLATED ? "" : FLUSHES[out->flush]);
  }
}

/* The declaration as words; a blank is a comma in a list, %20 in a text. */
static void shake_hands(bool bytes) {
  fputs("mapper", stdout);
  for (const char *line = pagetck_describe(); *line != 0;) {
    const size_t length = strcspn(line, "\n");
    const bool is_text = strncmp(line, "name", 4) == 0 || strncmp(line, "version", 7) == 0 || strncmp(line, "url", 3) == 0;
    const char *value = memchr(line, '=', length);
    if (value != NULL && (bytes || strncmp(line, "effects", 7) != 0)) {
      printf(" %.*s=", (int)strcspn(line, " ="), line);
      for (value++; *value == ' '; value++) {
      }
      for (; value < line + length; value++) {
        *value == ' ' ? (void)fputs(is_text ? "%20" : ",", stdout) : (void)putchar(*value);
      }
    }
    line += length + (line[length] == '\n');
  }
  puts(bytes ? "" : " effects=none");
}

/* ---- lines */

static const char *option(char *words[], unsigned count, const char *key) {
  for (unsigned i = 1; i < count; i++) {
    if (strncmp(words[i], key, strlen(key)) == 0) {
      return words[i] + strlen(key);
    }
  }
  return NULL;
}

static void open_place(char *words[], unsigned count) {
  const char *levels = option(words, count, "levels="), *path = option(words, count, "memory-file=");
  const char *start = option(words, count, "start="), *bytes = option(words, count, "bytes=");
  const char *root = option(words, count, "root=");
  const uint32_t level_count = levels == NULL ? 4 : (uint32_t)number(levels);
  const bool isOpen = path == NULL || start == NULL || bytes == NULL || root == NULL
                          ? place_open(level_count)
                          : place_open_file(level_count, path, number(start), number(bytes), number(root));
  place_before_call();
  mapper = isOpen ? pagetck_open(place_host()) : NULL;
  place_after_call();
  puts(mapper == NULL ? "unsupported" : "ok");
}

static void call(char *words[], unsigned count) {
  pagetck_result out = {0};
  const char *what = words[0], *table = option(words, count, "table="), *level = option(words, count, "level=");
  int32_t status = PAGETCK_UNSUPPORTED;
  shape shaped = PLAIN;
  if (strcmp(what, "map") == 0 && count >= 5) {
    status = pagetck_map(mapper, number(words[2]), size_of(words[1]), number(words[3]), flags_of(words[4]),
                         table == NULL ? PAGETCK_NO_ADDRESS : flags_of(table), &out);
  } else if (strcmp(what, "unmap") == 0 && count == 3) {
    status = pagetck_unmap(mapper, number(words[2]), size_of(words[1]), &out);
    shaped = PAGE;
  } else if (strcmp(what, "update-flags") == 0 && count == 4) {
    status = pagetck_update_flags(mapper, number(words[2]), size_of(words[1]), flags_of(words[3]), &out);
  } else if (strcmp(what, "translate-page") == 0 && count == 3) {
    status = pagetck_translate_page(mapper, number(words[2]), size_of(words[1]), &out);
    shaped = PAGE;
  } else if (strcmp(what, "translate") == 0 && count == 2) {
    status = pagetck_translate(mapper, number(words[1]), &out);
    shaped = TRANSLATED;
  } else if (strcmp(what, "clear") == 0 && count == 3) {
    status = pagetck_clear(mapper, number(words[2]), size_of(words[1]), &out);
    shaped = CLEARED;
  } else if (strcmp(what, "set-table-flags") == 0 && count == 4 && level != NULL) {
    status = pagetck_set_table_flags(mapper, number(words[1]), (uint32_t)number(level), flags_of(words[3]), &out);
  } else if (strcmp(what, "clean-up") == 0 && count == 3) {
    status = pagetck_clean_up(mapper, number(words[1]), number(words[2]), &out);
  }
  answer(status, shaped, &out);
}

static void obey(char *line, bool bytes) {
  char *words[WORDS_MAX];
  const unsigned count = split(line, words);
  if (count == 0) {
    return;
  }
  if (strcmp(words[0], ".") == 0) {
    fflush(stdout);
  } else if (strcmp(words[0], "pagetck") == 0) {
    shake_hands(bytes);
  } else if (strcmp(words[0], "open") == 0) {
    open_place(words, count);
  } else if (strcmp(words[0], "close") == 0 && mapper != NULL) {
    place_before_call();
    pagetck_close(mapper);
    place_after_call();
    mapper = NULL;
    puts("ok");
  } else if (mapper == NULL) {
    puts("unsupported");
  } else if (strcmp(words[0], "budget") == 0 && count == 2) {
    place_limit(strcmp(words[1], "all") == 0 ? PAGETCK_NO_ADDRESS : number(words[1]));
    puts("ok");
  } else {
    place_before_call();
    call(words, count);
    place_after_call();
  }
}

int main(int count, char *arguments[]) {
  const bool bytes = count > 1 && strcmp(arguments[1], "bytes") == 0;
  static char input[1 << 16], output[1 << 16];
  size_t held = 0;
  setvbuf(stdout, output, _IOFBF, sizeof output);
  for (;;) {
    fflush(stdout); /* before it waits, so that nobody waits for what it holds */
    const ssize_t more = read(STDIN_FILENO, input + held, sizeof input - held);
    if (more <= 0) {
      return 0;
    }
    held += (size_t)more;
    char *line = input;
    for (char *end; (end = memchr(line, '\n', held)) != NULL; line = end + 1) {
      held -= (size_t)(end + 1 - line);
      *end = 0;
      obey(line, bytes);
    }
    if (held == sizeof input) {
      held = 0; /* no line is as long as that */
    }
    memmove(input, line, held);
  }
}
