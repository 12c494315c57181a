"""The documentation says what is so: pages made from code are current, examples work, links lead somewhere."""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from scorecard.cards.results import COLUMNS
from scorecard.cli.main import COMMANDS
from scorecard.problems import catalogue
from scorecard.reports.schemas import FORMATS, schema_of
from scorecard.rules.loading import load_rules
from scorecard.targets.loading import load_book
from tools import make_docs
from tools.pages import evaluation
from tools.pages.quarters import QUARTERS, SAMPLE, SLIPS, asked
from tools.pages.runs import MISTAKES, Edit, project, run

HOUSE = Path(__file__).parent.parent
PAGES = sorted(
    path for pattern in (*make_docs.HAND_WRITTEN, "docs/decisions/*.md", "changelog.d/*.md") for path in HOUSE.glob(pattern)
)  # fmt: skip
EXAMPLE = re.compile(r"<!-- a complete example: (?P<name>\S+) -->\n```yaml\n(?P<text>.*?)```", re.DOTALL)


def text_of(page: str) -> str:
    return (HOUSE / page).read_text(encoding="utf-8")


def test_pages_made_from_code_are_current() -> None:
    """Whoever changes a rule, a key or a message runs `make docs`."""
    assert make_docs.stale() == {}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(HOUSE).as_posix())
def test_every_mark_has_its_end_and_a_known_name(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    begun = re.findall(r"<!-- made by tools/make_docs\.py: begin (.+?) -->", text)
    ended = re.findall(r"<!-- made by tools/make_docs\.py: end (.+?) -->", text)

    assert begun == ended
    assert set(begun) <= set(make_docs.BLOCKS)


def test_every_block_stands_on_a_page() -> None:
    texts = "".join(page.read_text(encoding="utf-8") for page in PAGES)
    unused = [name for name in make_docs.BLOCKS if f"begin {name} -->" not in texts]
    assert unused == [name for name in unused if name.startswith("mistake ")]


@pytest.mark.parametrize("code", MISTAKES)
def test_a_mistake_leads_to_the_problem_it_is_named_after(code: str) -> None:
    with project(MISTAKES[code]) as folder:
        ran = run(folder, "check", "--format", "json")

    assert ran.code == 2
    assert [problem["code"] for problem in yaml.safe_load(ran.stdout)["problems"]] == [code]


@pytest.mark.parametrize("code", SLIPS)
def test_a_slip_in_the_sample_leads_to_the_problem_it_is_named_after(code: str) -> None:
    ran = asked(f"scorecard check --project {SAMPLE} --format json", SLIPS[code])

    assert ran.code == 2
    assert [problem["code"] for problem in yaml.safe_load(ran.stdout)["problems"]] == [code]


# ── what the tutorial says ────────────────────────────────────────────────────────────────────


def test_the_tutorial_builds_an_edition_for_every_quarter_it_tells_of() -> None:
    builds = re.findall(r"^scorecard build (.+)$", text_of("docs/tutorial.md"), re.MULTILINE)
    assert builds == [f"--project {SAMPLE} --as-of {day}" for day in QUARTERS]


def test_the_tutorial_has_nothing_red_in_march() -> None:
    march = [row.split(" | ")[1] for row in statuses_of_the_tutorial()]
    assert len(march) == 6
    assert "부진" not in march
    assert "주의" not in march


def test_the_tutorial_has_the_late_project_red_from_june_on() -> None:
    late = next(row for row in statuses_of_the_tutorial() if "독서교실 운영 학급" in row)
    assert late == "| 독서교실 운영 학급 | 판단유보 | 부진 | 부진 | 부진 |"


def statuses_of_the_tutorial() -> list[str]:
    made = text_of("docs/tutorial.md").partition("begin quarters year -->")[2].partition("<!--")[0]
    return [line for line in made.splitlines() if line.startswith("| ")][2:]


@pytest.mark.parametrize(
    ("words", "indicator", "day"),
    [
        ("34.3% = (57% − 45%)", "hall/progress", "2026-06-30"),
        ("quarter-without-actual", "visits/households", "2026-09-30"),
        ("milestone-late", "hall/progress", "2026-09-30"),
        ("(잠정)", "schools/pupils", "2026-12-31"),
        ("사람이 정한 상태", "visits/households", "2026-06-30"),
    ],
)
def test_what_the_tutorial_says_in_its_own_words_is_so(words: str, indicator: str, day: str) -> None:
    ran = asked(f"scorecard explain {indicator} --project {SAMPLE} --as-of {day}")
    assert words in ran.stdout


# ── what the README says ──────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md", "docs/ko/guide.md"])
def test_make_knows_every_target_that_is_named(page: str) -> None:
    targets = set(re.findall(r"^([a-z-]+):.*##", text_of("Makefile"), re.MULTILINE))
    named = set(re.findall(r"\bmake ([a-z-]+)\b", "\n".join(code_in(text_of(page)))))

    assert named
    assert named <= targets


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(HOUSE).as_posix())
def test_the_program_knows_every_command_that_is_named(page: Path) -> None:
    words = re.findall(
        r"\bscorecard((?: --(?:lang|as-of|project) \S+)*) ([a-z]+(?:-[a-z]+)*)\b",
        "\n".join(code_in(page.read_text(encoding="utf-8"))),
    )
    assert {command for _, command in words} <= set(COMMANDS)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(HOUSE).as_posix())
def test_a_place_that_is_pointed_out_is_one_that_is_printed(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    printed = "\n".join(re.findall(r"```text\n(.*?)```", text, re.DOTALL))

    for place in re.findall(r"`(targets/[\w-]+\.yaml:\d+:\d+)`", text):
        assert f"{place}:" in printed


def code_in(text: str) -> Iterator[str]:
    """List what stands as code: blocks for a shell, and single words."""
    yield from re.findall(r"```(?:sh|bat)\n(.*?)```", text, re.DOTALL)
    yield from re.findall(r"`([^`\n]+)`", re.sub(r"```.*?```", "", text, flags=re.DOTALL))


def test_the_line_to_change_is_the_line_the_readme_names() -> None:
    line = int(re.search(r"Line (\d+) of `targets/jobs-policy.yaml`", text_of("README.md"))[1])  # type: ignore[index]
    assert text_of("targets/jobs-policy.yaml").splitlines()[line - 1].strip() == "2026: 4,000명"


def test_the_changed_figure_gives_the_start_the_readme_names() -> None:
    edit = MISTAKES["unit-changed"]
    with project(Edit(edit.file, edit.old, edit.old.replace("4,000명", "4,200명"))) as folder:
        assert "78.6% = 3,303명 ÷ 4,200명" in run(folder, "explain", "youth-academy/trained").stdout
    assert "78.6 %" in text_of("README.md")


@pytest.mark.parametrize("code", ["unit-changed", "flow-comma"])
def test_the_errors_in_the_readme_are_what_the_program_prints(code: str, tmp_path: Path) -> None:
    for name in ("targets", "rules"):
        shutil.copytree(HOUSE / name, tmp_path / name)
    edit = MISTAKES[code]
    path = tmp_path / edit.file
    path.write_text(path.read_text(encoding="utf-8").replace(edit.old, edit.new), encoding="utf-8")

    command = [sys.executable, "-X", "utf8", "-m", "scorecard", "--project", str(tmp_path), "check"]
    ran = subprocess.run(command, capture_output=True, check=False, encoding="utf-8")

    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr in text_of("README.md")


def test_every_command_has_a_section() -> None:
    heads = re.findall(r"^## scorecard ([\w-]+)$", text_of("docs/commands.md"), re.MULTILINE)
    assert heads == list(COMMANDS)


# ── links, names, places ──────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(HOUSE).as_posix())
def test_every_link_leads_somewhere(page: Path) -> None:
    text = re.sub(r"```.*?```", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
    for link in re.findall(r"""(?:\]\(|(?:src|href)=")([^)"\s]+)[)"]""", text):
        if link.startswith(("https://", "http://")):
            continue
        name, _, anchor = link.partition("#")
        target = (page.parent / name).resolve() if name else page
        assert target.exists(), f"{page.name}: {link}"
        assert not anchor or anchor in anchors_of(target), f"{page.name}: {link}"


def anchors_of(page: Path) -> set[str]:
    """List the anchors GitHub gives the headings of a page."""
    heads = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\s-]", "", head.lower()).replace(" ", "-") for head in heads}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(HOUSE).as_posix())
def test_no_page_names_a_machine(page: Path) -> None:
    """What a real run printed must not carry the folder it ran in."""
    assert re.findall(r"/(?:work|tmp|root|home|Users)/\S*", page.read_text(encoding="utf-8")) == []


def test_every_problem_code_has_a_page() -> None:
    """Whoever meets a problem can look it up under its code."""
    pages = {path.stem: path.read_text(encoding="utf-8") for path in (HOUSE / "docs/problems").glob("*.md")}
    assert set(pages) == set(catalogue())
    assert [code for code, page in pages.items() if not page.startswith(f"# {code}\n")] == []


def test_every_decision_is_listed_and_numbered() -> None:
    files = sorted(path.name for path in (HOUSE / "docs/decisions").glob("0*.md"))
    assert re.findall(r"\]\((0[^)]+)\)", text_of("docs/decisions/README.md")) == files
    assert len({name[:4] for name in files}) == len(files)


def test_fragments_are_named_as_their_readme_says() -> None:
    names = [path.name for path in (HOUSE / "changelog.d").glob("*.md") if path.name != "README.md"]
    assert [
        name for name in names if not re.fullmatch(r"\d{4}-[a-z-]+\.(added|changed|fixed|removed)\.md", name)
    ] == []


def test_every_column_of_the_results_is_explained_in_order() -> None:
    section = text_of("docs/results.md").partition("## coverage.json")[0]
    assert tuple(re.findall(r"^\| `(\w+)` \|", section, re.MULTILINE)) == COLUMNS


# ── examples ──────────────────────────────────────────────────────────────────────────────────

GUIDE_OFFICE = """
office: 견본구
fiscal_year: 2026
as_of: 2026-01-31
departments: [jobs]
sources: {report: {title: 업무보고}}
"""


@pytest.mark.parametrize("page", ["docs/format.md", "docs/ko/guide.md"])
def test_complete_examples_are_read_without_problems(page: str, tmp_path: Path) -> None:
    files = {"office.yaml": GUIDE_OFFICE} | {
        one["name"]: one["text"] for one in EXAMPLE.finditer(text_of(page))
    }
    (tmp_path / "targets").mkdir()
    for name, text in files.items():
        (tmp_path / "targets" / name).write_text(text, encoding="utf-8")

    book, problems = load_book(tmp_path)

    assert len(files) == 2
    assert problems == []
    assert book is not None


def test_the_rule_to_be_added_is_read_without_problems(tmp_path: Path) -> None:
    shutil.copytree(HOUSE / "rules", tmp_path / "rules")
    rule = re.search(r"```yaml\n(  - id: .*?)```", text_of("CONTRIBUTING.md"), re.DOTALL)
    assert rule
    with (tmp_path / "rules/risks.yaml").open("a", encoding="utf-8") as risks:
        risks.write(rule[1])

    rules, problems = load_rules(tmp_path)

    assert problems == []
    assert rules is not None
    assert rules.risks[-1].text.id == "mean-without-months"


# ── schemas ───────────────────────────────────────────────────────────────────────────────────


class Editor(yaml.SafeLoader):
    """Reads YAML as editors do for JSON Schema: JSON's own types, and days are text."""

    yaml_implicit_resolvers = {}  # noqa: RUF012


for tag, form in (
    ("bool", "true|false"),
    ("int", "-?(0|[1-9][0-9]*)"),
    ("float", r"-?[0-9]+\.[0-9]+"),
    ("null", "~|null|"),
):
    Editor.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"(?:{form})$"), None)


def as_an_editor_sees(path: Path) -> Any:
    return with_text_keys(yaml.load(path.read_text(encoding="utf-8"), Editor))


def with_text_keys(data: Any) -> Any:
    if isinstance(data, dict):
        return {str(key): with_text_keys(value) for key, value in data.items()}
    return [with_text_keys(value) for value in data] if isinstance(data, list) else data


def shipped() -> Iterator[tuple[str, Path]]:
    for home in (HOUSE, HOUSE / SAMPLE, HOUSE / evaluation.SAMPLE):
        for path in sorted((home / "targets").glob("*.yaml")):
            yield (path.stem if path.stem in ("office", "audit") else "department"), path
        for path in sorted((home / "rules").glob("*.yaml")):
            yield path.stem, path


@pytest.mark.parametrize(("name", "path"), list(shipped()), ids=lambda one: getattr(one, "stem", ""))
def test_shipped_text_fits_its_schema(name: str, path: Path) -> None:
    jsonschema.Draft202012Validator(schema_of(name)).validate(as_an_editor_sees(path))


@pytest.mark.parametrize("name", FORMATS)
def test_a_schema_is_a_schema(name: str) -> None:
    jsonschema.Draft202012Validator.check_schema(schema_of(name))


FIRST = ("programmes", 0, "indicators", 0)
BROKEN: dict[str, tuple[str, str, tuple[str | int, ...], Any]] = {
    "a key nobody knows": ("department", "targets/jobs-policy.yaml", (*FIRST, "targt"), "4,000명"),
    "a word that is none of the levels": ("department", "targets/jobs-policy.yaml", (*FIRST, "level"), "result"),
    "a period that is none": ("department", "targets/jobs-policy.yaml", (*FIRST, "target", "2026년"), "4,000명"),
    "a target without a period": ("department", "targets/jobs-policy.yaml", (*FIRST, "target"), "4,000명"),
    "a citation without a line": ("department", "targets/jobs-policy.yaml", (*FIRST, "source", "target"), "보고서"),
    "a flag that is a word": (
        "department", "targets/jobs-policy.yaml", (*FIRST, "actual", "2025"), {"value": "1명", "provisional": "예"},
    ),
    "programmes that are no list": ("department", "targets/jobs-policy.yaml", ("programmes",), {"id": "a"}),
    "a day that is none": ("office", "targets/office.yaml", ("as_of",), "2026. 1. 31."),
    "a language nobody speaks": ("office", "targets/office.yaml", ("language",), "fr"),
    "a severity that is none": ("risks", "rules/risks.yaml", ("rules", 0, "severity"), "middle"),
    "a floor that is words": ("coverage", "rules/coverage.yaml", ("office", "count"), "절반"),
    "a status without a band": ("attainment", "rules/attainment.yaml", ("bands", 0), {"status": "achieved"}),
}  # fmt: skip


@pytest.mark.parametrize("which", BROKEN)
def test_a_broken_text_does_not_fit_its_schema(which: str) -> None:
    name, file, place, value = BROKEN[which]
    data = deepcopy(as_an_editor_sees(HOUSE / file))
    around = data
    for step in place[:-1]:
        around = around[step]
    around[place[-1]] = value

    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(schema_of(name)).validate(data)
