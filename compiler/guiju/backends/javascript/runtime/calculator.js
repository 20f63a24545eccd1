// What a page or a program uses of a calculator.

/** Give values by name, in order. */
function mapOf(values) {
    return new Map(Object.entries(values));
}

/** Give the calculators that are loaded beside this one, by the ids of their standards. */
function loaded() {
    globalThis.guiju ??= {};
    globalThis.guiju.calculators ??= {};
    return globalThis.guiju.calculators;
}

/** Make a calculator of all that a standard calculates. */
function calculatorOf(given) {
    const model = { used: [], ...given.data_model };
    const groups = [...model.groups.map((group) => group.path), ...given.series];
    const whole = { ...given, data_model: model, groups };
    const others = (id) => (Object.hasOwn(loaded(), id) ? loaded()[id] : null);
    return {
        standard: model.standard,
        data_model: model,
        labels: new Map(whole.results.map(({ path, label }) => [path, label])),

        /** Read the text of a declaration in JSON, its numbers as they are written. */
        parse,

        /** Calculate a declaration; give everything that was calculated. */
        calculation: (declaration, options = {}) =>
            calculation(whole, declaration, { others, ...options }),

        /** Give the result of a declaration, with its findings in `zh` or `en`. */
        calculate: (declaration, language = "zh", options = {}) =>
            resultOf(
                calculation(whole, declaration, { others, ...options }),
                language === "zh" ? "zh" : "en",
            ),
    };
}
