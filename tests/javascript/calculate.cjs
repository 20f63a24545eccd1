// Calculate declarations by generated calculators: a list of [file, {standard: file}, text, language]
// on the standard input, the results as JSON on the standard output, one to a line.
const { readFileSync } = require("node:fs");

for (const [file, beside, text, language] of JSON.parse(readFileSync(0, "utf8"))) {
    const others = (standard) => (standard in beside ? require(beside[standard]) : null);
    const calculator = require(file);
    const result = calculator.calculate(calculator.parse(text), language, { others });
    process.stdout.write(`${JSON.stringify(result)}\n`);
}
