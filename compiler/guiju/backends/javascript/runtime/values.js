// Read one value of a datum, or say what is wrong with it.

const DAY = /^([0-9]{4})[-/.年]([0-9]{1,2})[-/.月]([0-9]{1,2})日?$/;
const YEAR = /^([0-9]{4})(?:\.0*)? ?年?$/;
const KINDS = {
    year: text("年份，如 2024", "a year such as 2024"),
    date: text("日期，如 2025-12-31", "a date such as 2025-12-31"),
    text: text("文字", "text"),
    yes_no: text("是或否", "yes or no"),
};
const EXAMPLES = { year: "2024", date: "2025-12-31", text: "…", yes_no: "yes" };

/** Read what is given for a datum; numbers come in its unit. A finding says what is wrong. */
function readValue(datum, given, path) {
    const value = valueIn(datum, given, path);
    return value === null ? wrongType(datum, given, path) : value;
}

function valueIn(datum, given, path) {
    if (datum.kind === "number") return numberIn(datum, given, path);
    if (datum.kind === "choice") return choiceIn(datum, given, path);
    return { year: yearIn, date: dateIn, text: textIn, yes_no: yesNoIn }[datum.kind](given);
}

function isFinding(value) {
    return typeof value === "object" && value !== null && "code" in value;
}

function wrongType(datum, given, path) {
    const words = {
        label: datum.label,
        expected: expected(datum),
        given: described(given),
        example: exampleOf(datum),
    };
    return finding("WRONG_TYPE", path, words, { clause: datum.clause });
}

/** Say what kind of value a datum takes. */
function expected(datum) {
    if (datum.kind === "number") {
        const unit = datum.unit;
        return unit ? text(`以 ${unit} 计的数`, `a number in ${unit}`) : text("数", "a number");
    }
    if (datum.kind !== "choice") return KINDS[datum.kind];
    const names = optionNames(datum);
    return text(`以下之一：${names.zh}`, `one of ${names.en}`);
}

function exampleOf(datum) {
    const name = datum.path.split(".").at(-1);
    if (datum.kind === "number") return `${name}: 120 ${datum.unit}`.trimEnd();
    if (datum.kind === "choice") return `${name}: ${datum.options[0]?.[0] ?? "…"}`;
    return `${name}: ${EXAMPLES[datum.kind]}`;
}

function optionNames(datum) {
    const labelled = (language, before, behind) => ([name, label]) => {
        const words = label[language];
        return words === "" || words === name ? name : name + before + words + behind;
    };
    const zh = datum.options.map(labelled("zh", "（", "）"));
    const en = datum.options.map(labelled("en", " (", ")"));
    return text(zh.join("、"), en.join(", "));
}

function numberIn(datum, given, path) {
    try {
        const value = inDeclaredUnit(datum, quantity(given), path);
        const negative = value instanceof Fraction && datum.amount && value.above < 0n;
        return negative ? badNumber("NEGATIVE_AMOUNT", datum, given, path) : value;
    } catch (fault) {
        if (fault instanceof NoNumber) return null;
        if (fault instanceof NotFinite) return badNumber("OUT_OF_RANGE", datum, given, path);
        if (!(fault instanceof PartedDigits)) throw fault;
        const words = fault.readings.map(quoted);
        const readings = text(words.join(" 或 "), words.join(" or "));
        return badNumber("AMBIGUOUS_DIGITS", datum, given, path, { readings });
    }
}

function inDeclaredUnit(datum, given, path) {
    if (!given.unit) return given.value;
    const declared = parseUnit(datum.unit);
    let unit;
    try {
        unit = parseDataUnit(given.unit);
    } catch (fault) {
        if (!(fault instanceof UnknownUnit)) throw fault;
        const units = fault.near.length ? listed(fault.near) : usualUnits(declared);
        return badNumber("UNKNOWN_UNIT", datum, given.unit, path, { units });
    }
    const asked = datum.unit || "1";
    if (!samePowers(unit.dimension, declared.dimension)) {
        const more = { unit: asked, units: usualUnits(declared) };
        return badNumber("OTHER_DIMENSION", datum, given.unit, path, more);
    }
    if (!sameKind(unit, declared)) {
        return badNumber("OTHER_SUBSTANCE", datum, given.unit, path, { unit: asked });
    }
    return checked(given.value.times(unit.factor).over(declared.factor));
}

function usualUnits(unit) {
    const spellings = unitsOf(unit.dimension, unit.substance).slice(0, 5);
    return listed([...new Set([unit.text || "%", ...spellings])]);
}

function badNumber(code, datum, given, path, more = {}) {
    const words = { label: datum.label, given: quoted(given), ...more };
    return finding(code, path, words, { clause: datum.clause });
}

function plainWords(words) {
    return words.normalize("NFKC").trim();
}

function isScalar(given) {
    return typeof given === "string" || isNumber(given) || given instanceof Written;
}

/** Read a year of four figures. */
function yearIn(given) {
    const found = isScalar(given) ? YEAR.exec(plainWords(String(given))) : null;
    return found ? Number(found[1]) : null;
}

/** Read a day written year first, as YYYY-MM-DD. */
function dateIn(given) {
    if (isTime(given)) return dateIn(dayOfTime(given));
    const found = typeof given === "string" ? DAY.exec(plainWords(given)) : null;
    if (!found) return null;
    const [year, month, day] = found.slice(1).map(Number);
    if (year < 1 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return null;
    return isoDate(year, month, day);
}

/** Give the day whose midnight a time is, in UTC or where it is read; null for any other time. */
function dayOfTime(time) {
    const clock = [time.getHours(), time.getMinutes(), time.getSeconds(), time.getMilliseconds()];
    if (time.getTime() % 86_400_000 === 0) {
        return isoDate(time.getUTCFullYear(), time.getUTCMonth() + 1, time.getUTCDate());
    }
    if (clock.some((part) => part !== 0)) return null;
    return isoDate(time.getFullYear(), time.getMonth() + 1, time.getDate());
}

function isoDate(year, month, day) {
    const two = (number) => String(number).padStart(2, "0");
    return `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}`;
}

function daysIn(year, month) {
    const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
    return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
}

/** Give a text, or the digits of a number, as written. */
function textIn(given) {
    if (typeof given === "string") return given.trim();
    if (isTime(given)) return dateIn(given);
    return isScalar(given) ? printed(given) : null;
}

function yesNoIn(given) {
    if (given === true || given === false) return given;
    const word = typeof given === "string" ? plainWords(given).toLowerCase() : "";
    return TRUTHS.yes.includes(word) ? true : TRUTHS.no.includes(word) ? false : null;
}

function choiceIn(datum, given, path) {
    const words = textIn(given);
    if (words === null) return null;
    const known = namesByWord(datum);
    const name = known.get(words) || known.get(plainWords(words).toLowerCase());
    if (name) return name;
    const near = nearest(words, known.keys());
    const values = {
        label: datum.label,
        given: quoted(words),
        near: didYouMean(near ? known.get(near) : null),
        options: optionNames(datum),
    };
    return finding("UNKNOWN_CHOICE", path, values, { clause: datum.clause });
}

/** Find an option by its label in either language, and before that by its name. */
function namesByWord(datum) {
    const words = datum.options.flatMap(([name, { zh, en }]) => [[zh, name], [en, name]]);
    const names = datum.options.map(([name]) => [name, name]);
    const fold = ([word, name]) => [plainWords(word).toLowerCase(), name];
    const folded = [...words, ...names].map(fold);
    return new Map([...folded, ...words, ...names].filter(([word]) => word));
}
