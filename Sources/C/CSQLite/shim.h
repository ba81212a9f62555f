#include <sqlite3.h>

// What Swift cannot import: structs that begin with one of SQLite's, a cast of -1, functions of any number of
// arguments.

typedef struct {
  sqlite3_vtab base;
  void *rows;
} csqlite_rows_table;

typedef struct {
  sqlite3_vtab_cursor base;
  void *cursor;
} csqlite_rows_cursor;

static const sqlite3_destructor_type csqlite_transient = SQLITE_TRANSIENT;

static inline int csqlite_switch(sqlite3 *database, int option, int isOn) {
  return sqlite3_db_config(database, option, isOn, (int *)0);
}

// A text in SQLite's own memory, where it expects messages.
static inline char *csqlite_copy(const char *text) { return sqlite3_mprintf("%s", text); }
