// What a declaration says of a value: source, year, region, data class, spread, levels.

const CLASSES = {
    primary: "primary",
    site: "site",
    secondary: "secondary",
    初级: "primary",
    现场: "site",
    次级: "secondary",
};
const SAID = {
    source: { label: text("来源", "the source"), expected: KINDS.text, example: "…" },
    region: { label: text("地区", "the region"), expected: KINDS.text, example: "…" },
    year: { label: text("年份", "the year"), expected: KINDS.year, example: "2024" },
    uncertainty: {
        label: text("不确定度", "the uncertainty"),
        expected: SPREADS.words,
        example: "5 %",
    },
    levels: { label: text("数据质量等级", "the levels of data quality") },
};

/** Read what is said of a value, and note what of it cannot be read. */
function originOf(entry, indicators, value, findings) {
    const measured = measuredAs(entry, value, findings);
    return {
        quality: qualityOf(entry, findings),
        levels: levelsOf(entry, indicators, findings),
        source: textSaid(entry, "source", findings),
        year: absent(entry.said.year) ? null : yearSaid(entry, findings),
        region: textSaid(entry, "region", findings),
        uncertainty: spreadSaid(entry, value, findings) ?? ofSamples(measured, value),
        measured,
    };
}

function wrongSaid(entry, name) {
    const { label, expected, example } = SAID[name];
    const given = described(entry.said[name]);
    const values = { label, expected, given, example: `${name}: ${example}` };
    return finding("WRONG_TYPE", `${entry.path}.${name}`, values, { clause: entry.datum.clause });
}

function qualityOf(entry, findings) {
    const given = entry.said.quality;
    if (absent(given)) return entry.datum.quality;
    const word = typeof given === "string" ? given.trim() : "";
    if (Object.hasOwn(CLASSES, word)) return CLASSES[word];
    const values = { label: entry.datum.label, given: quoted(given) };
    const clause = entry.datum.clause;
    findings.push(finding("UNKNOWN_QUALITY", `${entry.path}.quality`, values, { clause }));
    return entry.datum.quality;
}

function textSaid(entry, name, findings) {
    const given = entry.said[name];
    const words = absent(given) ? "" : textIn(given);
    if (words === null) findings.push(wrongSaid(entry, name));
    return words ?? "";
}

function yearSaid(entry, findings) {
    const year = yearIn(entry.said.year);
    if (year === null) findings.push(wrongSaid(entry, "year"));
    return year;
}

function spreadSaid(entry, value, findings) {
    const stated = entry.said.uncertainty;
    if (absent(stated)) return null;
    const spread = readSpread(stated, parseUnit(entry.datum.unit), value);
    if (spread === null) findings.push(wrongSaid(entry, "uncertainty"));
    return spread;
}

function levelsOf(entry, indicators, findings) {
    const given = entry.said.levels;
    if (absent(given)) return {};
    const place = `${entry.path}.levels`;
    const names = indicators.map((indicator) => indicator.name);
    if (!isMapping(given)) {
        const values = { place: SAID.levels.label, given: described(given), names: listed(names) };
        findings.push(finding("NOT_A_MAPPING", place, values));
        return {};
    }
    const levels = {};
    for (const [key, value] of Object.entries(given)) {
        const indicator = indicators.find((one) => one.name === key);
        const level = wholeNumber(value);
        if (!indicator) {
            const near = didYouMean(nearest(quoted(key), names));
            const values = { name: quoted(key), near, names: listed(names) };
            findings.push(finding("UNKNOWN_INDICATOR", place, values));
        } else if (level === null || level < 1 || level > indicator.levels.length) {
            const last = String(indicator.levels.length);
            const values = { label: indicator.label, given: quoted(value), last };
            findings.push(finding("LEVEL_OUT_OF_RANGE", `${place}.${indicator.name}`, values));
        } else {
            levels[indicator.name] = level;
        }
    }
    return levels;
}

function wholeNumber(given) {
    return orNull(() => {
        const { value, unit } = quantity(given);
        return value.isWhole() && !unit ? value.toNumber() : null;
    });
}
