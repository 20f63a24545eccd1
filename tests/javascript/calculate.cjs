// Calculate declarations by generated calculators: [[file, ...], [[standard, text, language], ...]]
// on the standard input, the results as JSON on the standard output, one to a line.
const { readFileSync } = require("node:fs");

const [files, cases] = JSON.parse(readFileSync(0, "utf8"));
for (const file of files) require(file);
for (const [standard, text, language] of cases) {
    const calculator = globalThis.guiju.calculators[standard];
    const result = calculator.calculate(calculator.parse(text), language);
    process.stdout.write(`${JSON.stringify(result)}\n`);
}
