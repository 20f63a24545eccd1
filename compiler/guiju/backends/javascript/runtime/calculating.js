// Run a calculator over one declaration, with the declarations that it builds on.

/** Read a declaration and calculate everything that the standard asks for. */
function calculation(calculator, declaration, options) {
    const { acceptOtherDigest = false, others = noOthers } = options;
    const model = calculator.data_model;
    const attached = attachments(model, declaration, (standard, inside) =>
        others(standard)?.calculation(inside, { acceptOtherDigest, others }),
    );
    const supplied = suppliedBy(model, attached);
    const reading = read(model, declaration, acceptOtherDigest, supplied);
    const under = (rules) => [rules.name, book(calculator, rules, reading)];
    const books = new Map(calculator.rules.map(under));
    const whole = { calculator, declaration, reading, books, attached: attached.byStandard };
    measureAll(whole);
    whole.results = resultsOf(whole);
    whole.findings = [...eachOnce(everyFinding(whole, attached))];
    return whole;
}

function noOthers() {
    return null;
}

function book(calculator, rules, reading) {
    const run = new Run(calculator, rules, reading);
    run.measures.set("year", reading.year ?? NaN);
    run.measures.set("region", reading.region);
    run.measures.set("site", reading.site);
    run.measures.set("period", reading.months ?? NaN);
    for (const process of rules.functions) process(run);
    const network = new Network(run);
    const footprints = calculator.products.map((p) => [p.name, footprintOf(network, p)]);
    return { run, network, footprints: new Map(footprints) };
}

/** Give the main run what provisions may ask: quality, ages, exclusions, all footprints. */
function measureAll({ books }) {
    const main = books.get("");
    const { run } = main;
    const [first] = main.footprints.values();
    if (first) {
        run.measures.set("primary_share", first.quality.primary_share ?? NaN);
        run.measures.set("score", first.quality.score ?? NaN);
        run.measures.set("excluded_largest", first.excludedLargest);
        run.measures.set("excluded_total", first.excludedTotal);
    }
    putAge(run, "data_age", [...run.reading.about].map((given) => datedDatum(run, given)));
    putAge(run, "factor_age", [...run.lookedUp.values()].map(datedRow));
    for (const [name, { footprints }] of books) {
        for (const [product, found] of footprints) {
            const where = name ? `${name}.${product}` : product;
            run.measures.set(`${where}.cfp`, found.cfp);
            run.measures.set(`${where}.intensity`, found.intensity);
            run.measures.set(`${where}.reference_flow`, found.referenceFlow);
        }
    }
}

/** Give the age of the oldest at the end of the period [a], and which it is. */
function putAge(run, name, dated) {
    const end = run.reading.year;
    const [oldest] = dated.filter(({ order: [year] }) => year).sort(byOrder);
    run.measures.set(name, 0);
    if (end === null || !oldest || oldest.order[0] >= end) return;
    run.measures.set(name, end - oldest.order[0]);
    if (oldest.words) run.oldest.set(name, oldest.words);
}

/** Compare by year, then by path, then by row. */
function byOrder({ order: one }, { order: other }) {
    const at = one.findIndex((part, number) => part !== other[number]);
    if (at < 0) return 0;
    return one[at] < other[at] ? -1 : 1;
}

/** Give a datum with the year that it is of; of a confidential one no name. */
function datedDatum(run, [place, { year }]) {
    const [path, at] = place.split("|");
    const datum = run.data.get(path);
    const row = at === undefined ? null : Number(at);
    const words = named(datum.label, shown(datum.group, row, path));
    return { order: [year, path, row ?? 0], words: datum.confidential ? null : words };
}

/** Give a row of a table with the year that it is of. */
function datedRow([table, row]) {
    const keys = row.keys.filter(Boolean).join(", ");
    const name = keys ? `${table.path}[${keys}]` : table.path;
    const order = [row.year, table.path, table.rows.indexOf(row)];
    return { order, words: named(table.label, name) };
}

function resultsOf({ calculator, books }) {
    const { run } = books.get("");
    return new Map(
        calculator.results.map(({ path, value, when }) => {
            const condition = when ? () => when(run) : undefined;
            const options = { when: condition, optional: true };
            return [path, run.keep(path, () => value(run), options)];
        }),
    );
}

/** Give what was found: in the data, in what is attached, while calculating, by provisions. */
function* everyFinding(whole, attached) {
    yield* whole.reading.findings;
    if (whole.reading.refused) return;
    yield* attached.findings;
    for (const [name, one] of attached.byStandard) {
        for (const found of one.findings) yield ofAttached(name, found);
    }
    yield* claimedTwice(whole);
    const { run } = whole.books.get("");
    const ofProvisions = whole.calculator.provisions.flatMap((p) => tested(run, p));
    for (const { run: one } of whole.books.values()) yield* one.findings;
    yield* ofProvisions;
    yield* unverified(run);
}

const BY_FORCE = {
    shall: ["REQUIREMENT_NOT_MET", "error"],
    should: ["RECOMMENDATION_NOT_MET", "warning"],
    expect: ["UNUSUAL_VALUE", "warning"],
};

/** Test a provision, for every row of its group if it is about rows; give where it fails. */
function tested(run, provision) {
    if (!(provision.force in BY_FORCE)) return [];
    const before = run.findings.length;
    const test = () => testedOnce(run, provision);
    const tests = provision.group ? run.over(provision.group, test) : [test()];
    const failed = tests.filter((found) => isFinding(found));
    return [...failed, ...run.findings.slice(before)];
}

function testedOnce(run, provision) {
    const place = provision.place || provision.path;
    const severity = provision.unverified ? "warning" : BY_FORCE[provision.force][1];
    if (run.passes(place, () => provision.holds(run), severity) !== false) return null;
    const { value, words, written, path } = provision;
    const number = value ? run.attempt(path, () => value(run)) : null;
    const values = {
        words: words.zh ? words : text(written),
        written,
        value: shownValue(provision, number, run.oldest.get(provision.age)),
    };
    const code = BY_FORCE[provision.force][0];
    return finding(code, run.shown(place), values, { clause: path, severity });
}

function shownValue({ unit, value }, number, oldest) {
    if (!value || !isNumber(number) || Number.isNaN(number)) return text("");
    const words = `${general(number, 6)} ${unit}`.trim();
    return oldest ? now(`${words}：${oldest.zh}`, `${words}: ${oldest.en}`) : now(words);
}

/** List the unverified values that took part: of factor tables, and defaults. */
function unverified(run) {
    const { calculator } = run;
    const rows = [...run.lookedUp.values()].filter(([, row]) => row.unverified);
    const ofRows = rows.map(([{ path, label, unit }, row]) => {
        const values = { what: label, value: `${general(row.value, 10)} ${unit}` };
        return finding("UNVERIFIED_USED", path, values, { severity: "warning" });
    });
    const taken = new Set([...run.defaults].map(datumOfPlace));
    const defaults = [...taken].filter((path) => calculator.unverified_defaults.has(path)).sort();
    return [...ofRows, ...defaults.map((path) => unverifiedDefault(run.data.get(path)))];
}

function unverifiedDefault(datum) {
    const values = { what: datum.label, value: `${datum.default} ${datum.unit}`.trim() };
    const options = { clause: datum.clause, severity: "warning" };
    return finding("UNVERIFIED_USED", datum.path, values, options);
}
