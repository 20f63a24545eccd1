// How a value was measured, tested against what the standard asks.

const METER_CLASS = /^([0-9]{1,3}(?:\.[0-9]{1,6})?) ?S? ?级?$/;

/** Read how a value was measured; what cannot be read goes to `findings`. */
function measuredAs(entry, value, findings) {
    const readers = {
        calibrated: dateIn,
        class: classIn,
        count: countIn,
        spread: (given) => deviationIn(entry.datum, given, value),
    };
    const read = {};
    for (const [name, reader] of Object.entries(readers)) {
        const said = entry.said[name];
        if (absent(said)) continue;
        const result = reader(said);
        if (result === null) {
            const { labels, wanted, examples } = MEASURED;
            const words = { label: labels[name], expected: wanted[name], given: described(said) };
            const example = `${name}: ${examples[name]}`;
            const place = `${entry.path}.${name}`;
            const { clause } = entry.datum;
            findings.push(finding("WRONG_TYPE", place, { ...words, example }, { clause }));
        } else {
            read[name] = result;
        }
    }
    return read;
}

/** Read the accuracy class of a meter, as a fraction above 0. */
function classIn(given) {
    const found = isScalar(given) ? METER_CLASS.exec(String(given).trim()) : null;
    const value = found ? decimalText(found[1]) : null;
    return value && value.above > 0n ? value : null;
}

function countIn(given) {
    return orNull(() => {
        const { value, unit } = quantity(given);
        return value.isWhole() && value.above > 0n && !unit ? value.toNumber() : null;
    });
}

/** Read a standard deviation in the unit of the datum; in % it is a ratio of the value. */
function deviationIn(datum, given, value) {
    return orNull(() => {
        const { value: number, unit: words } = quantity(given);
        const unit = parseDataUnit(words);
        const own = parseUnit(datum.unit);
        if (number.above < 0n) return null;
        if (!words) return number;
        if (unit.text === "%" && own.text !== "%") {
            return number.over(new Fraction(100n)).times(sizeOf(value ?? new Fraction(0n)));
        }
        const same = samePowers(unit.dimension, own.dimension) && sameKind(unit, own);
        return same ? number.times(unit.factor).over(own.factor) : null;
    });
}

function sizeOf(value) {
    return value.above < 0n ? new Fraction(-value.above, value.below) : value;
}

/** Give the uncertainty of a mean of samples: its standard error as a normal one. */
function ofSamples({ count, spread }, value) {
    if (absent(count) || absent(spread) || value === null || !value.above) return null;
    const error = spread.over(sizeOf(value)).toNumber() / Math.sqrt(count);
    return { kind: "normal", parameters: [SPREADS.half_of_95 * error] };
}

/** Report where a value is not measured as its standard asks; secondary data are not measured. */
function* asAsked(entry, about, value, end, indicators) {
    const asked = entry.datum.measuring;
    if (absent(asked) || about.quality === "secondary") {
        yield* halfASample(entry, about.measured);
        return;
    }
    if (absent(asked.samples) && absent(asked.spread)) yield* halfASample(entry, about.measured);
    yield* meterAsAsked(entry, asked, about.measured, end);
    yield* samplesAsAsked(entry, asked, about, value);
    yield* uncertaintyAsAsked(entry, asked, about, value, indicators);
}

function* halfASample(entry, { count, spread }) {
    const { said } = entry;
    if (absent(said.mean) && absent(count) && absent(spread)) return;
    if (absent(count) && absent(said.count)) {
        yield aboutMeasuring("HALF_A_SAMPLE", entry, missingWords("count"), "warning");
    } else if (count !== 1 && absent(said.spread)) {
        yield aboutMeasuring("HALF_A_SAMPLE", entry, missingWords("spread"), "warning");
    }
}

function* meterAsAsked(entry, asked, found, end) {
    if (!absent(asked.valid_years)) {
        const { calibrated } = found;
        if (absent(calibrated)) {
            yield* notShown(entry, "calibrated", asked);
        } else if (end && !(calibrated <= end && end <= inForceUntil(calibrated, asked))) {
            const words = { calibrated, valid: duration(asked.valid_years), end };
            yield aboutMeasuring("CALIBRATION_OUT_OF_DATE", entry, words);
        }
    }
    if (!absent(asked.meter_class)) {
        if (absent(found.class)) {
            yield* notShown(entry, "class", asked);
        } else if (found.class.toNumber() > asked.meter_class) {
            const given = general(found.class.toNumber(), 6);
            const words = { given, asked: general(asked.meter_class, 6) };
            yield aboutMeasuring("METER_TOO_COARSE", entry, words);
        }
    }
}

function* samplesAsAsked(entry, asked, about, value) {
    const { count, spread } = about.measured;
    if (!absent(asked.samples)) {
        if (absent(count)) {
            yield* notShown(entry, "count", asked);
        } else if (count < asked.samples) {
            const words = { given: String(count), asked: String(asked.samples) };
            yield aboutMeasuring("TOO_FEW_SAMPLES", entry, words);
        }
    }
    if (!absent(asked.spread)) {
        const known = !absent(spread) && value.above;
        const ratio = known ? spread.over(sizeOf(value)).toNumber() : null;
        yield* within(entry, "spread", ratio, asked);
    }
}

function* uncertaintyAsAsked(entry, asked, about, value, indicators) {
    if (absent(asked.uncertainty)) return;
    const stated = about.uncertainty;
    const spread = stated?.kind === "basic" ? withLevels(stated, about, indicators) : stated;
    const half = spread === null ? null : halfInterval(spread, value.toNumber());
    yield* within(entry, "uncertainty", half, asked);
}

function* within(entry, name, ratio, asked) {
    if (ratio === null) {
        yield* notShown(entry, name, asked);
    } else if (ratio > asked[name]) {
        const what = name === "spread" ? MEASURED.relative : MEASURED.labels[name];
        const words = { what, given: inPercent(ratio), asked: inPercent(asked[name]) };
        yield aboutMeasuring("TOO_UNCERTAIN", entry, words);
    }
}

/** Give the last day on which a calibration is in force; a year has twelve months. */
function inForceUntil(calibrated, { valid_years: years }) {
    const [year, month, day] = calibrated.split("-").map(Number);
    const whole = roundedToEven(years * 12);
    if (Math.abs(years * 12 - whole) > 1e-9) {
        const until = new Date(Date.UTC(year, month - 1, day + Math.trunc(years * 365)));
        return until.toISOString().slice(0, 10);
    }
    const months = year * 12 + month - 1 + whole;
    const [endYear, endMonth] = [Math.floor(months / 12), (months % 12) + 1];
    return isoDate(endYear, endMonth, Math.min(day, daysIn(endYear, endMonth)));
}

function roundedToEven(number) {
    const low = Math.floor(number);
    if (number - low !== 0.5) return Math.round(number);
    return low % 2 ? low + 1 : low;
}

/** Report what is asked for and not said; one that cannot be read is reported already. */
function* notShown(entry, name, asked) {
    if (!absent(entry.said[name])) return;
    const words = [...wordsAsked(asked)];
    const both = text(words.map((w) => w.zh).join("、"), words.map((w) => w.en).join(", "));
    yield aboutMeasuring("MEASURING_NOT_SHOWN", entry, { ...missingWords(name), asked: both });
}

/** Say what is asked, one thing after the other. */
function* wordsAsked(asked) {
    if (!absent(asked.valid_years)) {
        const { zh, en } = duration(asked.valid_years);
        yield text(`校准有效期${zh}`, `calibrated within ${en}`);
    }
    if (!absent(asked.meter_class)) {
        const words = general(asked.meter_class, 6);
        yield text(`不低于${words}级`, `class ${words} or better`);
    }
    if (!absent(asked.samples)) {
        yield text(`样本不少于${asked.samples}个`, `${asked.samples} samples or more`);
    }
    if (!absent(asked.spread)) {
        const ratio = inPercent(asked.spread);
        yield text(`相对标准偏差不大于${ratio}`, `relative standard deviation ≤ ${ratio}`);
    }
    if (!absent(asked.uncertainty)) {
        const ratio = inPercent(asked.uncertainty);
        yield text(`不确定度不大于${ratio}`, `uncertainty ≤ ${ratio}`);
    }
}

/** Say how long: in years, else in months, else in days of a year of 365 days. */
function duration(years) {
    const units = [[1, "年", "year"], [12, "个月", "month"], [365, "天", "day"]];
    for (const [parts, zh, en] of units) {
        const number = roundedToEven(years * parts);
        if (Math.abs(years * parts - number) < 1e-9) {
            return text(`${number}${zh}`, `${number} ${en}${number === 1 ? "" : "s"}`);
        }
    }
    const words = general(years, 6);
    return text(`${words}年`, `${words} years`);
}

function inPercent(ratio) {
    return `${general(ratio * 100, 4)} %`;
}

function missingWords(name) {
    return { missing: MEASURED.labels[name], example: `${name}: ${MEASURED.examples[name]}` };
}

function aboutMeasuring(code, entry, words, severity = "error") {
    const { label, clause } = entry.datum;
    return finding(code, entry.path, { label, at: entry.path, ...words }, { clause, severity });
}
