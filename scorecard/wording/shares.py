"""Shares that must add up: rounded so that their sum is the whole and not 99.9 or 100.1."""

from collections.abc import Sequence
from decimal import ROUND_FLOOR, Decimal


def shares_of(parts: Sequence[float], total: float = 100, digits: int = 0) -> list[Decimal]:
    """Share a total out by the parts' sizes, each rounded down and the rest given to the largest remainders.

    Among equal remainders the earlier part is given first. Of nothing but noughts all shares are 0.
    """
    if any(part < 0 for part in parts):
        raise ValueError(f"parts of 0 or more expected, found {min(parts)}")
    sizes = [Decimal(repr(float(part))) for part in parts]
    whole, least = sum(sizes), Decimal(1).scaleb(-digits)
    if not whole:
        return [Decimal(0).quantize(least) for _ in parts]
    exact = [size * Decimal(repr(float(total))) / whole for size in sizes]
    floors = [one.quantize(least, ROUND_FLOOR) for one in exact]
    left = int((Decimal(repr(float(total))).quantize(least) - sum(floors)) / least)
    by_remainder = sorted(range(len(parts)), key=lambda place: floors[place] - exact[place])
    lifted = set(by_remainder[:left])
    return [one + least * (place in lifted) for place, one in enumerate(floors)]
