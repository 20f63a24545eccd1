/* The footprint of remelt aluminium ingot by hand: what an engineer writes for this one standard.
 *
 * Some plants at a time: their columns are copied side by side, since columns as they come begin at
 * the same place of a page and drive each other out of the cache; then each step is a loop that the
 * compiler turns into one over vectors. The processes are calculated in kgCO2e of the period, then by
 * the share of them that goes into a tonne of ingot. Two parts are kept: electrolysis, and CF4.
 *
 * `footprints` checks nothing. `checked_footprints` tells besides which plants cannot be calculated
 * like that: something needed is absent, something is given that nobody asks for, a number is outside
 * its limits, a factor is not there, or something would be divided by 0. The factors and limits are
 * those of the standard, where their sources stand; tests/bench/test_by_hand.py holds both to the
 * calculator's.
 */
#include <math.h>
#include <string.h>

#pragma GCC optimize("no-trapping-math") /* both branches of a choice may be calculated */

enum { MOST = 256, APART = 8, OF_ANODES = 12 };

typedef struct {
    const double *year, *aluminium_content;
    const unsigned char *has_anode_plant;
    /* refining */
    const double *alumina, *bauxite, *refining_power, *refining_gas, *caustic, *lime, *steam;
    const double *boiler_efficiency, *coal_heat_value, *bauxite_distance;
    /* anode production */
    const double *baked, *butts, *coke, *coke_footprint, *pitch, *pitch_footprint, *packing;
    const double *anode_power, *anode_gas, *packing_carbon, *green, *volatile_carbon;
    const unsigned char *has_of_anodes[OF_ANODES];
    /* power supply: a row for each */
    const long *supplies;
    const int *kind, *technology;
    const double *supplied, *own_factor;
    const unsigned char *has_technology, *has_own_factor, *has_certificate, *has_bundled;
    /* electrolysis */
    const double *liquid, *alumina_used, *anode, *fluoride, *power, *alumina_distance;
    const double *anode_distance, *sulphur, *ash;
    const int *cell;
    const double *effects, *duration, *overvoltage, *efficiency, *measured, *collected, *ratio;
    const double *low_voltage;
    const unsigned char *has_effects, *has_duration, *has_overvoltage, *has_efficiency;
    const unsigned char *has_measured, *has_collected, *has_ratio, *has_low_voltage;
    const long *residues;
    const double *treatment, *treated;
    /* casting */
    const double *ingot, *metal, *casting_power, *casting_gas;
    /* tables by the number of a word, -1 where there is none: nan where there is no row */
    const double *slope, *slope_ratio, *over, *over_ratio, *power_2023, *power_2024;
    const int *kinds; /* grid, direct line, certificate, captive coal */
} Plants;

#define NUMBERS(X)                                                                                 \
    X(year) X(alumina) X(bauxite) X(refining_power) X(refining_gas) X(caustic) X(lime) X(steam)    \
    X(boiler_efficiency) X(coal_heat_value) X(bauxite_distance) X(liquid) X(alumina_used) X(anode) \
    X(fluoride) X(power) X(alumina_distance) X(anode_distance) X(sulphur) X(ash) X(ingot) X(metal) \
    X(casting_power) X(casting_gas)
#define OPTIONAL(X)                                                                                \
    X(effects) X(duration) X(overvoltage) X(efficiency) X(measured) X(collected) X(ratio)          \
    X(low_voltage)
#define BY_CELL(X) X(slope) X(slope_ratio) X(over) X(over_ratio)

typedef struct {
#define ROOM(name) double name[MOST + APART];
#define HAS_ROOM(name) double has_##name[MOST + APART];
    NUMBERS(ROOM) OPTIONAL(ROOM) OPTIONAL(HAS_ROOM) BY_CELL(ROOM)
    ROOM(aluminium_content) ROOM(per_mwh) ROOM(own_anodes) ROOM(covered) ROOM(of_residues)
    long wrong[MOST + APART];
} Block;

/* Copy the columns of n plants from i on; what none of them gives is not touched. */
static void take(const Plants *p, long i, long n, Block *restrict b)
{
#define TAKE(name) memcpy(b->name, p->name + i, n * sizeof(double));
    NUMBERS(TAKE)
#define TAKE_GIVEN(name)                                                                           \
    for (long k = 0; k < n; k++)                                                                   \
        b->has_##name[k] = p->has_##name[i + k];                                                   \
    if (memchr(p->has_##name + i, 1, n))                                                           \
        TAKE(name)
    OPTIONAL(TAKE_GIVEN)
#define LOOK_UP(name) b->name[k] = p->name[p->cell[i + k]];
    for (long k = 0; k < n; k++) {
        BY_CELL(LOOK_UP)
    }
}

static inline long outside(double value, double low, double high) /* to twelve digits */
{
    return !(value >= low * (1 - 1e-12)) | !(value <= high * (1 + 1e-12));
}

static inline int supply_is_wrong(const Plants *p, long r, int undated)
{
    int grid = p->kind[r] == p->kinds[0], line = p->kind[r] == p->kinds[1];
    int certificate = p->kind[r] == p->kinds[2], captive = p->kind[r] == p->kinds[3];
    return (p->has_technology[r] != (line | certificate)) | (p->has_own_factor[r] != captive)
           | (p->has_certificate[r] != certificate) | (p->has_bundled[r] != certificate)
           | (captive & !(p->own_factor[r] > 0))
           | ((p->supplied[r] != 0) & (undated | !(grid | line | certificate | captive)));
}

/* The footprint of a MWh of all that a plant was supplied with. */
static inline void supplies(const Plants *p, long i, long n, Block *restrict b, int checked)
{
    for (long k = 0; k < n; k++) {
        int undated = b->year[k] < 2023, wrong = 0;
        double grid = b->year[k] >= 2024 ? 577.7 : 620.5; /* kgCO2e/MWh */
        const double *made_by = b->year[k] >= 2024 ? p->power_2024 : p->power_2023;
        double bought = 0, power = 0;
        for (long r = p->supplies[i + k]; r < p->supplies[i + k + 1]; r++) {
            int kind = p->kind[r];
            double made = made_by[p->technology[r]], own = p->own_factor[r]; /* kgCO2e/kWh */
            made += kind == p->kinds[2] ? 0.0327 : 0;
            double factor = (kind == p->kinds[1] || kind == p->kinds[2] ? made : own) * 1000;
            factor = kind == p->kinds[0] ? grid : factor;
            power += p->supplied[r];
            bought += p->supplied[r] * factor;
            if (checked)
                wrong |= supply_is_wrong(p, r, undated);
        }
        b->per_mwh[k] = bought / power;
        if (checked)
            b->wrong[k] = wrong | (power == 0);
    }
}

static void residues(const Plants *p, long i, long n, Block *restrict b)
{
    memset(b->of_residues, 0, sizeof b->of_residues);
    if (p->residues[i] == p->residues[i + n])
        return;
    for (long k = 0; k < n; k++)
        for (long r = p->residues[i + k]; r < p->residues[i + k + 1]; r++)
            b->of_residues[k] += p->treated[r] * p->treatment[r];
}

static inline int anodes_are_wrong(const Plants *p, long i)
{
    int all = 1;
    for (int n = 0; n < OF_ANODES; n++)
        all &= p->has_of_anodes[n][i];
    return !all | (p->baked[i] - p->butts[i] == 0) | outside(p->packing_carbon[i], 0, 100)
           | outside(p->volatile_carbon[i], 0, 100);
}

/* What the anodes come to that a plant bakes itself, and which part of its anodes they are. */
static inline void anodes(const Plants *p, long start, long n, Block *restrict b, int checked)
{
    memset(b->own_anodes, 0, sizeof b->own_anodes);
    memset(b->covered, 0, sizeof b->covered);
    if (!memchr(p->has_anode_plant + start, 1, n))
        return;
    for (long k = 0; k < n; k++) {
        long i = start + k;
        if (!p->has_anode_plant[i])
            continue;
        double net = p->baked[i] - p->butts[i];
        double made = (p->coke[i] + p->packing[i]) * p->coke_footprint[i]
                      + p->pitch[i] * p->pitch_footprint[i] + p->anode_power[i] * b->per_mwh[k]
                      + p->anode_gas[i] * (0.608 + 2.16)
                      + (p->packing[i] * p->packing_carbon[i]
                         + (p->green[i] - p->baked[i]) * p->volatile_carbon[i])
                            * (10 * 44 / 12.0);
        b->covered[k] = fmin(1, fmax(net, 0) / b->anode[k]);
        b->own_anodes[k] = made / net * b->anode[k] * b->covered[k];
        if (checked)
            b->wrong[k] |= anodes_are_wrong(p, i);
    }
}

static void calculate(const Block *restrict b, long n, double *restrict cfp,
                      double *restrict electrolysis, double *restrict cf4)
{
    for (long k = 0; k < n; k++) {
        int late = b->year[k] >= 2024;
        double grid = late ? 577.7 : 620.5;
        double quicklime = late ? 1157.746345 : 1159.7995928; /* kgCO2e/t */
        double coal_supply = late ? 162.6438388 : 164.3707083;
        double heat = b->steam[k] * 100 / b->boiler_efficiency[k]; /* GJ */
        double refining = b->bauxite[k] * (80 + b->bauxite_distance[k] * 0.010)
                          + b->refining_power[k] * grid + b->refining_gas[k] * (0.608 + 2.16)
                          + b->caustic[k] * 1590 + b->lime[k] * quicklime
                          + heat * (coal_supply / b->coal_heat_value[k] + 94.6);
        double alumina = refining / b->alumina[k] * b->alumina_used[k];

        /* CF4 in kg/t, and kg of C2F6 for each, by the first tier that there is */
        double own = b->measured[k] * 100 / b->collected[k], own_ratio = b->ratio[k];
        double by_slope = b->slope[k] * b->effects[k] * b->duration[k], ratio = b->slope_ratio[k];
        double by_over = b->over[k] * b->overvoltage[k] / b->efficiency[k];
        double over_ratio = b->over_ratio[k], low = b->low_voltage[k];
        int has_own = b->has_measured[k] != 0;
        int has_slope = (b->has_effects[k] != 0) & (b->has_duration[k] != 0);
        int has_over = (b->has_overvoltage[k] != 0) & (b->has_efficiency[k] != 0)
                       & (b->over[k] == b->over[k]);
        double intensity = has_own ? own : has_slope ? by_slope : has_over ? by_over : 0.034;
        ratio = has_own ? own_ratio : has_slope ? ratio : has_over ? over_ratio : 0.1;
        low = has_own ? 0 : b->has_low_voltage[k] != 0 ? low : 0.009;

        double of_cf4 = (intensity + low) * b->liquid[k] * 7380;
        double way = b->alumina_used[k] * b->alumina_distance[k] + b->anode[k] * b->anode_distance[k];
        double burnt = 1 - b->sulphur[k] * 0.01 - b->ash[k] * 0.01;
        double cells = b->anode[k] * (376 * (1 - b->covered[k]) + burnt * (1000 * 44 / 12.0))
                       + b->fluoride[k] * 3500 + b->liquid[k] * 60 + way * 0.010 + of_cf4
                       + intensity * ratio * b->liquid[k] * 12400 + b->of_residues[k];

        double casting = b->casting_power[k] * b->per_mwh[k] + b->casting_gas[k] * (0.608 + 2.16);
        double others = alumina + b->own_anodes[k] + b->power[k] * b->per_mwh[k];
        double level = b->metal[k] / (b->liquid[k] * b->ingot[k]);
        cfp[k] = level * (cells + others) + casting / b->ingot[k];
        electrolysis[k] = level * cells;
        cf4[k] = level * of_cf4;
    }
}

static void check(Block *restrict b, long n)
{
    for (long k = 0; k < n; k++) {
        long undated = b->year[k] < 2023;
        long wrong = outside(b->boiler_efficiency[k], 1, 100) | outside(b->coal_heat_value[k], 8, 35)
                     | outside(b->sulphur[k], 0, 10) | outside(b->ash[k], 0, 5)
                     | outside(b->aluminium_content[k], 0, 100) | (b->alumina[k] == 0)
                     | (b->liquid[k] == 0) | (b->ingot[k] == 0);
        long dated = (b->refining_power[k] != 0) | (b->lime[k] != 0) | (b->steam[k] != 0);
        b->wrong[k] |= wrong | (undated & dated);
    }
    for (long k = 0; k < n; k++) {
        long measured = b->has_measured[k] != 0, over = b->has_overvoltage[k] != 0;
        long wrong = (b->has_collected[k] == 0) | (b->has_ratio[k] == 0) | !(b->measured[k] >= 0)
                     | outside(b->collected[k], 1, 100) | outside(b->ratio[k], 0, 1);
        long efficiency = b->has_efficiency[k] != 0, low = b->has_low_voltage[k] != 0;
        long effects = b->has_effects[k] != 0, duration = b->has_duration[k] != 0;
        b->wrong[k] |= (measured & wrong) | (over & !(b->overvoltage[k] >= 0))
                       | (efficiency & outside(b->efficiency[k], 80, 100))
                       | (low & !(b->low_voltage[k] >= 0)) | (effects & !(b->effects[k] >= 0))
                       | (duration & !(b->duration[k] >= 0));
    }
}

void footprints(long size, const Plants *p, double *cfp, double *electrolysis, double *cf4)
{
    Block b __attribute__((aligned(64)));
    memset(&b, 0, sizeof b);
    for (long i = 0; i < size; i += MOST) {
        long n = size - i < MOST ? size - i : MOST;
        take(p, i, n, &b);
        supplies(p, i, n, &b, 0);
        residues(p, i, n, &b);
        anodes(p, i, n, &b, 0);
        calculate(&b, n, cfp + i, electrolysis + i, cf4 + i);
    }
}

void checked_footprints(long size, const Plants *p, double *cfp, double *electrolysis, double *cf4,
                        unsigned char *wrong)
{
    Block b __attribute__((aligned(64)));
    memset(&b, 0, sizeof b);
    for (long i = 0; i < size; i += MOST) {
        long n = size - i < MOST ? size - i : MOST;
        take(p, i, n, &b);
        memcpy(b.aluminium_content, p->aluminium_content + i, n * sizeof(double));
        supplies(p, i, n, &b, 1);
        residues(p, i, n, &b);
        anodes(p, i, n, &b, 1);
        calculate(&b, n, cfp + i, electrolysis + i, cf4 + i);
        check(&b, n);
        for (long k = 0; k < n; k++)
            wrong[i + k] = b.wrong[k];
    }
}
