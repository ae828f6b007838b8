#include "nn/kernels.h"

#if defined(__x86_64__)
#include <cpuid.h>

/* The register state that the operating system saves: 0x6 is AVX, 0xe6 is AVX-512. */
static uint64_t saved_state(void) {
    unsigned a, b, c, d;
    if (!__get_cpuid(1, &a, &b, &c, &d) || (c & bit_OSXSAVE) == 0 || (c & bit_AVX) == 0) return 0;
    unsigned low, high;
    __asm__ volatile("xgetbv" : "=a"(low), "=d"(high) : "c"(0));
    return (uint64_t)high << 32 | low;
}

static bool processor_has(chy_isa isa) {
    unsigned a, b, c, d;
    if (isa == CHY_ISA_PORTABLE) return true;
    uint64_t saved = saved_state();
    if ((saved & 0x6) != 0x6 || !__get_cpuid_count(7, 0, &a, &b, &c, &d) || (b & bit_AVX2) == 0)
        return false;
    if (isa == CHY_ISA_AVX2) return true;
    const unsigned wanted = bit_AVX512F | bit_AVX512BW | bit_AVX512VL | bit_AVX512DQ;
    return (saved & 0xe6) == 0xe6 && (b & wanted) == wanted && (c & bit_AVX512VNNI) != 0;
}
#else
static bool processor_has(chy_isa isa) {
    return isa == CHY_ISA_PORTABLE;
}
#endif

static bool kernels_of(chy_isa isa, chy_kernels *kernels) {
    if (!processor_has(isa)) return false;
    switch (isa) {
    case CHY_ISA_PORTABLE:
        return chy_kernels_portable(kernels);
    case CHY_ISA_AVX2:
        return chy_kernels_avx2(kernels);
    case CHY_ISA_AVX512_VNNI:
        return chy_kernels_avx512(kernels);
    case CHY_ISA_BEST:
        break;
    }
    return false;
}

chy_status chy_kernels_choose(chy_isa isa, chy_kernels *kernels, chy_error *err) {
    if (isa == CHY_ISA_BEST) {
        if (kernels_of(CHY_ISA_AVX512_VNNI, kernels) || kernels_of(CHY_ISA_AVX2, kernels) ||
            kernels_of(CHY_ISA_PORTABLE, kernels))
            return CHY_OK;
    } else if (kernels_of(isa, kernels)) {
        return CHY_OK;
    }
    return chy_fail(err, CHY_ERROR_ARGUMENT, "instruction set", CHY_NOWHERE, CHY_NOWHERE,
                    "this processor or this build has no kernels for instruction set %d", (int)isa);
}
