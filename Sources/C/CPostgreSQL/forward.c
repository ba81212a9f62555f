#include "shim.h"

#include <lazy.h>
#include <stddef.h>

static const char *const files[] = {"libpq.so.5", "libpq.so", NULL};
static struct lazy_library library = {"libpq", files, NULL};

FORWARD(void, PQclear, (PGresult *res), (res))
FORWARD(PQconninfoOption*, PQconndefaults, (void), ())
FORWARD(
    PGconn*, PQconnectdbParams,
    (const char *const *keywords, const char *const *values, int expand_dbname),
    (keywords, values, expand_dbname))
FORWARD(int, PQconnectionNeedsPassword, (const PGconn *conn), (conn))
FORWARD(int, PQconnectionUsedPassword, (const PGconn *conn), (conn))
FORWARD(void, PQconninfoFree, (PQconninfoOption *connOptions), (connOptions))
FORWARD(PQconninfoOption*, PQconninfoParse, (const char *conninfo, char **errmsg), (conninfo, errmsg))
FORWARD(int, PQconsumeInput, (PGconn *conn), (conn))
FORWARD(char*, PQerrorMessage, (const PGconn *conn), (conn))
FORWARD(void, PQfinish, (PGconn *conn), (conn))
FORWARD(char*, PQfname, (const PGresult *res, int field_num), (res, field_num))
FORWARD(Oid, PQftype, (const PGresult *res, int field_num), (res, field_num))
FORWARD(PGresult*, PQgetResult, (PGconn *conn), (conn))
FORWARD(int, PQgetisnull, (const PGresult *res, int tup_num, int field_num), (res, tup_num, field_num))
FORWARD(int, PQgetlength, (const PGresult *res, int tup_num, int field_num), (res, tup_num, field_num))
FORWARD(char*, PQgetvalue, (const PGresult *res, int tup_num, int field_num), (res, tup_num, field_num))
FORWARD(int, PQisBusy, (PGconn *conn), (conn))
FORWARD(int, PQnfields, (const PGresult *res), (res))
FORWARD(int, PQntuples, (const PGresult *res), (res))
FORWARD(char*, PQresultErrorField, (const PGresult *res, int fieldcode), (res, fieldcode))
FORWARD(char*, PQresultErrorMessage, (const PGresult *res), (res))
FORWARD(ExecStatusType, PQresultStatus, (const PGresult *res), (res))
FORWARD(
    int, PQsendQueryParams,
    (PGconn *conn, const char *command, int nParams, const Oid *paramTypes,
     const char *const *paramValues, const int *paramLengths, const int *paramFormats, int resultFormat),
    (conn, command, nParams, paramTypes, paramValues, paramLengths, paramFormats, resultFormat))
FORWARD(int, PQsocket, (const PGconn *conn), (conn))
FORWARD(ConnStatusType, PQstatus, (const PGconn *conn), (conn))
