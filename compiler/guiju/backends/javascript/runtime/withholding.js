// What a result shows where data are confidential: sums of two contributions or more.

const BREAKDOWNS = ["process", "stage", "gas", "origin"];
const TOGETHER = " + ";

/** Give the breakdowns of a footprint without giving confidential data away. */
function shownOf(calculator, found) {
    const secret = new Set();
    for (const [at, [{ flow }]] of found.weighted.entries()) {
        if (calculator.confidential.has(flow)) secret.add(at);
    }
    return secret.size ? withheldOf(calculator, found.weighted, secret) : allOf(calculator, found);
}

function allOf(calculator, found) {
    const processes = byProcess(found);
    const stages = Object.entries(processes).map(([process, value]) => [
        calculator.processes.get(process)[1],
        value,
    ]);
    return {
        flows: found.weighted.map(([one, value]) => ({ process: one.process, one, value })),
        process: processes,
        stage: Object.fromEntries(summed(stages)),
        gas: byGas(found),
        origin: byOrigin(found),
    };
}

function withheldOf(calculator, weighted, hidden) {
    const named = {
        process: (c) => c.process,
        stage: (c) => calculator.processes.get(c.process)[1],
        gas: (c) => c.gas || BACKGROUND,
        origin: (c) => c.origin,
    };
    const names = {};
    const together = {};
    for (const kind of BREAKDOWNS) {
        names[kind] = weighted.map(([c]) => named[kind](c));
        together[kind] = new Map(names[kind].map((name) => [name, name]));
    }
    const hiding = { weighted, hidden, names, together };
    while (BREAKDOWNS.map((kind) => settled(hiding, kind)).includes(true));
    const lines = BREAKDOWNS.map((kind) => [kind, breakdownOf(hiding, kind)]);
    const found = Object.fromEntries(lines);
    const unused = ORIGINS.filter((name) => !together.origin.has(name)).map((name) => [name, 0]);
    found.origin = { ...Object.fromEntries(unused), ...found.origin };
    return { ...found, flows: [...flowsOf(hiding)] };
}

/** Mend one breakdown, so that nothing hidden stands alone; tells whether anything changed. */
function settled(hiding, kind) {
    const lines = linesOf(hiding, kind);
    const size = (at) => Math.abs(hiding.weighted[at][1]);
    let changed = false;
    for (const [head, members] of lines) {
        if (members.filter((at) => hiding.hidden.has(at)).length !== 1) continue;
        const rest = members.filter((at) => !hiding.hidden.has(at));
        if (rest.length) {
            hiding.hidden.add(rest.reduce((best, at) => (size(at) > size(best) ? at : best)));
            changed = true;
        } else if (lines.size > 1) {
            joinLines(hiding, kind, head, lines);
            return true;
        }
    }
    return changed;
}

/** Show a line together with the largest other one. */
function joinLines(hiding, kind, head, lines) {
    const size = (name) => Math.abs(sumOf(hiding, lines.get(name)));
    const others = [...lines.keys()].filter((name) => name !== head);
    const other = others.reduce((best, name) => (size(name) > size(best) ? name : best));
    const own = hiding.together[kind];
    const first = [...own.values()].find((name) => name === head || name === other);
    for (const [name, at] of own) if (at === head || at === other) own.set(name, first);
}

function linesOf({ names, together }, kind) {
    const lines = new Map();
    for (const [at, name] of names[kind].entries()) {
        const head = together[kind].get(name);
        lines.set(head, [...(lines.get(head) ?? []), at]);
    }
    return lines;
}

function sumOf({ weighted }, members) {
    return members.reduce((total, at) => total + weighted[at][1], 0);
}

function calledTogether({ together }, kind, head) {
    const names = [...together[kind]].filter(([, first]) => first === head);
    return names.map(([name]) => name).join(TOGETHER);
}

function breakdownOf(hiding, kind) {
    const lines = [...linesOf(hiding, kind)].map(([head, members]) => [
        calledTogether(hiding, kind, head),
        sumOf(hiding, members),
    ]);
    return Object.fromEntries(lines);
}

/** Give what each contribution adds, those that are hidden as one line of a process. */
function* flowsOf(hiding) {
    for (const [head, members] of linesOf(hiding, "process")) {
        const inside = members.filter((at) => hiding.hidden.has(at));
        for (const at of members) {
            const [one, value] = hiding.weighted[at];
            if (!hiding.hidden.has(at)) {
                yield { process: one.process, one, value };
            } else if (at === inside[0]) {
                const process = calledTogether(hiding, "process", head);
                yield { process, value: sumOf(hiding, inside), count: inside.length };
            }
        }
    }
}
