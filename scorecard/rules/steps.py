"""Steps on the way to a target: done, late, and by how much."""

from collections.abc import Sequence
from datetime import date

from scorecard.targets.plans import Step


def is_done(step: Step, day: date) -> bool:
    """Tell whether a step was done by a day."""
    return step.done is not None and step.done <= day


def days_late(step: Step, day: date) -> int:
    """Tell by how many days a step was done late, or is late so far; before its due day negative or 0."""
    until = step.done if step.done is not None and step.done <= day else day
    late = (until - step.due.last).days
    return late if is_done(step, day) else max(late, 0)


def latest_slip(steps: Sequence[Step], day: date) -> int | None:
    """Tell by how many days the step that slipped most did; None where nothing was due or done by a day."""
    judged = [step for step in steps if is_done(step, day) or step.due.last < day]
    return max((days_late(step, day) for step in judged), default=None)


def late_steps(steps: Sequence[Step], day: date) -> int:
    """Count the steps that are due and not done."""
    return sum(not is_done(step, day) and step.due.last < day for step in steps)
