"""YAML text becomes plain data with places; everything YAML would quietly change is a problem."""

from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from patience import comes_to_an_end

from scorecard.problems import MOST_PROBLEMS, say
from scorecard.targets import text as text_room
from scorecard.targets.files import LARGEST_FILE
from scorecard.targets.text import LONGEST_SCALAR, read_file, read_text

from .projects import Place, places


def read(text: str) -> tuple[Any, list[Place]]:
    """Read a text: its data, and the codes and places of its problems."""
    found, problems = read_text(dedent(text).removeprefix("\n"), "jobs.yaml")
    return (found.data if found else None), places(problems)


def test_scalars_stay_as_they_are_written() -> None:
    data, problems = read("""
        year: 2026
        share: 7.0
        quoted: "010"
        list: [a, 'b']
        nothing:
        """)

    assert not problems
    assert data == {"year": "2026", "share": "7.0", "quoted": "010", "list": ["a", "b"], "nothing": None}


@pytest.mark.parametrize(
    "word", ["010", "no", "off", "Yes", "y", "1:30", "1e3", "1E+3", "0x1F", "1_000", ".inf", "-.NaN"]
)
def test_what_yaml_reads_as_something_else_is_a_problem(word: str) -> None:
    data, problems = read(f"value: {word}\nlist:\n  - {word}\n")

    assert problems == [("ambiguous-scalar", 1, 8), ("ambiguous-scalar", 3, 5)]
    assert data == {"value": word, "list": [word]}


@pytest.mark.parametrize(
    "word", ["0", "0.5", "10", "2026-01-31", "4,000명", "1.5", "10:30분", "노", "report#1 a", "-5"]
)
def test_what_can_be_read_in_one_way_only_is_left_alone(word: str) -> None:
    assert read(f"value: {word}\n") == ({"value": word}, [])


def test_a_comma_inside_braces_cuts_a_figure() -> None:
    data, problems = read("""
        target: {2026: 4,000명}
        """)

    assert problems == [("flow-comma", 1, 16)]
    assert data == {"target": {"2026": "4,000명"}}


def test_a_figure_cut_twice_is_one_problem() -> None:
    data, problems = read("""
        target: {2025: 1,000,000명, 2026: 2,000명}
        sum: [1,000,000명, 3명, 1,000]
        """)

    assert problems == [
        ("flow-comma", 1, 16),
        ("flow-comma", 1, 34),
        ("flow-comma", 2, 7),
        ("flow-comma", 2, 23),
    ]
    assert data["sum"] == ["1,000,000명", "3명", "1,000"]


def test_figures_apart_in_a_list_are_not_cut_ones() -> None:
    assert read("[1, 200]") == (["1", "200"], [])


def test_inside_braces_a_colon_wants_a_blank_too() -> None:
    data, problems = read("target: {2026:76%}\n")

    assert problems == [("colon-without-blank", 1, 10)]
    assert data == {"target": {"2026": "76%"}}


def test_of_two_equal_keys_the_second_is_a_problem() -> None:
    data, problems = read("""
        target:
          2026: 1명
          2026: 2명
        """)

    assert problems == [("duplicate-key", 3, 3)]
    assert data == {"target": {"2026": "1명"}}


SLIPS = (
    ("a:\n\t- b\n", ("tab", 2, 1)),
    ("a: b\n\tc: d\n", ("tab", 2, 1)),
    ("a: |\n\tb\n", ("tab", 2, 1)),
    ("target:\n  2026: 1명\n 2027: 2명\n", ("bad-indentation", 3, 2)),
    ("id: a\n    name: b\n", ("bad-indentation", 2, 5)),
    ("- a\nb: c\n", ("bad-indentation", 2, 1)),
    ("level: output\nname 인재\nunit: 명\n", ("missing-colon", 2, 1)),
    ("target\n  2026: 1명\n", ("missing-colon", 1, 1)),
    ("unit: 명\nname:인재\nlevel: output\n", ("colon-without-blank", 2, 1)),
    ("unit: 명\ntarget：\n  2026: 1명\n", ("colon-without-blank", 2, 1)),
    ("name: 인재: 양성\n", ("stray-colon", 1, 9)),
    ("note: '26년 신규\nlevel: output\n", ("unclosed-quote", 1, 7)),
    ('note: "신규\nlevel: output\n', ("unclosed-quote", 1, 7)),
    ("name: [신규 인재\nlevel: output\n", ("unclosed-bracket", 1, 7)),
    ("name: {신규\nlevel: output\n", ("unclosed-bracket", 1, 7)),
    ('2026: "4,000"명\n', ("trailing-text", 1, 14)),
    ("name: [신규] 인재\n", ("trailing-text", 1, 12)),
    ("2025: -\n", ("bare-dash", 1, 7)),
    ("name: - 인재\n", ("bare-dash", 1, 7)),
    ("note: @서울\n", ("stray-character", 1, 7)),
    ("note: %증가\n", ("stray-character", 1, 7)),
    ("note: `x`\n", ("stray-character", 1, 7)),
    ("name: [", ("unclosed-bracket", 1, 1)),
    ("a: b\n}\n", ("stray-character", 2, 1)),
    ("a: ]\n", ("stray-character", 1, 4)),
    ("2026: >100명\n", ("stray-character", 1, 7)),
    ('note: "C:\\자료"\n', ("backslash-in-quotes", 1, 10)),
    ('name: "a\\x07b"\n', ("control-character", 1, 7)),
    ("name: a\x07b\n", ("control-character", 1, 8)),
    ("a: b\nc: d\ud800\n", ("control-character", 2, 5)),
    ("a: &x b\n", ("alias-not-allowed", 1, 4)),
    ("a: *x\n", ("alias-not-allowed", 1, 4)),
    ("note: *표는 잠정치\n", ("alias-not-allowed", 1, 7)),
    ("note: &과\n", ("alias-not-allowed", 1, 7)),
    ("a: 1\n<<: b\n", ("alias-not-allowed", 2, 1)),
    ("&k a: b\n", ("alias-not-allowed", 1, 1)),
    ("a: !!int 4\n", ("tag-not-allowed", 1, 4)),
    ("a: !중요\n", ("tag-not-allowed", 1, 4)),
    ("a: ! {}\n", ("tag-not-allowed", 1, 4)),
    ("? [a]\n: b\n", ("key-not-text", 1, 3)),
    (": b\n", ("key-not-text", 1, 1)),
    ("a: 1\n---\nb: 2\n", ("several-documents", 2, 1)),
    ("%YAML 9.9\n---\na: 1\n", ("yaml-syntax", 1, 1)),
)  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SLIPS, ids=[repr(text) for text, _ in SLIPS])
def test_a_slip_is_named_where_it_was_made(text: str, expected: Place) -> None:
    assert read_text(text, "x.yaml")[1][0] and places(read_text(text, "x.yaml")[1])[0] == expected


def test_every_value_says_where_it_begins() -> None:
    text, _ = read_text("a:\n  - b: 값\n    c:\n  - d\n", "x.yaml")

    assert text is not None
    assert str(text.spots.find()) == "x.yaml:1:1"
    assert str(text.spots.find("a", 0, "b")) == "x.yaml:2:8"
    assert str(text.spots.find("a", 1)) == "x.yaml:4:5"
    assert str(text.spots.find_key("a", 0, "b")) == "x.yaml:2:5"
    assert str(text.spots.find("a", 0, "nowhere", 3)) == "x.yaml:2:5"
    assert str(text.spots.find_key("a", 0, "nowhere")) == "x.yaml:2:5"
    assert str(text.spots.find_key("a", 7, "x", "y")) == "x.yaml:2:3"


words = st.text(
    st.characters(categories=["L", "N", "P", "S"], include_characters=" "), min_size=1, max_size=12
).map(str.strip)
scalars = words.filter(lambda word: word not in ("", "~", "<<") and word.lower() != "null")
nested = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(scalars, inner, max_size=4),
    max_leaves=12,
)


def quote_all(data: object, *, flow: bool) -> str:
    """Write data with every scalar in quotes, so that all of it is text."""
    return yaml.safe_dump(data, allow_unicode=True, default_style='"', default_flow_style=flow, width=10_000)


@given(nested, st.booleans())
def test_data_written_as_yaml_reads_back_the_same(data: object, flow: bool) -> None:
    text, problems = read_text(quote_all(data, flow=flow), "x.yaml")

    assert not [problem for problem in problems if problem.code != "flow-comma"]
    assert text is not None
    assert text.data == data or problems


@given(nested)
def test_every_spot_points_at_the_first_sign_of_its_value(data: object) -> None:
    written = quote_all(data, flow=False)
    lines = written.splitlines()

    text, _ = read_text(written, "x.yaml")
    assert text is not None
    for path, value in leaves_of(data, ()):
        spot = text.spots.find(*path)
        quoted = yaml.safe_dump(value, allow_unicode=True, default_style='"', width=10_000).strip()
        assert lines[spot.line - 1][spot.column - 1 :].startswith(quoted)


def leaves_of(data: Any, path: tuple[str | int, ...]) -> list[tuple[tuple[str | int, ...], str]]:
    """List the scalars of nested data with their paths."""
    if isinstance(data, str):
        return [(path, data)]
    inner = data.items() if isinstance(data, dict) else enumerate(data)
    return [leaf for step, value in inner for leaf in leaves_of(value, (*path, step))]


yaml_like = st.text(
    st.sampled_from("ab:- \n\t#'\"[]{},&*!|>%@`?0123456789명만억－：“”~=.<\\\r\x85\ud800\x00"), max_size=60
)


@settings(max_examples=1_000)
@given(st.text(max_size=40) | yaml_like)
def test_whatever_is_typed_gives_data_or_problems_that_can_be_said(typed: str) -> None:
    text, problems = read_text(typed, "x.yaml")

    assert text is not None or problems
    for problem in problems:
        assert say(problem, "ko").message
        assert say(problem, "en").message


@settings(max_examples=500)
@given(content=st.binary(max_size=60) | yaml_like.map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_whatever_bytes_a_file_holds_give_data_or_problems(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    path = tmp_path_factory.getbasetemp() / "bytes.yaml"
    path.write_bytes(content)

    text, problems = read_file(path, "x.yaml")

    assert text is not None or problems


PARSER: Any = text_room._PARSER
HOSTILE = (
    ("aliases that multiply", "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n", "alias-not-allowed"),
    ("deep brackets", "[" * 10_000, "too-deep"),
    ("deep braces", "{a: " * 10_000, "too-deep"),
    ("deep lists", "- " * 10_000 + "x", "too-deep"),
    ("deep mappings", "\n".join(" " * depth + "a:" for depth in range(2_500)), "too-deep"),
    ("a million lines", "- a\n" * 999_999, "too-many-values"),
    ("a million commas", "[" + "a," * 1_000_000 + "]", "too-many-values"),
    ("a hundred million signs", "a" * (LARGEST_FILE + 1), "file-too-large"),
    ("a long word", "a: " + "b" * (LONGEST_SCALAR + 1), "value-too-long"),
    ("a long key", '"' + "k" * 1_000_000 + '": 1', "value-too-long"),
    ("a long key without quotes", "k" * 1_000_000 + ": 1", "value-too-long"),
    ("a long key with a mark", "? " + "k" * 1_000_000 + "\n: 1", "value-too-long"),
    ("a number of thousands", "a: [1" + ",000" * 100_000 + "]", "flow-comma"),
    ("a quote never closed", 'a: "' + "b" * 3_000_000, "unclosed-quote"),
    ("the same key again and again", "a: b\n" * 150_000, "duplicate-key"),
    ("the same slip again and again", "- 010\n" * 150_000, "ambiguous-scalar"),
)


@pytest.mark.parametrize(("text", "code"), [case[1:] for case in HOSTILE], ids=[case[0] for case in HOSTILE])
def test_hostile_text_is_refused_after_little_of_it(
    text: str, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[None] = []

    class Counting:
        """Counts what the parser is asked for."""

        def __init__(self, text: str) -> None:
            self.parser = PARSER(text)

        def get_event(self) -> Any:
            asked.append(None)
            return self.parser.get_event()

    monkeypatch.setattr("scorecard.targets.text._PARSER", Counting)
    _, problems = read_text(text, "x.yaml")

    assert code in {problem.code for problem in problems}
    assert len(problems) <= MOST_PROBLEMS + 1
    assert len(asked) <= 10 * MOST_PROBLEMS


def read_hostile() -> None:
    for _, text, _ in HOSTILE:
        read_text(text, "x.yaml")


def test_hostile_text_comes_to_an_end() -> None:
    comes_to_an_end(read_hostile)


def test_after_too_many_problems_the_reading_stops() -> None:
    _, problems = read_text("- 010\n" * 600, "x.yaml")

    assert len(problems) == MOST_PROBLEMS + 1
    assert places(problems[-1:]) == [("too-many-problems", MOST_PROBLEMS + 1, 3)]


def test_files_are_utf_8_with_or_without_a_mark(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"

    for content in ("이름: 값\n".encode("utf-8-sig"), "이름: 값\r\n".encode(), "이름: 값".encode()):
        path.write_bytes(content)
        text, problems = read_file(path, "a.yaml")
        assert text is not None
        assert (text.data, problems) == ({"이름": "값"}, [])


@pytest.mark.parametrize(
    ("content", "line", "guess"),
    [
        ("a: 1\n이름: 값\n".encode("cp949"), 2, "cp949 (EUC-KR)"),
        ("이름: 값\n".encode("utf-16"), 1, "UTF-16"),
        (b"a: 1\n\nb: \xff\xfe\xff\n", 3, "?"),
    ],
)
def test_files_in_another_encoding_are_told_apart(
    tmp_path: Path, content: bytes, line: int, guess: str
) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(content)

    text, [problem] = read_file(path, "a.yaml")

    assert text is None
    assert (problem.code, problem.spot.line, problem.details["found"]) == ("not-utf8", line, guess)


def test_decomposed_hangul_is_composed(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes("\u110b\u1175\u1105\u1173\u11b7: \u1100\u1161\n".encode())

    text, _ = read_file(path, "a.yaml")

    assert text is not None
    assert text.data == {"이름": "가"}


def test_a_file_that_is_too_large_is_not_opened(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    with path.open("wb") as file:
        file.truncate(100_000_000)

    assert [problem.code for problem in read_file(path, "a.yaml")[1]] == ["file-too-large"]


def test_a_file_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    text, [problem] = read_file(tmp_path / "gone.yaml", "gone.yaml")

    assert text is None
    assert (problem.code, str(problem.spot)) == ("file-unreadable", "gone.yaml")


def test_the_parser_without_its_fast_library_names_the_same_slips(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("scorecard.targets.text._PARSER", yaml.SafeLoader)

    for text in ("a: [1, 2\nb: c\n", "a: 'b\n", "name: 인재: 양성\n", "a: b\n- c\n", "a: @b\n", "a: \ud800"):
        assert read_text(text, "x.yaml")[1], text
    assert read("target: {2026: 4,000명}\n") == ({"target": {"2026": "4,000명"}}, [("flow-comma", 1, 16)])


def test_a_key_holds_no_terminal_commands_either() -> None:
    assert read('"a\\e[31m": b\n')[1] == [("control-character", 1, 1)]
