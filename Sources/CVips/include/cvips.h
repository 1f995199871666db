#pragma once
#include <stddef.h>
#include <stdint.h>

/// libvips (LGPL-2.1) for the worker process, and the walls around that process.
///
/// The library is opened when it is used, not when the program starts: the portal never has it, nor the forty libraries behind it, in its own memory.
/// Its calls take variable arguments, which Swift cannot make; here is one plain function for each thing we ask of it.

/// A decoded picture: upright, sRGB, without metadata.
typedef struct cvips_picture cvips_picture;

/// The formats a picture can be written in, as bits of `cvips_formats`.
enum { CVIPS_AVIF = 1, CVIPS_WEBP = 2, CVIPS_JPEG = 4, CVIPS_PNG = 8 };

/// Opens the library by its file name and makes it ready: one thread, no cache, only the loaders of JPEG, PNG, WebP and AVIF.
/// Returns 0; -1 when it is not there or too old, and says why in `cvips_error`.
int cvips_open(const char *library);
const char *cvips_error(void);
/// "8.14.1"
const char *cvips_version(void);
/// What it can write, found by writing a small picture in each.
unsigned cvips_formats(void);

/// Width, height, alpha and number of frames as the file's head says, the orientation applied. Decodes nothing.
int cvips_head(const void *bytes, size_t count, int *width, int *height, int *alpha, int *frames);
/// Decodes to at most `width` pixels across, never larger than it is. NULL: not a picture, damaged, cut off.
cvips_picture *cvips_decode(const void *bytes, size_t count, int width);
/// A smaller picture of a decoded one.
cvips_picture *cvips_shrink(cvips_picture *picture, int width);
int cvips_width(cvips_picture *picture);
int cvips_height(cvips_picture *picture);
/// Writes it in one of the formats, `fine` where others are made of it later; the bytes are freed with `cvips_free`.
int cvips_encode(cvips_picture *picture, unsigned format, int fine, void **bytes, size_t *count);
void cvips_close(cvips_picture *picture);
void cvips_free(void *bytes);

/// The first walls, before the library is opened: nobody's user and group when this is root, no new privileges, a low priority, first to go when memory ends,
/// no descriptor but `keep` and those below 3.
void confine_early(int keep);
/// The others, when all that will ever be opened is open: `memory` bytes beyond what it has now, no file, no child; and only the system calls that work in memory
/// and on open descriptors needs. Returns 0, -1 where the kernel cannot do it.
int confine_late(uint64_t memory);
/// Seconds of this job: the process is ended by the kernel when they are over.
void confine_time(unsigned seconds, unsigned cpu_seconds);

/// `posix_spawn` of this program with a clean set of signals: `descriptor` becomes its standard input, output and error go to nothing. Returns the process id or -1.
int spawn_worker(const char *program, char *const arguments[], char *const environment[], int descriptor);
/// Ends a child and takes it away. Returns the microseconds of processor time it used, -1 where that is not known.
int64_t end_worker(int process);
/// `accept` whose descriptor no child inherits.
int accept_caller(int listener);
/// Takes away children that have ended; returns how many.
int reap_workers(void);
