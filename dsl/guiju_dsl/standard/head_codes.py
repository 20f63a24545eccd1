"""Faults of what the head of a document says."""

from guiju_runtime.messages import Code, Text

OF_ANOTHER_LEVEL = Code(
    id="GJ367",
    slug="field-of-another-level",
    message=Text(
        zh="{field} 只印在{levels}的封面上，而编号是 {number}",
        en="{field} is printed on the cover of a {levels} only, but the number is {number}",
    ),
    hint=Text(
        zh="删去它，或写这类标准的编号", en="leave it out, or write the number of such a standard"
    ),
)
