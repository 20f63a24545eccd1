// Values that may be missing, and comparisons of measured quantities.
//
// A number without a value is NaN, any other value without one is INVALID, an absent value is
// null. Arithmetic carries NaN along; tests and look-ups stop at it.

const INVALID = Symbol.for("guiju.invalid");

/** Two quantities that agree to twelve digits count as equal in a test. */
const TOLERANCE = 1e-12;

/** Something that a formula reads has no value; a finding elsewhere says why. */
class NoValue extends Error {}

/** Something that a formula reads was not given. */
class Absent extends Error {}

/** A formula divides by 0. */
class DivisionByZero extends Error {}

/** A formula gives no number. */
class NotComputable extends Error {}

/** A table has no row for its keys. */
class NoRow extends Error {
    constructor(table, keys) {
        super();
        this.table = table;
        this.keys = keys;
    }
}

function absent(value) {
    return value === null || value === undefined;
}

function hasNoValue(value) {
    return value === INVALID || Number.isNaN(value);
}

function isNumber(value) {
    return typeof value === "number";
}

/** Give a value that was given. */
function here(value) {
    if (absent(value)) throw new Absent();
    return value;
}

/** Give a value that is there and right. */
function known(value) {
    if (absent(value)) throw new Absent();
    if (hasNoValue(value)) throw new NoValue();
    return value;
}

function slack(left, right) {
    return TOLERANCE * Math.max(Math.abs(left), Math.abs(right));
}

/** Tell whether left <= right. */
function atMost(left, right) {
    const small = known(left);
    const large = known(right);
    return small <= large + slack(small, large);
}

/** Tell whether left >= right. */
function atLeast(left, right) {
    return atMost(right, left);
}

/** Tell whether left < right. */
function less(left, right) {
    return !atMost(right, left);
}

/** Tell whether left > right. */
function more(left, right) {
    return !atMost(left, right);
}

/** Tell whether left = right, give or take `within`. */
function equal(left, right, within = 0) {
    const one = known(left);
    const other = known(right);
    return Math.abs(one - other) <= known(within) + slack(one, other);
}

/** Give the number of a day, counted from 0001-01-01 as 1. */
function dayOf(day) {
    return Date.parse(`${known(day)}T00:00:00Z`) / 86400000 + 719163;
}

/** Tell whether low <= value <= high. */
function inRange(value, low, high) {
    return atMost(low, value) && atMost(value, high);
}

/** Divide; by 0 there is no value. */
function divided(above, below) {
    if (here(below) === 0) throw new DivisionByZero();
    return here(above) / below;
}

/** Raise `base`; a root of a negative number has no value. */
function raised(base, exponent) {
    const [one, power] = [here(base), here(exponent)];
    if (Number.isNaN(one) || Number.isNaN(power)) return NaN;
    if (one === 0 && power < 0) throw new DivisionByZero();
    return finite(Math.pow(one, power));
}

/** Give a number that was calculated, unless it is none or too great. */
function finite(value) {
    if (!Number.isFinite(value)) throw new NotComputable();
    return value;
}

function absolute(value) {
    return Math.abs(here(value));
}

function exponential(value) {
    const result = Math.exp(here(value));
    return Number.isNaN(value) ? result : finite(result);
}

function logarithm(value) {
    if (here(value) <= 0) throw new NotComputable();
    return Math.log(value);
}

function root(value) {
    if (here(value) < 0) throw new NotComputable();
    return Math.sqrt(value);
}

/** Round to a whole number, halves away from 0. */
function rounded(value) {
    const size = Math.floor(Math.abs(here(value)) + 0.5);
    return value < 0 || Object.is(value, -0) ? -size : size;
}

/** Add up. */
function sum(values) {
    let whole = 0;
    for (const value of values) whole += here(value);
    return whole;
}

function some(values) {
    if (!values.length) throw new Absent();
    return values;
}

/** Give the mean; none of no values. */
function mean(values) {
    return sum(some(values)) / values.length;
}

/** Give the least value. */
function lowest(values) {
    return some(values).map(here).reduce((one, other) => Math.min(one, other));
}

/** Give the greatest value. */
function highest(values) {
    return some(values).map(here).reduce((one, other) => Math.max(one, other));
}

/** Stop where none of the cases of a formula holds. */
function noCase() {
    throw new NotComputable();
}
