// The uncertainty that a declaration states beside a value.

const NAMED_SPREAD = /^\s*([^\s()]+)\s*\(([^()]*)\)\s*$/;
const WIDE_BRACKETS = { "（": "(", "）": ")", "，": ",", "、": "," };

/** Read a ratio, a distribution of a value in `unit` or a basic uncertainty; else null. */
function readSpread(given, unit, value) {
    const [kind, parts] = partsOfSpread(given);
    if (kind === null || parts.length !== SPREADS.parameters[kind]) return null;
    const own = SPREADS.bounded.includes(kind) ? unit : PLAIN_NUMBER;
    const numbers = parts.map((part) => orNull(() => numberInUnit(part, own)));
    if (numbers.includes(null) || isNoSpread(kind, numbers, value)) return null;
    return { kind, parameters: numbers.map((number) => number.toNumber()) };
}

function partsOfSpread(given) {
    const narrow = (words) => words.replace(/[（），、]/g, (sign) => WIDE_BRACKETS[sign]);
    const named = typeof given === "string" ? NAMED_SPREAD.exec(narrow(given)) : null;
    if (!named) return ["normal", [given]];
    const kind = Object.hasOwn(SPREADS.names, named[1]) ? SPREADS.names[named[1]] : null;
    return [kind, named[2].split(",")];
}

function numberInUnit(given, unit) {
    const { value, unit: words } = quantity(typeof given === "string" ? given.trim() : given);
    if (!words) return value;
    const own = parseDataUnit(words);
    const sameDimension = samePowers(own.dimension, unit.dimension);
    return sameDimension && sameKind(own, unit) ? value.times(own.factor).over(unit.factor) : null;
}

/** Tell whether numbers are no distribution of the kind, or `value` lies outside its bounds. */
function isNoSpread(kind, numbers, value) {
    const [first, last] = [numbers[0], numbers.at(-1)];
    if (kind === "normal") return first.isLess(new Fraction(0n));
    if (!SPREADS.bounded.includes(kind)) return first.isLess(ONE);
    const falls = numbers.some((number, at) => at > 0 && number.isLess(numbers[at - 1]));
    if (falls || !first.isLess(last)) return true;
    return value !== null && (value.isLess(first) || last.isLess(value));
}

/** Give half the 95 % interval of a value as a ratio of it. */
function halfInterval({ kind, parameters }, value) {
    const [first, last] = [parameters[0], parameters.at(-1)];
    if (kind === "normal") return first;
    if (kind === "lognormal") return (first - 1 / first) / 2;
    if (kind === "uniform") return (0.95 * (last - first)) / 2 / Math.abs(value);
    const [low, high] = [0.025, 0.975].map((part) => ofTriangle(parameters, part));
    return (high - low) / 2 / Math.abs(value);
}

/** Give the lognormal that a basic uncertainty makes with the levels of a value. */
function withLevels({ parameters }, { levels, quality }, indicators) {
    const primary = quality === "primary" || quality === "site";
    const factors = indicators.map(({ name, spreads }) => {
        const level = levels[name] ?? (primary ? 1 : spreads.length);
        return spreads[level - 1];
    });
    const sigma = Math.hypot(...[...parameters, ...factors].map(Math.log)) / 2;
    return { kind: "lognormal", parameters: [Math.exp(SPREADS.half_of_95 * sigma)] };
}

/** Give the value below which a part of a triangular distribution lies. */
function ofTriangle([low, likely, high], part) {
    const width = high - low;
    if (part * width <= likely - low) return low + Math.sqrt(part * width * (likely - low));
    return high - Math.sqrt((1 - part) * width * (high - likely));
}

/** Run `read`; null where it finds no number or no unit. */
function orNull(read) {
    try {
        return read();
    } catch (fault) {
        const expected = [NoNumber, NotFinite, PartedDigits, UnknownUnit];
        if (expected.some((kind) => fault instanceof kind)) return null;
        throw fault;
    }
}
