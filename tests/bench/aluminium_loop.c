/* The footprint of remelt aluminium ingot by hand: what an engineer writes for this one standard.
 *
 * One plant after another: its processes in kgCO2e of the period, then each by the share of it that
 * goes into a tonne of ingot. Two parts are kept: electrolysis, and CF4. Nothing is checked: no
 * limit, no absent datum that must be there, no division by 0. The factors are those of the standard,
 * where their sources stand; tests/bench/test_by_hand.py holds the results to the calculator's.
 */
#include <math.h>

typedef struct {
    const double *year;
    const unsigned char *has_anode_plant;
    /* refining */
    const double *alumina, *bauxite, *refining_power, *refining_gas, *caustic, *lime, *steam;
    const double *boiler_efficiency, *coal_heat_value, *bauxite_distance;
    /* anode production */
    const double *baked, *butts, *coke, *coke_footprint, *pitch, *pitch_footprint, *packing;
    const double *anode_power, *anode_gas, *packing_carbon, *green, *volatile_carbon;
    /* power supply */
    const long *supplies;
    const int *kind, *technology;
    const double *supplied, *own_factor;
    /* electrolysis */
    const double *liquid, *alumina_used, *anode, *fluoride, *power, *alumina_distance;
    const double *anode_distance, *sulphur, *ash;
    const int *cell;
    const double *effects, *duration, *overvoltage, *efficiency, *measured, *collected, *ratio;
    const double *low_voltage;
    const unsigned char *has_effects, *has_duration, *has_overvoltage, *has_efficiency;
    const unsigned char *has_measured, *has_low_voltage;
    const long *residues;
    const double *treatment, *treated;
    /* casting */
    const double *ingot, *metal, *casting_power, *casting_gas;
    /* tables by the number of a word: nan where there is no row */
    const double *slope, *slope_ratio, *over, *over_ratio, *power_2023, *power_2024;
    const int *kinds; /* grid, direct line, certificate, captive coal */
} Plants;

static double intensity_of(const Plants *p, long i, double *ratio)
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

void footprints(long size, const Plants *p, double *cfp, double *electrolysis, double *cf4)
{
    for (long i = 0; i < size; i++) {
        int late = p->year[i] == 2024;
        double grid = late ? 577.7 : 620.5;           /* kgCO2e/MWh */
        double quicklime = late ? 1157.746345 : 1159.7995928; /* kgCO2e/t */
        double coal_supply = late ? 162.6438388 : 164.3707083;
        const double *by_kind = late ? p->power_2024 : p->power_2023;

        double bought = 0, power = 0;
        for (long r = p->supplies[i]; r < p->supplies[i + 1]; r++) {
            int kind = p->kind[r];
            double factor = kind == p->kinds[0]   ? grid
                            : kind == p->kinds[1] ? by_kind[p->technology[r]] * 1000
                            : kind == p->kinds[2] ? (by_kind[p->technology[r]] + 0.0327) * 1000
                                                  : p->own_factor[r] * 1000;
            power += p->supplied[r];
            bought += p->supplied[r] * factor;
        }
        double per_mwh = bought / power;

        double heat = p->steam[i] / (p->boiler_efficiency[i] * 0.01); /* GJ */
        double refining = p->bauxite[i] * (80 + p->bauxite_distance[i] * 0.010)
                          + p->refining_power[i] * grid + p->refining_gas[i] * (0.608 + 2.16)
                          + p->caustic[i] * 1590 + p->lime[i] * quicklime
                          + heat * (coal_supply / p->coal_heat_value[i] + 94.6);
        double alumina = refining / p->alumina[i] * p->alumina_used[i];

        double own = 0, covered = 0;
        if (p->has_anode_plant[i]) {
            double net = p->baked[i] - p->butts[i];
            double anodes = (p->coke[i] + p->packing[i]) * p->coke_footprint[i]
                            + p->pitch[i] * p->pitch_footprint[i] + p->anode_power[i] * per_mwh
                            + p->anode_gas[i] * (0.608 + 2.16)
                            + (p->packing[i] * p->packing_carbon[i]
                               + (p->green[i] - p->baked[i]) * p->volatile_carbon[i])
                                  * 10 * 44 / 12;
            covered = fmin(1, net / p->anode[i]);
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
                       + p->anode[i] * (1 - p->sulphur[i] * 0.01 - p->ash[i] * 0.01) * 1000 * 44 / 12
                       + of_cf4 + intensity * ratio * p->liquid[i] * 12400 + residues;

        double casting = p->casting_power[i] * per_mwh + p->casting_gas[i] * (0.608 + 2.16);
        double level = p->metal[i] / p->liquid[i] / p->ingot[i];
        cfp[i] = level * (cells + alumina + own + p->power[i] * per_mwh) + casting / p->ingot[i];
        electrolysis[i] = level * cells;
        cf4[i] = level * of_cf4;
    }
}
