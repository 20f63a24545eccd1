// The calculator of a page: what is filled in never leaves it.
(function () {
"use strict";
const { words: WORDS } = globalThis.guiju.page;
const HEADER = ["company", "site", "from", "to", "region"];

/** Make an element with its parts. */
function make(tag, attributes = {}, ...parts) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(...parts);
    return element;
}

/** Give what a declaration said of a value, as it is written again. */
function said({ source, year, region, quality, levels, uncertainty }) {
    const all = { source, year, region, quality };
    if (Object.keys(levels).length) all.levels = levels;
    if (uncertainty) {
        const { kind, parameters } = uncertainty;
        const numbers = parameters.join(", ");
        all.uncertainty = kind === "normal" ? numbers : `${kind}(${numbers})`;
    }
    const some = Object.entries(all).filter(([, value]) => value);
    return some.length ? Object.fromEntries(some) : null;
}

/** One calculator in a page. */
class Form {
    constructor(place, calculator, example) {
        this.language = place.dataset.language;
        this.words = WORDS[this.language];
        this.calculator = calculator;
        this.model = calculator.data_model;
        this.example = example;
        this.inputs = make("div", { class: "gj-inputs" });
        this.shown = make("div", { class: "gj-result", "aria-live": "polite" });
        this.groups = new Map();
        this.inputs.append(this.header(), ...this.sections());
        place.append(this.tools(), make("div", { class: "gj-desk" }, this.inputs, this.shown));
        this.inputs.addEventListener("input", () => this.calculate());
        this.calculate();
    }

    tools() {
        const file = make("input", { type: "file", accept: ".json", hidden: "" });
        file.addEventListener("change", () => this.open(file));
        const buttons = [
            this.button("open", () => file.click()),
            this.button("save", () => this.save("declaration.json", this.declaration())),
            this.button("result", () => this.save("result.json", this.result)),
        ];
        if (this.example) buttons.unshift(this.button("example", () => this.fill(this.example)));
        return make("div", { class: "gj-tools" }, ...buttons, file);
    }

    button(name, action) {
        const button = make("button", { type: "button", class: "md-button" }, this.words[name]);
        button.addEventListener("click", action);
        return button;
    }

    header() {
        const fields = HEADER.map((name) => {
            const type = name === "from" || name === "to" ? "date" : "text";
            const input = make("input", { type, "data-head": name });
            return make("label", {}, make("span", {}, this.words[name]), input);
        });
        const title = make("summary", {}, this.words.declaration);
        return make("details", { open: "" }, title, ...fields);
    }

    /** Give a part for each process, with what is asked for in it. */
    *sections() {
        const left = new Set(this.model.data);
        const longestFirst = [...this.model.sections].sort((a, b) => b.path.length - a.path.length);
        const inside = new Map();
        for (const { path } of longestFirst) {
            const data = [...left].filter((datum) => !path || datum.path.startsWith(`${path}.`));
            for (const datum of data) left.delete(datum);
            inside.set(path, data);
        }
        for (const { path, label } of this.model.sections) {
            const data = inside.get(path);
            if (!data.length) continue;
            const title = make("summary", {}, label[this.language] || this.words.whole);
            yield make("details", { open: "" }, title, ...this.fields(data));
        }
    }

    *fields(data) {
        const groups = new Set();
        for (const datum of data) {
            if (!datum.group) {
                yield this.field(datum, datum.path);
            } else if (!groups.has(datum.group)) {
                groups.add(datum.group);
                yield this.group(datum.group);
            }
        }
    }

    field(datum, name) {
        const label = make("span", {}, datum.label[this.language] || datum.path);
        const needed = datum.needed === "always" && datum.default === null;
        if (needed) label.append(make("b", { title: this.words.needed }, " *"));
        if (datum.unit) label.append(make("small", {}, ` ${datum.unit}`));
        const help = [datum.condition, datum.note].map((words) => words[this.language]);
        const said = help.filter((words) => words).join(" · ");
        if (said) label.append(make("em", {}, said));
        return make("label", {}, label, this.input(datum, name));
    }

    input(datum, name) {
        const options = { choice: datum.options, yes_no: [["yes"], ["no"]] }[datum.kind];
        const placeholder = datum.default ?? "";
        if (!options) {
            const type = datum.kind === "date" ? "date" : "text";
            const mode = datum.kind === "number" || datum.kind === "year" ? "decimal" : "text";
            return make("input", { type, inputmode: mode, placeholder, "data-name": name });
        }
        const none = make("option", { value: "" }, placeholder);
        const select = make("select", { "data-name": name }, none);
        for (const [value, label] of options) {
            const words = label ? label[this.language] || value : this.words[value];
            select.append(make("option", { value }, words));
        }
        return select;
    }

    group(path) {
        const { label } = this.model.groups.find((group) => group.path === path);
        const rows = make("div", { class: "gj-rows", "data-group": path });
        this.groups.set(path, rows);
        const add = this.button("add", () => this.addRow(path));
        const title = make("p", {}, label[this.language] || path);
        return make("div", { class: "gj-group" }, title, rows, add);
    }

    addRow(path) {
        const data = this.model.data.filter((datum) => datum.group === path);
        const fields = data.map((datum) => this.field(datum, datum.path.slice(path.length + 1)));
        const row = make("div", { class: "gj-row" }, ...fields);
        row.append(
            this.button("remove", () => {
                row.remove();
                this.calculate();
            }),
        );
        this.groups.get(path).append(row);
        return row;
    }

    /** Give what is filled in as a declaration. */
    declaration() {
        const head = {};
        for (const input of this.inputs.querySelectorAll("[data-head]")) {
            if (input.value) head[input.dataset.head] = input.value;
        }
        const { from, to, ...rest } = head;
        const period = { ...(from && { from }), ...(to && { to }) };
        const inputs = [...this.inputs.querySelectorAll("[data-name]")];
        const data = this.values(inputs.filter((input) => !input.closest("[data-group]")));
        for (const [path, rows] of this.groups) {
            const given = (row) => this.values([...row.querySelectorAll("[data-name]")]);
            data[path] = [...rows.children].map(given);
        }
        const { id, digest } = this.calculator.standard;
        return { standard: id, digest, declaration: { ...rest, period }, data };
    }

    values(inputs) {
        const given = inputs.filter((input) => input.value.trim());
        const one = (value, said) => (said ? { value, ...said } : value);
        const named = (input) => [input.dataset.name, one(input.value.trim(), input.said)];
        return Object.fromEntries(given.map(named));
    }

    /** Fill in what a declaration says, in the units that are asked for. */
    fill(declaration) {
        const { reading } = this.calculator.calculation(declaration, { acceptOtherDigest: true });
        const head = { ...reading, from: reading.begin, to: reading.end };
        for (const input of this.inputs.querySelectorAll("[data-head]")) {
            input.value = head[input.dataset.head] ?? "";
        }
        for (const input of this.inputs.querySelectorAll("[data-name]")) {
            if (!input.closest("[data-group]")) {
                this.put(input, reading.values, reading.about.get(input.dataset.name));
            }
        }
        for (const [path, rows] of this.groups) {
            rows.replaceChildren();
            for (const [at, values] of (reading.rows.get(path) ?? []).entries()) {
                for (const input of this.addRow(path).querySelectorAll("[data-name]")) {
                    const place = `${path}.${input.dataset.name}|${at}`;
                    this.put(input, values, reading.about.get(place));
                }
            }
        }
        this.calculate();
    }

    put(input, values, about) {
        const value = values.get(input.dataset.name) ?? "";
        const words = { true: "yes", false: "no" }[value] ?? value;
        input.value = typeof words === "symbol" ? "" : words;
        input.said = about ? said(about) : null;
    }

    async open(file) {
        const [chosen] = file.files;
        file.value = "";
        if (!chosen) return;
        try {
            this.fill(this.calculator.parse(await chosen.text()));
        } catch (fault) {
            if (!(fault instanceof SyntaxError)) throw fault;
            this.shown.replaceChildren(make("p", { class: "gj-error" }, this.words.fault));
        }
    }

    save(name, content) {
        const words = JSON.stringify(content, null, 2);
        const link = make("a", { download: name });
        link.href = URL.createObjectURL(new Blob([words], { type: "application/json" }));
        link.click();
        URL.revokeObjectURL(link.href);
    }

    calculate() {
        this.result = this.calculator.calculate(this.declaration(), this.language);
        this.shown.replaceChildren(...this.report(this.result));
    }

    number(value) {
        return value.toLocaleString(this.language, { maximumSignificantDigits: 7 });
    }

    *report(result) {
        const known = result.cfp !== null;
        yield make("p", { class: "gj-cfp" }, known ? this.number(result.cfp) : "—");
        const unit = result.unit.replace(" per ", " / ");
        yield make("p", { class: "gj-cfp-unit" }, known ? unit : this.words.unknown);
        if (known) {
            const badge = result.conforming ? "conforming" : "not_conforming";
            yield make("p", { class: `gj-badge gj-${badge}` }, this.words[badge]);
            yield make("h5", {}, this.words.by_process);
            yield this.bars(result);
        }
        yield* this.furtherResults(result);
        yield make("h5", {}, `${this.words.findings} (${result.findings.length})`);
        if (!result.findings.length) yield make("p", {}, this.words.none);
        yield make("ul", { class: "gj-findings" }, ...result.findings.map((f) => this.finding(f)));
    }

    bars(result) {
        const labels = new Map(this.model.sections.map(({ path, label }) => [path, label]));
        const most = Math.max(...Object.values(result.by_process).map(Math.abs), 1e-300);
        const rows = Object.entries(result.by_process).map(([process, value]) => {
            const width = `${((100 * Math.abs(value)) / most).toFixed(1)}%`;
            const bar = make("i", { style: `width:${width}`, class: value < 0 ? "gj-below" : "" });
            const label = labels.get(process)?.[this.language] || process;
            return this.line(label, make("td", {}, bar), this.number(value));
        });
        return make("table", { class: "gj-bars" }, make("tbody", {}, ...rows));
    }

    line(label, middle, words) {
        const right = make("td", { class: "gj-right" }, words);
        return make("tr", {}, make("td", {}, label), middle, right);
    }

    *furtherResults(result) {
        const lines = Object.entries(result.results).filter(([, { value }]) => value !== null);
        if (!lines.length) return;
        yield make("h5", {}, this.words.results);
        const rows = lines.map(([path, { value, unit }]) => {
            const isNumber = typeof value === "number";
            const words = isNumber ? `${this.number(value)} ${unit}` : String(value);
            const label = this.calculator.labels.get(path)?.[this.language] || path;
            return this.line(label, "", words);
        });
        yield make("table", { class: "gj-bars" }, make("tbody", {}, ...rows));
    }

    finding({ severity, code, message, remedy, clause, path }) {
        const where = [clause && `${this.words.clause} ${clause}`, path].filter((words) => words);
        const small = [remedy, where.join(" · ")].map((words) => make("small", {}, words));
        const kind = { class: `gj-${severity}` };
        return make("li", kind, make("strong", {}, code), ` ${message}`, ...small);
    }
}

for (const place of document.querySelectorAll(".gj-calculator")) {
    const calculator = globalThis.guiju?.calculators?.[place.dataset.standard];
    const example = document.querySelector("script.gj-example");
    const given = example && calculator ? calculator.parse(example.textContent) : null;
    if (calculator) new Form(place, calculator, given);
}
})();
