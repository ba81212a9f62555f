#include <errno.h>
#include <postgresql/libpq-fe.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>

// Waits for a result: 1 when there is one, 0 after a silence of so many milliseconds, -1 when the connection is
// lost. libpq's own calls wait for ever.
static inline int cpostgresql_wait(PGconn *connection, int milliseconds) {
  while (PQisBusy(connection)) {
    struct pollfd socket = {PQsocket(connection), POLLIN, 0};
    int ready = poll(&socket, 1, milliseconds);
    if (ready == 0) return 0;
    if (ready < 0 && errno == EINTR) continue;
    if (ready < 0 || !PQconsumeInput(connection)) return -1;
  }
  return 1;
}

// What libpq's headers have as characters, which Swift does not import as numbers.
static const int cpostgresql_sql_state = PG_DIAG_SQLSTATE;
static const int cpostgresql_message = PG_DIAG_MESSAGE_PRIMARY;
static const int cpostgresql_position = PG_DIAG_STATEMENT_POSITION;

// The C library's, which Swift otherwise has from a module of its own.
static inline char *cpostgresql_copy(const char *text) { return strdup(text); }
static inline void cpostgresql_free(char *text) { free(text); }
