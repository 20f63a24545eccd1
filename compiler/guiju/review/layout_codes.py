"""Diagnostics of page, type and contents: GJ770 to GJ774."""

from guiju_runtime.messages import Code, Text

LAYOUT = Code(
    id="GJ770",
    slug="layout-differs",
    message=Text(
        zh="{what}的{property}是{given}{times}", en="{property} of {what} is {given}{times}"
    ),
    hint=Text(zh="改为{expected}", en="make it {expected}"),
)
PAGE = Code(
    id="GJ771",
    slug="page-set-otherwise",
    message=Text(
        zh="第 {section} 节的{property}是 {given}", en="in section {section} {property} is {given}"
    ),
    hint=Text(zh="改为 {expected}", en="make it {expected}"),
)
FURNITURE = Code(
    id="GJ772",
    slug="header-or-footer-differs",
    message=Text(zh="{what}{reason}", en="{what} {reason}"),
    hint=Text(zh="{way}", en="{way}"),
)
CONTENTS_ENTRY = Code(
    id="GJ773",
    slug="contents-entry-wrong",
    message=Text(zh="目次中的“{given}”{reason}", en="“{given}” in the contents {reason}"),
    hint=Text(zh="更新目次", en="update the contents"),
)
CONTENTS_LACK = Code(
    id="GJ774",
    slug="contents-lack-entry",
    message=Text(zh="目次中没有“{given}”", en="“{given}” is not in the contents"),
    hint=Text(zh="更新目次", en="update the contents"),
)
