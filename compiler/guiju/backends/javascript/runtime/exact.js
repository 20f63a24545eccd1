// Exact numbers, as people and programs write them: fractions of whole numbers of any size.

const SMALLEST_EXPONENT = -300;
const LARGEST_EXPONENT = 300;

/** What is given does not begin with a number. */
class NoNumber extends Error {}

/** The number is no number, infinite, or of a size that floats do not hold. */
class NotFinite extends Error {}

/** A separator among the digits can be read in two ways. */
class PartedDigits extends Error {
    constructor(readings) {
        super();
        this.readings = readings;
    }
}

/** A number of a JSON text, as it is written there. */
class Written {
    constructor(text) {
        this.text = text;
    }
    toString() {
        return decimalWords(this.text);
    }
    toJSON() {
        return Number(this.text);
    }
}

function greatestDivisor(one, other) {
    while (other) [one, other] = [other, one % other];
    return one < 0n ? -one : one;
}

/** A ratio of two whole numbers, the lower one above 0. */
class Fraction {
    constructor(above, below = 1n) {
        const divisor = greatestDivisor(above, below) || 1n;
        this.above = above / divisor;
        this.below = below / divisor;
    }
    times(other) {
        return new Fraction(this.above * other.above, this.below * other.below);
    }
    over(other) {
        const sign = other.above < 0n ? -1n : 1n;
        return new Fraction(sign * this.above * other.below, sign * this.below * other.above);
    }
    plus(other) {
        const above = this.above * other.below + other.above * this.below;
        return new Fraction(above, this.below * other.below);
    }
    minus(other) {
        return this.plus(new Fraction(-other.above, other.below));
    }
    power(exponent) {
        if (exponent < 0) return new Fraction(1n).over(this.power(-exponent));
        return new Fraction(this.above ** BigInt(exponent), this.below ** BigInt(exponent));
    }
    isLess(other) {
        return this.above * other.below < other.above * this.below;
    }
    isWhole() {
        return this.below === 1n;
    }

    /** Give the nearest float: 64 figures of the quotient, and whether there are more. */
    toNumber() {
        if (!this.above) return 0;
        const size = this.above < 0n ? -this.above : this.above;
        const shift = 64 - (size.toString(2).length - this.below.toString(2).length);
        const high = shift > 0 ? size << BigInt(shift) : size;
        const low = shift > 0 ? this.below : this.below << BigInt(-shift);
        const figures = (high / low) | (high % low ? 1n : 0n);
        const half = Math.trunc(-shift / 2);
        const value = Number(figures) * 2 ** half * 2 ** (-shift - half);
        return this.above < 0n ? -value : value;
    }
}

/** Read a constant of the table of units: a decimal or a quotient. */
function fractionOf(text) {
    const [above, below] = text.split("/");
    return decimalText(above).over(decimalText(below ?? "1"));
}

const WIDE = /[\uFF01-\uFF5E\u3000\u2212\u00A0]/g;
const DIGITS = "[0-9]+(?:_[0-9]+)*";
const NUMBER = `[+-]?(?:${DIGITS}(?:\\.(?:${DIGITS})?)?|\\.${DIGITS})(?:[eE][+-]?[0-9]+)?`;
const QUANTITY = new RegExp(`^\\s*(${NUMBER})\\s*(.*?)\\s*$`, "s");
const PARTED = /^\s*([+-]?[0-9.]+(?:[,'][0-9]+| [0-9]{3}(?![0-9]))+)(.*)$/s;
const NOT_FINITE = /^\s*[+-]?\.?(?:nan|inf|infinity)\s*$/i;
const LONGEST_NUMBER = 1000;

function narrow(sign) {
    if (sign === "\u2212") return "-";
    if (sign === "\u3000" || sign === "\u00A0") return " ";
    return String.fromCharCode(sign.charCodeAt(0) - 0xfee0);
}

/** Read a number, or a text of a number and perhaps a unit, exactly: {value, unit}. */
function quantity(given) {
    if (typeof given === "string") return quantityOfText(given.replace(WIDE, narrow));
    if (given instanceof Written) return { value: decimalText(given.text), unit: "" };
    if (typeof given === "bigint") return { value: decimalText(String(given)), unit: "" };
    if (!isNumber(given)) throw new NoNumber();
    if (!Number.isFinite(given)) throw new NotFinite();
    return { value: decimalText(String(given)), unit: "" };
}

function quantityOfText(text) {
    if (NOT_FINITE.test(text)) throw new NotFinite();
    const parted = PARTED.exec(text);
    if (parted) throw new PartedDigits(readingsOf(parted[1], parted[2]));
    const found = text.length <= LONGEST_NUMBER ? QUANTITY.exec(text) : null;
    if (!found) throw new NoNumber();
    return { value: decimalText(found[1]), unit: found[2] };
}

/** Read the text of a decimal number exactly. */
function decimalText(text) {
    const [digits, exponent] = text.replaceAll("_", "").toLowerCase().split("e");
    const [whole, part = ""] = digits.split(".");
    const figures = BigInt((whole + part).replace(/^[+-]/, "") || "0");
    const places = Number(exponent ?? 0) - part.length;
    if (!figures) {
        if ((exponent ?? "").length > 18) throw new NotFinite();
        return new Fraction(0n);
    }
    const size = figures.toString().length - 1 + places;
    if (!(SMALLEST_EXPONENT <= size && size <= LARGEST_EXPONENT)) throw new NotFinite();
    const signed = digits.startsWith("-") ? -figures : figures;
    const power = 10n ** BigInt(Math.abs(places));
    return places < 0 ? new Fraction(signed, power) : new Fraction(signed * power);
}

/** Give `value` if a float can hold its size. */
function checked(value) {
    const size = value.above < 0n ? -value.above : value.above;
    if (!size) return value;
    const tooSmall = size * 10n ** BigInt(-SMALLEST_EXPONENT) < value.below;
    const tooGreat = size >= value.below * 10n ** BigInt(LARGEST_EXPONENT + 1);
    if (tooSmall || tooGreat) throw new NotFinite();
    return value;
}

function readingsOf(digits, rest) {
    if (digits.includes(".")) return [digits.replaceAll(".", "").replaceAll(",", ".") + rest];
    const parts = digits.split(/[,' ]/);
    const joined = parts.join("") + rest;
    if (parts.length === 2 && digits.includes(",") && !rest.startsWith(".")) {
        return [joined, parts.join(".") + rest];
    }
    return [joined];
}
