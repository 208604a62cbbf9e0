/* Clock, processor and memory: what the readers measure by. */
#include <dirent.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

/* ns since some moment. */
static uint64_t now(void) {
  struct timespec at;
  clock_gettime(CLOCK_MONOTONIC, &at);
  return (uint64_t)at.tv_sec * 1000000000u + at.tv_nsec;
}

/* Seconds all threads of the processes have run, as their schedstat tells it. */
static double cpu_seconds(const int *pids, int pid_count) {
  double sum = 0;
  for (int i = 0; i < pid_count; i++) {
    char path[64];
    snprintf(path, sizeof path, "/proc/%d/task", pids[i]);
    DIR *tasks = opendir(path);
    if (!tasks) continue;
    for (struct dirent *task; (task = readdir(tasks));) {
      if (task->d_name[0] == '.') continue;
      char file[384];
      snprintf(file, sizeof file, "%s/%s/schedstat", path, task->d_name);
      FILE *told = fopen(file, "r");
      unsigned long long ns = 0;
      if (told && fscanf(told, "%llu", &ns) == 1) sum += ns / 1e9;
      if (told) fclose(told);
    }
    closedir(tasks);
  }
  return sum;
}

static double resident_kb(const int *pids, int pid_count) {
  double sum = 0;
  for (int i = 0; i < pid_count; i++) {
    char path[64];
    long size, pages;
    snprintf(path, sizeof path, "/proc/%d/statm", pids[i]);
    FILE *told = fopen(path, "r");
    if (told && fscanf(told, "%ld %ld", &size, &pages) == 2) sum += pages * (sysconf(_SC_PAGESIZE) / 1024.0);
    if (told) fclose(told);
  }
  return sum;
}

static double own_cpu(void) {
  struct rusage used;
  getrusage(RUSAGE_SELF, &used);
  return used.ru_utime.tv_sec + used.ru_stime.tv_sec + (used.ru_utime.tv_usec + used.ru_stime.tv_usec) / 1e6;
}

static int by_size(const void *a, const void *b) {
  float x = *(const float *)a, y = *(const float *)b;
  return (x > y) - (x < y);
}
static float share(const float *sorted, long count, double of) { return count ? sorted[(long)((count - 1) * of)] : -1; }
