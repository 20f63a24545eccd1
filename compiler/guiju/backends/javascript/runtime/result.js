// A calculation as plain data: the shape in which results are exchanged.

/** Give a value that JSON can carry; what has no value is null. */
function plain(value) {
    if (absent(value) || value === INVALID) return null;
    return isNumber(value) && !Number.isFinite(value) ? null : value;
}

/** Give the result of a calculation with its words in `language`. */
function resultOf(whole, language) {
    const { calculator, books, attached, results, findings } = whole;
    const { id, version, status, digest } = calculator.data_model.standard;
    const main = books.get("");
    const [first] = main.footprints.values();
    const profiles = [...books].filter(([name]) => name);
    const profileOf = ([name, book]) => [name, profilePlain(book, language)];
    const lines = calculator.results.map(({ path, unit }) => [
        path,
        { value: calculator.confidential.has(path) ? null : plain(results.get(path)), unit },
    ]);
    return {
        standard: { id, version, status, digest },
        engine: calculator.engine,
        data_digest: digestOf(whole.declaration),
        use: mapped(attached, (one) => attachedPlain(one, language)),
        product: first.product.name,
        unit: `kgCO2e per ${first.product.unit[language]}`,
        ...headline(calculator, main, first),
        products: productsPlain(main, language),
        profiles: Object.fromEntries(profiles.map(profileOf)),
        results: Object.fromEntries(lines),
        values: valuesPlain(main.run),
        conforming: !findings.some((found) => found.severity === "error"),
        findings: findings.map((found) => findingPlain(found, whole, language)),
    };
}

function mapped(values, change) {
    return Object.fromEntries([...values].map(([name, value]) => [name, change(value)]));
}

/** Give the result of a declaration attached: whose it is, and its footprints. */
function attachedPlain(one, language) {
    const { version, digest } = one.calculator.data_model.standard;
    return {
        version,
        digest,
        data_digest: digestOf(one.declaration),
        products: productsPlain(one.books.get(""), language),
        use: mapped(one.attached, (other) => attachedPlain(other, language)),
    };
}

function headline(calculator, book, found) {
    const isKnown = !Number.isNaN(found.cfp);
    const parts = shownOf(calculator, found);
    return {
        cfp: plain(found.cfp),
        biogenic_co2: plain(found.biogenicCo2),
        by_stage: isKnown ? parts.stage : {},
        by_process: isKnown ? parts.process : {},
        by_flow: isKnown ? byFlow(found, parts) : [],
        by_gas: isKnown ? parts.gas : {},
        by_origin: isKnown ? parts.origin : {},
        hot_spots: isKnown ? hotSpots(parts.process) : [],
        allocation: allocationPlain(book),
        quality: mapped(Object.entries(found.quality), plain),
    };
}

/** Give the share of each product; of an input allocated by itself, `input / product`. */
function allocationPlain({ network, run }) {
    const secret = run.calculator.confidential;
    const open = ([part]) => !secret.has(part) && !secret.has(part.split(".")[0]);
    const shares = [...network.shares.values()].filter(open).map(([part, flow, share]) => [
        network.parts.has(part) ? flow : `${part} / ${flow}`,
        plain(share),
    ]);
    return Object.fromEntries(shares);
}

/** List what each flow adds, rows of a group apart. */
function byFlow(found, parts) {
    return parts.flows.map(({ process, one, value, count }) => ({
        process,
        ...(one ? flowPlain(one) : { flow: null, gas: null, together: count }),
        value,
        share: found.cfp ? value / found.cfp : null,
    }));
}

function flowPlain({ flow, row, gas }) {
    const path = shown(flow.split(".").slice(0, -1).join("."), row, flow);
    return { flow: path, gas: gas || null };
}

function productsPlain({ run, footprints }, language) {
    const secret = run.calculator.confidential;
    return mapped(footprints, (found) => productPlain(found, secret, language));
}

function productPlain({ product, cfp, intensity, referenceFlow }, secret, language) {
    const withheld = secret.has(`${product.name}.reference_flow`);
    return {
        cfp: plain(cfp),
        unit: `kgCO2e per ${product.unit[language]}`,
        intensity: plain(intensity),
        intensity_unit: `kgCO2e/${product.flow_unit}`,
        reference_flow: withheld ? null : plain(referenceFlow),
    };
}

function profilePlain({ run, footprints }, language) {
    const [first] = footprints.values();
    const isKnown = !Number.isNaN(first.cfp);
    const { zh, en } = run.rules.label;
    const parts = shownOf(run.calculator, first);
    return {
        label: { zh, en },
        gwp: run.rules.gwp_set,
        cfp: plain(first.cfp),
        by_gas: isKnown ? parts.gas : {},
        by_process: isKnown ? parts.process : {},
        products: productsPlain({ run, footprints }, language),
    };
}

/** List every named value with its unit and, where it has tiers, the tier that was taken. */
function valuesPlain(run) {
    const listed = {};
    const secret = run.calculator.confidential;
    for (const [path, value] of run.values) {
        if (!secret.has(path)) listed[path] = valuePlain(run, path, value, null);
    }
    for (const [group, rows] of run.rowValues) {
        for (const [row, values] of rows.entries()) {
            for (const [path, value] of values) {
                if (secret.has(path)) continue;
                listed[shown(group, row, path)] = valuePlain(run, path, value, row);
            }
        }
    }
    return listed;
}

function valuePlain(run, path, value, row) {
    const named = run.calculator.values.get(path);
    const place = placeOf(path, row);
    const found = { value: plain(value), unit: named?.unit ?? "" };
    if (run.tiers.has(place)) {
        const tier = run.tiers.get(place);
        const { zh, en } = run.calculator.tiers.get(path)[tier];
        found.tier = { number: tier + 1, zh, en };
    }
    if (run.defaults.has(place)) found.default = true;
    return found;
}

/** Give a finding in `language`: with its printed clause, and the stable id. */
function findingPlain(found, whole, language) {
    const { code, severity, clause, path, values } = found;
    return {
        severity,
        code: code.id,
        clause: clauseOf(whole, found),
        clause_id: clause,
        path,
        message: filled(code.message, values, language),
        remedy: filled(code.hint, values, language),
    };
}
