// Units as the field writes them: text in; exact factor, dimension and substance out.

const UNIT_TABLE = new Map(
    UNITS.rows.flatMap(([words, factor, dimension]) =>
        words.split(" ").map((word) => [word, unitOf(word, fractionOf(factor), dimension, [])]),
    ),
);
const MASSES = UNITS.masses;
const MASS_OF_SUBSTANCE = new RegExp(`^(${MASSES.join("|")})([A-Z][A-Za-z0-9]*)$`);
const GAS_STATE = /^m[3³]\(\d{1,3} ?(?:°C|℃)\)$/;
const LIKE_EQUIVALENT = /^CO2[-_]?e(?:q|quiv)?$/i;
const LONGEST_UNIT = 80;
const ONE = new Fraction(1n);
const PLAIN_NUMBER = unitOf("", ONE, [], []);

/** A text that is no unit of the table. */
class UnknownUnit extends Error {
    constructor(near) {
        super();
        this.near = near;
    }
}

function unitOf(words, factor, dimension, substance) {
    return { text: words, factor, dimension, substance };
}

function samePowers(one, other) {
    return JSON.stringify(one) === JSON.stringify(other);
}

/** Tell whether dimensions agree, and substances where both carry one. */
function sameKind(one, other) {
    if (!samePowers(one.dimension, other.dimension)) return false;
    if (!one.substance.length || !other.substance.length) return true;
    return samePowers(one.substance, other.substance);
}

const unitsRead = new Map();

/** Read a unit as the language writes it. */
function parseUnit(words) {
    if (words === "" || words === "1") return PLAIN_NUMBER;
    if (!unitsRead.has(words)) unitsRead.set(words, readUnit(words));
    return unitsRead.get(words);
}

function readUnit(words) {
    const [above, ...below] = words.split("/");
    if (words.length > LONGEST_UNIT || below.length > 1) throw new UnknownUnit([]);
    const numerator = below.length && above === "1" ? [] : unitsOfWords(above, words);
    const denominator = below.length ? unitsOfWords(below[0], words) : [];
    return combined(words, numerator, denominator);
}

function unitsOfWords(words, whole) {
    return words.split("·").map((word) => unitOfWord(word, whole));
}

function combined(words, numerator, denominator) {
    const [dimension, substance] = [new Map(), new Map()];
    let factor = ONE;
    const parts = [...numerator.map((unit) => [unit, 1]), ...denominator.map((unit) => [unit, -1])];
    for (const [unit, sign] of parts) {
        factor = sign > 0 ? factor.times(unit.factor) : factor.over(unit.factor);
        for (const [base, power] of unit.dimension) addPower(dimension, base, sign * power);
        for (const [formula, power] of unit.substance) addPower(substance, formula, sign * power);
    }
    return unitOf(words, factor, powersOf(dimension), powersOf(substance));
}

function addPower(powers, name, power) {
    powers.set(name, (powers.get(name) ?? 0) + power);
}

function powersOf(powers) {
    const left = [...powers].filter(([, power]) => power);
    return left.sort(([one], [other]) => (one < other ? -1 : 1));
}

function unitOfWord(word, whole) {
    const found = UNIT_TABLE.get(word);
    if (found) return found;
    if (GAS_STATE.test(word)) return gasVolume(word);
    const mass = MASS_OF_SUBSTANCE.exec(word);
    if (mass && mass[2] === UNITS.equivalent) {
        return unitOf(word, UNIT_TABLE.get(mass[1]).factor, UNITS.climate, []);
    }
    if (mass && !LIKE_EQUIVALENT.test(mass[2])) {
        const { factor, dimension } = UNIT_TABLE.get(mass[1]);
        return unitOf(word, factor, dimension, [[mass[2], 1]]);
    }
    throw new UnknownUnit(nearUnits(word).map((near) => withWord(near, word, whole)));
}

function withWord(near, word, whole) {
    const parts = whole.split(/([·/])/);
    return parts.map((part) => (part === word ? near : part)).join("");
}

/** A gas takes (273.15 + θ) / 273.15 of its room at 0 °C. */
function gasVolume(word) {
    const zero = fractionOf(UNITS.zero_celsius_kelvin);
    const celsius = BigInt(/\((\d+)/.exec(word)[1]);
    return unitOf(word, zero.over(zero.plus(new Fraction(celsius))), UNITS.gas, []);
}

function nearUnits(word) {
    const mass = /^(mg|kg|g|kt|mt|t)(.+)$/i.exec(word);
    if (mass && LIKE_EQUIVALENT.test(mass[2])) return [massWord(mass[1]) + UNITS.equivalent];
    const folded = word.toLowerCase();
    const words = [...UNIT_TABLE.keys()].sort();
    const sameLetters = words.filter((one) => one.toLowerCase() === folded);
    const named = Object.hasOwn(UNITS.other_names, folded) ? [UNITS.other_names[folded]] : [];
    const close = closest(word, new Set([...UNITS.usual, ...words]), 3, 0.6);
    return [...new Set([...sameLetters, ...named, ...close])].slice(0, 3);
}

function massWord(letters) {
    const same = MASSES.filter((word) => word.toLowerCase() === letters.toLowerCase());
    return same.includes(letters) ? letters : same[0];
}

/** Read a unit as people type it: spaces, stars, full width, brackets, CO2eq. */
function parseDataUnit(typed) {
    if ([...typed].length > LONGEST_UNIT) throw new UnknownUnit([]);
    const plain = typed.normalize("NFKC").replace(/[*•⋅∙・･×]/g, "·").replace(/\s+/g, "");
    const open = plain.replace(/\/\(([^()]*)\)$/, "/$1");
    return parseUnit(open.replace(/CO2(?:-?eq?|当量)(?![A-Za-z0-9])/g, "CO2e"));
}

/** List the usual spellings of a dimension, the field's favourite first. */
function unitsOf(dimension, substance) {
    const found = carrying(substance).map(parseUnit);
    const same = (unit) =>
        samePowers(unit.dimension, dimension) && samePowers(unit.substance, substance);
    return found.filter(same).map((unit) => unit.text);
}

function carrying(substance) {
    if (!substance.length) return UNITS.usual;
    if (substance.length > 1 || substance[0][1] !== 1) return [];
    return UNITS.usual.flatMap((words) => {
        const word = words.split("/")[0].split("·")[0];
        return MASSES.includes(word) ? [word + substance[0][0] + words.slice(word.length)] : [];
    });
}
