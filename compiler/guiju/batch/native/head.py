"""What every kernel begins with: vectors of several declarations, and how they are read and kept.

A truth is a mask of all bits or none, as wide as a number. Vectors are those of GCC and Clang,
of as many numbers as the processor takes at once; no operation on them rounds otherwise than that
on one number.
"""

AT_ONCE = 256
"""Declarations, and rows, of one piece."""
LINE = 64
"""Bytes of a line of the cache. One lies between two columns in a room, lest all of them fall into
the same part of it."""
HEAD = f"""\
#include <math.h>
#include <string.h>
#if defined __AVX2__ && defined __has_builtin
#if __has_builtin(__builtin_ia32_blendvpd256)
#define BLEND __builtin_ia32_blendvpd256
#endif
#endif
enum {{ MOST = {AT_ONCE}, LINE = {LINE} }};
#ifdef __AVX__
enum {{ LANES = 4 }};
#define EACH_LANE(of) of(0), of(1), of(2), of(3)
#else
enum {{ LANES = 2 }};
#define EACH_LANE(of) of(0), of(1)
#endif
typedef unsigned char truth;
typedef int word;
typedef double real;
typedef long bits;
typedef real number __attribute__((vector_size(LANES * sizeof(real))));
typedef bits mask __attribute__((vector_size(LANES * sizeof(bits))));
typedef mask choices;
typedef int halves __attribute__((vector_size(2 * LANES * sizeof(int))));
#define VALUE(i) value
#define FROM(i) from[i]
#define ENTRY(i) table[(int) at[i]]

static inline number all(real value)
{{
    return (number){{EACH_LANE(VALUE)}};
}}

static inline mask each(bits value)
{{
    return (mask){{EACH_LANE(VALUE)}};
}}

static inline number numbers(const real *from)
{{
    number found;
    memcpy(&found, from, sizeof found);
    return found;
}}

static inline mask masks(const bits *from)
{{
    mask found;
    memcpy(&found, from, sizeof found);
    return found;
}}

/* Of the bytes of some truths, all of them in every lane, each lane keeps its own. */
static inline mask truths(const truth *from)
{{
    static const truth sieve[] = {{1, [9] = 1, [18] = 1, [27] = 1, [31] = 0}};
    int value = 0;
    mask own;
    memcpy(&value, from, LANES);
    memcpy(&own, sieve, sizeof own);
    halves found = {{EACH_LANE(VALUE), EACH_LANE(VALUE)}};
    return (mask) (((mask) found & own) == own);
}}

static inline choices words(const word *from)
{{
    return (choices){{EACH_LANE(FROM)}};
}}

static inline void keep_numbers(real *to, number value)
{{
    memcpy(to, &value, sizeof value);
}}

static inline void keep_masks(bits *to, mask value)
{{
    memcpy(to, &value, sizeof value);
}}

/* One of two values, without a branch. */
static inline mask of(mask holds, mask then, mask otherwise)
{{
    return (holds & then) | (~holds & otherwise);
}}

static inline number chosen(mask holds, number then, number otherwise)
{{
#ifdef BLEND
    return BLEND(otherwise, then, (number) holds);
#else
    return (number) of(holds, (mask) then, (mask) otherwise);
#endif
}}

static inline number entry(const real *table, number at)
{{
    return (number){{EACH_LANE(ENTRY)}};
}}

static inline mask truth_of(const bits *table, number at)
{{
    return (mask){{EACH_LANE(ENTRY)}};
}}

static inline number place_of(const real *table, choices at)
{{
    return (number){{EACH_LANE(ENTRY)}};
}}

#define EACH(name, value)                        \\
    static inline number name(number x, number y) \\
    {{                                            \\
        (void) y;                                \\
        for (int i = 0; i < LANES; i++)          \\
            x[i] = value;                        \\
        return x;                                \\
    }}
EACH(exp_of, exp(x[i]))
EACH(ln_of, log(x[i]))
EACH(root_of, sqrt(x[i]))
EACH(raised, pow(x[i], y[i]))
EACH(rounded, copysign(floor(fabs(x[i]) + 0.5), x[i]))

/* A column that does not move is the same everywhere and stands in one piece; of any other, words
   behind the last piece are read and not used, and must be words. */
static inline void begin_column(void *to, const void *from, long moves, long size)
{{
    if (moves)
        memset(to, 0, MOST * size);
    else
        memcpy(to, from, MOST * size);
}}

/* Copy a piece of a column, one after another as memory likes it; give where the next one is. */
static inline const char *copied(void *to, const void *from, long moves, long at, long count,
                                 long size)
{{
    const char *here = (const char *) from + at * size;
    if (!moves)
        return from;
    memcpy(to, here, count * size);
    return here + MOST * size;
}}

"""
