"""The list of backends: what ``build`` makes of a plan, the documents and the site apart."""

from guiju.backends import form, graph, javascript, json_schema, python, sql
from guiju.backends.model import Backend

BACKENDS: tuple[Backend, ...] = (
    python.BACKEND,
    javascript.BACKEND,
    sql.BACKEND,
    form.BACKEND,
    json_schema.BACKEND,
    graph.BACKEND,
)
