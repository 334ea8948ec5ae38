/* Plays the scenarios of this folder on a library:
 *
 *   driver LIBRARY             every scenario has to pass
 *   driver LIBRARY --catch ID  a scenario that names the fault ID has to fail
 *   driver LIBRARY --end ID    the process that plays the scenario ID of doors.c has to end, or hang, in the middle
 *
 * Ends with 0 if so, 1 if not, 2 on wrong usage, 3 if the library cannot be used.
 */
#define _GNU_SOURCE
#include <stdio.h>
#include <string.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

#include "world.h"

#define REACHED_THE_END 42
#define HANGS_AFTER_MICROSECONDS 200000

/* Plays one scenario in a world of its own; gives the number of failures. */
static unsigned play(const library *subject, const scenario *what, bool quiet) {
  world in;
  const bool five = strstr(what->name, "five levels") != NULL;
  world_open(&in, subject, five ? 5 : 4, quiet);
  if (in.mapper == NULL) {
    printf("    the mapper does not open\n");
    in.failures++;
  } else {
    what->play(&in);
  }
  world_close(&in);
  return in.failures;
}

static bool is_complete(const library *subject) {
  return subject->describe && subject->open && subject->close && subject->map && subject->unmap &&
         subject->update_flags && subject->translate_page && subject->translate;
}

/* Plays all; gives whether all passed, or with a fault, whether a scenario that names it failed. */
static bool play_all(const library *subject, const char *fault) {
  const bool strict = strstr(subject->describe(), "contract = strict") != NULL;
  const scenario *scenarios = strict ? STRICT : CRATE;
  const size_t count = strict ? STRICT_COUNT : CRATE_COUNT;
  unsigned failed = 0;
  bool caught = false;
  for (size_t i = 0; i < count; i++) {
    if (play(subject, &scenarios[i], fault != NULL) == 0) {
      continue;
    }
    failed++;
    if (fault == NULL) {
      printf("  failed: %s\n", scenarios[i].name);
    } else if (strstr(scenarios[i].faults, fault) != NULL) {
      printf("%s is found out by: %s\n", fault, scenarios[i].name);
      caught = true;
    }
  }
  if (fault == NULL) {
    printf("%zu scenarios, %u failed\n", count, failed);
    return failed == 0;
  }
  if (!caught) {
    printf("%s is NOT found out\n", fault);
  }
  return caught;
}

static bool play_to_the_end(const library *subject, const char *name) {
  for (size_t i = 0; i < DOORS_COUNT; i++) {
    if (strcmp(DOORS[i].name, name) != 0) {
      continue;
    }
    fflush(stdout);
    pid_t child = fork();
    if (child == 0) {
      const struct itimerval limit = {.it_value = {.tv_usec = HANGS_AFTER_MICROSECONDS}};
      setitimer(ITIMER_REAL, &limit, NULL);
      play(subject, &DOORS[i], true);
      _exit(REACHED_THE_END);
    }
    int status = 0;
    waitpid(child, &status, 0);
    if (WIFSIGNALED(status)) {
      printf("%s ends by: %s\n", name, strsignal(WTERMSIG(status)));
      return true;
    }
    printf("%s ends with status %d\n", name, WEXITSTATUS(status));
    return WEXITSTATUS(status) != REACHED_THE_END;
  }
  printf("there is no scenario %s\n", name);
  return false;
}

int main(int count, char **arguments) {
  const bool catches = count == 4 && strcmp(arguments[2], "--catch") == 0;
  const bool ends = count == 4 && strcmp(arguments[2], "--end") == 0;
  if (count != 2 && !catches && !ends) {
    fprintf(stderr, "usage: %s LIBRARY [--catch FAULT | --end SCENARIO]\n", arguments[0]);
    return 2;
  }
  library subject;
  if (!library_load(&subject, arguments[1])) {
    return 3;
  }
  if (!is_complete(&subject)) {
    printf("%s lacks a required function\n", arguments[1]);
    return 3;
  }
  const bool passed = ends ? play_to_the_end(&subject, arguments[3]) : play_all(&subject, catches ? arguments[3] : NULL);
  return passed ? 0 : 1;
}
