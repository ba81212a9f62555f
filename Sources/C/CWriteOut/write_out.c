#define _GNU_SOURCE
#include <fcntl.h>

#include "write_out.h"

void start_writing_out(int descriptor) {
  sync_file_range(descriptor, 0, 0, SYNC_FILE_RANGE_WRITE);
}
