// Intensities of all products, from burdens, draws and outputs.
//
// For product k of process p with share a(p,k), burden E_p and draws from_j:
//
//     i(p,k) = a(p,k) · (E_p + Σ_j from_j · i(source of j)) / amount(p,k)
//
// An input that is allocated by itself is a part of its process with shares of its own. Processes
// come suppliers first; those that supply each other are solved together.

/** A loop that gives out less than this part of what it makes counts as giving out nothing. */
const LARGEST = 1e12;
/** How far shares may be from dividing 1. */
const NEAR = 1e-9;

/** Solve a small dense system by elimination with row exchange; null without one solution. */
function solve(rows, right) {
    const size = rows.length;
    const work = rows.map((row, at) => [...row, right[at]]);
    for (let column = 0; column < size; column++) {
        let pivot = column;
        for (let row = column + 1; row < size; row++) {
            if (Math.abs(work[row][column]) > Math.abs(work[pivot][column])) pivot = row;
        }
        if (!work[pivot][column]) return null;
        [work[column], work[pivot]] = [work[pivot], work[column]];
        for (let row = column + 1; row < size; row++) {
            const factor = work[row][column] / work[column][column];
            if (factor) work[row] = work[row].map((a, at) => a - factor * work[column][at]);
        }
    }
    const solution = Array(size).fill(0);
    for (let row = size - 1; row >= 0; row--) {
        let before = 0;
        for (let at = row + 1; at < size; at++) before += work[row][at] * solution[at];
        solution[row] = (work[row][size] - before) / work[row][row];
    }
    return solution;
}

/** Give the unit matrix less `takes`. */
function oneLess(takes) {
    return takes.map((row, a) => row.map((part, b) => (a === b ? 1 : 0) - part));
}

function transposed(matrix) {
    return matrix.map((_, at) => matrix.map((row) => row[at]));
}

/** Tell whether processes that take `takes` of each other give anything out. */
function givesOut(takes) {
    const solution = solve(oneLess(takes), Array(takes.length).fill(1));
    return solution !== null && solution.every((level) => level > 0 && level < LARGEST);
}

function grouped(items, keyOf) {
    const found = new Map();
    for (const item of items) {
        const key = keyOf(item);
        if (!found.has(key)) found.set(key, []);
        found.get(key).push(item);
    }
    return found;
}

/** The solved system of one run. */
class Network {
    constructor(run) {
        this.run = run;
        this.outputs = grouped(run.outputs, (output) => output.part);
        this.contributions = grouped(run.contributions, (one) => one.part);
        this.parts = new Map();
        for (const [process, outputs] of grouped(run.outputs, (output) => output.process)) {
            this.parts.set(process, [...new Set(outputs.map((output) => output.part))]);
        }
        this.covered = covered(run);
        this.draws = grouped(taken(run, this.covered), (draw) => draw.part);
        this.shares = new Map();
        this.rates = new Map();
        this.totals = new Map();
        this.intensities = new Map();
        this.stuck = new Set();
        this.unsized = false;
        for (const [part, outputs] of this.outputs) this.rate(part, outputs);
        for (const loop of this.loops()) {
            this.total(loop);
            for (const part of this.partsOf(loop)) this.intensitiesOf(part);
        }
        this.reportDrySources();
    }

    /** Give what a contribution adds [kgCO2e], only the uncovered rest of a limited draw. */
    value(contribution) {
        return contribution.leftOut ? 0 : this.fullValue(contribution);
    }

    /** Give what a contribution would add if it were not left out. */
    fullValue(contribution) {
        if (!contribution.rest) return contribution.value;
        const part = this.covered.get(placeOf(contribution.flow, contribution.row)) ?? 0;
        return part >= 1 ? 0 : contribution.value * (1 - part);
    }

    partsOf(processes) {
        return processes.flatMap((process) => this.parts.get(process) ?? [process]);
    }

    /** Give the processes, suppliers first; those that supply each other together. */
    loops() {
        const { loops, order } = this.run.rules;
        const together = new Map(loops.flatMap((loop) => loop.map((process) => [process, loop])));
        return [...new Set(order.map((process) => together.get(process) ?? [process]))];
    }

    /** Give what each part of the processes of a loop takes of the period of each. */
    takes(loop) {
        const parts = this.partsOf(loop);
        const place = new Map(parts.map((part, at) => [part, at]));
        const matrix = parts.map(() => Array(parts.length).fill(0));
        for (const [at, part] of parts.entries()) {
            for (const draw of this.draws.get(part) ?? []) {
                if (!loop.includes(draw.supplier)) continue;
                for (const other of this.partsOf([draw.supplier])) {
                    const rate = this.rates.get(`${other} ${draw.source}`) ?? NaN;
                    matrix[at][place.get(other)] += draw.amount * rate;
                }
            }
        }
        return matrix;
    }

    /** Divide a part of a process among its products. */
    rate(part, outputs) {
        const excluded = this.run.rules.excluded.has(outputs[0].process);
        const shares = sharesOf(this.run, outputs);
        for (const [at, { flow, amount }] of outputs.entries()) {
            const rate = amount === 0 ? NaN : shares[at] / amount;
            const unknown = excluded && Number.isNaN(rate);
            this.shares.set(`${part} ${flow}`, [part, flow, shares[at]]);
            this.rates.set(`${part} ${flow}`, unknown ? 0 : rate);
            this.unsized ||= unknown;
        }
    }

    /** Add to the burdens of a loop what its processes draw: T = E + outside + takes · T. */
    total(loop) {
        const parts = this.partsOf(loop);
        const own = parts.map((part) => this.burden(part, loop));
        const takes = this.takes(loop);
        const takesSome = takes.some((row) => row.some((part) => part !== 0));
        const whole = sum(takes.map(sum));
        let totals = takesSome ? Array(parts.length).fill(NaN) : own;
        if (takesSome && !Number.isNaN(whole) && !givesOut(takes)) {
            for (const process of loop) this.stuck.add(process);
            this.run.find(loopFault(this.run, loop));
        } else if (takesSome && !Number.isNaN(whole + sum(own))) {
            totals = solve(oneLess(takes), own);
        }
        for (const [at, part] of parts.entries()) this.totals.set(part, totals[at]);
    }

    /** Give what a part adds, and what comes with its draws from outside its loop [kgCO2e]. */
    burden(part, loop) {
        const own = sum((this.contributions.get(part) ?? []).map((one) => this.value(one)));
        const draws = (this.draws.get(part) ?? []).filter((draw) => !loop.includes(draw.supplier));
        return own + sum(draws.map((draw) => this.drawn(draw)));
    }

    drawn(draw) {
        if (this.run.rules.excluded.has(draw.supplier)) return 0;
        const parts = this.partsOf([draw.supplier]);
        const bearsNothing = parts.every((part) => this.rates.get(`${part} ${draw.source}`) === 0);
        return draw.amount * (bearsNothing ? 0 : (this.intensities.get(draw.source) ?? NaN));
    }

    intensitiesOf(part) {
        const total = this.totals.get(part);
        const outputs = this.outputs.get(part) ?? [];
        const idle = outputs.every((output) => output.amount === 0);
        for (const { flow, amount } of outputs) {
            const before = this.intensities.get(flow) ?? 0;
            this.intensities.set(flow, before + this.rates.get(`${part} ${flow}`) * total);
            const share = this.shares.get(`${part} ${flow}`)[2];
            const bears = Number.isNaN(share) ? idle : share !== 0;
            if (amount === 0 && total !== 0 && bears) this.reportZeroOutput(flow);
        }
    }

    /** Report a product that is asked for but was not made. */
    reportZeroOutput(flow) {
        const process = flow.split(".")[0];
        if (this.run.rules.excluded.has(process)) return;
        const what = this.run.calculator.values.get(flow).label;
        this.run.find(finding("ZERO_OUTPUT", flow, { what }, { clause: process }));
    }

    /** Report draws from what was not made, and from processes that do not run. */
    reportDrySources() {
        const { run } = this;
        const made = new Map(run.outputs.map((output) => [output.flow, output.amount]));
        for (const draw of [...this.draws.values()].flat()) {
            if (run.rules.excluded.has(draw.supplier)) continue;
            if (made.has(draw.source)) {
                if (made.get(draw.source) === 0) this.reportZeroOutput(draw.source);
            } else if (!run.spoiled.has(draw.supplier)) {
                run.find(notRunning(run, draw));
            }
        }
    }
}

function notRunning(run, { flow, row, source, supplier }) {
    const at = shown(flow.split(".").slice(0, -1).join("."), row, flow);
    const values = {
        what: run.label(flow),
        source,
        supplier: run.calculator.processes.get(supplier)[0],
    };
    return finding("SOURCE_NOT_RUNNING", at, values);
}

/** Report a loop that takes at least what it makes. */
function loopFault(run, loop) {
    const labels = [...loop, loop[0]].map((process) => run.calculator.processes.get(process)[0]);
    const words = (language) => labels.map((label) => label[language]).join(" → ");
    return finding("SINGULAR_LOOP", loop[0], { loop: text(words("zh"), words("en")) });
}
