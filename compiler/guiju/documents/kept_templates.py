"""Templates in the form that Python runs, made once and not by every process."""

import sys
from hashlib import sha256
from marshal import dumps, loads

import jinja2
from jinja2.bccache import Bucket, BytecodeCache

from guiju_dsl.syntax import NO_CACHE, Cache

DIGEST = 32
"""Length of the digest before the form of a template [bytes]."""


class KeptTemplates(BytecodeCache):
    """Looks templates up in the user's cache, by their text and by the program that reads them."""

    kept: Cache = NO_CACHE

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take the template from the cache if it lies there whole."""
        content = self.kept.load(_key_of(bucket)) or b""
        digest, form = content[:DIGEST], content[DIGEST:]
        if digest == sha256(form).digest():
            bucket.code = loads(form)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the template for the next process."""
        form = dumps(bucket.code)
        self.kept.save(_key_of(bucket), sha256(form).digest() + form)


KEPT_TEMPLATES = KeptTemplates()


def keep_templates(kept: Cache) -> None:
    """Keep templates where ``kept`` says; without it, every process reads them again."""
    KEPT_TEMPLATES.kept = kept


def _key_of(bucket: Bucket) -> str:
    made_by = f"{jinja2.__version__}\0{sys.version}\0{bucket.key}\0{bucket.checksum}"
    return f"template-{sha256(made_by.encode()).hexdigest()[:32]}"
