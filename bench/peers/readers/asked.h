/* What the command asks for. */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_EVENTS = 64, MOST_PIDS = 16 };

static struct {
  int port, readers, events, storm, hold;
  double every, patience;
  bool gzip;
  const char *path, *words, *post_path, *post_header, *before, *after;
  int pids[MOST_PIDS], pid_count;
} asked = {.readers = 1000, .events = 20, .every = 1000, .patience = 60, .path = "/sub", .post_path = "/pub",
           .post_header = "", .before = "", .after = ""};

/* False where it cannot be done; why is told on stderr. */
static bool ask(int count, char **words) {
  for (int i = 1; i + 1 < count; i += 2) {
    const char *name = words[i];
    char *value = words[i + 1];
    if (!strcmp(name, "--port")) asked.port = atoi(value);
    else if (!strcmp(name, "--readers")) asked.readers = atoi(value);
    else if (!strcmp(name, "--events")) asked.events = atoi(value);
    else if (!strcmp(name, "--every")) asked.every = atof(value);
    else if (!strcmp(name, "--words")) asked.words = value;
    else if (!strcmp(name, "--hold")) asked.hold = atoi(value);
    else if (!strcmp(name, "--storm")) asked.storm = atoi(value);
    else if (!strcmp(name, "--patience")) asked.patience = atof(value);
    else if (!strcmp(name, "--path")) asked.path = value;
    else if (!strcmp(name, "--post-path")) asked.post_path = value;
    else if (!strcmp(name, "--post-header")) asked.post_header = value;
    else if (!strcmp(name, "--before")) asked.before = value;
    else if (!strcmp(name, "--after")) asked.after = value;
    else if (!strcmp(name, "--gzip")) asked.gzip = !strcmp(value, "yes");
    else if (!strcmp(name, "--pids"))
      for (char *pid = strtok(value, ","); pid && asked.pid_count < MOST_PIDS; pid = strtok(NULL, ",")) asked.pids[asked.pid_count++] = atoi(pid);
    else {
      fprintf(stderr, "There is no option %s.\n", name);
      return false;
    }
  }
  if (asked.events > MOST_EVENTS || asked.storm >= MOST_EVENTS || asked.readers > 60000 || !(asked.words || asked.hold)) {
    fprintf(stderr, "At most %d events and 60000 readers; --words or --hold.\n", MOST_EVENTS);
    return false;
  }
  return true;
}
