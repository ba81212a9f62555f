#include "lazy.h"

#include <dlfcn.h>
#include <stdio.h>
#include <unistd.h>

// What a run ends with that the machine does not let go on.
enum { machine_failed = 3 };

static void *opened(struct lazy_library *library) {
  void *handle = __atomic_load_n(&library->handle, __ATOMIC_ACQUIRE);
  for (const char *const *file = library->files; !handle && *file; file++) handle = dlopen(*file, RTLD_NOW | RTLD_LOCAL);
  // Opened by two threads at once it is one library all the same.
  __atomic_store_n(&library->handle, handle, __ATOMIC_RELEASE);
  return handle;
}

void *lazy_function(struct lazy_library *library, const char *name) {
  void *handle = opened(library);
  void *function = handle ? dlsym(handle, name) : NULL;
  if (function) return function;
  fprintf(stderr, "vigie: %s: %s\n", library->name, dlerror());
  _exit(machine_failed);
}
