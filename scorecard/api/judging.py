"""A project judged, and the edition it is printed as."""

import warnings
from functools import cached_property
from typing import TYPE_CHECKING

import attrs

from scorecard.problems import say
from scorecard.wording.phrases import phrase

if TYPE_CHECKING:
    from scorecard.api.loading import Project
    from scorecard.cards.card import Edition
    from scorecard.reports.documents import Document
    from scorecard.rules.assess import Assessment

_CALLER = 3  #: Frames up from where a warning is made to whoever called the function of the API.


@attrs.frozen(eq=False, repr=False)
class Judgement:
    """A project with everything its rules say of it, as it was known on its day."""

    project: "Project"
    assessment: "Assessment"  #: The columns behind it, in models of the program; they may change with it.

    @property
    def failures(self) -> tuple[str, ...]:
        """List the rules that could not be run and why; their findings are missing, and a gate fails."""
        return tuple(f"{one.rule.text.id}: {one.error}" for one in self.assessment.failures)

    @cached_property
    def documents(self) -> "tuple[Document, ...]":
        """Lay the whole edition out, once; for `render`."""
        from scorecard.reports.documents import make_documents
        from scorecard.reports.glyphs import mend

        mended, missing = mend(edition(self))
        if missing:
            words = phrase("letters-missing", self.project.language, letters=", ".join(missing))
            warnings.warn(words, stacklevel=_CALLER)
        return tuple(make_documents(mended))

    def __repr__(self) -> str:
        return f"<Judgement of {self.project.name}, {self.project.as_of}>"


def judge(project: "Project") -> Judgement:
    """Judge a project by its rules.

    The same project gives the same judgement: the clock is not asked, nothing is remembered.
    """
    from scorecard.rules.reading import judge as judge_book

    return Judgement(project, judge_book(project.book, project.rules))


def edition(judgement: Judgement) -> "Edition":
    """Assemble the cards of a judgement: every text as it is printed, every bar as a ratio.

    They are those of `scorecard build`: the page about revisions compares with the edition before
    this one in the project's `reports/`. A former edition that cannot be read is left out with a
    warning.
    """
    from scorecard.reports.publishing import assemble_after

    project = judgement.project
    cards, unread = assemble_after(judgement.assessment, project.folder / "reports")
    for problem in unread:
        warnings.warn(f"{problem.spot}: {say(problem, project.language).message}", stacklevel=_CALLER - 1)
    return cards
