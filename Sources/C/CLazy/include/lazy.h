#ifndef VIGIE_LAZY_H
#define VIGIE_LAZY_H

// Libraries that few runs need, opened when the first of their functions is called: to load them, and the thirty that
// they need in turn, takes as long as all else that a program does before it reads its report.

struct lazy_library {
  // What people call it.
  const char *name;
  // The names that it may have as a file, in the order in which they are tried, up to a null.
  const char *const *files;
  void *handle;
};

// The address of a function. Without the library the process ends, as it would where it is loaded at the start.
void *lazy_function(struct lazy_library *library, const char *name);

// Defines a function of the library that `library` names, which the library's own header declares.
#define FORWARD(result, name, parameters, arguments)                                                                   \
  result name parameters {                                                                                             \
    static __typeof__(&name) known;                                                                                    \
    __typeof__(&name) function = __atomic_load_n(&known, __ATOMIC_RELAXED);                                            \
    if (!function) {                                                                                                   \
      function = (__typeof__(&name))lazy_function(&library, #name);                                                    \
      __atomic_store_n(&known, function, __ATOMIC_RELAXED);                                                            \
    }                                                                                                                  \
    return function arguments;                                                                                         \
  }

#endif
