// The names under which data may be given, and where given values stand.

const SAID_OF_A_VALUE = ["value", "source", "year", "region", "quality", "uncertainty", "levels"];
const SAID_OF_A_NUMBER = ["mean", "count", "spread", "calibrated", "class"];
const THE_DATA = text("数据部分", "the data part");

/** Arrange the data of a standard by the parts of their paths. */
function namesOf(model) {
    const root = nameAt("", THE_DATA);
    for (const section of model.sections) under(root, section.path).label = section.label;
    for (const group of model.groups) {
        Object.assign(under(root, group.path), { group, label: group.label });
    }
    for (const datum of model.data) {
        Object.assign(under(root, datum.path), { datum, label: datum.label });
    }
    root.label = THE_DATA;
    return root;
}

function nameAt(path, label) {
    return { path, label, datum: null, group: null, below: new Map() };
}

function under(root, path) {
    let name = root;
    for (const part of path ? path.split(".") : []) {
        const inside = name.path ? `${name.path}.${part}` : part;
        if (!name.below.has(part)) name.below.set(part, nameAt(inside, text(part)));
        name = name.below.get(part);
    }
    return name;
}

/** Find the values in what is given under a name, and every line that is none. */
function* eventsIn(name, given, row, group) {
    const path = shown(group, row, name.path);
    if (name.group && !(row !== null && group === name.path)) {
        yield* rowsIn(name, given);
    } else if (isMapping(given)) {
        yield* valuesIn(name, given, row, group);
    } else if (name.datum) {
        yield { entry: { datum: name.datum, row, path, value: given, said: {} } };
    } else if (!absent(given)) {
        yield { fault: notAMappingOfData(name, given, path), spoiled: path };
    }
}

function* rowsIn(name, given) {
    if (absent(given)) return;
    if (!Array.isArray(given)) {
        yield { row: name.path };
        yield { fault: notAList(name, given), spoiled: `${name.path}[1]` };
        return;
    }
    for (const [index, row] of given.entries()) {
        yield { row: name.path };
        if (isMapping(row)) {
            yield* eventsIn(name, row, index, name.path);
        } else {
            const path = shown(name.path, index, name.path);
            yield { fault: notAMappingOfData(name, row, path), spoiled: path };
        }
    }
}

function* valuesIn(name, given, row, group) {
    const said = {};
    let speaks = false;
    for (const [key, value] of Object.entries(given)) {
        const word = key.trim();
        const below = nameBelow(name, word);
        if (below) {
            yield* eventsIn(below, value, row, group);
        } else if (wordsBeside(name.datum).includes(word)) {
            said[word] = value;
            speaks = true;
        } else {
            yield unknownName(...deepest(name, word), row, group);
        }
    }
    if (name.datum && speaks) {
        const path = shown(group, row, name.path);
        const value = said.value ?? said.mean ?? null;
        const entry = { datum: name.datum, row, path, value, said };
        const twice = !absent(said.value) && !absent(said.mean);
        yield twice ? { fault: givenTwice(entry), spoiled: path } : { entry };
    }
}

/** Give the names that may stand beside a value. */
function wordsBeside(datum) {
    if (!datum) return [];
    return datum.kind === "number" ? [...SAID_OF_A_VALUE, ...SAID_OF_A_NUMBER] : SAID_OF_A_VALUE;
}

/** Report a datum that stands at two places of the declaration. */
function givenTwice({ datum, path }) {
    const words = { label: datum.label, at: path };
    return finding("NAMED_TWICE", path, words, { clause: datum.clause });
}

/** Follow a name with dots; a group ends it, for its rows are a list. */
function nameBelow(name, word) {
    const [found, rest] = deepest(name, word);
    return found !== name && (found.group || !rest) ? found : null;
}

/** Follow a name with dots as far as it is known, but not into the rows of a group. */
function deepest(name, word) {
    const dot = word.indexOf(".");
    const [first, rest] = dot < 0 ? [word, ""] : [word.slice(0, dot), word.slice(dot + 1)];
    const below = name.below.get(first);
    if (!below) return [name, word];
    return rest && !below.group ? deepest(below, rest) : [below, rest];
}

function unknownName(name, word, row, group) {
    const path = shown(group, row, name.path);
    const beside = wordsBeside(name.datum);
    const here = [...name.below.keys(), ...beside];
    const near = meant(name, word, here);
    const values = {
        place: name.label,
        name: quoted(word),
        near: didYouMean(near),
        names: listed(here),
    };
    const isDatum = near !== null && !beside.includes(near);
    const spoiled = isDatum ? (path ? `${path}.${near}` : near) : null;
    return { fault: finding("UNKNOWN_NAME", path || "data", values), spoiled };
}

function meant(name, word, here) {
    let labelled = null;
    for (const [key, { label }] of name.below) {
        if (label.zh === word || label.en === word) labelled = key;
    }
    return labelled ?? nearest(word, here) ?? elsewhere(name, word);
}

/** Find the name one level further down: a datum written beside its process. */
function elsewhere(name, word) {
    for (const [key, below] of name.below) {
        if (below.below.has(word) && !below.group) return `${key}.${word}`;
    }
    return null;
}

function notAMappingOfData(name, given, path) {
    const values = {
        place: name.label,
        given: described(given),
        names: listed([...name.below.keys()]),
    };
    return finding("NOT_A_MAPPING", path || "data", values);
}

function notAList(name, given) {
    const values = {
        label: name.label,
        given: described(given),
        names: listed([...name.below.keys()]),
    };
    return finding("ROWS_NOT_A_LIST", name.path, values, { clause: name.group?.clause ?? "" });
}
