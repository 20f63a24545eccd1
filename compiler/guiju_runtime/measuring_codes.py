"""Findings about how a value is measured."""

from guiju_runtime.messages import Code, Text

HALF_A_SAMPLE = Code(
    id="GJ824",
    slug="half-a-sample",
    message=Text(
        zh="{label}的样本缺{missing}，得不出不确定度",
        en="the samples of {label} come without {missing}, so no uncertainty follows",
    ),
    hint=Text(zh="在 {at} 处写上 {example}", en="at {at}, add {example}"),
)

MEASURING_NOT_SHOWN = Code(
    id="GJ825",
    slug="measuring-not-shown",
    message=Text(
        zh="{label}没有给出{missing}，标准要求{asked}",
        en="{label} comes without {missing}; the standard asks for: {asked}",
    ),
    hint=Text(zh="在 {at} 处写上 {example}", en="at {at}, add {example}"),
)

CALIBRATION_OUT_OF_DATE = Code(
    id="GJ826",
    slug="calibration-out-of-date",
    message=Text(
        zh="{label}的仪表 {calibrated} 校准，有效期{valid}，到 {end} 已不在有效期内",
        en="the meter of {label} was calibrated on {calibrated}, valid for {valid}: "
        "not in force on {end}",
    ),
    hint=Text(
        zh="校准仪表，或换用有效期内的仪表的读数，并更新 {at} 处的 calibrated",
        en="calibrate the meter, or read one that is calibrated, and change calibrated at {at}",
    ),
)

METER_TOO_COARSE = Code(
    id="GJ827",
    slug="meter-too-coarse",
    message=Text(
        zh="{label}的仪表是 {given} 级，标准要求不低于 {asked} 级",
        en="the meter of {label} is of class {given}; class {asked} or better is asked for",
    ),
    hint=Text(
        zh="换用 {asked} 级或更准的仪表；{at} 处的 class 写错了就改正",
        en="use a meter of class {asked} or better, or correct class at {at}",
    ),
)

TOO_FEW_SAMPLES = Code(
    id="GJ828",
    slug="too-few-samples",
    message=Text(
        zh="{label}有 {given} 个样本，标准要求不少于 {asked} 个",
        en="{label} has {given} samples; {asked} or more are asked for",
    ),
    hint=Text(
        zh="补足样本，并更新 {at} 处的均值、count 和 spread",
        en="take more samples, and change mean, count and spread at {at}",
    ),
)

TOO_UNCERTAIN = Code(
    id="GJ829",
    slug="too-uncertain",
    message=Text(
        zh="{label}的{what}为 {given}，标准要求不大于 {asked}",
        en="{what} of {label} is {given}; at most {asked} is asked for",
    ),
    hint=Text(
        zh="增加样本或分开统计差别大的部分，并更新 {at}",
        en="take more samples, or report what differs apart, and change {at}",
    ),
)

CODES = (
    HALF_A_SAMPLE,
    MEASURING_NOT_SHOWN,
    CALIBRATION_OUT_OF_DATE,
    METER_TOO_COARSE,
    TOO_FEW_SAMPLES,
    TOO_UNCERTAIN,
)
