// Factor tables: the row for given keys.

/** Find the row of a table: exact before any, for a year or date the newest not after it. */
function rowFor(table, keys) {
    keys.forEach(known);
    let [best, rank] = [null, null];
    for (const row of table.rows) {
        const fits = rankOf(row, keys, table.dated);
        if (fits && (!best || isHigher(fits, rank))) [best, rank] = [row, fits];
    }
    if (!best) throw new NoRow(table.label, keys.map(printed).join(", "));
    return best;
}

function isHigher(one, other) {
    const at = one.findIndex((place, index) => place !== other[index]);
    return at >= 0 && one[at] > other[at];
}

/** Tell how well a row fits, null if it does not. */
function rankOf(row, keys, dated) {
    const rank = [];
    for (const [at, wanted] of keys.entries()) {
        const have = row.keys[at];
        if (!have) {
            rank.push(-1);
        } else if (!dated[at]) {
            if (printed(wanted) !== have) return null;
            rank.push(0);
        } else if (momentOf(have) > momentOf(printed(wanted))) {
            return null;
        } else {
            rank.push(momentOf(have));
        }
    }
    return rank;
}

/** Give a year or a date as a number that grows with time. */
function momentOf(words) {
    return words.split("-").reduce((whole, part, place) => whole + Number(part) * 0.01 ** place, 0);
}
