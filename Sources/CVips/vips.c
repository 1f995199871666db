#include "cvips.h"
#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// What we use of libvips, as its headers declare it (ABI 42). Enumerations are passed as int.
typedef struct _VipsImage VipsImage;
enum { SIZE_DOWN = 2, UCHAR = 0, B_W = 1, SRGB = 22, HEIF_AV1 = 4, MAX_COORD = 10000000 };

static struct {
    int (*init)(const char *);
    const char *(*version)(void);
    const char *(*error)(void);
    void (*error_clear)(void);
    void (*concurrency)(int);
    void (*cache_max)(int);
    void (*block)(const char *, int);
    void (*block_untrusted)(int);
    VipsImage *(*open)(const void *, size_t, const char *, ...);
    int (*thumbnail)(void *, size_t, VipsImage **, int, ...);
    int (*thumbnail_image)(VipsImage *, VipsImage **, int, ...);
    int (*flatten)(VipsImage *, VipsImage **, ...);
    int (*black)(VipsImage **, int, int, ...);
    int (*copy)(VipsImage *, VipsImage **, ...);
    void *(*to_memory)(VipsImage *, size_t *);
    VipsImage *(*from_memory)(const void *, size_t, int, int, int, int);
    int (*cast)(VipsImage *, VipsImage **, int, ...);
    int (*bands)(const VipsImage *);
    int (*width)(const VipsImage *);
    int (*height)(const VipsImage *);
    int (*alpha)(VipsImage *);
    int (*orientation_swap)(VipsImage *);
    int (*pages)(VipsImage *);
    int (*heifsave)(VipsImage *, void **, size_t *, ...);
    int (*webpsave)(VipsImage *, void **, size_t *, ...);
    int (*jpegsave)(VipsImage *, void **, size_t *, ...);
    int (*pngsave)(VipsImage *, void **, size_t *, ...);
    void *(*array)(const double *, int);
    void (*unref)(void *);
    void (*area_unref)(void *);
    void (*free)(void *);
} vips;

static char problem[512];

static int fail(const char *what) {
    snprintf(problem, sizeof problem, "%s", what ? what : "unknown");
    return -1;
}

const char *cvips_error(void) { return problem; }
const char *cvips_version(void) { return vips.version ? vips.version() : ""; }

static void *find(void *library, const char *name) {
    void *symbol = dlsym(library, name);
    if (!symbol && !problem[0]) snprintf(problem, sizeof problem, "libvips has no %s", name);
    return symbol;
}

int cvips_open(const char *library) {
    problem[0] = 0;
    void *vl = dlopen(library, RTLD_NOW | RTLD_LOCAL);
    if (!vl) return fail(dlerror());
    *(void **)&vips.init = find(vl, "vips_init");
    *(void **)&vips.version = find(vl, "vips_version_string");
    *(void **)&vips.error = find(vl, "vips_error_buffer");
    *(void **)&vips.error_clear = find(vl, "vips_error_clear");
    *(void **)&vips.concurrency = find(vl, "vips_concurrency_set");
    *(void **)&vips.cache_max = find(vl, "vips_cache_set_max");
    *(void **)&vips.block = find(vl, "vips_operation_block_set");
    *(void **)&vips.block_untrusted = find(vl, "vips_block_untrusted_set");
    *(void **)&vips.open = find(vl, "vips_image_new_from_buffer");
    *(void **)&vips.thumbnail = find(vl, "vips_thumbnail_buffer");
    *(void **)&vips.thumbnail_image = find(vl, "vips_thumbnail_image");
    *(void **)&vips.flatten = find(vl, "vips_flatten");
    *(void **)&vips.black = find(vl, "vips_black");
    *(void **)&vips.copy = find(vl, "vips_copy");
    *(void **)&vips.to_memory = find(vl, "vips_image_write_to_memory");
    *(void **)&vips.from_memory = find(vl, "vips_image_new_from_memory_copy");
    *(void **)&vips.cast = find(vl, "vips_cast");
    *(void **)&vips.bands = find(vl, "vips_image_get_bands");
    *(void **)&vips.width = find(vl, "vips_image_get_width");
    *(void **)&vips.height = find(vl, "vips_image_get_height");
    *(void **)&vips.alpha = find(vl, "vips_image_hasalpha");
    *(void **)&vips.orientation_swap = find(vl, "vips_image_get_orientation_swap");
    *(void **)&vips.pages = find(vl, "vips_image_get_n_pages");
    *(void **)&vips.heifsave = find(vl, "vips_heifsave_buffer");
    *(void **)&vips.webpsave = find(vl, "vips_webpsave_buffer");
    *(void **)&vips.jpegsave = find(vl, "vips_jpegsave_buffer");
    *(void **)&vips.pngsave = find(vl, "vips_pngsave_buffer");
    *(void **)&vips.array = find(vl, "vips_array_double_new");
    *(void **)&vips.area_unref = find(vl, "vips_area_unref");
    // GLib comes with the library; asking through it finds the same copy.
    *(void **)&vips.unref = find(vl, "g_object_unref");
    *(void **)&vips.free = find(vl, "g_free");
    if (problem[0]) return -1;
    if (vips.init("caunoi")) return fail(vips.error());
    vips.concurrency(1);
    vips.cache_max(0);
    vips.block_untrusted(1);
    // Of all loaders only these: no SVG, PDF, TIFF, no ImageMagick behind a strange name.
    vips.block("VipsForeignLoad", 1);
    vips.block("VipsForeignLoadJpeg", 0);
    vips.block("VipsForeignLoadPng", 0);
    vips.block("VipsForeignLoadWebp", 0);
    vips.block("VipsForeignLoadHeif", 0);
    return 0;
}

// The pixels and nothing else: what the file said beside them (EXIF, place, profile, comments) has no way into a version. (`strip` alone leaves some in WebP.)
static cvips_picture *in_memory(VipsImage *lazy) {
    VipsImage *bytes = NULL, *plain = NULL, *whole = NULL;
    size_t count = 0;
    int failed = vips.cast(lazy, &bytes, UCHAR, NULL);
    vips.unref(lazy);
    if (failed) {
        fail(vips.error());
        return NULL;
    }
    void *pixels = vips.to_memory(bytes, &count);
    if (pixels) {
        plain = vips.from_memory(pixels, count, vips.width(bytes), vips.height(bytes), vips.bands(bytes), UCHAR);
        vips.free(pixels);
    }
    if (plain) {
        if (vips.copy(plain, &whole, "interpretation", vips.bands(plain) < 3 ? B_W : SRGB, NULL)) whole = NULL;
        vips.unref(plain);
    }
    vips.unref(bytes);
    if (!whole) fail(vips.error());
    return (cvips_picture *)whole;
}

int cvips_head(const void *bytes, size_t count, int *width, int *height, int *alpha, int *frames) {
    vips.error_clear();
    VipsImage *image = vips.open(bytes, count, "", NULL);
    if (!image) return fail(vips.error());
    int turned = vips.orientation_swap(image);
    *width = turned ? vips.height(image) : vips.width(image);
    *height = turned ? vips.width(image) : vips.height(image);
    *alpha = vips.alpha(image);
    *frames = vips.pages(image);
    vips.unref(image);
    return 0;
}

cvips_picture *cvips_decode(const void *bytes, size_t count, int width) {
    vips.error_clear();
    VipsImage *image = NULL;
    // Turns by the EXIF orientation, reads an embedded profile (CMYK too) and comes out in sRGB.
    if (vips.thumbnail(
            (void *)bytes, count, &image, width, "height", MAX_COORD, "size", SIZE_DOWN, "export_profile", "srgb", "option_string", "[fail_on=truncated]",
            NULL)) {
        fail(vips.error());
        return NULL;
    }
    return in_memory(image);
}

cvips_picture *cvips_shrink(cvips_picture *picture, int width) {
    vips.error_clear();
    VipsImage *image = NULL;
    if (vips.thumbnail_image(
            (VipsImage *)picture, &image, width, "height", MAX_COORD, "size", SIZE_DOWN, "no_rotate", 1, NULL)) {
        fail(vips.error());
        return NULL;
    }
    return in_memory(image);
}

int cvips_width(cvips_picture *picture) { return vips.width((VipsImage *)picture); }
int cvips_height(cvips_picture *picture) { return vips.height((VipsImage *)picture); }

static int jpeg(VipsImage *image, int quality, void **bytes, size_t *count) {
    if (!vips.alpha(image)) return vips.jpegsave(image, bytes, count, "Q", quality, "optimize_coding", 1, "interlace", 1, "strip", 1, NULL);
    VipsImage *flat = NULL;
    const double white[] = {255, 255, 255};
    void *background = vips.array(white, 3);
    int failed = vips.flatten(image, &flat, "background", background, NULL);
    vips.area_unref(background);
    if (failed) return failed;
    failed = vips.jpegsave(flat, bytes, count, "Q", quality, "optimize_coding", 1, "interlace", 1, "strip", 1, NULL);
    vips.unref(flat);
    return failed;
}

static size_t little32(const unsigned char *at) { return at[0] | at[1] << 8 | at[2] << 16 | (size_t)at[3] << 24; }

// libvips gives every WebP an EXIF block of its own (a resolution nobody needs): a kilobyte in the smallest of pictures. Out with it, and with what else is no picture.
static size_t webp_plain(unsigned char *bytes, size_t count) {
    if (count < 30 || memcmp(bytes + 12, "VP8X", 4)) return count;
    size_t from = 12, to = 12;
    while (from + 8 <= count) {
        size_t length = 8 + little32(bytes + from + 4);
        length += length & 1;
        if (length > count - from) length = count - from;
        if (memcmp(bytes + from, "EXIF", 4) && memcmp(bytes + from, "XMP ", 4) && memcmp(bytes + from, "ICCP", 4)) {
            memmove(bytes + to, bytes + from, length);
            to += length;
        }
        from += length;
    }
    bytes[20] &= (unsigned char)~0x2C;
    for (int i = 0; i < 4; i++) bytes[4 + i] = (unsigned char)((to - 8) >> (8 * i));
    return to;
}

int cvips_encode(cvips_picture *picture, unsigned format, int fine, void **bytes, size_t *count) {
    VipsImage *image = (VipsImage *)picture;
    int failed = -1;
    vips.error_clear();
    *bytes = NULL;
    *count = 0;
    switch (format) {
    // The fastest of aom's speeds: on photographs as small as slower ones, and a fifth of their time (docs/performance.md).
    case CVIPS_AVIF: failed = vips.heifsave(image, bytes, count, "Q", fine ? 75 : 56, "compression", HEIF_AV1, "effort", 0, "strip", 1, NULL); break;
    case CVIPS_WEBP: failed = vips.webpsave(image, bytes, count, "Q", fine ? 92 : 75, "effort", 2, "strip", 1, NULL); break;
    case CVIPS_JPEG: failed = jpeg(image, fine ? 92 : 80, bytes, count); break;
    case CVIPS_PNG: failed = vips.pngsave(image, bytes, count, "compression", 6, "strip", 1, NULL); break;
    default: return fail("unknown format");
    }
    if (!failed && format == CVIPS_WEBP) *count = webp_plain(*bytes, *count);
    return failed ? fail(vips.error()) : 0;
}

unsigned cvips_formats(void) {
    unsigned found = 0;
    VipsImage *black = NULL, *grey = NULL;
    vips.error_clear();
    if (vips.black(&black, 64, 64, "bands", 3, NULL)) return 0;
    // As sRGB, or the encoders take it for three numbers without a meaning.
    int failed = vips.copy(black, &grey, "interpretation", SRGB, NULL);
    vips.unref(black);
    if (failed) return 0;
    for (unsigned format = CVIPS_AVIF; format <= CVIPS_PNG; format <<= 1) {
        void *bytes = NULL;
        size_t count = 0;
        if (cvips_encode((cvips_picture *)grey, format, 0, &bytes, &count)) continue;
        // Reading it back opens what the decoders want to open, while there is still something to open.
        cvips_picture *again = cvips_decode(bytes, count, 32);
        if (again) {
            found |= format;
            cvips_close(again);
        }
        cvips_free(bytes);
    }
    vips.unref(grey);
    return found;
}

void cvips_close(cvips_picture *picture) { if (picture) vips.unref(picture); }
void cvips_free(void *bytes) { if (bytes) vips.free(bytes); }
