/* The footprint of remelt aluminium ingot by hand: what an engineer writes for this one standard.
 *
 * One plant after another: its processes in kgCO2e of the period, then each by the share of it that
 * goes into a tonne of ingot. Two parts are kept: electrolysis, and CF4. `footprints` checks nothing.
 * `checked_footprints` tells besides which plants cannot be calculated like that: something needed is
 * absent, something is given that nobody asks for, a number is outside its limits, a factor is not
 * there, or something would be divided by 0. The factors and limits are those of the standard, where
 * their sources stand; tests/bench/test_by_hand.py holds both to the calculator's.
 */
#include <math.h>

enum { OF_ANODES = 12 };

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

typedef struct {
    double grid;        /* kgCO2e/MWh */
    double quicklime;   /* kgCO2e/t */
    double coal_supply; /* kgCO2e/t */
    const double *power; /* kgCO2e/kWh, by technology */
} Factors;

static inline Factors factors_of(const Plants *p, double year)
{
    return year >= 2024 ? (Factors){577.7, 1157.746345, 162.6438388, p->power_2024}
                        : (Factors){620.5, 1159.7995928, 164.3707083, p->power_2023};
}

static inline double factor_of_supply(const Plants *p, long r, const Factors *of)
{
    int kind = p->kind[r];
    if (kind == p->kinds[0])
        return of->grid;
    if (kind == p->kinds[1])
        return of->power[p->technology[r]] * 1000;
    if (kind == p->kinds[2])
        return (of->power[p->technology[r]] + 0.0327) * 1000;
    return p->own_factor[r] * 1000;
}

static inline double intensity_of(const Plants *p, long i, double *ratio)
{
    int cell = p->cell[i];
    if (p->has_measured[i]) {
        *ratio = p->ratio[i];
        return p->measured[i] / (p->collected[i] * 0.01);
    }
    if (p->has_effects[i] && p->has_duration[i]) {
        *ratio = p->slope_ratio[cell];
        return p->slope[cell] * p->effects[i] * p->duration[i];
    }
    if (p->has_overvoltage[i] && p->has_efficiency[i] && p->over[cell] == p->over[cell]) {
        *ratio = p->over_ratio[cell];
        return p->over[cell] * p->overvoltage[i] / p->efficiency[i];
    }
    *ratio = 0.1;
    return 0.034;
}

/* Calculate a plant whose power was `power` MWh at `per_mwh` kgCO2e. */
static inline void calculate(const Plants *p, long i, const Factors *of, double per_mwh, double *cfp,
                             double *electrolysis, double *cf4)
{
    double heat = p->steam[i] / (p->boiler_efficiency[i] * 0.01); /* GJ */
    double refining = p->bauxite[i] * (80 + p->bauxite_distance[i] * 0.010)
                      + p->refining_power[i] * of->grid + p->refining_gas[i] * (0.608 + 2.16)
                      + p->caustic[i] * 1590 + p->lime[i] * of->quicklime
                      + heat * (of->coal_supply / p->coal_heat_value[i] + 94.6);
    double alumina = refining / p->alumina[i] * p->alumina_used[i];

    double own = 0, covered = 0;
    if (p->has_anode_plant[i]) {
        double net = p->baked[i] - p->butts[i];
        double anodes = (p->coke[i] + p->packing[i]) * p->coke_footprint[i]
                        + p->pitch[i] * p->pitch_footprint[i] + p->anode_power[i] * per_mwh
                        + p->anode_gas[i] * (0.608 + 2.16)
                        + (p->packing[i] * p->packing_carbon[i]
                           + (p->green[i] - p->baked[i]) * p->volatile_carbon[i])
                              * (10 * 44 / 12.0);
        covered = fmin(1, fmax(net, 0) / p->anode[i]);
        own = anodes / net * p->anode[i] * covered;
    }

    double ratio, intensity = intensity_of(p, i, &ratio);
    double low = p->has_measured[i] ? 0 : p->has_low_voltage[i] ? p->low_voltage[i] : 0.009;
    double of_cf4 = (intensity + low) * p->liquid[i] * 7380;
    double residues = 0;
    for (long r = p->residues[i]; r < p->residues[i + 1]; r++)
        residues += p->treated[r] * p->treatment[r];
    double cells = p->anode[i] * 376 * (1 - covered) + p->fluoride[i] * 3500 + p->liquid[i] * 60
                   + (p->alumina_used[i] * p->alumina_distance[i]
                      + p->anode[i] * p->anode_distance[i])
                         * 0.010
                   + p->anode[i] * (1 - p->sulphur[i] * 0.01 - p->ash[i] * 0.01) * (1000 * 44 / 12.0)
                   + of_cf4 + intensity * ratio * p->liquid[i] * 12400 + residues;

    double casting = p->casting_power[i] * per_mwh + p->casting_gas[i] * (0.608 + 2.16);
    double level = p->metal[i] / (p->liquid[i] * p->ingot[i]);
    cfp[i] = level * (cells + alumina + own + p->power[i] * per_mwh) + casting / p->ingot[i];
    electrolysis[i] = level * cells;
    cf4[i] = level * of_cf4;
}

void footprints(long size, const Plants *p, double *cfp, double *electrolysis, double *cf4)
{
    for (long i = 0; i < size; i++) {
        Factors of = factors_of(p, p->year[i]);
        double bought = 0, power = 0;
        for (long r = p->supplies[i]; r < p->supplies[i + 1]; r++) {
            power += p->supplied[r];
            bought += p->supplied[r] * factor_of_supply(p, r, &of);
        }
        calculate(p, i, &of, bought / power, cfp, electrolysis, cf4);
    }
}

/* A number outside its limits, to twelve digits. */
static inline int outside(double value, double low, double high)
{
    return !(value >= low * (1 - 1e-12) && value <= high * (1 + 1e-12));
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

static inline int anodes_are_wrong(const Plants *p, long i)
{
    int all = 1;
    for (int n = 0; n < OF_ANODES; n++)
        all &= p->has_of_anodes[n][i];
    return !all | (p->baked[i] - p->butts[i] == 0) | outside(p->packing_carbon[i], 0, 100)
           | outside(p->volatile_carbon[i], 0, 100);
}

static inline int measured_is_wrong(const Plants *p, long i)
{
    return !(p->has_collected[i] & p->has_ratio[i]) | !(p->measured[i] >= 0)
           | outside(p->collected[i], 1, 100) | outside(p->ratio[i], 0, 1);
}

static inline int plant_is_wrong(const Plants *p, long i, int undated)
{
    int wrong = outside(p->boiler_efficiency[i], 1, 100) | outside(p->coal_heat_value[i], 8, 35)
                | outside(p->sulphur[i], 0, 10) | outside(p->ash[i], 0, 5)
                | outside(p->aluminium_content[i], 0, 100) | (p->alumina[i] == 0)
                | (p->liquid[i] == 0) | (p->ingot[i] == 0)
                | (undated & ((p->refining_power[i] != 0) | (p->lime[i] != 0) | (p->steam[i] != 0)));
    if (p->has_effects[i])
        wrong |= !(p->effects[i] >= 0);
    if (p->has_duration[i])
        wrong |= !(p->duration[i] >= 0);
    if (p->has_overvoltage[i])
        wrong |= !(p->overvoltage[i] >= 0);
    if (p->has_efficiency[i])
        wrong |= outside(p->efficiency[i], 80, 100);
    if (p->has_low_voltage[i])
        wrong |= !(p->low_voltage[i] >= 0);
    if (p->has_measured[i])
        wrong |= measured_is_wrong(p, i);
    if (p->has_anode_plant[i])
        wrong |= anodes_are_wrong(p, i);
    return wrong;
}

void checked_footprints(long size, const Plants *p, double *cfp, double *electrolysis, double *cf4,
                        unsigned char *wrong)
{
    for (long i = 0; i < size; i++) {
        Factors of = factors_of(p, p->year[i]);
        int undated = p->year[i] < 2023, bad = plant_is_wrong(p, i, undated);
        double bought = 0, power = 0;
        for (long r = p->supplies[i]; r < p->supplies[i + 1]; r++) {
            bad |= supply_is_wrong(p, r, undated);
            power += p->supplied[r];
            bought += p->supplied[r] * factor_of_supply(p, r, &of);
        }
        wrong[i] = bad | (power == 0);
        calculate(p, i, &of, bought / power, cfp, electrolysis, cf4);
    }
}
