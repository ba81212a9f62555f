#ifndef VIGIE_WRITE_OUT_H
#define VIGIE_WRITE_OUT_H

// Lets the kernel start to write what a file has been given, and does not wait. Only a hint: `fsync` tells whether all
// went well.
void start_writing_out(int descriptor);

#endif
