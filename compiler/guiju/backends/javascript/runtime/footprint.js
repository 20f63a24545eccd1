// The footprint of one product under one rule book, with everything that adds up to it.

const ORIGINS = ["fossil", "biogenic", "land_use", "aircraft"];
/** Name of the line of gases that a factor in CO2e does not tell apart. */
const BACKGROUND = "CO2e";

/** Give for each part of a process how much of its period is due to an amount of a flow. */
function activity(network, flow, amount) {
    const demand = new Map([[flow, amount]]);
    const needed = new Map();
    for (const loop of network.loops().reverse()) {
        for (const [part, level] of levelsOfLoop(network, loop, demand)) {
            needed.set(part, level);
            for (const draw of level === 0 ? [] : (network.draws.get(part) ?? [])) {
                if (loop.includes(draw.supplier)) continue;
                const before = demand.get(draw.source) ?? 0;
                demand.set(draw.source, before + level * draw.amount);
            }
        }
    }
    return needed;
}

/** Give the level of each part of a loop for the demand on it from outside. */
function levelsOfLoop(network, loop, demand) {
    const parts = network.partsOf(loop);
    let due = parts.map((part) => {
        const isAsked = ({ flow }) => demand.has(flow) && demand.get(flow) !== 0;
        const asked = (network.outputs.get(part) ?? []).filter(isAsked);
        const rate = ({ flow }) => network.rates.get(`${part} ${flow}`);
        return sum(asked.map((output) => demand.get(output.flow) * rate(output)));
    });
    const takes = network.takes(loop);
    const takesSome = takes.some((row) => row.some((part) => part !== 0));
    if (due.some((level) => level !== 0) && takesSome) {
        const stuck = loop.some((process) => network.stuck.has(process));
        const whole = sum(takes.map(sum)) + sum(due);
        if (stuck || Number.isNaN(whole)) {
            due = parts.map(() => NaN);
        } else {
            due = solve(oneLess(transposed(takes)), due);
        }
    }
    return parts.map((part, at) => [part, due[at]]);
}

/** Give the footprint of a product. */
function footprintOf(network, product) {
    const { run } = network;
    const reference = run.attempt(product.flow, () => product.reference_flow(run));
    const intensity = network.intensities.get(product.flow) ?? NaN;
    if (run.outputs.some((output) => output.flow === product.flow && output.amount === 0)) {
        network.reportZeroOutput(product.flow);
    }
    const levels = activity(network, product.flow, reference);
    const isKnown = !Number.isNaN(intensity) && addDownstream(network, levels, product, reference);
    const takesPart = (c) => levels.has(c.part) && levels.get(c.part) !== 0;
    const counted = run.contributions.filter((c) => !c.leftOut && takesPart(c));
    const weighted = counted.map((c) => [c, levels.get(c.part) * network.value(c)]);
    const cfp = isKnown ? sum(weighted.map(([, value]) => value)) : NaN;
    const beside = sum(counted.map((c) => levels.get(c.part) * c.beside));
    const [largest, total] = exclusions(network, levels, cfp);
    return {
        product,
        cfp: Number.isFinite(cfp) ? cfp : NaN,
        intensity,
        referenceFlow: reference,
        activity: levels,
        weighted,
        biogenicCo2: isKnown ? beside : NaN,
        excludedLargest: largest,
        excludedTotal: total,
        quality: qualityOfFootprint(run, Number.isFinite(cfp) ? weighted : []),
    };
}

/** Add the processes written for an amount of the product, and what they draw. */
function addDownstream(network, levels, product, reference) {
    const { run } = network;
    let isKnown = true;
    for (const [process, [downstream, amount]] of run.rules.downstream) {
        const idle = run.idle.has(process) && !run.spoiled.has(process);
        if (downstream !== product.name || idle) continue;
        const times = run.attempt(product.flow, () => divided(reference, amount(run)));
        levels.set(process, (levels.get(process) ?? 0) + times);
        for (const draw of network.draws.get(process) ?? []) {
            for (const [member, level] of activity(network, draw.source, draw.amount * times)) {
                levels.set(member, (levels.get(member) ?? 0) + level);
            }
        }
        const total = network.totals.get(process);
        isKnown = isKnown && !run.spoiled.has(process) && !Number.isNaN(total);
    }
    return isKnown;
}

/** Compare what the rule book leaves out with the footprint: the largest, and all of it. */
function exclusions(network, levels, cfp) {
    const leftOut = network.run.contributions
        .filter((c) => c.leftOut && levels.has(c.part) && levels.get(c.part) !== 0)
        .map((c) => Math.abs(levels.get(c.part) * network.fullValue(c)));
    if (!leftOut.length && !network.unsized) return [0, 0];
    const total = sum(leftOut);
    if (network.unsized || Number.isNaN(total) || cfp === 0) return [NaN, NaN];
    return [Math.max(...leftOut) / Math.abs(cfp), total / Math.abs(cfp)];
}

/** Add up by gas; factors in CO2e stand in one line of their own. */
function byGas(found) {
    const gases = found.weighted.map(([c, value]) => [c.gas || BACKGROUND, value]);
    return Object.fromEntries(summed(gases));
}

/** Add up by origin. */
function byOrigin(found) {
    const sums = summed(found.weighted.map(([c, value]) => [c.origin, value]));
    const nothing = Object.fromEntries(ORIGINS.map((name) => [name, 0]));
    return { ...nothing, ...Object.fromEntries(sums) };
}

/** Part of all contributions that the most relevant processes make. */
const HOT_PART = 0.8;

/** Rank the processes that together make most of the whole, in absolute value. */
function hotSpots(processes) {
    const sizes = Object.entries(processes).map(([process, value]) => [process, Math.abs(value)]);
    const whole = sizes.reduce((sum, [, size]) => sum + size, 0);
    const ranked = [];
    let reached = 0;
    for (const [process, size] of sizes.sort(([, a], [, b]) => b - a)) {
        if (!(whole > 0) || reached >= HOT_PART) break;
        reached += size / whole;
        ranked.push({ process, share: size / whole, reached });
    }
    return ranked;
}

/** Add up by process, in supply order. */
function byProcess(found) {
    return Object.fromEntries(summed(found.weighted.map(([c, value]) => [c.process, value])));
}

/** Give primary share and score by contribution; null where nothing counts. */
function qualityOfFootprint(run, weighted) {
    const whole = sum(weighted.map(([, value]) => Math.abs(value)));
    if (!(whole > 0)) return { primary_share: null, score: null };
    const { weights } = run.calculator;
    let [primary, score] = [0, 0];
    for (const [contribution, value] of weighted) {
        const evidence = behind(run, contribution.flow, contribution.row);
        if (evidence.primary) primary += Math.abs(value);
        score += Math.abs(value) * sum(weights.map((weight, at) => weight * evidence.levels[at]));
    }
    return { primary_share: primary / whole, score: weights.length ? score / whole : null };
}

/** Tell what data stand behind the value at a path: are all primary, and the worst levels. */
function behind(run, path, row) {
    const places = placesBehind(run, path, row, groupOf(run, path) ?? "");
    const found = places.map((place) => judged(run, place));
    const { indicators } = run.calculator.data_model;
    return {
        primary: found.every((one) => one.primary),
        levels: indicators.map((_, at) => Math.max(1, ...found.map((one) => one.levels[at]))),
    };
}

/** Judge one datum; null stands for a default. */
function judged(run, place) {
    const { indicators } = run.calculator.data_model;
    const given = place === null || run.defaults.has(place) ? null : run.reading.about.get(place);
    if (!given) return { primary: false, levels: indicators.map((one) => one.levels.length) };
    const primary = given.quality === "primary" || given.quality === "site";
    const level = (one) => given.levels[one.name] ?? (primary ? 1 : one.levels.length);
    return { primary, levels: indicators.map(level) };
}

/**
 * Give the places of the collected data behind a path, null for a default; `row` is the row at hand
 * of `group`, and a value that stands in another is meant in all its rows.
 */
function placesBehind(run, path, row, group) {
    const own = groupOf(run, path) ?? "";
    const at = own && own === group ? row : null;
    const place = placeOf(path, at);
    if (!run.behind.has(place)) {
        run.behind.set(place, []); // what reads itself has nothing more behind it
        run.behind.set(place, [...new Set(placesFound(run, path, at, own))]);
    }
    return run.behind.get(place);
}

/** Find them; the index of a series is a number that the rule makes. */
function placesFound(run, path, row, group) {
    if (run.calculator.series.includes(path)) return [];
    if (group && row === null) {
        const rows = [...(run.rowValues.get(group) ?? []).keys()];
        return rows.flatMap((at) => placesBehind(run, path, at, group));
    }
    const place = placeOf(path, row);
    if (run.data.has(path) && !run.fixed.has(path)) return run.collected.has(place) ? [place] : [];
    const tiers = run.calculator.reads.get(path) ?? [];
    const inside = (names) => names.flatMap((name) => placesBehind(run, name, row, group));
    if (tiers.length < 2) return inside(tiers[0] ?? []);
    const chosen = run.tiers.get(place);
    if (chosen === undefined) return [];
    const found = inside(tiers[chosen]);
    return found.length ? found : [null];
}
