// Declarations for other standards, attached under `use`, and the values that they give.

/** Calculate what is attached to a declaration, and tell what is wrong with it. */
function attachments(model, declaration, calculate) {
    const given = isMapping(declaration) ? (declaration.use ?? null) : null;
    const byStandard = new Map();
    const faults = new Map();
    if (given !== null && !isMapping(given)) {
        const known = standardsOf(model);
        for (const name of known.length ? known : [""]) {
            faults.set(name, notAttached(known.join(", "), given));
        }
    }
    for (const [name, inside] of isMapping(given) ? Object.entries(given) : []) {
        const fault = faultOf(model, name, inside);
        const found = fault ? null : calculate(name, inside);
        if (found) {
            byStandard.set(name, found);
        } else {
            faults.set(quoted(name), fault ?? notHere(model, name));
        }
    }
    const findings = [...eachOnce(faults.values())];
    return { byStandard, spoiled: new Set(faults.keys()), findings };
}

/** Give the ids of the standards whose results are used. */
function standardsOf(model) {
    return [...new Set(model.used.map((used) => used.standard))];
}

function faultOf(model, name, inside) {
    const names = standardsOf(model);
    if (!names.includes(name)) {
        const values = {
            standard: model.standard.id,
            name: quoted(name),
            near: didYouMean(nearest(quoted(name), names)),
            names: names.length ? listed(names) : "—",
        };
        return finding("STANDARD_NOT_USED", "use", values);
    }
    if (typeof inside === "string") {
        const values = { name: quoted(name), given: quoted(inside) };
        return finding("ATTACHED_BY_PATH", `use.${name}`, values);
    }
    return isMapping(inside) ? null : notAttached(quoted(name), inside);
}

function notAttached(name, inside) {
    return finding("NOT_ATTACHED", "use", { name, given: described(inside) });
}

function notHere(model, name) {
    const rows = model.used.filter((used) => used.standard === name).map((used) => used.path);
    return finding("STANDARD_NOT_HERE", `use.${name}`, { name, rows: listed(rows) });
}

/** Give what the declarations attached come to, as values of data. */
function suppliedBy(model, attached) {
    const supplied = new Map();
    const supply = (standard, value, source, year) => {
        for (const used of model.used.filter((one) => one.standard === standard)) {
            supplied.set(used.path, { value: value(used), source, year });
        }
    };
    for (const [name, one] of attached.byStandard) {
        const { id, digest } = one.calculator.data_model.standard;
        const { run } = one.books.get("");
        const valuesOf = { measure: run.measures, value: run.values };
        const value = ({ of, source }) => valuesOf[of].get(source);
        supply(name, (used) => suppliedValue(value(used)), `${id} ${digest}`, one.reading.year);
    }
    for (const name of attached.spoiled) supply(name, () => INVALID, "", null);
    return supplied;
}

function suppliedValue(value) {
    return isNumber(value) && !Number.isFinite(value) ? INVALID : (value ?? null);
}

/** Give a finding on an attached declaration as one on the whole. */
function ofAttached(standard, found) {
    const path = found.path ? `${standard}.${found.path}` : standard;
    return { ...found, path, clause: found.clause ? `${standard}.${found.clause}` : "" };
}

/** Give a finding on the whole as it is on the attached declaration alone. */
function withinAttached(standard, found) {
    const inner = (words) =>
        (words.startsWith(standard) ? words.slice(standard.length) : words).replace(/^\./, "");
    return { ...found, path: inner(found.path), clause: inner(found.clause) };
}

/** Give the printed number of the clause that a finding is about, or nothing. */
function clauseOf(whole, found) {
    for (const [name, one] of whole.attached) {
        if (!`${found.path}.`.startsWith(`${name}.`)) continue;
        const inner = clauseOf(one, withinAttached(name, found));
        if (inner) return `${one.calculator.data_model.standard.version} ${inner}`;
    }
    const { clauses } = whole.calculator;
    return clauses.get(found.clause) ?? clauses.get(found.path.replace(/\[\d+\]/g, "")) ?? "";
}

/** Find what may be claimed once and is claimed in two declarations. */
function claimedTwice(whole) {
    const first = new Map();
    const findings = [];
    for (const claim of claimsOf(whole, "")) {
        const key = JSON.stringify([claim.name, claim.value]);
        if (!first.has(key)) first.set(key, claim);
        const before = first.get(key);
        if (before.whose === claim.whose) continue;
        const values = {
            label: claim.datum.label,
            given: quoted(claim.value),
            other: before.who.trim(),
            first: before.path,
        };
        findings.push(finding("CLAIMED_TWICE", claim.path, values, { clause: claim.datum.clause }));
    }
    return findings;
}

function* claimsOf(whole, above) {
    const { reading, declaration } = whole;
    const model = whole.calculator.data_model;
    const once = reading.refused ? [] : model.data.filter((datum) => datum.unique);
    const whose = once.length ? wordsOfData(declaration) : "";
    const who = [model.standard.id, reading.company, reading.site].join(" ");
    for (const datum of once) {
        for (const [row, value] of valuesGiven(reading, datum)) {
            if (absent(value) || value === INVALID) continue;
            const name = datum.path.split(".").at(-1);
            const path = above + shown(datum.group, row, datum.path);
            yield { name, value, datum, path, whose, who };
        }
    }
    for (const [name, one] of whole.attached) yield* claimsOf(one, `${above}${name}.`);
}

function valuesGiven(reading, { path, group }) {
    if (!group) return [[null, reading.values.get(path)]];
    const name = path.slice(group.length + 1);
    return (reading.rows.get(group) ?? []).map((values, row) => [row, values.get(name)]);
}
