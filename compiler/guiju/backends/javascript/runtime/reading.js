// Read a declaration against what its standard asks for.

const CONFIDENTIAL = text("（保密）", "(confidential)");

/** Write where a value stands: the path of its datum, and its row if it is in a group. */
function placeOf(path, row) {
    return row === null ? path : `${path}|${row}`;
}

function datumOfPlace(place) {
    return place.split("|")[0];
}

/** Convert what is right, report what is wrong, tell what is absent. */
function read(model, declaration, acceptOtherDigest, supplied) {
    const header = headerOf(model.standard, declaration, acceptOtherDigest);
    const findings = [...header.findings];
    const values = { exact: new Map(), about: new Map(), rows: new Map(), spoiled: [], findings };
    if (header.refused) {
        values.spoiled.push("");
    } else {
        takeEvents(model, declaration.data, values, header.end);
        takeSupplied(model, supplied, values);
    }
    fillIn(model, values);
    requireUnique(model, values);
    return asReading(model, header, values);
}

function takeEvents(model, data, values, end) {
    for (const event of eventsIn(namesOf(model), data ?? {}, null, "")) {
        if (event.row) {
            values.rows.set(event.row, (values.rows.get(event.row) ?? 0) + 1);
        } else if (event.fault) {
            values.findings.push(event.fault);
            if (event.spoiled !== null) values.spoiled.push(event.spoiled);
        } else {
            takeEntry(model, event.entry, values, end);
        }
    }
}

function takeEntry(model, entry, values, end) {
    const place = placeOf(entry.datum.path, entry.row);
    if (values.exact.has(place)) {
        values.findings.push(givenTwice(entry));
        values.exact.set(place, INVALID);
    } else if (!absent(entry.value)) {
        takeValue(model, entry, place, values, end);
    }
}

function takeValue(model, entry, place, values, end) {
    const exact = readValue(entry.datum, entry.value, entry.path);
    const number = exact instanceof Fraction ? exact : null;
    const found = [];
    const given = originOf(entry, model.indicators, number, found);
    values.findings.push(...found.map((one) => told(one, entry.datum)));
    if (end && given.year !== null && isTooOld(entry.datum, given.year, end)) {
        values.findings.push(tooOld(entry, given.year, end));
        values.exact.set(place, null);
        return;
    }
    const more = isFinding(exact) ? [exact] : [];
    if (number !== null) more.push(...asAsked(entry, given, number, end, model.indicators));
    values.findings.push(...more.map((one) => told(one, entry.datum)));
    values.exact.set(place, isFinding(exact) ? INVALID : exact);
    values.about.set(place, given);
}

/** Give a finding about a datum without its value, if that is confidential. */
function told(found, datum) {
    if (!datum.confidential) return found;
    const values = { ...found.values };
    for (const name of ["given", "readings"]) if (name in values) values[name] = CONFIDENTIAL;
    return { ...found, values };
}

/** Put what declarations for other standards gave in place of what was given here. */
function takeSupplied(model, supplied, values) {
    for (const datum of model.data) {
        const one = supplied.get(datum.path);
        if (!one || absent(one.value)) continue;
        if (!absent(values.exact.get(datum.path))) values.findings.push(givenBeside(datum));
        values.exact.set(datum.path, one.value);
        const { source, year } = one;
        const about = { quality: datum.quality, levels: {}, source, year, region: "" };
        values.about.set(datum.path, { ...about, uncertainty: null, measured: {} });
    }
}

function givenBeside(datum) {
    const standard = datum.path.split(".")[0];
    const words = { label: datum.label, datum: datum.path, standard };
    return finding("GIVEN_BESIDE_ATTACHED", datum.path, words, { severity: "warning" });
}

/** A value of a year is as old as the last day of that year. */
function isTooOld(datum, year, end) {
    if (absent(datum.valid_years)) return false;
    const [endYear, endMonth] = end.split("-").map(Number);
    return (endYear - year) * 12 + endMonth - 12 > datum.valid_years * 12;
}

function tooOld(entry, year, end) {
    const { datum, path } = entry;
    const valid = general(datum.valid_years, 6);
    const words = { label: datum.label, year: String(year), valid, end, at: path };
    const severity = isRequired(datum) ? "error" : "warning";
    return finding("VALUE_TOO_OLD", path, words, { clause: datum.clause, severity });
}

function isRequired(datum) {
    return datum.needed === "always" && absent(datum.default);
}

/** Report what is needed and absent; what a wrong line was meant to give is INVALID. */
function fillIn(model, values) {
    for (const { path } of model.groups) {
        if (!values.rows.has(path) && isSpoiled(path, values.spoiled)) values.rows.set(path, 1);
    }
    for (const datum of model.data) {
        for (const row of rowsOf(datum, values)) {
            const place = placeOf(datum.path, row);
            const path = shown(datum.group, row, datum.path);
            if (values.exact.has(place)) continue;
            if (isSpoiled(path, values.spoiled)) {
                values.exact.set(place, INVALID);
            } else if (isRequired(datum)) {
                values.findings.push(missingDatum(model, datum, path));
            }
        }
    }
}

/** Report that a datum is needed at a path and absent. */
function missingDatum(model, datum, path) {
    const standard = model.used.find((used) => used.path === datum.path)?.standard;
    const orElse = standard
        ? text(
              `，或在 use 下附上标准 ${standard} 的申报`,
              `, or attach a declaration for ${standard} under use`,
          )
        : text("");
    const words = { label: datum.label, expected: expected(datum), at: path, or_else: orElse };
    return finding("MISSING_DATUM", path, words, { clause: datum.clause });
}

function rowsOf(datum, values) {
    return datum.group ? [...Array(values.rows.get(datum.group) ?? 0).keys()] : [null];
}

function isSpoiled(path, spoiled) {
    const inside = `${path}.`;
    return spoiled.some(
        (start) => !start || inside.startsWith(`${start}.`) || inside.startsWith(`${start}[`),
    );
}

function requireUnique(model, values) {
    for (const datum of model.data.filter((one) => one.unique)) {
        const first = new Map();
        for (const row of rowsOf(datum, values)) {
            const path = shown(datum.group, row, datum.path);
            const value = values.exact.get(placeOf(datum.path, row));
            if (absent(value) || value === INVALID) continue;
            const key = value instanceof Fraction ? `${value.above}/${value.below}` : value;
            if (first.has(key)) {
                const given = quoted(value instanceof Fraction ? value.toNumber() : value);
                const words = { label: datum.label, given, first: first.get(key) };
                const clause = datum.clause;
                values.findings.push(told(finding("NOT_UNIQUE", path, words, { clause }), datum));
            } else {
                first.set(key, path);
            }
        }
    }
}

function asReading(model, header, values) {
    const { begin, end, company, site, region } = header;
    const value = (datum, row) => {
        const exact = values.exact.get(placeOf(datum.path, row)) ?? null;
        return exact instanceof Fraction ? exact.toNumber() : exact;
    };
    const rowAt = (group, row) => {
        const inside = model.data.filter((datum) => datum.group === group.path);
        const named = (datum) => [datum.path.slice(group.path.length + 1), value(datum, row)];
        return new Map(inside.map(named));
    };
    const rows = (group) => [...Array(values.rows.get(group.path) ?? 0).keys()];
    const outside = model.data.filter((datum) => !datum.group);
    return {
        values: new Map(outside.map((datum) => [datum.path, value(datum, null)])),
        rows: new Map(model.groups.map((g) => [g.path, rows(g).map((row) => rowAt(g, row))])),
        about: values.about,
        begin,
        end,
        year: end ? Number(end.slice(0, 4)) : null,
        months: begin && end ? monthsBetween(begin, end) : null,
        region,
        site,
        company,
        refused: header.refused || values.spoiled.includes(""),
        findings: values.findings,
    };
}
