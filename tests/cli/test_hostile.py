"""Texts and folders nobody should write: each gives a result or a problem with a place, never a traceback."""

import os
from collections.abc import Callable
from pathlib import Path
from textwrap import dedent, indent

import pytest
from conftest import Write
from projects import department, write_project

from .running import Told, run, told

COMMANDS = (("check",), ("show",), ("gate",), ("export", "--format", "json"), ("export",))


def outcome(folder: Path, *, first: str = "jobs") -> tuple[int, list[Told]]:
    """Run every command that draws nothing; they must agree on whether the text can be judged."""
    codes, problems = [], []
    for arguments in (*COMMANDS, ("show", first)):
        result = run("--project", folder, *arguments)
        codes.append(result.exit_code)
        problems.append(told(result))
    assert codes[0] in (0, 2)
    assert {code == 2 for code in codes[:5]} == {codes[0] == 2}, (codes, problems)
    assert codes[0] == 0 or all(problems[:5]), "could not be judged, and no place was told"
    assert all(one == problems[0] for one in problems[:5])
    return codes[0], problems[0]


def one(*lines: str, name: str = "지표") -> str:
    """Write a programme with one indicator."""
    text = f"- id: p\n  name: 사업\n  indicators:\n    - id: i\n      name: {name}\n      level: output\n"
    return text + indent("\n".join(lines), "      ") + "\n"


SUM_UP = ("aggregation: sum", "direction: up")

JUDGED: dict[str, str] = {
    "zero target": one(*SUM_UP, "target: {2026: 0명}", "actual: {2025: 10명, 2026-01: 5명}"),
    "zero actual": one(*SUM_UP, "target: {2026: 10명}", "actual: {2025: 0명, 2026-01: 0명}"),
    "negative figures": one(*SUM_UP, "target: {2026: △5.5%}", "actual: {2025: △10%, 2026-01: △7%}"),
    "sign changes": one(*SUM_UP, "target: {2026: 5%}", "actual: {2025: △10%, 2026-01: △7%}"),
    "down": one("aggregation: mean", "direction: down", "target: {2026: 3일}", "actual: {2025: 5일, 2026-01: 4일}"),
    "down to zero": one("aggregation: mean", "direction: down", "target: {2026: 0건}", "actual: {2025: 5건, 2026-01: 0건}"),
    "keep": one("aggregation: mean", "direction: keep", "target: {2026: 22도}", "actual: {2025: 21도, 2026-01: 23도}"),
    "keep with tolerance": one("aggregation: mean", "direction: keep", "tolerance: 0.5", "target: {2026: 22도}"),
    "per cent": one("aggregation: ratio", "direction: up", "target: {2026: 76%}", "actual: {2025: 70.04%}"),
    "all targets missing": one(*SUM_UP, "actual: {2025: 10명}"),
    "targets stated as missing": one(*SUM_UP, 'target: {2026: "-"}', "actual: {2025: 신규}"),
    "only words": one("aggregation: judged", "target: {2026: 신규 투자유치 확대}"),
    "nothing but a name": one(*SUM_UP),
    "tiny and huge": one(*SUM_UP, "target: {2026: 0.000001명}", 'actual: {2025: "9,999,999,999명"}'),
    "milestones": one("aggregation: milestone", "steps: [{name: 착공, due: 2026-06, done: 2026-01-20}, {name: 준공, due: 2026-12}]"),
    "weight of zero": one(*SUM_UP, "weight: 0", "target: {2026: 1명}"),
    "programmes without indicators": "- {id: a, name: 가}\n- {id: b, name: 나, indicators: []}\n",
    "everything exempt": "- {id: a, name: 가, exempt: 제외}\n",
    "no programmes": "[]",
    "long names": one(*SUM_UP, "target: {2026: 1명}", name="긴이름" * 100),
    "one word of 300 letters": one(*SUM_UP, "target: {2026: 1명}", name="w" * 300),
    "HTML": one(*SUM_UP, "target: {2026: 1명}", name='"<script>alert(1)</script><img src=x>"'),
    "Markdown": one(*SUM_UP, "target: {2026: 1명}", name='"**굵게** | [x](javascript:x) # 제목"'),
    "templates": one(*SUM_UP, "target: {2026: 1명}", name='"{0} {target} %s ${HOME} {{x}} $x^2$ \\\\frac"'),
    "emoji and hanja": one(*SUM_UP, "target: {2026: 1명}", name="'😀👨‍👩‍👧 鬱龘 ᄒᆞᆫ글 عربى ไทย'"),
    "right to left and zero width": one(*SUM_UP, "target: {2026: 1명}", name='"a\\u202eb\\u200bc"'),
    "formulas": one(*SUM_UP, "target: {2026: 1명}", name="'=cmd|'' /C calc''!A0'"),
    "hundreds of indicators": "- id: p\n  name: 사업\n  indicators:\n" + "".join(
        f"    - {{id: i{n}, name: 지표 {n}, level: output, aggregation: sum, direction: up, target: {{2026: {n}명}}}}\n"
        for n in range(1, 301)
    ),
}  # fmt: skip


@pytest.mark.parametrize("text", JUDGED.values(), ids=JUDGED)
def test_whatever_can_be_read_is_judged(project: Write, text: str) -> None:
    assert outcome(project(text)) == (0, [])


PRINTED = ("zero target", "negative figures", "down to zero", "only words", "nothing but a name", "milestones",
           "no programmes", "everything exempt", "long names", "one word of 300 letters", "HTML", "templates",
           "emoji and hanja", "right to left and zero width")  # fmt: skip


@pytest.mark.parametrize("name", PRINTED)
def test_whatever_is_judged_is_printed(project: Write, name: str) -> None:
    folder = project(JUDGED[name])

    result = run("--project", folder, "build")

    assert result.exit_code == 0
    assert (folder / "reports/2026Q1/scorecards.pdf").stat().st_size > 1000


def test_letters_no_font_has_are_told_of(project: Write) -> None:
    result = run("--project", project(JUDGED["emoji and hanja"]), "build")

    assert result.stderr.startswith("알림: 글꼴에 없어 다른 글자로 바꿔 인쇄함: ")
    assert "9F98" in result.stderr
    assert result.stderr.count("\n") == 1


REFUSED: dict[str, tuple[str, tuple[str, int, int]]] = {
    "a list for a mapping": ("- [a, b]\n", ("expected-mapping", 3, 5)),
    "a mapping for a list": ("{id: p, name: 사업}", ("expected-list", 3, 3)),
    "words for a list": ("- {id: p, name: 사업, indicators: 없음}\n", ("expected-list", 3, 35)),
    "nothing for a list": ("", ("empty-value", 2, 12)),
    "an alias": ("- &a {id: p, name: 사업}\n- *a\n", ("alias-not-allowed", 3, 5)),
    "a tag": ("- !!python/object/apply:os.system [ls]\n", ("tag-not-allowed", 3, 5)),
    "too deep": ("[" * 200 + "]" * 200, ("too-deep", 3, 26)),
    "a bomb of commas": ("[" + "a," * 300_000 + "]", ("too-many-values", 0, 0)),
    "a value without end": (f"- {{id: p, name: {'가' * 20_000}}}\n", ("value-too-long", 3, 19)),
    "a lone surrogate": ('- {id: p, name: "\\ud800"}\n', ("", 3, 0)),
    "an id that climbs": ("- {id: ../../etc, name: 사업}\n", ("bad-id", 3, 10)),
    "a figure without end": (one(*SUM_UP, f"target: {{2026: {'9' * 400}명}}"), ("", 11, 0)),
    "no figure": (one(*SUM_UP, "target: {2026: .inf명}"), ("not-a-figure", 11, 24)),
    "a period that is none": (one(*SUM_UP, "target: {2026Q9: 1명}"), ("bad-period", 11, 18)),
    "an unclosed brace": ("- {id: p, name: 사업\n", ("unclosed-bracket", 3, 5)),
}


@pytest.mark.parametrize(("text", "expected"), REFUSED.values(), ids=REFUSED)
def test_whatever_cannot_be_read_is_told_with_its_place(
    project: Write, text: str, expected: tuple[str, int, int]
) -> None:
    """An empty code or a column of 0 leaves open which."""
    code, problems = outcome(project(text))

    assert code == 2
    (told_code, file, line, column), *_ = problems
    assert file == "targets/jobs.yaml"
    assert (told_code if expected[0] else "", line, column if expected[2] else 0) == expected


BYTES: dict[str, tuple[bytes, str]] = {
    "nothing": (b"", "file-empty"),
    "a comment": (b"# nothing yet\n", "file-empty"),
    "cp949": ("department: 일자리과\nprogrammes: []\n".encode("cp949"), "not-utf8"),
    "UTF-16": ("department: 일자리과\nprogrammes: []\n".encode("utf-16"), "not-utf8"),
    "random bytes": (bytes(range(256)) * 40, "not-utf8"),
    "a picture": (b"\x89PNG\r\n\x1a\n" + bytes(500), "not-a-text-file"),
    "zeros": (bytes(2000), "control-character"),
    "too large": (b"#" * 5_000_000, "file-too-large"),
    "a list": (b"[1, 2]\n", "expected-mapping"),
    "a word": (b"hello\n", "expected-mapping"),
    "two documents": (b"department: a\nprogrammes: []\n---\nb: c\n", "several-documents"),
}


@pytest.mark.parametrize(("content", "code"), BYTES.values(), ids=BYTES)
@pytest.mark.parametrize(
    "file", ["targets/jobs.yaml", "targets/office.yaml", "rules/risks.yaml", "rules/coverage.yaml"]
)
def test_any_file_may_hold_any_bytes(project: Write, file: str, content: bytes, code: str) -> None:
    folder = project()
    (folder / file).write_bytes(content)

    exit_code, problems = outcome(folder)

    assert exit_code == 2
    said = {problem[0] for problem in problems if problem[1] == file}
    assert said & {code, "empty-value" if code == "file-empty" else code}


def loop(path: Path) -> None:
    path.symlink_to(path)


def dangling(path: Path) -> None:
    path.symlink_to(path.parent / "nowhere")


def pipe(path: Path) -> None:
    os.mkfifo(path)


@pytest.mark.skipif(os.name != "posix", reason="links and pipes of Linux and macOS")
@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (Path.mkdir, "folder-for-file"),
        (loop, "link-to-nothing"),
        (dangling, "link-to-nothing"),
        (pipe, "no-plain-file"),
    ],
)
@pytest.mark.parametrize("file", ["targets/jobs.yaml", "targets/office.yaml", "rules/risks.yaml"])
def test_a_file_may_be_something_else(
    project: Write, spoil: Callable[[Path], None], file: str, code: str
) -> None:
    folder = project()
    (folder / file).unlink()
    spoil(folder / file)

    exit_code, problems = outcome(folder)

    assert exit_code == 2
    assert [problem[:2] for problem in problems] == [(code, file)]


@pytest.mark.skipif(os.name != "posix", reason="links of Linux and macOS")
@pytest.mark.parametrize("name", ["targets", "rules"])
@pytest.mark.parametrize(
    "command",
    [
        ("check",),
        ("build",),
        ("add", "actual", "p/i", "2026-01=9명"),
        ("import", "form.csv"),
        ("show",),
        ("gate",),
    ],
)
def test_a_folder_that_leads_out_of_the_project_is_refused(
    project: Write, name: str, command: tuple[str, ...], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = project()
    assert run("check", "--project", folder).exit_code == 0
    outside = tmp_path_factory.mktemp("밖") / name
    (folder / name).rename(outside)
    (folder / name).symlink_to(outside)
    before = {path: path.read_bytes() for path in outside.iterdir()}

    result = run(*command, "--project", folder)

    assert (result.exit_code, told(result)) == (2, [("outside-project", name, 0, 0)])
    assert {path: path.read_bytes() for path in outside.iterdir()} == before
    assert not (folder / "reports").exists()


@pytest.mark.skipif(os.name != "posix", reason="links of Linux and macOS")
@pytest.mark.parametrize("name", ["targets", "rules"])
def test_a_folder_may_be_a_link_to_itself(project: Write, tmp_path: Path, name: str) -> None:
    folder = project()
    (folder / name).rename(tmp_path / "aside")
    (folder / name).symlink_to(folder / name)

    assert outcome(folder)[0] == 2


@pytest.mark.parametrize(
    "name",
    [
        "../../etc/passwd",
        "/etc/passwd",
        "office",
        ".",
        "..",
        "jobs.yaml",
        "jobs/",
        "~",
        "가" * 300,
        "a\\\\b",
        "\\0",
        "a\\nb",
    ],
)
def test_a_department_outside_the_folder_is_missing(project: Write, name: str) -> None:
    folder = project(departments=f'["{name}"]')

    code, problems = outcome(folder)

    assert code == 2
    expected = "control-character" if name == "\\0" else "department-missing"
    assert {problem[0] for problem in problems} >= {expected}
    assert {problem[1] for problem in problems} <= {"targets/office.yaml", "targets/jobs.yaml"}


def test_an_office_without_departments_is_judged_and_never_passes(tmp_path: Path) -> None:
    folder = write_project(tmp_path, {}, office={"departments": "[]"})

    assert outcome(folder) == (0, [])
    assert run("--project", folder, "gate").exit_code == 1
    assert run("--project", folder, "build").exit_code == 0


def test_an_office_may_have_sixty_departments(tmp_path: Path) -> None:
    texts = {f"d{n}": department(JUDGED["per cent"], f"제{n}과") for n in range(60)}
    folder = write_project(tmp_path, texts)

    assert outcome(folder, first="d59") == (0, [])
    assert run("--project", folder, "show").stdout.count("과 ") >= 60


def test_departments_of_one_name_are_told_apart(tmp_path: Path) -> None:
    folder = write_project(tmp_path, {name: department(JUDGED["per cent"]) for name in ("a", "b")})

    assert outcome(folder, first="b") == (0, [])


def test_a_year_may_begin_in_april(project: Write) -> None:
    text = one(*SUM_UP, "target: {2026: 100명}", "actual: {2025: 80명, 2026Q1: 20명}")
    folder = project(text, year_begins="4", as_of="2026-06-30")

    assert outcome(folder) == (0, [])
    assert '"edition": "2026Q1"' in run("--project", folder, "export", "--format", "json").stdout
    assert outcome(project(text, year_begins="4", as_of="2026-03-31"))[0] == 2


@pytest.mark.parametrize(
    ("office", "code"),
    [
        ({"fiscal_year": "20260"}, "bad-year"), ({"fiscal_year": "-1"}, "bad-year"),
        ({"fiscal_year": "[]"}, "expected-text"), ({"year_begins": "13"}, "bad-month"),
        ({"as_of": "내일"}, "bad-day"), ({"language": "de"}, "unknown-word"),
        ({"departments": "jobs"}, "expected-list"), ({"departments": "[jobs, jobs]"}, "duplicate-id"),
        ({"sources": "[]"}, "expected-mapping"), ({"nonsense": "1"}, "unknown-key"), ({"office": '""'}, "empty-value"),
    ],
)  # fmt: skip
def test_a_slip_in_the_office_is_told_with_its_place(
    project: Write, office: dict[str, str], code: str
) -> None:
    exit_code, problems = outcome(project(JUDGED["down"], **office))

    assert exit_code == 2
    assert (problems[0][0], problems[0][1]) == (code, "targets/office.yaml")
    assert problems[0][2] > 0


@pytest.mark.parametrize(
    "when",
    ["1 / 0 > 1", "target ** 9999 > 1", "target / 0 > 1", "(" * 300 + "target > 1" + ")" * 300, "__import__('os')",
     "target.real > 1", "target > 1e999", "target > 'x'", "lambda: 1", "x := 1", "[t for t in target]", "", "'", "9" * 5000],
)  # fmt: skip
def test_a_rule_may_say_anything(project: Write, when: str) -> None:
    """It runs, is refused with its place, or is counted as failed: never in silence, never with a traceback."""
    rule = {
        "id": "r",
        "title": "t",
        "about": "data",
        "severity": "low",
        "when": when,
        "message": "m",
        "why": "w",
        "action": "a",
    }
    import json

    folder = project(rules={"risks": dedent(f"rules:\n  - {json.dumps(rule)}\n")})

    code, problems = outcome(folder)

    assert code == 0 or {problem[1] for problem in problems} == {"rules/risks.yaml"}
    assert code == 0 or all(problem[2] for problem in problems)
