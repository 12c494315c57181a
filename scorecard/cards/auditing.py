"""What was done about the council's audit, counted and told: for the pages, the terminal and programs."""

from collections.abc import Sequence

import numpy as np

from scorecard.rules.assess import Assessment
from scorecard.targets.columns import Mask
from scorecard.targets.measures import Department


def items_of(assessment: Assessment, departments: Sequence[Department]) -> Mask:
    """Mark the items some departments are in charge of; those of bodies elsewhere belong to all together."""
    ours = {department.id for department in departments}
    if ours == set(assessment.facts.book.office.departments):
        return np.ones(len(assessment.audit.items), dtype=np.bool_)
    return np.array([bool(ours & set(item.departments)) for item in assessment.audit.items], dtype=np.bool_)
