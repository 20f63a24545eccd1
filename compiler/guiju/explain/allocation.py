"""What a product bears of its process, from what the shares of all its products are made."""

from collections.abc import Iterator

from msgspec.structs import replace

from guiju.explain.model import Explanation, known
from guiju.explain.values import Explainer
from guiju.plan.model import ProductFlow, RulePlan
from guiju.plan.printing import formula_text
from guiju_dsl.standard.expressions import unit_of
from guiju_runtime.data_words import WITHHELD
from guiju_runtime.given import Place
from guiju_runtime.messages import Text

ALLOCATION = "allocation."
APART = " / "
"""Between an input that is allocated by itself and a product."""
ALONE = Text(zh="单元过程只有这一种产品", en="the only product of its process")

REST = Text(zh="分得其他产品的固定份额以外的部分", en="bears what the fixed shares leave")


def names_of(plan: RulePlan) -> Iterator[tuple[str, str, str, tuple[ProductFlow, ...]]]:
    """Give the shares that there are: name, process, part of it, products that divide the part."""
    for process in plan.processes:
        for product in process.products:
            yield f"{ALLOCATION}{product.flow}", process.path, process.path, process.products
        for one in process.apart:
            for product in one.products:
                name = f"{ALLOCATION}{one.flow}{APART}{product.flow}"
                yield name, process.path, one.flow, one.products


def share(explainer: Explainer, name: str) -> Explanation | None:
    """Explain a share of allocation, None if there is none of that name."""
    for known_name, process, part, products in names_of(explainer.plan):
        if name == known_name:
            found = _share(explainer, name, part, products)
            secret = explainer.calculation.calculator.confidential
            if part in secret or process in secret:
                return replace(found, value=None, remarks=(WITHHELD,), parts=())
            return found
    return None


def _share(
    explainer: Explainer, name: str, part: str, products: tuple[ProductFlow, ...]
) -> Explanation:
    flow = name.removeprefix(ALLOCATION).rpartition(APART)[2]
    return Explanation(
        path=name,
        label=explainer.value(flow, None).label,
        value=known(explainer.book.network.shares.get((part, flow))),
        unit="",
        remarks=(ALONE,) if len(products) == 1 else (),
        clause=part.partition(".")[0],
        parts=tuple(_basis(explainer, one, part) for one in products if len(products) > 1),
    )


def _basis(explainer: Explainer, product: ProductFlow, part: str) -> Explanation:
    """Explain from what the share of one product is made: a fixed share, or its basis."""
    outputs = explainer.book.network.outputs.get(part, ())
    output = next((one for one in outputs if one.flow == product.flow), None)
    fixed = product.share is not None
    formula = product.share if product.share is not None else product.basis
    value = None if output is None else (output.share if fixed else output.basis)
    found = explainer.value(product.flow, None)
    if formula is None:
        return replace(found, remarks=(*found.remarks, REST))
    return Explanation(
        path=product.flow,
        label=found.label,
        value=known(value),
        unit=unit_of(formula).text,
        written=formula_text(formula),
        clause=found.clause,
        parts=explainer.read_by(formula, Place(product.flow, None), 1),
    )
