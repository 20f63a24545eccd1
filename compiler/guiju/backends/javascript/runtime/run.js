// One run of a rule book over one declaration: the named values, and the steps that make them.

/** What a value must satisfy to count, as the author wrote it. */
function limit(written, holds) {
    return { written, holds };
}

/** One way to a value; `needs` are the data without which it is not open. */
function tier(value, { needs = [] } = {}) {
    return { value, needs };
}

/**
 * Values by path, and by row where a group repeats; `row` is set while one is calculated.
 *
 * collected: data that were given, or taken from their defaults; fixed: those for which a rule
 * book has a formula of its own; behind: the data behind a value, as far as they were looked for.
 * absent: amounts that were not given, or do not exist under their condition: they are 0.
 * idle: processes that do not run; spoiled: those of which nothing can be known.
 * countless: series whose rows cannot be made; they have one row without value.
 */
class Run {
    constructor(calculator, rules, reading) {
        this.calculator = calculator;
        this.rules = rules;
        this.reading = reading;
        this.data = new Map(calculator.data_model.data.map((datum) => [datum.path, datum]));
        this.values = new Map();
        this.rowValues = new Map();
        this.findings = [];
        this.seen = new Set();
        this.absent = new Set();
        this.defaults = new Set();
        this.tiers = new Map();
        this.lookedUp = new Map();
        this.oldest = new Map();
        this.measures = new Map();
        this.group = "";
        this.row = null;
        this.outer = [];
        this.idle = new Set();
        this.spoiled = new Set();
        this.countless = new Set();
        this.contributions = [];
        this.draws = [];
        this.outputs = [];
        this.behind = new Map();
        this.collected = new Set();
        this.fixed = new Set();
    }

    /** Give a value calculated before, in the row at hand; one without value as it is. */
    at(path) {
        return here(this.raw(path));
    }

    /** Give a value as it is: perhaps absent, perhaps without value. */
    raw(path) {
        return this.store(path).get(path) ?? null;
    }

    /** Give a value as it is, null for an amount that was not given. */
    there(path) {
        return this.absent.has(this.place(path)) ? null : this.raw(path);
    }

    /** Tell whether a datum was collected; a default is not. */
    given(path) {
        const value = this.there(path);
        if (absent(value) || this.defaults.has(this.place(path))) return false;
        return known(value) !== null;
    }

    /** Give `year`, `period`, `primary_share` and the like. */
    measure(name) {
        return known(this.measures.has(name) ? this.measures.get(name) : NaN);
    }

    put(path, value) {
        this.store(path).set(path, value);
        return value;
    }

    store(path) {
        const [group, row] = this.rowAt(path);
        return row === null ? this.values : this.rowValues.get(group)[row];
    }

    /** Give the row at hand in which a path has a value, and its group; an index has one too. */
    rowAt(path) {
        const within = ([group]) => `${path}.`.startsWith(`${group}.`);
        if (this.row !== null && within([this.group])) return [this.group, this.row];
        return this.outer.find(within) ?? ["", null];
    }

    inRow(path) {
        return this.rowAt(path)[1] !== null;
    }

    rowOf(path) {
        return this.rowAt(path)[1];
    }

    place(path) {
        return placeOf(path, this.rowOf(path));
    }

    shown(path) {
        return shown(...this.rowAt(path), path);
    }

    /** Calculate, or report why that cannot be; NaN then, or null for what may be absent. */
    attempt(path, formula, optional = false) {
        try {
            return this.tried(path, formula);
        } catch (fault) {
            if (fault instanceof NoValue) return NaN;
            if (!(fault instanceof Absent)) throw fault;
            if (optional) return null;
            this.fail("NOT_COMPUTABLE", path, "error");
            return NaN;
        }
    }

    /** Tell whether something applies: not if what decides is absent; null without value. */
    holds(path, condition) {
        try {
            return Boolean(this.tried(path, condition));
        } catch (fault) {
            if (fault instanceof Absent) return false;
            if (fault instanceof NoValue) return null;
            throw fault;
        }
    }

    /** Tell whether a test holds, null where what it reads is absent or has no value. */
    passes(path, test, severity = "error") {
        try {
            return Boolean(this.tried(path, test, severity));
        } catch (fault) {
            if (fault instanceof Absent || fault instanceof NoValue) return null;
            throw fault;
        }
    }

    /** Calculate; report what stops it. */
    tried(path, formula, severity = "error") {
        try {
            const value = formula();
            if (value !== Infinity && value !== -Infinity) return value;
            this.fail("NOT_COMPUTABLE", path, severity);
        } catch (fault) {
            if (fault instanceof DivisionByZero) {
                this.fail("DIVISION_BY_ZERO", path, severity);
            } else if (fault instanceof NotComputable) {
                this.fail("NOT_COMPUTABLE", path, severity);
            } else if (fault instanceof NoRow) {
                const words = { what: this.label(path), table: fault.table, keys: fault.keys };
                this.find(finding("NO_FACTOR_ROW", this.shown(path), words, { severity }));
            } else {
                throw fault;
            }
        }
        throw new NoValue();
    }

    fail(code, path, severity) {
        const reads = this.readBy(path).join(", ") || path;
        const words = { what: this.label(path), reads };
        this.find(finding(code, this.shown(path), words, { severity }));
    }

    readBy(path) {
        return [...new Set((this.calculator.reads.get(path) ?? []).flat())];
    }

    /** Give the words for a value or a process, or its path where it has none. */
    label(path) {
        const { processes, values } = this.calculator;
        return processes.get(path)?.[0] ?? values.get(path)?.label ?? text(path);
    }

    /** Note a finding, once. */
    find(found) {
        if (!this.seen.has(keyOfFinding(found))) this.findings.push(found);
        this.seen.add(keyOfFinding(found));
    }

    /** Give a datum: `fallback` where none is given, `nothing` outside `when`. */
    collect(path, { when, default: fallback = null, absent: nothing = null, limit = null } = {}) {
        const datum = this.data.get(path);
        let value = this.givenFor(datum);
        const applies = when ? this.holds(path, when) : true;
        if (applies === null) return this.put(path, withoutValue(datum));
        if (!applies) {
            this.noteUnused(datum, this.shown(path), value);
            return this.leaveOut(path, nothing);
        }
        if (absent(value)) value = this.missing(datum, fallback);
        if (absent(value)) return this.leaveOut(path, nothing);
        const place = this.place(path);
        if (this.reading.about.has(place) || this.defaults.has(place)) this.collected.add(place);
        this.put(path, value === INVALID ? withoutValue(datum) : value);
        return limit ? this.limit(path, limit) : this.raw(path);
    }

    givenFor(datum) {
        const { path, group } = datum;
        if (!group || this.row === null) return this.reading.values.get(path) ?? null;
        return this.reading.rows.get(group)[this.row].get(path.slice(group.length + 1)) ?? null;
    }

    missing(datum, fallback) {
        if (fallback !== null) {
            this.defaults.add(this.place(datum.path));
            return typeof fallback === "function" ? this.attempt(datum.path, fallback) : fallback;
        }
        if (datum.needed === "when") {
            const model = this.calculator.data_model;
            this.find(missingDatum(model, datum, this.shown(datum.path)));
        }
        return datum.needed === "never" ? null : INVALID;
    }

    leaveOut(path, nothing) {
        if (nothing !== null) this.absent.add(this.place(path));
        return this.put(path, nothing);
    }

    noteUnused(datum, path, value) {
        if (absent(value) || value === INVALID) return;
        this.find(finding("UNUSED_DATUM", path, { what: datum.label }, { severity: "note" }));
    }

    /** Calculate a value and keep it; `nothing` outside `when`. */
    keep(path, formula, { when, absent: nothing = null, optional = false, limit = null } = {}) {
        if (this.data.has(path)) this.fixed.add(path);
        if (this.countless.has(this.group) && this.inRow(path)) return this.put(path, NaN);
        const applies = when ? this.holds(path, when) : true;
        if (applies === null) return this.put(path, NaN);
        if (!applies) return this.leaveOut(path, nothing);
        this.put(path, this.attempt(path, formula, optional));
        return limit ? this.limit(path, limit) : this.raw(path);
    }

    /** Give the value at `path`, none if it is outside its limit. */
    limit(path, { written, holds }) {
        const value = this.there(path);
        if (absent(value) || hasNoValue(value)) return this.raw(path);
        if (this.passes(path, () => holds(value)) !== false) return value;
        const { unit } = this.calculator.values.get(path);
        const words = isNumber(value) ? `${general(value, 12)} ${unit}`.trim() : printed(value);
        const told = this.calculator.confidential.has(path) ? text("") : now(words);
        const values = { what: this.label(path), value: told, limit: written };
        this.find(finding("OUTSIDE_LIMIT", this.shown(path), values));
        return this.put(path, isNumber(value) ? NaN : INVALID);
    }

    /** Leave everything that `process` makes without value unless a limit holds. */
    require(process, written, holds) {
        if (this.passes(process, holds) !== false) return;
        this.spoiled.add(process);
        const values = { what: this.label(process), value: text(""), limit: written };
        this.find(finding("OUTSIDE_LIMIT", process, values));
    }

    /** Give the first tier whose data are there and whose look-ups find a row; note which. */
    prefer(path, ...tiers) {
        const [number, value] = this.firstOf(tiers);
        this.tiers.set(this.place(path), number);
        return value;
    }

    /** Give the first tier whose data are there and whose look-ups find a row. */
    first(...tiers) {
        return this.firstOf(tiers)[1];
    }

    firstOf(tiers) {
        for (const [number, { value, needs }] of tiers.entries()) {
            if (needs.some(absent)) continue;
            needs.forEach(known);
            const before = new Map(this.lookedUp);
            try {
                return [number, value()];
            } catch (fault) {
                if (!(fault instanceof NoRow || fault instanceof Absent)) throw fault;
                this.lookedUp = before;
            }
        }
        throw new Absent();
    }

    /** Give the value of a table for `keys`. */
    lookup(table, ...keys) {
        const row = rowFor(table, keys);
        this.lookedUp.set(`${table.path}|${row.keys.join("|")}`, [table, row]);
        return row.value;
    }
}
