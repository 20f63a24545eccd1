// Words for people in both languages: findings, numbers, names that were meant.

/** Give words in both languages. */
function text(zh, en = zh) {
    return { zh, en };
}

function inLanguage(value, language) {
    return typeof value === "object" ? value[language] : value;
}

/** Put values into the places of a template. */
function filled(template, values, language) {
    return template[language].replace(/\{\{|\}\}|\{(\w+)\}/g, (place, name) =>
        name === undefined ? place[0] : inLanguage(values[name], language),
    );
}

/** Report a code at a path; `values` fill its words. */
function finding(code, path, values, { clause = "", severity = "error" } = {}) {
    return { code: CODES[code], severity, clause, path, values };
}

function keyOfFinding(found) {
    return JSON.stringify([found.code.id, found.severity, found.clause, found.path, found.values]);
}

/** Give findings in order, each once. */
function* eachOnce(findings) {
    const seen = new Set();
    for (const found of findings) {
        const key = keyOfFinding(found);
        if (!seen.has(key)) yield found;
        seen.add(key);
    }
}

/** Print a number with `digits` significant ones, trailing noughts left out. */
function general(value, digits) {
    if (!Number.isFinite(value)) return Number.isNaN(value) ? "nan" : value < 0 ? "-inf" : "inf";
    if (value === 0) return Object.is(value, -0) ? "-0" : "0";
    const [figures, exponent] = significant(Math.abs(value), digits);
    const sign = value < 0 ? "-" : "";
    const plain = figures.replace(/0+$/, "");
    if (exponent < -4 || exponent >= digits) {
        const rest = plain.length > 1 ? `.${plain.slice(1)}` : "";
        const size = String(Math.abs(exponent)).padStart(2, "0");
        return `${sign}${plain[0]}${rest}e${exponent < 0 ? "-" : "+"}${size}`;
    }
    if (exponent < 0) return `${sign}0.${"0".repeat(-exponent - 1)}${plain}`;
    const whole = figures.slice(0, exponent + 1);
    const part = figures.slice(exponent + 1).replace(/0+$/, "");
    return sign + whole + (part ? `.${part}` : "");
}

/** Give the significant figures of a number and its power of ten; halves go to the even figure. */
function significant(value, digits) {
    const [mantissa, power] = value.toExponential(digits - 1).split("e");
    const figures = mantissa.replace(".", "");
    const longer = value.toExponential(Math.min(digits + 40, 100)).split("e");
    const rest = longer[0].replace(".", "").slice(digits);
    const half = /^50*$/.test(rest) && Number(longer[1]) === Number(power);
    if (half && Number(figures[digits - 1]) % 2 === 1) {
        const before = BigInt(figures) - 1n;
        return [before.toString().padStart(digits, "0"), Number(power)];
    }
    return [figures, Number(power)];
}

/** Print the number of a JSON text. */
function decimalWords(written) {
    const [digits, exponent] = written.toLowerCase().split("e");
    if (exponent === undefined) return written;
    const sign = digits.startsWith("-") ? "-" : "";
    const [whole, part = ""] = digits.replace(/^[+-]/, "").split(".");
    const figures = (whole + part).replace(/^0+(?=.)/, "");
    const places = Number(exponent) - part.length;
    const size = places + figures.length - 1;
    if (places <= 0 && size >= -6) {
        const padded = figures.padStart(1 - places, "0");
        const at = padded.length + places;
        return sign + padded.slice(0, at) + (places ? `.${padded.slice(at)}` : "");
    }
    const rest = figures.length > 1 ? `.${figures.slice(1)}` : "";
    return `${sign}${figures[0]}${rest}E${size < 0 ? "-" : "+"}${Math.abs(size)}`;
}

const LONGEST = 40;
const MOST_NAMES = 8;

/** Give the text of a scalar; of anything else what kind it is. */
function printed(given) {
    if (given === true || given === false) return given ? "True" : "False";
    if (isNumber(given)) return numberWords(given);
    if (isTime(given) && !Number.isNaN(given.getTime())) return given.toISOString();
    return absent(given) ? "None" : String(given);
}

function numberWords(value) {
    const words = String(value);
    const found = /^(-?[\d.]+)e([+-])(\d+)$/.exec(words);
    return found ? `${found[1]}e${found[2]}${found[3].padStart(2, "0")}` : words;
}

/** Give the text of a scalar on one line, cut to a readable length. */
function quoted(given) {
    const letters = [...printed(given)].slice(0, LONGEST * 2);
    const plain = letters.map((sign) => (sign !== " " && /[\p{C}\p{Z}]/u.test(sign) ? " " : sign));
    return plain.length <= LONGEST ? plain.join("") : `${plain.slice(0, LONGEST).join("")}…`;
}

/** Say what is given, cut to a readable length. */
function described(given) {
    if (absent(given)) return text("空白", "nothing");
    if (isMapping(given)) return text("一组“名称: 值”", "a set of “name: value”");
    if (Array.isArray(given)) return text("一个列表", "a list");
    if (given === true || given === false) return given ? text("是", "yes") : text("否", "no");
    const words = quoted(given);
    return text(`“${words}”`);
}

/** Tell a point of time, also one of another window. */
function isTime(given) {
    return Object.prototype.toString.call(given) === "[object Date]";
}

function isMapping(given) {
    if (typeof given !== "object" || given === null) return false;
    return !Array.isArray(given) && !(given instanceof Written) && !isTime(given);
}

function didYouMean(near) {
    return absent(near) ? text("") : text(`是否指 ${near}？`, `did you mean ${near}? `);
}

/** List names, the first few of many. */
function listed(names) {
    const some = names.slice(0, MOST_NAMES);
    const more = names.length > some.length ? text("等", ", …") : text("");
    return text(some.join("、") + more.zh, some.join(", ") + more.en);
}

/** Give the known name that was probably meant. */
function nearest(name, known) {
    const folded = new Map([...known].map((word) => [word.toLowerCase(), word]));
    const cut = [...name].slice(0, LONGEST * 2).join("").toLowerCase();
    return folded.get(closest(cut, folded.keys(), 1, 0.6)[0]) ?? null;
}

/** Give the words most like `word`, the likest first. */
function closest(word, known, most, least) {
    const found = [];
    for (const one of known) {
        const likeness = alike(one, word);
        if (likeness >= least) found.push([likeness, one]);
    }
    found.sort((one, other) => other[0] - one[0] || (one[1] < other[1] ? 1 : -1));
    return found.slice(0, most).map(([, one]) => one);
}

/** Tell how much two words have in common: twice the matching letters to all letters. */
function alike(one, other) {
    const [first, second] = [[...one], [...other]];
    const length = first.length + second.length;
    return length ? (2 * matching(first, second, 0, first.length, 0, second.length)) / length : 1;
}

/** Count the letters of the longest common run, and of the runs before and behind it. */
function matching(first, second, from, to, start, end) {
    let [at, beside, size] = [from, start, 0];
    let runs = new Map();
    for (let i = from; i < to; i++) {
        const longer = new Map();
        for (let j = start; j < end; j++) {
            if (second[j] !== first[i]) continue;
            const run = (runs.get(j - 1) ?? 0) + 1;
            longer.set(j, run);
            if (run > size) [at, beside, size] = [i - run + 1, j - run + 1, run];
        }
        runs = longer;
    }
    if (!size) return 0;
    const before = matching(first, second, from, at, start, beside);
    return size + before + matching(first, second, at + size, to, beside + size, end);
}

/** Write a path for people: in a group with the number of the row, counted from 1. */
function shown(group, row, path) {
    return row === null || !group ? path : `${group}[${row + 1}]${path.slice(group.length)}`;
}

/** Say what a value is that a finding is about. */
function now(words, en = words) {
    return text(`（现为 ${words}）`, ` (it is ${en})`);
}

/** Give what a thing is called with the name by which it is found. */
function named(label, name) {
    return text(`${label.zh} ${name}`, `${label.en}, ${name}`);
}
