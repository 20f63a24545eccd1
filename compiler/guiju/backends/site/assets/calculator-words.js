// The words of the calculator of a page.
(function () {
"use strict";

const WORDS = {
    zh: {
        example: "填入算例", open: "读入申报（JSON）", save: "保存申报", result: "保存结果",
        company: "企业", site: "厂址", from: "开始日期", to: "终止日期", region: "地区",
        declaration: "申报信息", whole: "产品", add: "增加一行", remove: "删除",
        conforming: "符合要求", not_conforming: "不符合要求", unknown: "填写数据后显示结果",
        by_process: "各单元过程", findings: "发现", none: "没有发现问题", clause: "条款",
        yes: "是", no: "否", needed: "必填", fault: "文件不是 JSON 格式的申报", results: "其他结果",
    },
    en: {
        example: "Fill in the example", open: "Open a declaration (JSON)",
        save: "Save the declaration", result: "Save the result",
        company: "Company", site: "Site", from: "First day", to: "Last day", region: "Region",
        declaration: "Declaration", whole: "Product", add: "Add a row", remove: "Remove",
        conforming: "Conforming", not_conforming: "Not conforming",
        unknown: "The result appears when the data are filled in",
        by_process: "By unit process", findings: "Findings", none: "Nothing was found",
        clause: "clause", yes: "yes", no: "no", needed: "needed",
        fault: "The file is no declaration in JSON", results: "Further results",
    },
};

globalThis.guiju ??= {};
globalThis.guiju.page = { words: WORDS };
})();
