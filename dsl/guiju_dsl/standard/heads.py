"""Give what the heads of the documents say, their boundary, terms and cited documents."""

from collections.abc import Iterator

from guiju_dsl.names.gases import selected_set
from guiju_dsl.names.items import label_words
from guiju_dsl.names.model import Declaration, NamedStandard, label_of, text_of
from guiju_dsl.standard.attributes import field_text, fields, flag, of_kind, remark
from guiju_dsl.standard.model import NO_TEXT, Boundary, Exclusion, Identity, Stage, Term
from guiju_dsl.syntax import tree
from guiju_runtime.messages import Text


def identity(head: tree.Document, digest: str) -> Identity:
    """Give what the head of a document says."""
    found = fields(head.block.items)
    number = text_of(head.number).zh if head.number is not None else field_text(found, "number").zh
    return Identity(
        id=head.name.text,
        number=number,
        status=field_text(found, "status").en,
        title=field_text(found, "title"),
        issuer=field_text(found, "issuer"),
        drafters=_several(found.get("drafters")),
        authors=_several(found.get("authors")),
        ics=field_text(found, "ics").en,
        ccs=field_text(found, "ccs").en,
        sector=field_text(found, "sector"),
        filing=field_text(found, "filing").en,
        issued=field_text(found, "issued").en,
        effective=field_text(found, "effective").en,
        replaces=field_text(found, "replaces").en,
        gwp=selected_set(head.block.items),
        biogenic_carbon=field_text(found, "biogenic_carbon").en,
        digest=f"sha256:{digest}" if digest else "",
    )


def _several(field: tree.Field | None) -> tuple[Text, ...]:
    values = field.values if field is not None else ()
    return tuple(text_of(value) for value in values if isinstance(value, tree.Words))


def declared(names: NamedStandard, kind: str) -> Iterator[Declaration]:
    """Give the things of one kind in order."""
    return (d for d in names.declarations.values() if d.kind == kind)


def label(declaration: Declaration) -> Text:
    """Give the label of a thing, made from its name where it has none."""
    return label_of(label_words(declaration.node), declaration.name)


def stages(names: NamedStandard) -> Iterator[Stage]:
    """Give the stages in order."""
    for declaration in declared(names, "stage"):
        text = field_text(fields(declaration.items), "text")
        yield Stage(name=declaration.name, label=label(declaration), text=text)


def boundary(names: NamedStandard) -> Boundary:
    """Give the boundary of the standard itself, with every exclusion in prose."""
    found = tuple(declared(names, "boundary"))
    own = [d for d in found if d.home == names.head.name.text] or list(found)
    exclusions = tuple(
        Exclusion(what=text_of(item.words), because=text_of(item.because))
        for declaration in found
        for item in of_kind(declaration.items, tree.Exclude)
        if item.words is not None
    )
    if not own:
        return Boundary(name="", label=NO_TEXT, text=NO_TEXT, exclusions=exclusions)
    text = field_text(fields(own[0].items), "text")
    return Boundary(name=own[0].name, label=label(own[0]), text=text, exclusions=exclusions)


def excluded(names: NamedStandard) -> tuple[tuple[str, Text], ...]:
    """Give the paths of what the boundary leaves out by name, and why."""
    return tuple(
        (path.text, text_of(item.because))
        for declaration in declared(names, "boundary")
        for item in of_kind(declaration.items, tree.Exclude)
        for path in item.paths
    )


def terms(names: NamedStandard) -> Iterator[Term]:
    """Give the terms in order."""
    for declaration in declared(names, "term"):
        yield Term(
            name=declaration.name,
            label=label(declaration),
            definition=field_text(fields(declaration.items), "definition"),
            source=remark(declaration.items, "source"),
            note=remark(declaration.items, "note"),
            unverified=flag(declaration.items, "unverified"),
        )


def cites(names: NamedStandard) -> Iterator[tuple[str, Text]]:
    """Give the cited documents: number and title."""
    for declaration in declared(names, "cites"):
        title = declaration.node.label if isinstance(declaration.node, tree.Cites) else None
        yield declaration.name, text_of(title) if title is not None else NO_TEXT
