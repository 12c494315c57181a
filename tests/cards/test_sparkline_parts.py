"""The year of an indicator in parts: drawn where there is more to see than one figure."""

import pytest
from projects import assessed, programme

from scorecard.cards.motion import parts_of_year

INDICATOR = """
- id: i
  name: 지표
  level: output
  aggregation: sum
  direction: up
  target: {2026: 100명}
  actual:
"""


@pytest.mark.parametrize(("told", "columns"), [(["2026Q1"], 0), (["2026Q1", "2026Q2"], 4)])
def test_one_part_of_a_year_alone_is_no_picture(told: list[str], columns: int) -> None:
    lines = "".join(f"    {part}: 10명\n" for part in told)
    judged = assessed(programme(f"{INDICATOR}{lines}"), office={"as_of": "2026-06-30"})
    assert len(parts_of_year(judged, 0)) == columns
