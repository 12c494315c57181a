"""The walk from `scorecard init` over a typo to a gate that holds: every command is run, every answer is real."""

import tempfile
from collections.abc import Callable, Mapping
from functools import cache, partial
from pathlib import Path

import attrs
from openpyxl import load_workbook

from scorecard.problems import Language
from tools.pages.markdown import fenced
from tools.pages.runs import Edit, Ran, apply, run

DAY = "2026-01-31"
FOLDER = "library"
FORM = "2026Q1"


@attrs.frozen
class Words:
    """What differs between the two languages."""

    office: str
    department: str
    file: str
    unit: str
    indicator: str
    note: str


WORDS: Mapping[Language, Words] = {
    "ko": Words("가온시 문화국", "도서관과", "도서관과", "명", "다시 대출된 책", "현장 집계"),
    "en": Words("Gaon City Culture Office", "Library division", "library-division", "people", "Books lent again", "counted on site"),
}  # fmt: skip


@cache
def walk(language: Language) -> Mapping[str, str]:
    """Go the whole way once; what each step printed, by its name."""
    with tempfile.TemporaryDirectory() as place:
        return _Walk(Path(place), language).go()


class _Walk:
    """One walk: a folder, and what was printed so far."""

    def __init__(self, place: Path, language: Language) -> None:
        self.place = place
        self.home = place
        self.language = language
        self.words = WORDS[language]
        self.told: dict[str, str] = {}

    def go(self) -> Mapping[str, str]:
        """Go from nothing to a gate that holds."""
        words = self.words
        file = f"targets/{words.file}.yaml"
        form = f"{words.file}-2026.xlsx"
        names = ("--office", words.office, "--department", words.department)
        self.say(
            "init",
            "init",
            FOLDER,
            *names,
            "--as-of",
            DAY,
            *(("--lang", "en") if self.language == "en" else ()),
        )
        self.home = self.place / FOLDER
        self.say("check", "check")
        right = f"          2026: 40,000{words.unit} "
        slip = Edit(file, right, right.replace("2026: ", "2026:"))
        self.edit("typo", slip)
        self.say("typo told", "check", code=2)
        self.edit("typo mended", Edit(file, slip.new, slip.old))
        self.say("mended", "check")
        new = (
            "--level",
            "outcome",
            "--aggregation",
            "ratio",
            "--direction",
            "up",
            "--target",
            "2026=70%",
            "--source",
            "report#5",
        )
        self.say(
            "indicator", "add", "indicator", "repairs", "--name", words.indicator, "--id", "lent-again", *new
        )
        self.edit("day", Edit("targets/office.yaml", f"as_of: {DAY}", "as_of: 2026-03-31"))
        self.say("actual", "add", "actual", "reading/visitors", f"2026Q1=9,100{words.unit}")
        self.say("template", "template", words.file)
        self.fill(form, f"{words.file}/repairs/days", 6.5, words.note)
        self.fill(form, f"{words.file}/repairs/lent-again", "56/80", "")
        self.say("import", "import", form)
        self.say("import written", "import", form, "--write")
        self.say("gate failing", "gate", code=1)
        self.say("finding", "explain", "reading/visitors")
        self.edit("source", Edit("targets/office.yaml", "    date: 2026-01 ", "    date: 2026-03 "))
        self.say("gate holding", "gate")
        self.say("build", "build")
        return self.told

    def say(self, step: str, *arguments: str, code: int = 0) -> Ran:
        """Run a command and keep what was typed and printed; another exit code than expected stops the making."""
        ran = run(self.home, *arguments)
        if ran.code != code:
            raise SystemExit(
                f"tools/pages/walkthrough.py: {step}: exit code {ran.code}\n{ran.stdout}{ran.stderr}"
            )
        typed = " ".join(f'"{one}"' if " " in one else one for one in ("scorecard", *arguments))
        printed = [part for part in (ran.stdout.rstrip("\n"), ran.stderr.rstrip("\n")) if part]
        ending = f"\n(exit code {code})" if code else ""
        self.told[step] = fenced("\n".join([f"$ {typed}", *printed]) + ending)
        return ran

    def edit(self, step: str, edit: Edit) -> None:
        """Change a line as a person would, and keep what it was and is."""
        apply(edit, self.home)
        lines = [
            *(f"-{line}" for line in edit.old.splitlines()),
            *(f"+{line}" for line in edit.new.splitlines()),
        ]
        self.told[step] = fenced("\n".join([edit.file, *lines]), "diff")

    def fill(self, form: str, row: str, figure: object, note: str) -> None:
        """Fill in the cells of one row as a person does in Excel."""
        book = load_workbook(self.home / form)
        sheet = book.active
        if sheet is None:
            raise SystemExit("tools/pages/walkthrough.py: the form has no sheet")
        ids = [cell.value for cell in sheet["A"]]
        heads = [str(cell.value).split("\n")[0] for cell in sheet[4]]
        sheet.cell(ids.index(row) + 1, heads.index(FORM) + 1).value = figure
        sheet.cell(ids.index(row) + 1, len(heads) - 1).value = note or None
        book.save(self.home / form)


STEPS = (
    "init", "check", "typo", "typo told", "typo mended", "mended", "indicator", "day", "actual", "template", "import",
    "import written", "gate failing", "finding", "source", "gate holding", "build",
)  # fmt: skip


def step(language: Language, name: str) -> str:
    """Print one step of the walk."""
    return walk(language)[name]


def blocks() -> dict[str, Callable[[], str]]:
    """List the places of the pages that the walk fills."""
    return {f"walk {language} {name}": partial(step, language, name) for language in WORDS for name in STEPS}
