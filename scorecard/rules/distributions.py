"""Beta, negative binomial and Student distributions over columns: what forecasts reckon chances with.

All rest on the regularised incomplete beta function I_x(a, b), the share of a beta(a, b)
distribution up to x; formulas by their numbers in the NIST Digital Library of Mathematical
Functions (dlmf.nist.gov). Columns and numbers are broadcast; what has no answer is NaN. Shares
are good to 1e-10 for parameters up to 1e8; from 1e9 on none are given.
"""

from statistics import NormalDist

import attrs
import numpy as np

from scorecard.targets.columns import Column, Mask

Numbers = Column | float

_LARGE = 3000.0  #: With both parameters above, a beta is near enough to normal to be summed at nodes.
_REACH = 9.0  #: Standard deviations from the mean within which all is, to double precision.
_NODES, _WEIGHTS = np.polynomial.legendre.leggauss(40)
_STEPS = 1000  #: The continued fraction takes some 140 where it is used.
_ROUNDS = 60  #: Newton takes some 6, but where tails are long.
_NEAR = 2.0  #: How far off a guess of a quantile may be and still spare the search.
_MOST = 1e9  #: Parameters from here on leave too little of a float64 to reckon with.
_TIE = 1e-13  #: What falls short of a share by rounding only has reached it.

_quietly = np.errstate(all="ignore")


@_quietly
def beta_share(a: Numbers, b: Numbers, x: Numbers) -> Column:
    """Give I_x(a, b) for x from 0 to 1; with an a or b of 0 the limit: all lies at 0, or all at 1.

    NaN where a number is missing or out of range, and where a and b are both 0.
    """
    a, b, x = _columns(a, b, x)
    known = (a >= 0) & (b >= 0) & (a + b > 0) & (a + b < _MOST) & (x >= 0) & (x <= 1)
    shares = np.where(known, np.where(a == 0, 1.0, x == 1), np.nan)
    inside = known & (a > 0) & (b > 0)
    shares[inside] = _share(_Cut(a[inside], b[inside], x[inside], 1 - x[inside]))
    return shares


@_quietly
def negbin_at_most(k: Numbers, size: Numbers, p: Numbers) -> Column:
    """Give P(R ≤ k), R the failures before success number `size`, each success of chance p.

    `size` may be any real number from 0 on (0: R is 0); the mean of R is size × (1 − p) ÷ p.
    """
    whole = np.floor(k)
    share = beta_share(size, np.maximum(whole, 0) + 1, p)
    return np.where(whole < 0, 0 * share, share)


@_quietly
def negbin_quantile(q: float, size: Numbers, p: Numbers) -> Column:
    """Find the smallest whole k with P(R ≤ k) ≥ q, for q within 0 and 1, R as in `negbin_at_most`."""
    size, p = _columns(size, p)
    mean = size * (1 - p) / p
    spread = np.sqrt(mean / p)
    # By Cantelli's inequality no distribution has its quantile outside these.
    low = np.maximum(np.floor(mean - spread * np.sqrt((1 - q) / q)) - 1, -1)
    high = np.ceil(mean + spread * np.sqrt(q / (1 - q)))
    known = (size >= 0) & (size + high + 1 < _MOST)
    low, high = np.where(known, low, np.nan), np.where(known, high, np.nan)

    def narrow(rows: Mask, trial: Column) -> None:
        trial = np.clip(trial, low[rows], high[rows])
        reached = negbin_at_most(trial, size[rows], p[rows]) >= q - _TIE
        low[rows], high[rows] = np.where(reached, low[rows], trial), np.where(reached, trial, high[rows])

    # The quantile of a normal with the third moment put in (Cornish and Fisher) is seldom far off.
    normal = NormalDist().inv_cdf(q)
    guess = np.round(mean + spread * normal + (2 - p) / p * (normal**2 - 1) / 6)
    for trial in (guess - _NEAR, guess + _NEAR):
        narrow(known, trial[known])
    while np.any(wide := np.asarray(high - low > 1)):
        narrow(wide, np.floor((low[wide] + high[wide]) / 2))
    return high


@_quietly
def student_at_most(t: Numbers, freedom: Numbers) -> Column:
    """Give P(T ≤ t) for Student's t; its degrees of freedom may be any real number above 0."""
    t, freedom = _columns(t, np.where(np.asarray(freedom) > 0, freedom, np.nan))
    square = np.minimum(t * t, np.finfo(np.float64).max / 2)
    # Near 0 the middle is reckoned and far out the tail, so that neither is lost beside the other.
    far = square > freedom
    part = np.where(far, freedom, square) / (freedom + square)
    share = beta_share(np.where(far, freedom / 2, 0.5), np.where(far, 0.5, freedom / 2), part)
    tail = np.where(far, share, 1 - share) / 2
    return np.where(t > 0, 1 - tail, tail)


@_quietly
def student_quantile(q: float, freedom: Numbers) -> Column:
    """Find t with P(T ≤ t) = q, for q within 0 and 1, T as in `student_at_most`."""
    (freedom,) = _columns(freedom)
    # From the normal quantile, which lies nearer to 0, Newton comes nearer from one side only.
    t = np.where(freedom > 0, NormalDist().inv_cdf(q), np.nan)
    for _ in range(_ROUNDS):
        step = (q - student_at_most(t, freedom)) / _student_density(t, freedom)
        t = t + step
        if not np.any(np.abs(step) > 1e-13 * np.abs(t)):
            break
    return t


@attrs.frozen(eq=False)
class _Cut:
    """Where each beta distribution is cut; a and b above 0, x within 0 and 1.

    x and its rest to 1 are both kept: of the one that is near 1 the other could not be had again.
    """

    a: Column
    b: Column
    x: Column
    rest: Column

    @property
    def off(self) -> Column:
        """Give (a + b) (x − mean)."""
        whole = self.a + self.b
        off: Column = np.where(self.x < self.rest, whole * self.x - self.a, self.b - whole * self.rest)
        return off


def _columns(*numbers: Numbers) -> tuple[Column, ...]:
    return np.broadcast_arrays(*(np.asarray(number, dtype=np.float64) for number in numbers))


def _share(cut: _Cut) -> Column:
    """Give I_x(a, b), reckoned from the side that has less (8.17.4)."""
    a, b, x, rest = cut.a, cut.b, cut.x, cut.rest
    turned = x > (a + 1) / (a + b + 2)
    sides = ((a, b), (b, a), (x, rest), (rest, x))
    less = [np.where(turned, other, one) for one, other in sides]
    large = np.minimum(a, b) > _LARGE
    shares = np.empty_like(x)
    for rows, share in ((large, _summed), (~large, _fraction)):
        shares[rows] = share(_Cut(*(column[rows] for column in less)))
    return np.where(turned, 1 - shares, shares)


def _fraction(cut: _Cut) -> Column:
    """Give I_x(a, b) by its continued fraction (8.17.22) in Lentz's way, each row until it stands still."""
    values: Column = np.full(cut.x.size, np.nan)
    rows = np.arange(cut.x.size)
    first = (cut.a + 1) / (1 - cut.off)
    state = np.stack([cut.a, cut.b, cut.x, first, np.ones_like(first), first])
    m = 0
    while rows.size and m < _STEPS:
        m += 1
        a, b, x, below, above, product = state
        even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        below, above = 1 / (1 + even * below), 1 + even / above
        product = product * below * above
        odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        below, above = 1 / (1 + odd * below), 1 + odd / above
        state[3:] = below, above, product * below * above
        still = np.abs(below * above - 1) < 1e-15
        values[rows[still]] = state[5, still]
        rows, state = rows[~still], state[:, ~still]
    return values * _scale(cut) * _height(cut) / cut.a


def _summed(cut: _Cut) -> Column:
    """Give I_x(a, b) for a and b so large that nothing lies further below the mean than `_REACH`."""
    whole = cut.a + cut.b
    reach = _REACH * np.sqrt(cut.a / whole * cut.b / whole / (whole + 1))
    width = np.maximum(cut.off / whole + reach, 0)
    total = np.zeros_like(width)
    for node, weight in zip(_NODES, _WEIGHTS, strict=True):
        away = width * (1 + node) / 2
        at = attrs.evolve(cut, x=cut.x - away, rest=cut.rest + away)
        total += weight * _height(at) / (at.x * at.rest)
    return np.where(width > 0, total * width / 2 * _scale(cut), 0.0)


def _height(cut: _Cut) -> Column:
    """Give x^a (1 − x)^b as a part of what it is at the mean."""
    a, b, off = cut.a, cut.b, cut.off
    below = np.where(off < -a / 2, np.log(cut.x) - np.log(a / (a + b)), np.log1p(off / a))
    above = np.where(off > b / 2, np.log(cut.rest) - np.log(b / (a + b)), np.log1p(-off / b))
    return np.exp(a * below + b * above)


def _scale(cut: _Cut) -> Column:
    """Give m^a (1 − m)^b ÷ B(a, b) for the mean m, by Stirling's formula and what is beyond it (5.11.1)."""
    whole = cut.a + cut.b
    beyond = _beyond_stirling(whole) - _beyond_stirling(cut.a) - _beyond_stirling(cut.b)
    return np.sqrt(cut.a / whole * cut.b / (2 * np.pi)) * np.exp(beyond)


def _beyond_stirling(z: Column) -> Column:
    """Give log Γ(z) less Stirling's formula, by the series for it ten steps further on."""
    steps = sum((z + step + 0.5) * np.log1p(1 / (z + step)) - 1 for step in range(10))
    square = (z + 10) ** 2
    series = 1 / 12 - (1 / 360 - (1 / 1260 - (1 / 1680 - 1 / 1188 / square) / square) / square) / square
    return steps + series / (z + 10)


def _student_density(t: Column, freedom: Column) -> Column:
    square = t * t
    whole = freedom + square
    cut = _Cut(np.full_like(t, 0.5), freedom / 2, square / whole, freedom / whole)
    return np.where(t == 0, 1.0, _scale(cut) * _height(cut) / np.abs(t))
