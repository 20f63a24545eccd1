// Rows of groups, processes that run or do not, and what each process adds, draws and makes.

/** A series longer than this is a mistake in the data. */
const MOST_ROWS = 1000;
/** What a bound may be from a whole number and still be it: floats round. */
const NEARLY_WHOLE = 1e-9;

Object.assign(Run.prototype, {
    /** Make a row of `group` for each whole number from `low` to `high`, its index. */
    series(group, low, high) {
        const first = this.attempt(group, low);
        const last = this.attempt(group, high);
        const numbers = wholeNumbers(first, last);
        if (numbers) {
            const rows = numbers.map((number) => new Map([[group, number]]));
            this.rowValues.set(group, rows);
            return;
        }
        this.countless.add(group);
        this.rowValues.set(group, [new Map([[group, NaN]])]);
        if (hasNoValue(first) || hasNoValue(last)) return;
        this.find(notCountable(this, group, first, last));
    },

    /** Go through the rows of `group`. */
    *rows(group) {
        if (!this.rowValues.has(group)) {
            const given = this.reading.rows.get(group) ?? [];
            this.rowValues.set(
                group,
                given.map(() => new Map()),
            );
        }
        for (const row of this.rowValues.get(group).keys()) {
            this.group = group;
            this.row = row;
            yield row;
        }
        this.group = "";
        this.row = null;
    },

    /** Calculate `formula` for every row of `group`. */
    over(group, formula) {
        if (this.countless.has(group)) return [NaN];
        const before = [this.group, this.row, this.outer];
        if (this.row !== null) this.outer = [...this.outer, [this.group, this.row]];
        try {
            return (this.rowValues.get(group) ?? []).map((_, row) => {
                this.group = group;
                this.row = row;
                return formula();
            });
        } finally {
            [this.group, this.row, this.outer] = before;
        }
    },

    /** Count the rows of `group`. */
    count(group) {
        return this.countless.has(group) ? NaN : (this.rowValues.get(group) ?? []).length;
    },

    /** Tell whether `process` runs; if not, its amounts are 0 and its data are not asked. */
    runs(process, condition) {
        const applies = this.holds(process, condition);
        if (applies) return true;
        this.idle.add(process);
        if (applies === null) {
            this.spoiled.add(process);
        } else {
            this.noteUnusedOf(process);
        }
        for (const path of this.calculator.values.keys()) {
            if (path.startsWith(`${process}.`) && !groupOf(this, path)) this.empty(path, applies);
        }
        return false;
    },

    /** Leave a value out, or without value where nobody can know whether it exists. */
    empty(path, applies) {
        const datum = this.data.get(path);
        if (applies === null) {
            this.put(path, datum ? withoutValue(datum) : NaN);
        } else {
            this.leaveOut(path, this.calculator.amounts.has(path) ? 0 : null);
        }
    },

    noteUnusedOf(process) {
        for (const datum of this.calculator.data_model.data) {
            const { path, group } = datum;
            if (!path.startsWith(`${process}.`)) continue;
            if (!group) {
                this.noteUnused(datum, path, this.reading.values.get(path));
                continue;
            }
            const name = path.slice(group.length + 1);
            for (const [row, given] of (this.reading.rows.get(group) ?? []).entries()) {
                this.noteUnused(datum, shown(group, row, path), given.get(name));
            }
        }
    },

    /** Add amount times `rate` [kgCO2e per unit of the flow] to the burden of `process`. */
    contributes(process, flow, rate, { kind = "input", origin = "fossil", rest, apart } = {}) {
        const amount = this.raw(flow);
        if (absent(amount) || amount === 0) return;
        const value = amount * this.attempt(flow, rate);
        this.contributions.push({
            process,
            part: apart ? flow : process,
            flow,
            row: this.rowOf(flow),
            gas: "",
            origin,
            value: this.finite(flow, kind === "credit" ? -value : value),
            beside: 0,
            rest: Boolean(rest),
            leftOut: this.rules.left_out.has(flow),
        });
    },

    /** Add a mass of gas times its potential to the burden of `process`. */
    emits(process, flow, gas, toKg, { origin = "fossil" } = {}) {
        const amount = this.raw(flow);
        if (absent(amount) || amount === 0) return;
        const name = this.attempt(flow, gas);
        const isKnown = typeof name === "string";
        const value = amount * toKg * (isKnown ? this.potential(name, origin, flow) : NaN);
        const apart = name === "CO2" && origin === "biogenic" && !this.rules.counts_biogenic;
        this.contributions.push({
            process,
            part: process,
            flow,
            row: this.rowOf(flow),
            gas: isKnown ? name : "",
            origin,
            value: apart ? 0 : this.finite(flow, value),
            beside: apart ? value : 0,
            rest: false,
            leftOut: this.rules.left_out.has(flow),
        });
    },

    /** Give the potential of a gas [kgCO2e/kg]; one without origin holds for any. */
    potential(gas, origin, flow) {
        const found = this.rules.gwp.get(`${gas} ${origin}`) ?? this.rules.gwp.get(`${gas} `);
        if (found !== undefined) return found;
        const values = { gas, gwp_set: this.rules.gwp_set };
        this.find(finding("UNKNOWN_POTENTIAL", this.shown(flow), values));
        return NaN;
    },

    finite(flow, value) {
        if (value !== Infinity && value !== -Infinity) return value;
        const values = { what: this.label(flow), reads: flow };
        this.find(finding("NOT_COMPUTABLE", this.shown(flow), values));
        return NaN;
    },

    /** Take the amount of `flow` from a product flow of another process. */
    drawsFrom(process, flow, [supplier, source], { ratio = 1, limited = false, apart } = {}) {
        const amount = this.raw(flow);
        if (absent(amount) || amount === 0 || this.rules.cut.has(flow)) return;
        this.draws.push({
            process,
            part: apart ? flow : process,
            flow,
            row: this.rowOf(flow),
            supplier,
            source,
            amount: amount * ratio,
            limited,
        });
    },

    /** Give `process` the product `flow` with its allocation basis or fixed share. */
    makes(process, flow, { basis = null, share = null, of = "" } = {}) {
        const amount = this.spoiled.has(process) ? NaN : (this.raw(flow) ?? 0);
        const made = Number.isNaN(amount) || amount !== 0;
        const claim = (formula) => formula && (made ? this.attempt(flow, formula) : 0);
        this.outputs.push({
            process,
            part: of || process,
            flow,
            amount,
            basis: claim(basis),
            share: claim(share),
        });
    },
});

/** Give the group that a path stands in, or null. */
function groupOf(run, path) {
    return run.calculator.groups.find((group) => `${path}.`.startsWith(`${group}.`)) ?? null;
}

/** Give the whole numbers from `low` to `high`; null if they cannot be counted. */
function wholeNumbers(low, high) {
    const [first, last] = [whole(low), whole(high)];
    if (first === null || last === null || last - first >= MOST_ROWS) return null;
    return [...Array(Math.max(last - first + 1, 0)).keys()].map((step) => first + step);
}

function whole(bound) {
    if (!Number.isFinite(bound)) return null;
    const nearest = Math.round(bound);
    return Math.abs(bound - nearest) <= NEARLY_WHOLE ? nearest : null;
}

function notCountable(run, group, low, high) {
    const values = {
        what: run.label(group),
        low: general(low, 12),
        high: general(high, 12),
        most: String(MOST_ROWS),
        reads: run.readBy(group).join(", ") || group,
    };
    return finding("NOT_COUNTABLE", group, values, { clause: group.split(".")[0] });
}

function withoutValue(datum) {
    return datum.kind === "number" || datum.kind === "year" ? NaN : INVALID;
}
