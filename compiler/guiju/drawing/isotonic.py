"""Least-squares places on a line that keep an order and its gaps."""

from collections.abc import Sequence


def placed_in_order(
    wanted: Sequence[float],
    weights: Sequence[float],
    gaps: Sequence[float],
    low: float,
    high: float,
) -> list[float]:
    """Find x minimising Σ wᵢ (xᵢ − wantedᵢ)² with xᵢ₊₁ ≥ xᵢ + gapᵢ, inside ``low`` to ``high``.

    Args:
        wanted: wished places; shape (n,).
        weights: above 0; shape (n,).
        gaps: least distances to the next; shape (n − 1,).

    Returns:
        Places; shape (n,). If the gaps do not fit, they are kept and run over ``high``.

    Source:
        Pool adjacent violators, on x minus the sum of the gaps before it.
    """
    offsets = [0.0]
    for gap in gaps:
        offsets.append(offsets[-1] + gap)
    pools: list[tuple[float, float, int]] = []
    for wish, weight, offset in zip(wanted, weights, offsets, strict=False):
        pools.append((wish - offset, weight, 1))
        while len(pools) > 1 and pools[-2][0] > pools[-1][0]:
            pools.append(pooled(pools.pop(), pools.pop()))
    level = [mean for mean, _, count in pools for _ in range(count)]
    room = max(low, high - offsets[len(level) - 1]) if level else low
    return [
        min(max(mean, low), room) + offset for mean, offset in zip(level, offsets, strict=False)
    ]


def pooled(
    first: tuple[float, float, int], second: tuple[float, float, int]
) -> tuple[float, float, int]:
    """Join two neighbouring pools at their weighted mean."""
    weight = first[1] + second[1]
    mean = (first[0] * first[1] + second[0] * second[1]) / weight
    return mean, weight, first[2] + second[2]
