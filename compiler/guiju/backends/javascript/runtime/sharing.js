// Who gets how much of a source, and how what a process adds is divided among its products.

/** Let each source serve those who have no other first, then the limited draws pro rata. */
function covered(run) {
    const needs = wanted(run, true);
    const firm = wanted(run, false);
    const parts = new Map();
    for (const draw of run.draws.filter((one) => one.limited)) {
        const left = supplyOf(run, draw) - (firm.get(draw.source) ?? 0);
        const supply = left > 0 || Number.isNaN(left) ? left : 0;
        const need = needs.get(draw.source);
        const part = supply >= need ? 1 : need ? supply / need : NaN;
        parts.set(placeOf(draw.flow, draw.row), part);
    }
    return parts;
}

/** Add up by source what is drawn from it. */
function wanted(run, limited) {
    return summed(run.draws.filter((d) => d.limited === limited).map((d) => [d.source, d.amount]));
}

/** Give the amount of a draw's source: none of a process that does not run. */
function supplyOf(run, draw) {
    if (run.spoiled.has(draw.supplier)) return NaN;
    return run.outputs.find((output) => output.flow === draw.source)?.amount ?? 0;
}

/** Give the draws with what each truly takes of its source. */
function taken(run, parts) {
    const found = [];
    for (const draw of run.draws) {
        const part = draw.limited ? parts.get(placeOf(draw.flow, draw.row)) : 1;
        if (part !== 0) found.push({ ...draw, amount: draw.amount * part });
    }
    return found;
}

function summed(pairs) {
    const sums = new Map();
    for (const [name, value] of pairs) sums.set(name, (sums.get(name) ?? 0) + value);
    return sums;
}

/** Divide 1 among the products of a part of a process: fixed shares first, the rest by bases. */
function sharesOf(run, outputs) {
    const free = outputs.filter((output) => output.share === null);
    const fixed = outputs.filter((output) => output.share !== null);
    const rest = 1 - sum(fixed.map((output) => output.share));
    const bases = new Map(free.map((output) => [output.flow, output.basis ?? 1]));
    const whole = sum([...bases.values()]);
    if (free.length > 1 && whole === 0) {
        reportNoBasis(run, free);
        return outputs.map(() => NaN);
    }
    const divide = (basis) => (whole === 0 ? rest : (rest * basis) / whole);
    const shares = outputs.map((o) => (o.share === null ? divide(bases.get(o.flow)) : o.share));
    const total = sum(shares);
    const divides = Math.min(...shares) >= -NEAR && Math.abs(total - 1) <= NEAR;
    if (Number.isNaN(total) || divides) return shares;
    reportShares(run, outputs, shares);
    return outputs.map(() => NaN);
}

/** Report products whose allocation bases add up to 0. */
function reportNoBasis(run, free) {
    const { process, part } = free[0];
    if (run.rules.excluded.has(process)) return;
    const products = free.map((output) => output.flow).join(", ");
    const values = { what: run.label(part), products };
    run.find(finding("NO_ALLOCATION_BASIS", part, values, { clause: process }));
}

/** Report shares that are negative or do not sum to 1. */
function reportShares(run, outputs, shares) {
    const { process, part } = outputs[0];
    if (run.rules.excluded.has(process)) return;
    const each = outputs.map((output, at) => `${output.flow} ${general(shares[at], 6)}`);
    const values = { what: run.label(part), shares: each.join(", ") };
    run.find(finding("SHARES_DO_NOT_DIVIDE", part, values, { clause: process }));
}
