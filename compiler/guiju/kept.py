"""What was made of something that no edit has changed, so that another command need not make it."""

from collections.abc import Callable
from hashlib import sha256

from msgspec import Struct

from guiju_dsl.syntax import NO_CACHE, Cache

DIGEST = 32
"""Length of the digest before what is kept [bytes]."""


class Keeping(Struct):
    """Where this process keeps what it makes.

    Attributes:
        made_by: digest of the program; without one nothing is kept.
    """

    cache: Cache = NO_CACHE
    made_by: str = ""


KEEPING = Keeping()


def keep_in(cache: Cache, made_by: str) -> None:
    """Keep in ``cache`` what is made from now on by the program with that digest."""
    KEEPING.cache, KEEPING.made_by = cache, made_by


def kept(what: str, given: bytes, make: Callable[[], bytes]) -> bytes:
    """Give what ``make`` makes of ``given`` and nothing else: looked up, if it was made before."""
    if not KEEPING.made_by:
        return make()
    key = sha256(f"{KEEPING.made_by}\0".encode() + given).hexdigest()
    content = KEEPING.cache.load(f"{what}-{key[:32]}") or b""
    if content[:DIGEST] == sha256(content[DIGEST:]).digest():
        return content[DIGEST:]
    made = make()
    KEEPING.cache.save(f"{what}-{key[:32]}", sha256(made).digest() + made)
    return made
