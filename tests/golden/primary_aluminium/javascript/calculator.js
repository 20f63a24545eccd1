// The factors, each row with its source.

const GAS_SUPPLY = {
    path: "gas_supply",
    label: { zh: "天然气上游", en: "gas supply" },
    unit: "kgCO2e/m3",
    dated: [],
    rows: [
        { keys: [], value: 0.608, source: { zh: "CPCD", en: "CPCD" }, year: 0, unverified: false },
    ],
};

const GAS_BURNING = {
    path: "gas_burning",
    label: { zh: "天然气燃烧", en: "gas burning" },
    unit: "kgCO2/m3",
    dated: [],
    rows: [
        { keys: [], value: 2.16, source: { zh: "CPCD", en: "CPCD" }, year: 0, unverified: false },
    ],
};

const GRID_FOOTPRINT = {
    path: "grid_footprint",
    label: { zh: "电网", en: "grid" },
    unit: "kgCO2e/kWh",
    dated: [true],
    rows: [
        {
            keys: ["2023"],
            value: 0.6205,
            source: { zh: "MEE 2024", en: "MEE 2024" },
            year: 2023,
            unverified: false,
        },
        {
            keys: ["2024"],
            value: 0.5777,
            source: { zh: "MEE 2024", en: "MEE 2024" },
            year: 2024,
            unverified: false,
        },
    ],
};

const SLOPE_CF4 = {
    path: "slope_cf4",
    label: { zh: "斜率系数", en: "CF4 slope" },
    unit: "kgCF4·d/t·min",
    dated: [false],
    rows: [
        {
            keys: ["PFPB"],
            value: 0.104,
            source: { zh: "CBAM annex II", en: "CBAM annex II" },
            year: 0,
            unverified: false,
        },
    ],
};

const ANODE_MARKET = {
    path: "anode_market",
    label: { zh: "外购阳极", en: "anodes on the market" },
    unit: "kgCO2e/t",
    dated: [],
    rows: [
        {
            keys: [],
            value: 376.0,
            source: { zh: "CPCD 2013", en: "CPCD 2013" },
            year: 0,
            unverified: true,
        },
    ],
};

// The unit processes.

/**
 * 产品 The product.
 *
 * aluminium_content [%]: 铝含量 aluminium content
 */
function whole_standard(run) {
    const aluminium_content = run.collect("aluminium_content");
}

/**
 * 预焙阳极生产 Prebaked anode production; clause anode_production.
 *
 * anode [t]: 阳极 anode
 * natural_gas [m3]: 天然气 natural gas
 * combustion [t]: 燃烧 combustion
 *     = natural_gas * gas_burning
 */
function anode_production(run) {
    const anode = run.collect("anode_production.anode");
    const natural_gas = run.collect("anode_production.natural_gas");
    const combustion = run.keep(
        "anode_production.combustion",
        () => natural_gas * run.lookup(GAS_BURNING) / 1000,
    );
    run.contributes(
        "anode_production",
        "anode_production.natural_gas",
        () => run.lookup(GAS_SUPPLY),
    );
    run.emits("anode_production", "anode_production.combustion", () => "CO2", 1000);
    run.makes("anode_production", "anode_production.anode");
}

/**
 * 供电 Power supply; clause power_supply.
 *
 * supply.kind: 来源 kind
 * supply.electricity [MWh]: 电量 electricity
 * supply.own_factor [kgCO2e/kWh]: 自备电厂因子 own factor
 * power [MWh]: 供电量 power
 *     = sum(supply.electricity)
 */
function power_supply(run) {
    for (const _ of run.rows("power_supply.supply")) {
        const kind = run.collect("power_supply.supply.kind");
        const electricity = run.collect("power_supply.supply.electricity");
        const own_factor = run.collect(
            "power_supply.supply.own_factor",
            { when: () => known(kind) === "self_generated" },
        );
    }
    const power = run.keep(
        "power_supply.power",
        () => sum(run.over("power_supply.supply", () => run.at("power_supply.supply.electricity"))),
    );
    for (const _ of run.rows("power_supply.supply")) {
        run.contributes(
            "power_supply",
            "power_supply.supply.electricity",
            () => (
                known(run.at("power_supply.supply.kind")) === "grid"
                ? run.lookup(GRID_FOOTPRINT, run.measure("year")) * 1000
                : run.at("power_supply.supply.own_factor") * 1000
            ),
        );
    }
    run.makes("power_supply", "power_supply.power");
}

/**
 * 铝电解 Electrolysis; clause electrolysis.
 *
 * liquid_aluminium [t]: 铝液 liquid aluminium
 * anode [t]: 阳极净耗 anode
 * electricity [MWh]: 电力 electricity
 * sulphur [%]: 阳极含硫 sulphur
 * cell: 槽型 cell
 * anode_effects [1/d]: 阳极效应系数 anode effects
 * effect_duration [min]: 效应持续时间 effect duration
 * own_cf4 [kgCF4/t]: 实测系数 own CF4
 * anode_consumption [t]: 阳极消耗 anode consumption
 *     = anode * (1 - sulphur) * 44 / 12
 * cf4_intensity [kgCF4/t]: 四氟化碳排放强度 CF4 intensity
 *     = prefer own_cf4 zh "实测" en "own measurement"
 *       else slope_cf4[cell] * anode_effects * effect_duration zh "斜率法" en "slope method"
 *       else 0.034 kgCF4/t zh "缺省值" en "default"
 * anode_gas [kg]: 阳极效应 anode effects
 *     = cf4_intensity * liquid_aluminium
 */
function electrolysis(run) {
    const liquid_aluminium = run.collect("electrolysis.liquid_aluminium");
    const anode = run.collect("electrolysis.anode");
    const electricity = run.collect("electrolysis.electricity");
    const sulphur = run.collect(
        "electrolysis.sulphur",
        { default: 2.0, limit: limit("0 .. 10 %", (sulphur) => inRange(sulphur, 0, 10)) },
    );
    const cell = run.collect("electrolysis.cell");
    const anode_effects = run.collect("electrolysis.anode_effects");
    const effect_duration = run.collect("electrolysis.effect_duration");
    const own_cf4 = run.collect("electrolysis.own_cf4");
    const anode_consumption = run.keep(
        "electrolysis.anode_consumption",
        () => anode * (1 - sulphur / 100) * 44 / 12,
    );
    const cf4_intensity = run.keep(
        "electrolysis.cf4_intensity",
        () => run.prefer(
            "electrolysis.cf4_intensity",
            tier(() => own_cf4, { needs: [own_cf4] }),
            tier(
                () => run.lookup(SLOPE_CF4, known(cell)) * anode_effects * effect_duration,
                { needs: [cell, anode_effects, effect_duration] },
            ),
            tier(() => 0.034),
        ),
    );
    const anode_gas = run.keep("electrolysis.anode_gas", () => cf4_intensity * liquid_aluminium);
    run.contributes(
        "electrolysis",
        "electrolysis.anode",
        () => run.lookup(ANODE_MARKET),
        { rest: true },
    );
    run.emits("electrolysis", "electrolysis.anode_consumption", () => "CO2", 1000);
    run.emits("electrolysis", "electrolysis.anode_gas", () => "CF4", 1);
    run.drawsFrom(
        "electrolysis",
        "electrolysis.anode",
        ["anode_production", "anode_production.anode"],
        { limited: true },
    );
    run.drawsFrom(
        "electrolysis",
        "electrolysis.electricity",
        ["power_supply", "power_supply.power"],
    );
    run.makes("electrolysis", "electrolysis.liquid_aluminium");
}

/**
 * 铸造 Casting; clause casting.
 *
 * aluminium_ingot [t]: 铝锭 aluminium ingot
 * liquid_aluminium [t]: 铝液 liquid aluminium
 */
function casting(run) {
    const aluminium_ingot = run.collect("casting.aluminium_ingot");
    const liquid_aluminium = run.collect("casting.liquid_aluminium");
    run.drawsFrom(
        "casting",
        "casting.liquid_aluminium",
        ["electrolysis", "electrolysis.liquid_aluminium"],
    );
    run.makes("casting", "casting.aluminium_ingot");
}

// The data that the standard asks for, its products, provisions and rule books.

const DATA_MODEL = {
    standard: {
        id: "primary_aluminium",
        version: "T/XXX 001—2026",
        status: "draft",
        title: { zh: "电解铝", en: "Primary aluminium" },
        digest: "sha256:0b5b968a969f31e6b354be644f7dc3130a0b967905a25918f2034cac265c10f2",
    },
    sections: [
        { path: "", label: { zh: "产品", en: "Product" }, stage: { zh: "", en: "" } },
        {
            path: "anode_production",
            label: { zh: "预焙阳极生产", en: "Prebaked anode production" },
            stage: { zh: "原材料获取", en: "Raw material acquisition" },
        },
        {
            path: "power_supply",
            label: { zh: "供电", en: "Power supply" },
            stage: { zh: "产品制造", en: "Manufacturing" },
        },
        {
            path: "electrolysis",
            label: { zh: "铝电解", en: "Electrolysis" },
            stage: { zh: "产品制造", en: "Manufacturing" },
        },
        {
            path: "casting",
            label: { zh: "铸造", en: "Casting" },
            stage: { zh: "产品制造", en: "Manufacturing" },
        },
    ],
    groups: [
        {
            path: "power_supply.supply",
            label: { zh: "电力来源", en: "electricity supply" },
            clause: "power_supply",
        },
    ],
    data: [
        {
            path: "anode_production.anode",
            group: "",
            label: { zh: "阳极", en: "anode" },
            kind: "number",
            unit: "t",
            options: [],
            clause: "anode_production",
            needed: "always",
            condition: { zh: "", en: "" },
            default: null,
            amount: true,
            quality: "",
            measured: { zh: "", en: "" },
            every: "",
            valid_years: null,
            unique: false,
            confidential: false,
            spread: null,
            measuring: null,
            note: { zh: "", en: "" },
        },
        {
            path: "anode_production.natural_gas",
            group: "",
            label: { zh: "天然气", en: "natural gas" },
            kind: "number",
            unit: "m3",
            options: [],
            clause: "anode_production",
            needed: "always",
            condition: { zh: "", en: "" },
            default: null,
            amount: true,
            quality: "primary",
            measured: { zh: "", en: "" },
            every: "",
            valid_years: null,
            unique: false,
            confidential: false,
            spread: null,
            measuring: null,
            note: { zh: "", en: "" },
        },
        {
            path: "power_supply.supply.kind",
            group: "power_supply.supply",
            label: { zh: "来源", en: "kind" },
            kind: "choice",
            unit: "",
            options: [
                ["grid", { zh: "电网", en: "grid" }],
                ["self_generated", { zh: "自备", en: "own" }],
            ],
            clause: "power_supply",
            needed: "always",
            condition: { zh: "", en: "" },
            default: null,
            amount: false,
            quality: "",
            measured: { zh: "", en: "" },
            every: "",
            valid_years: null,
            unique: false,
            confidential: false,
            spread: null,
            measuring: null,
            note: { zh: "", en: "" },
        },
        {
            path: "power_supply.supply.own_factor",
            group: "power_supply.supply",
            label: { zh: "自备电厂因子", en: "own factor" },
            kind: "number",
            unit: "kgCO2e/kWh",
            options: [],
            clause: "power_supply",
            needed: "when",
            condition: { zh: "视来源而定", en: "depends on kind" },
            default: null,
            amount: false,
            quality: "",
            measured: { zh: "", en: "" },
            every: "",
            valid_years: 1.0,
            unique: false,
            confidential: false,
            spread: null,
            measuring: null,
            note: { zh: "", en: "" },
        },
        {
            path: "power_supply.supply.electricity",
            group: "power_supply.supply",
            label: { zh: "电量", en: "electricity" },
            kind: "number",
            unit: "MWh",
            options: [],
            clause: "power_supply",
            needed: "always",
            condition: { zh: "", en: "" },
            default: null,
            amount: true,
            quality: "primary",
            measured: { zh: "", en: "" },
            every: "",
            valid_years: null,
            unique: false,
            confidential: false,
            spread: null,
            measuring: null,
            note: { zh: "", en: "" },
        },
        {
            path: "electrolysis.liquid_aluminium",
            group: "",
            label: { zh: "铝液", en: "liquid aluminium" },
            kind: "number",
            unit: "t",
            options: [],
            clause: "electrolysis",
            needed: "always",
            condition: { zh: "", en: "" },
            default: null,
            amount: true,
            quality: "",
            measured: { zh: "", en: "" },
            every: "",
            valid_years: null,
            unique: false,
            confidential: false,
            spread: null,
            measuring: null,
            note: { zh: "", en: "" },
        },
        {
            path: "electrolysis.anode",
            group: "",
            label: { zh: "阳极净耗", en: "anode" },
            kind: "number",
            unit: "t",
            options: [],
            clause: "electrolysis",
            needed: "always",
            condition: { zh: "", en: "" },
            default: null,
            amount: true,
            quality: "",
            measured: { zh: "", en: "" },
            every: "",
            valid_years: null,
            unique: false,
            confidential: false,
            spread: null,
            measuring: null,
            note: { zh: "", en: "" },
        },
        {
            path: "electrolysis.electricity",
            group: "",
            label: { zh: "电力", en: "electricity" },
            kind: "number",
            unit: "MWh",
            options: [],
            clause: "electrolysis",
            needed: "always",
            condition: { zh: "", en: "" },
            default: null,
            amount: true,
            quality: "",
            measured: { zh: "", en: "" },
            every: "",
            valid_years: null,
            unique: false,
            confidential: false,
            spread: null,
            measuring: null,
            note: { zh: "", en: "" },
        },
        {
            path: "electrolysis.sulphur",
            group: "",
            label: { zh: "阳极含硫", en: "sulphur" },
            kind: "number",
            unit: "%",
            options: [],
            clause: "electrolysis",
            needed: "never",
            condition: { zh: "", en: "" },
            default: "2",
            amount: false,
            quality: "",
            measured: { zh: "", en: "" },
            every: "",
            valid_years: null,
            unique: false,
            confidential: false,
            spread: null,
            measuring: null,
            note: { zh: "", en: "" },
        },
        {
            path: "electrolysis.cell",
            group: "",
            label: { zh: "槽型", en: "cell" },
            kind: "choice",
            unit: "",
            options: [
                ["PFPB", { zh: "点式下料预焙槽", en: "point-fed prebake" }],
                ["SWPB", { zh: "边部下料预焙槽", en: "side-worked" }],
            ],
            clause: "electrolysis",
            needed: "always",
            condition: { zh: "", en: "" },
            default: null,
            amount: false,
            quality: "",
            measured: { zh: "", en: "" },
            every: "",
            valid_years: null,
            unique: false,
            confidential: false,
            spread: null,
            measuring: null,
            note: { zh: "", en: "" },
        },
        {
            path: "electrolysis.anode_effects",
            group: "",
            label: { zh: "阳极效应系数", en: "anode effects" },
            kind: "number",
            unit: "1/d",
            options: [],
            clause: "electrolysis",
            needed: "never",
            condition: { zh: "", en: "" },
            default: null,
            amount: false,
            quality: "primary",
            measured: { zh: "", en: "" },
            every: "",
            valid_years: null,
            unique: false,
            confidential: false,
            spread: null,
            measuring: null,
            note: { zh: "", en: "" },
        },
        {
            path: "electrolysis.effect_duration",
            group: "",
            label: { zh: "效应持续时间", en: "effect duration" },
            kind: "number",
            unit: "min",
            options: [],
            clause: "electrolysis",
            needed: "never",
            condition: { zh: "", en: "" },
            default: null,
            amount: false,
            quality: "primary",
            measured: { zh: "", en: "" },
            every: "",
            valid_years: null,
            unique: false,
            confidential: false,
            spread: null,
            measuring: null,
            note: { zh: "", en: "" },
        },
        {
            path: "electrolysis.own_cf4",
            group: "",
            label: { zh: "实测系数", en: "own CF4" },
            kind: "number",
            unit: "kgCF4/t",
            options: [],
            clause: "electrolysis",
            needed: "never",
            condition: { zh: "", en: "" },
            default: null,
            amount: false,
            quality: "primary",
            measured: { zh: "", en: "" },
            every: "",
            valid_years: 3.0,
            unique: false,
            confidential: false,
            spread: null,
            measuring: null,
            note: { zh: "", en: "" },
        },
        {
            path: "casting.aluminium_ingot",
            group: "",
            label: { zh: "铝锭", en: "aluminium ingot" },
            kind: "number",
            unit: "t",
            options: [],
            clause: "casting",
            needed: "always",
            condition: { zh: "", en: "" },
            default: null,
            amount: true,
            quality: "",
            measured: { zh: "", en: "" },
            every: "",
            valid_years: null,
            unique: false,
            confidential: false,
            spread: null,
            measuring: null,
            note: { zh: "", en: "" },
        },
        {
            path: "casting.liquid_aluminium",
            group: "",
            label: { zh: "铝液", en: "liquid aluminium" },
            kind: "number",
            unit: "t",
            options: [],
            clause: "casting",
            needed: "always",
            condition: { zh: "", en: "" },
            default: null,
            amount: true,
            quality: "",
            measured: { zh: "", en: "" },
            every: "",
            valid_years: null,
            unique: false,
            confidential: false,
            spread: null,
            measuring: null,
            note: { zh: "", en: "" },
        },
        {
            path: "aluminium_content",
            group: "",
            label: { zh: "铝含量", en: "aluminium content" },
            kind: "number",
            unit: "%",
            options: [],
            clause: "",
            needed: "always",
            condition: { zh: "", en: "" },
            default: null,
            amount: false,
            quality: "",
            measured: { zh: "", en: "" },
            every: "",
            valid_years: null,
            unique: false,
            confidential: false,
            spread: null,
            measuring: null,
            note: { zh: "", en: "" },
        },
    ],
    indicators: [],
};

const CALCULATOR = {
    data_model: DATA_MODEL,
    engine: "guiju 0.1.0",
    rules: [
        {
            name: "",
            label: { zh: "", en: "" },
            gwp_set: "ar6_7sm7",
            gwp: mapOf({
                "CO2 ": 1.0,
                "CH4 fossil": 29.8,
                "CH4 biogenic": 27.0,
                "N2O ": 273.0,
                "SF6 ": 25200.0,
                "NF3 ": 17400.0,
                "CF4 ": 7380.0,
                "C2F6 ": 12400.0,
                "C3F8 ": 9290.0,
                "c_C4F8 ": 10200.0,
                "C4F10 ": 10000.0,
                "C6F14 ": 8620.0,
                "HFC_23 ": 14600.0,
                "HFC_32 ": 771.0,
                "HFC_41 ": 135.0,
                "HFC_125 ": 3740.0,
                "HFC_134 ": 1260.0,
                "HFC_134a ": 1530.0,
                "HFC_143 ": 364.0,
                "HFC_143a ": 5810.0,
                "HFC_152a ": 164.0,
                "HFC_161 ": 4.84,
                "HFC_227ea ": 3600.0,
                "HFC_236fa ": 8690.0,
                "HFC_245fa ": 962.0,
                "HFC_365mfc ": 914.0,
                "HFC_43_10mee ": 1600.0,
                "SO2F2 ": 4630.0,
                "SF5CF3 ": 18500.0,
                "HCFC_22 ": 1960.0,
                "HCFC_141b ": 860.0,
                "HCFC_142b ": 2300.0,
                "CFC_11 ": 6230.0,
                "CFC_12 ": 12500.0,
                "CCl4 ": 2200.0,
                "CH3Br ": 2.43,
            }),
            counts_biogenic: false,
            functions: [whole_standard, anode_production, power_supply, electrolysis, casting],
            order: ["anode_production", "power_supply", "electrolysis", "casting"],
            loops: [],
            excluded: new Set([]),
            left_out: new Set([]),
            cut: new Set([]),
            downstream: mapOf({}),
        },
    ],
    products: [
        {
            name: "aluminium_ingot",
            label: { zh: "重熔用铝锭", en: "remelt aluminium ingot" },
            flow: "casting.aluminium_ingot",
            flow_unit: "t",
            unit: { zh: "1 t", en: "1 t" },
            reference_flow: (run) => 1,
        },
    ],
    provisions: [
        {
            path: "electrolysis.expect_1",
            force: "expect",
            words: { zh: "", en: "" },
            written: "electricity / liquid_aluminium in 12.8 .. 15.5 MWh/t",
            place: "electrolysis",
            group: "",
            unverified: false,
            unit: "MWh/t",
            holds: (run) => inRange(
                divided(
                    run.at("electrolysis.electricity"),
                    run.at("electrolysis.liquid_aluminium"),
                ),
                12.8,
                15.5,
            ),
            value: (run) => divided(
                run.at("electrolysis.electricity"),
                run.at("electrolysis.liquid_aluminium"),
            ),
        },
        {
            path: "purity",
            force: "shall",
            words: { zh: "铝含量应不低于 99.70 %。", en: "Aluminium shall be at least 99.70 %." },
            written: "aluminium_content >= 99.70 %",
            place: "",
            group: "",
            unverified: false,
            unit: "%",
            holds: (run) => atLeast(run.at("aluminium_content"), 99.7),
            value: (run) => run.at("aluminium_content"),
        },
    ],
    results: [],
    processes: mapOf({
        "anode_production": [
            { zh: "预焙阳极生产", en: "Prebaked anode production" },
            "raw_materials",
        ],
        "power_supply": [{ zh: "供电", en: "Power supply" }, "manufacturing"],
        "electrolysis": [{ zh: "铝电解", en: "Electrolysis" }, "manufacturing"],
        "casting": [{ zh: "铸造", en: "Casting" }, "manufacturing"],
    }),
    stages: mapOf({
        "raw_materials": { zh: "原材料获取", en: "Raw material acquisition" },
        "manufacturing": { zh: "产品制造", en: "Manufacturing" },
    }),
    values: mapOf({
        "aluminium_content": { label: { zh: "铝含量", en: "aluminium content" }, unit: "%" },
        "anode_production.anode": { label: { zh: "阳极", en: "anode" }, unit: "t" },
        "anode_production.natural_gas": { label: { zh: "天然气", en: "natural gas" }, unit: "m3" },
        "anode_production.combustion": { label: { zh: "燃烧", en: "combustion" }, unit: "t" },
        "power_supply.supply.kind": { label: { zh: "来源", en: "kind" }, unit: "" },
        "power_supply.supply.electricity": {
            label: { zh: "电量", en: "electricity" },
            unit: "MWh",
        },
        "power_supply.supply.own_factor": {
            label: { zh: "自备电厂因子", en: "own factor" },
            unit: "kgCO2e/kWh",
        },
        "power_supply.power": { label: { zh: "供电量", en: "power" }, unit: "MWh" },
        "electrolysis.liquid_aluminium": {
            label: { zh: "铝液", en: "liquid aluminium" },
            unit: "t",
        },
        "electrolysis.anode": { label: { zh: "阳极净耗", en: "anode" }, unit: "t" },
        "electrolysis.electricity": { label: { zh: "电力", en: "electricity" }, unit: "MWh" },
        "electrolysis.sulphur": { label: { zh: "阳极含硫", en: "sulphur" }, unit: "%" },
        "electrolysis.cell": { label: { zh: "槽型", en: "cell" }, unit: "" },
        "electrolysis.anode_effects": {
            label: { zh: "阳极效应系数", en: "anode effects" },
            unit: "1/d",
        },
        "electrolysis.effect_duration": {
            label: { zh: "效应持续时间", en: "effect duration" },
            unit: "min",
        },
        "electrolysis.own_cf4": { label: { zh: "实测系数", en: "own CF4" }, unit: "kgCF4/t" },
        "electrolysis.anode_consumption": {
            label: { zh: "阳极消耗", en: "anode consumption" },
            unit: "t",
        },
        "electrolysis.cf4_intensity": {
            label: { zh: "四氟化碳排放强度", en: "CF4 intensity" },
            unit: "kgCF4/t",
        },
        "electrolysis.anode_gas": { label: { zh: "阳极效应", en: "anode effects" }, unit: "kg" },
        "casting.aluminium_ingot": { label: { zh: "铝锭", en: "aluminium ingot" }, unit: "t" },
        "casting.liquid_aluminium": { label: { zh: "铝液", en: "liquid aluminium" }, unit: "t" },
    }),
    tiers: mapOf({
        "electrolysis.cf4_intensity": [
            { zh: "实测", en: "own measurement" },
            { zh: "斜率法", en: "slope method" },
            { zh: "缺省值", en: "default" },
        ],
    }),
    reads: mapOf({
        "anode_production.combustion": [["anode_production.natural_gas"]],
        "power_supply.power": [["power_supply.supply.electricity"]],
        "electrolysis.anode_consumption": [["electrolysis.anode", "electrolysis.sulphur"]],
        "electrolysis.cf4_intensity": [
            ["electrolysis.own_cf4"],
            ["electrolysis.cell", "electrolysis.anode_effects", "electrolysis.effect_duration"],
            [],
        ],
        "electrolysis.anode_gas": [["electrolysis.cf4_intensity", "electrolysis.liquid_aluminium"]],
    }),
    amounts: new Set([
        "anode_production.anode",
        "anode_production.combustion",
        "anode_production.natural_gas",
        "casting.aluminium_ingot",
        "casting.liquid_aluminium",
        "electrolysis.anode",
        "electrolysis.anode_consumption",
        "electrolysis.anode_gas",
        "electrolysis.electricity",
        "electrolysis.liquid_aluminium",
        "power_supply.power",
        "power_supply.supply.electricity",
    ]),
    unverified_defaults: new Set([]),
    confidential: new Set([]),
    weights: [],
    clauses: mapOf({
        "primary_share": "5.5.2",
        "score": "5.5.2",
        "excluded_largest": "5.4",
        "excluded_total": "5.4",
        "stage.raw_materials": "5.3.2",
        "stage.manufacturing": "5.3.3",
        "ar6_7sm7": "C",
        "aluminium_ingot": "7.6",
        "anode_production": "7.2",
        "power_supply": "7.3",
        "electrolysis": "7.4",
        "casting": "7.5",
        "electrolysis.expect_1": "6.2",
        "purity": "5.1",
        "gas_supply": "B.1",
        "gas_burning": "B.1",
        "grid_footprint": "B.2",
        "slope_cf4": "B.3",
        "anode_market": "B.1",
        "aluminium_content": "A.1",
    }),
    series: [],
};

const calculator = calculatorOf(CALCULATOR);
loaded()[DATA_MODEL.standard.id] = calculator;
if (typeof module === "object" && module.exports) module.exports = calculator;
})();
