"""Notes are numbered gravest first; light ones of one rule share a note; words agree with their particles."""

from projects import assessed, assessed_departments, department, indicator, programme

from scorecard.cards.card import Note
from scorecard.cards.notes import Noted, message, open_findings, take_notes, where, words_of
from scorecard.rules.assess import Assessment


def rule(
    name: str, severity: str, when: str, *more: str, message: str = "말", each: str = "indicator"
) -> str:
    fields = {
        "id": name, "title": f"{name} 제목", "about": "target", "severity": severity, "each": each,
        "when": f'"{when}"', "message": f'"{message}"', "why": "까닭", "action": "조치",
    }  # fmt: skip
    return "  - " + "\n    ".join([*(f"{key}: {value}" for key, value in fields.items()), *more]) + "\n"


ENGLISH = "en: {title: Title, message: 'last year {previous}, now {target}', why: Why, action: Act}"


def judged(programmes: str, *rules: str, language: str = "ko") -> Assessment:
    return assessed(programmes, office={"language": language}, rules={"risks": "rules:\n" + "".join(rules)})


def noted(programmes: str, *rules: str) -> Noted:
    of = judged(programmes, *rules)
    return take_notes(of, open_findings(of))


def with_budget(name: str, budget: int, *indicators: str) -> str:
    rows = "".join(indicators) or indicator("target: {2026: 10명}")
    text = programme(rows, "budget:", f"  - {{name: 줄, unit: 억원, current: {budget}}}")
    return text.replace("id: p\n", f"id: {name}\n").replace("name: 사업", f"name: 사업-{name}")


def brief(notes: tuple[Note, ...]) -> list[tuple[int, str, str]]:
    return [(note.number, note.rule, note.row) for note in notes]


TWO = with_budget("small", 1) + with_budget("large", 9)


def test_notes_are_numbered_gravest_first_then_by_money() -> None:
    some = noted(TWO, rule("m", "medium", "target > 1"), rule("h", "high", "target > 1"))
    assert brief(some.notes) == [
        (1, "h", "jobs/large/i"), (2, "h", "jobs/small/i"), (3, "m", "jobs/large/i"), (4, "m", "jobs/small/i")
    ]  # fmt: skip
    assert some.of_row == {0: (2, 4), 1: (1, 3)}


def test_light_findings_of_one_rule_share_a_note() -> None:
    some = noted(TWO, rule("slight", "note", "target > 1"), rule("l", "low", "target > 1"))
    assert brief(some.notes) == [(1, "l", "jobs/large/i"), (2, "slight", "jobs/large/i")]
    assert [(note.title, note.message) for note in some.notes] == [
        ("l 제목 (2건)", ""),
        ("slight 제목 (2건)", ""),
    ]
    assert some.of_row == {0: (1, 2), 1: (1, 2)}


def test_light_findings_of_two_rules_do_not_mix() -> None:
    """Whatever the money behind them, a rule's findings lie side by side."""
    some = noted(TWO, rule("a", "low", "target > 1"), rule("b", "low", "target > 1"))
    assert [note.rule for note in some.notes] == ["a", "b"]


def test_a_single_light_finding_says_its_message() -> None:
    (only,) = noted(with_budget("one", 1), rule("l", "low", "target > 1", message="목표 {target}")).notes
    assert (only.title, only.message, only.where) == ("l 제목", "목표 10명", "사업-one · 지표")


def test_findings_of_programmes_are_noted_on_programmes() -> None:
    some = noted(TWO, rule("prog", "high", "targets == 1", each="programme"))
    assert (some.of_row, some.of_programme) == ({}, {0: (2,), 1: (1,)})
    assert [note.where for note in some.notes] == ["사업-large", "사업-small"]


def test_a_programme_without_money_comes_last() -> None:
    no_money = programme(indicator("target: {2026: 10명}")).replace("id: p\n", "id: none\n")
    some = noted(no_money + TWO, rule("h", "high", "target > 1"))
    assert [note.row for note in some.notes] == ["jobs/large/i", "jobs/small/i", "jobs/none/i"]


def test_nothing_found_is_no_note() -> None:
    assert noted(TWO, rule("h", "high", "target > 100")) == Noted((), {}, {})


def said(lines: str, message_text: str, when: str = "has_target", *more: str, language: str = "ko") -> str:
    of = judged(
        programme(indicator(*lines.split("\n"))),
        rule("r", "high", when, *more, message=message_text),
        language=language,
    )
    return message(of, of.findings[0], of.facts.book.office.language)


def test_figures_are_printed_as_written_and_particles_follow_their_sound() -> None:
    """4,000명 ends in a consonant, 5개사 in a vowel, 3% in 퍼센트."""
    words = "목표 {target}이(가) 실적 {previous}을(를) 넘음"
    texts = [
        said(f"target: {{2026: '{new}'}}\nactual: {{2025: '{old}'}}", words)
        for new, old in (("4,000명", "3,303명"), ("5개사", "4개사"))
    ]
    assert texts == ["목표 4,000명이 실적 3,303명을 넘음", "목표 5개사가 실적 4개사를 넘음"]


def test_ratios_are_printed_as_the_message_asks() -> None:
    words = "{stretch:%}, {stretch:+%}, {stretch:%p}, {stretch}"
    lines = "target: {2026: 90명}\nactual: {2025: 100명}"
    assert said(lines, words) == "10.0%, △10.0%, △10%p, -0.1"


def test_other_kinds_are_printed_by_their_kind() -> None:
    words = "{budget} {budget:억} {indicators} {as_of} {level} {department} {target:%p} {rate_needed}"
    of = judged(with_budget("one", 426), rule("r", "high", "has_target", message=words))
    assert message(of, of.findings[0], "ko") == "426억원 426억원 1 2026. 1. 31. output 일자리과 +10%p –"


def test_an_amount_that_was_reckoned_has_the_unit_of_its_row() -> None:
    lines = "target: {2023~2026: 100명}\nactual: {2023~2025: 60명}"
    of = judged(
        programme(indicator(*lines.split("\n"), aggregation="last")),
        rule("r", "high", "cumulative", message="{rate_needed} {rate_achieved}"),
    )
    assert message(of, of.findings[0], "ko") == "40명 20명"


def test_what_is_missing_is_a_dash_in_every_kind() -> None:
    words = "{previous} {budget} {updated} {unit_cost_change:+%} {scheduled:%} {previous_comparability} {actual:%p}"
    assert said("target: {2026: 90명}", words) == "– – – – – – –"


def test_english_words_are_taken_in_english_where_there_are_any() -> None:
    lines = "target: {2026: 90명}\nactual: {2025: 100명}"
    assert said(lines, "말", "has_target", ENGLISH, language="en") == "last year 100명, now 90명"
    assert said(lines, "말", language="en") == "말"
    of = judged(
        programme(indicator(lines.split("\n", maxsplit=1)[0])), rule("r", "high", "has_target", ENGLISH)
    )
    assert [words_of(of.rules.risks[0], language).title for language in ("ko", "en")] == ["r 제목", "Title"]


def test_a_finding_is_named_by_what_it_is_about() -> None:
    texts = {"a": department(with_budget("one", 1), "가과")}
    of = assessed_departments(texts, rules={"risks": "rules:\n" + rule("r", "high", "has_target")})
    (finding,) = of.findings
    names = [where(of, finding), where(of, finding, short=True), where(of, finding, department=True)]
    assert names == ["사업-one · 지표", "지표", "가과 · 사업-one · 지표"]


def test_an_indicator_named_like_its_programme_is_named_once() -> None:
    of = judged(programme(indicator("target: {2026: 1명}", name="사업")), rule("r", "high", "has_target"))
    assert where(of, of.findings[0]) == "사업"


def test_waived_findings_are_not_open() -> None:
    waived = "waivers: [{indicator: jobs/p/i, reason: 까닭, until: 2026-12-31}]"
    of = judged(programme(indicator("target: {2026: 1명}")), rule("r", "high", "has_target", waived))
    assert (len(of.findings), open_findings(of)) == (1, [])
