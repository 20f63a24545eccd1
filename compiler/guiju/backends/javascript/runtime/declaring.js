// The text of a declaration: read without rounding, and its digest.

/** Read JSON; numbers stay as they are written. */
function parse(words) {
    const whole = JSON.parse(words);
    return /\uE000|\\ue000/i.test(words) ? whole : exactly(JSON.parse(withNumbersAsTexts(words)));
}

const NUMBER_MARK = "\uE000";

/** Put the numbers of a JSON text in quotes, behind a mark that no declaration holds. */
function withNumbersAsTexts(words) {
    const part = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;
    return words.replace(part, (found) => (found[0] === '"' ? found : `"${NUMBER_MARK}${found}"`));
}

function exactly(value) {
    if (typeof value === "string") {
        return value.startsWith(NUMBER_MARK) ? new Written(value.slice(1)) : value;
    }
    if (Array.isArray(value)) return value.map(exactly);
    return isMapping(value) ? mapped(Object.entries(value), exactly) : value;
}

/** Give the SHA-256 of what was declared, the same whatever file it came from. */
function digestOf(declaration) {
    return `sha256:${sha256(new TextEncoder().encode(wordsOfData(declaration)))}`;
}

/** Write data as JSON, names in order, a space behind `,` and `:`. */
function wordsOfData(value) {
    if (absent(value)) return "null";
    if (value === true || value === false) return String(value);
    if (value instanceof Written) return JSON.stringify(String(value));
    if (isNumber(value)) return numberWords(value);
    if (isTime(value)) return JSON.stringify(dateIn(value) ?? String(value));
    if (typeof value === "string") return JSON.stringify(value);
    if (Array.isArray(value)) return `[${value.map(wordsOfData).join(", ")}]`;
    const names = Object.keys(value).sort(byCodePoint);
    const lines = names.map((name) => `${JSON.stringify(name)}: ${wordsOfData(value[name])}`);
    return `{${lines.join(", ")}}`;
}

function byCodePoint(one, other) {
    const [first, second] = [[...one], [...other]];
    const at = first.findIndex((sign, index) => sign !== second[index]);
    if (at < 0) return first.length - second.length;
    return first[at].codePointAt(0) - (second[at]?.codePointAt(0) ?? -1);
}

/** Give the first 32 bits of the broken parts of a root of the first primes; FIPS 180-4. */
function rootsOfPrimes(count, degree) {
    const primes = [];
    for (let n = 2; primes.length < count; n++) {
        if (primes.every((prime) => n % prime)) primes.push(n);
    }
    return primes.map((prime) => wholeRoot(BigInt(prime) << BigInt(32 * degree), degree));
}

/** Give the last 32 bits of the whole root of a number. */
function wholeRoot(number, degree) {
    let [low, high] = [0n, 1n << 40n];
    while (high - low > 1n) {
        const middle = (low + high) / 2n;
        if (middle ** BigInt(degree) <= number) low = middle;
        else high = middle;
    }
    return Number(low & 0xffffffffn);
}

const ROUNDS = rootsOfPrimes(64, 3);

/** Give the SHA-256 of bytes in hexadecimal; FIPS 180-4, 6.2. */
function sha256(bytes) {
    const size = Math.ceil((bytes.length + 9) / 64) * 64;
    const padded = new DataView(new ArrayBuffer(size));
    bytes.forEach((byte, at) => padded.setUint8(at, byte));
    padded.setUint8(bytes.length, 0x80);
    padded.setBigUint64(size - 8, BigInt(bytes.length) * 8n);
    let state = rootsOfPrimes(8, 2);
    for (let start = 0; start < size; start += 64) {
        const words = Array.from({ length: 16 }, (_, at) => padded.getUint32(start + 4 * at));
        state = compressed(state, expandedWords(words));
    }
    return state.map((word) => word.toString(16).padStart(8, "0")).join("");
}

function turned(word, places) {
    return (word >>> places) | (word << (32 - places));
}

function expandedWords(words) {
    for (let at = 16; at < 64; at++) {
        const [early, late] = [words[at - 15], words[at - 2]];
        const first = turned(early, 7) ^ turned(early, 18) ^ (early >>> 3);
        const second = turned(late, 17) ^ turned(late, 19) ^ (late >>> 10);
        words.push((words[at - 16] + first + words[at - 7] + second) >>> 0);
    }
    return words;
}

function compressed(state, words) {
    let [a, b, c, d, e, f, g, h] = state;
    for (let at = 0; at < 64; at++) {
        const high = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25);
        const one = (h + high + ((e & f) ^ (~e & g)) + ROUNDS[at] + words[at]) >>> 0;
        const low = turned(a, 2) ^ turned(a, 13) ^ turned(a, 22);
        const other = (low + ((a & b) ^ (a & c) ^ (b & c))) >>> 0;
        [a, b, c, d, e, f, g, h] = [(one + other) >>> 0, a, b, c, (d + one) >>> 0, e, f, g];
    }
    return [a, b, c, d, e, f, g, h].map((word, at) => (word + state[at]) >>> 0);
}
