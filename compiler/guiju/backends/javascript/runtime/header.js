// The head of a declaration: which standard, whose, where and when.

const PARTS = ["standard", "digest", "declaration", "use", "data"];
const HEADER = ["company", "site", "period", "region"];
const PERIOD = ["from", "to"];
const HEADS = {
    standard: text("标准", "the standard"),
    digest: text("标准文本的摘要", "the digest of the standard"),
    declaration: text("申报信息", "the header"),
    period: text("申报期", "the reporting period"),
    company: text("企业", "the company"),
    site: text("厂址", "the site"),
    region: text("地区", "the region"),
};
const BOUNDS = {
    from: text("开始日期", "the first day"),
    to: text("终止日期", "the last day"),
};
const BOTH_BOUNDS = text("开始和终止日期", "the first and the last day");
const PROCESSES = text("标准中各单元过程的名称", "those of the processes of the standard");
const PLACES = {
    "": [text("申报", "the declaration"), PARTS],
    declaration: [HEADS.declaration, HEADER],
    "declaration.period": [HEADS.period, PERIOD],
};

/** Read all of a declaration but its data. */
function headerOf(standard, declaration, acceptOtherDigest) {
    const nothing = { company: "", site: "", region: "", begin: null, end: null };
    if (!isMapping(declaration)) {
        return { ...nothing, refused: true, findings: [notAMappingOfHead("", declaration)] };
    }
    const findings = [];
    const refused = isForAnother(standard, declaration, acceptOtherDigest, findings);
    findings.push(...unknownHeads("", declaration, PARTS));
    const head = headIn(declaration, "declaration", "declaration", HEADER, findings);
    const [begin, end] = head === null ? [null, null] : periodIn(head, findings);
    const words = (name) => headText(head ?? {}, name, `declaration.${name}`, findings);
    const [company, site, region] = ["company", "site", "region"].map(words);
    return { company, site, region, begin, end, refused, findings };
}

function isForAnother(standard, declaration, acceptOtherDigest, findings) {
    const given = headText(declaration, "standard", "standard", findings);
    const digest = headText(declaration, "digest", "digest", findings);
    if (!given && absent(declaration.standard)) {
        findings.push(finding("STANDARD_NOT_NAMED", "standard", { standard: standard.id }));
    } else if (given && given !== standard.id) {
        const values = { given: quoted(given), standard: standard.id };
        findings.push(finding("OTHER_STANDARD", "standard", values));
        return true;
    }
    if (!digest || digest === standard.digest) return false;
    const values = {
        standard: standard.id,
        given: shortDigest(digest),
        digest: shortDigest(standard.digest),
    };
    const severity = acceptOtherDigest ? "warning" : "error";
    findings.push(finding("OTHER_DIGEST", "digest", values, { severity }));
    return !acceptOtherDigest;
}

function shortDigest(digest) {
    const at = digest.indexOf(":");
    return at < 0 ? quoted(digest.slice(0, 12)) : digest.slice(0, at + 13);
}

function unknownHeads(path, given, names) {
    const unknown = Object.keys(given).filter((key) => !names.includes(key));
    return unknown.map((key) => unknownHead(path, key));
}

/** Give what stands under a name: empty if nothing, null if no mapping, which is reported. */
function headIn(given, name, path, names, findings) {
    const inside = given[name];
    if (absent(inside)) return {};
    if (isMapping(inside)) {
        findings.push(...unknownHeads(path, inside, names));
        return inside;
    }
    findings.push(notAMappingOfHead(path, inside));
    return null;
}

function periodIn(head, findings) {
    const path = "declaration.period";
    if (absent(head.period)) {
        findings.push(finding("PERIOD_MISSING", path, { missing: BOTH_BOUNDS }));
        return [null, null];
    }
    const period = headIn(head, "period", path, PERIOD, findings);
    if (period === null) return [null, null];
    const [begin, end] = PERIOD.map((name) => dayIn(period, name, findings));
    if (begin && end && end < begin) {
        findings.push(finding("PERIOD_REVERSED", path, { begin, to: end }));
        return [null, null];
    }
    return [begin, end];
}

function unknownHead(path, key) {
    const [place, names] = PLACES[path];
    const word = quoted(key);
    const near = HEADER.includes(word) ? `declaration.${word}` : nearest(word, names);
    const values = { place, name: word, near: didYouMean(near), names: listed(names) };
    return finding("UNKNOWN_NAME", path, values);
}

function notAMappingOfHead(path, given) {
    const [place, names] = PLACES[path] ?? [THE_DATA, []];
    const here = names.length ? listed(names) : PROCESSES;
    return finding("NOT_A_MAPPING", path, { place, given: described(given), names: here });
}

function headText(given, name, path, findings) {
    const value = given[name];
    const words = absent(value) ? "" : textIn(value);
    if (words === null) findings.push(wrongHead(path, HEADS[name], KINDS.text, value, "…"));
    return words ?? "";
}

function dayIn(period, name, findings) {
    const path = `declaration.period.${name}`;
    const value = period[name];
    if (absent(value)) {
        findings.push(finding("PERIOD_MISSING", path, { missing: BOUNDS[name] }));
        return null;
    }
    const day = dateIn(value);
    if (day === null) findings.push(wrongHead(path, BOUNDS[name], KINDS.date, value, "2025-12-31"));
    return day;
}

function wrongHead(path, label, expected, given, example) {
    const name = path.split(".").at(-1);
    const words = { label, expected, given: described(given), example: `${name}: ${example}` };
    return finding("WRONG_TYPE", path, words);
}

/** Give the length of a period [month]: whole months, and days as a part of their month. */
function monthsBetween(first, last) {
    const [year, month, day] = first.split("-").map(Number);
    const [endYear, endMonth, endDay] = last.split("-").map(Number);
    const months = (endYear - year) * 12 + endMonth - month;
    const part = (days, inMonth) => new Fraction(BigInt(days), BigInt(inMonth));
    const days = part(endDay, daysIn(endYear, endMonth));
    const before = part(day - 1, daysIn(year, month));
    return new Fraction(BigInt(months)).plus(days).minus(before).toNumber();
}
