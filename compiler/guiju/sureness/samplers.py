"""Where draws come from: random streams, or points of a lattice; one for each input, by its name.

A stream depends on seed and name alone, a coordinate on the place of the input besides; so an input
that two calculations share is drawn once.
"""

import hashlib
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Literal

import numpy as np

from guiju.sureness.distributions import Floats, draws, quantiles
from guiju_runtime.spread import Spread

Sampler = Literal["random", "lattice"]
Draw = Callable[[int, int], Floats]
"""Gives the draws of one input from a number on, so many of them."""
LEAST = 2.0**-53
WINDOW = 500
"""Among how many numbers a prime is chosen."""
WEIGHT = 0.1
"""How much an error in two coordinates counts beside one in either."""
COORDINATES = 512
"""So many inputs a lattice serves; of more, the others are drawn at random."""
AT_ONCE = 64
"""Coordinates of a lattice that are found at once."""


class Source:
    """Gives the draws of inputs.

    Attributes:
        size: how many draws each has; a lattice has the nearest fitting number below.
    """

    def __init__(self, samples: int, seed: int, sampler: Sampler) -> None:
        """Find the size of a lattice."""
        self.size = points_of(samples) if sampler == "lattice" else samples
        self._seed = seed
        self._sampler = sampler

    def draw(self, name: str, place: int, value: float, spread: Spread) -> Draw:
        """Give the draws of an input; parts are asked for in order.

        Args:
            place: its coordinate: no two inputs of a calculation have the same.
        """
        if self._sampler == "random" or place >= COORDINATES:
            return random_draw(self._seed, name, value, spread)
        step = _steps(self.size, place // AT_ONCE + 1)[place]
        return lattice_draw(shift_of(self._seed, name), step, self.size, value, spread)


@lru_cache(maxsize=16)
def _steps(points: int, parts: int) -> list[int]:
    return steps_of(points, parts * AT_ONCE)


def stream(seed: int, name: str) -> np.random.Generator:
    """Give the random numbers of a name."""
    digest = hashlib.sha256(f"{seed}|{name}".encode()).digest()
    words = [int.from_bytes(digest[at : at + 4], "big") for at in range(0, 32, 4)]
    return np.random.Generator(np.random.PCG64(np.random.SeedSequence(words)))


def random_draw(seed: int, name: str, value: float, spread: Spread) -> Draw:
    """Draw at random; parts are asked for in order."""
    source = stream(seed, name)
    return lambda _, size: draws(value, spread, source, size)


def lattice_draw(shift: float, step: int, points: int, value: float, spread: Spread) -> Draw:
    """Draw one coordinate of a shifted lattice: frac(k · step / points + shift) of the k-th."""

    def draw(start: int, size: int) -> Floats:
        numbers = np.arange(start, start + size, dtype=np.int64)
        uniform = (numbers * step % points) / points + shift
        uniform -= np.floor(uniform)
        return quantiles(value, spread, np.clip(uniform, LEAST, 1 - LEAST))

    return draw


def shift_of(seed: int, name: str) -> float:
    """Give the random shift of the lattice along one input."""
    return float(stream(seed, name).random())


def points_of(samples: int) -> int:
    """Give how many points a lattice of at most ``samples`` has.

    A prime of which one less has small parts only: then its steps are quickly found.
    """
    most = max(samples, 5)
    primes = [n for n in range(most, max(most - WINDOW, 4), -1) if _is_prime(n)]
    return min(primes, key=lambda prime: max(_prime_parts(prime - 1)))


def _is_prime(number: int) -> bool:
    return number > 1 and all(number % part for part in range(2, int(number**0.5) + 1))


def steps_of(points: int, inputs: int) -> list[int]:
    """Give the generating vector of a lattice, input by input, each the best behind those before.

    The error is that of functions with mixed derivatives, all inputs of the same weight: which of
    them matters differs from declaration to declaration. With k and the step as powers of a
    primitive root, trying every step is one circular convolution.

    Source:
        Nuyens and Cools 2006, Fast algorithms for component-by-component construction of rank-1
        lattice rules.
    """
    half = (points - 1) // 2
    powers = _powers(points, half)
    kernel = _bernoulli(powers / points)
    transformed = np.fft.rfft(kernel)
    weights = np.ones(half)
    steps: list[int] = []
    for _ in range(inputs):
        errors = np.fft.irfft(transformed * np.fft.rfft(weights), half)
        best = int(np.argmin(errors)) if steps else 0
        steps.append(int(powers[best]))
        behind = kernel[(best - np.arange(half)) % half]
        weights = weights * (1 + WEIGHT * behind)
        weights /= weights.mean()
    return steps


def _powers(points: int, half: int) -> np.ndarray:
    """Give the powers of a primitive root; x and points - x count as one."""
    root = _primitive_root(points)
    powers = np.ones(half, dtype=np.int64)
    done = 1
    while done < half:
        more = min(done, half - done)
        powers[done : done + more] = powers[:more] * pow(root, done, points) % points
        done += more
    return np.minimum(powers, points - powers)


def _bernoulli(ratios: Floats) -> Floats:
    return 2 * np.pi**2 * (ratios * ratios - ratios + 1 / 6)


def _primitive_root(prime: int) -> int:
    parts = _prime_parts(prime - 1)
    return next(
        root
        for root in range(2, prime + 1)
        if all(pow(root, (prime - 1) // part, prime) != 1 for part in parts) or prime <= 3
    )


def _prime_parts(number: int) -> Sequence[int]:
    parts, part = [], 2
    while part * part <= number:
        while number % part == 0:
            parts.append(part)
            number //= part
        part += 1
    return [*parts, number] if number > 1 else parts
