"""Messages name facts that exist in formats that fit, and read as Korean does."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorecard.particles import Ending, ending_of
from scorecard.rules.language.templates import Field, Template, fill, read_template
from scorecard.targets.vocabulary import INDICATOR_FACTS


def template_of(text: str) -> Template:
    """Read a message that is right."""
    template, mistakes = read_template(text, INDICATOR_FACTS)
    assert template is not None, [(mistake.code, offset) for mistake, offset in mistakes]
    return template


def filled(text: str, printed: str) -> str:
    """Fill every field of a message with the same text."""
    template = template_of(text)
    return fill(template, dict.fromkeys(template.fields, printed))


def test_a_message_is_words_and_fields_in_turn() -> None:
    template = template_of("목표 {target}은(는) {전년실적}보다 {stretch:%} 낮음")

    assert template.pieces == (
        "목표 ", Field("target"), "은(는) ", Field("previous"), "보다 ", Field("stretch", "%"), " 낮음",
    )  # fmt: skip


def test_each_field_is_listed_once_for_each_format() -> None:
    template = template_of(
        "{stretch:%} {도전폭:%} {stretch:+%} {stretch:%p} {stretch} {budget:억} {target:%p}"
    )

    assert template.fields == (
        Field("stretch", "%"), Field("stretch", "+%"), Field("stretch", "%p"), Field("stretch"),
        Field("budget", "억"), Field("target", "%p"),
    )  # fmt: skip


def test_a_message_is_filled_with_printed_texts() -> None:
    template = template_of("'26년 목표 {target}은(는) '25년 실적 {previous}보다 {stretch:%} 낮음")
    texts = {Field("target"): "4,000명", Field("previous"): "4,889명", Field("stretch", "%"): "18.2%"}

    assert fill(template, texts) == "'26년 목표 4,000명은 '25년 실적 4,889명보다 18.2% 낮음"


def test_doubled_braces_are_printed_once() -> None:
    assert template_of("{{{target}}} {{x}}").pieces == ("{", Field("target"), "} {x}")


def test_a_message_without_fields_is_fine() -> None:
    assert filled("목표 없음", "") == "목표 없음"
    assert filled("", "") == ""


@pytest.mark.parametrize(
    ("text", "code", "offset"),
    [
        ("목표 {targt}", "message-unknown-field", 3),
        ("{}", "message-unknown-field", 0),
        ("{0}", "message-unknown-field", 0),
        ("{target.real}", "message-unknown-field", 0),
        ("{{}}{target[0]}", "message-unknown-field", 4),
        ("{target:%}", "message-bad-format", 0),
        ("{target:억}", "message-bad-format", 0),
        ("{stretch:.1f}", "message-bad-format", 0),
        ("{name:%p}", "message-bad-format", 0),
        ("a {stretch!r}", "message-bad-format", 2),
        ("a {target", "message-stray-brace", 2),
        ("a target}", "message-stray-brace", 8),
    ],
)
def test_what_cannot_be_filled_is_refused_where_it_stands(text: str, code: str, offset: int) -> None:
    template, [(mistake, place)] = read_template(text, INDICATOR_FACTS)

    assert template is None
    assert (mistake.code, place) == (code, offset)


def test_all_mistakes_of_a_message_are_told_at_once() -> None:
    _, mistakes = read_template("{targt} {target:%} }", INDICATOR_FACTS)

    assert [(mistake.code, offset) for mistake, offset in mistakes] == [
        ("message-unknown-field", 0),
        ("message-bad-format", 8),
        ("message-stray-brace", 19),
    ]


def test_hints_can_be_copied() -> None:
    _, [(unknown, _), (badly, _)] = read_template("{달성율} {budget:%}", INDICATOR_FACTS)

    assert unknown.details == {"found": "달성율", "nearest": "달성률"}
    assert badly.details == {"found": "{budget:%}", "name": "budget", "formats": "{budget}, {budget:억}"}


def test_the_offset_counts_characters_as_they_were_typed() -> None:
    _, [(_, offset)] = read_template(unicodedata.normalize("NFD", "목표 {x}"), INDICATOR_FACTS)
    assert offset == 6


@given(text=st.text() | st.text("{}:!%억ab 은(는)"))
def test_no_message_raises(text: str) -> None:
    template, mistakes = read_template(text, INDICATOR_FACTS)
    assert (template is None) == bool(mistakes)


@given(text=st.text())
def test_doubling_braces_prints_any_text(text: str) -> None:
    composed = unicodedata.normalize("NFC", text)
    assert filled(text.replace("{", "{{").replace("}", "}}"), "") == composed


@pytest.mark.parametrize(
    ("printed", "after"),
    [
        ("4,000명", "은 이 을 과 으로"),
        ("169개사", "는 가 를 와 로"),
        ("18.2%", "는 가 를 와 로"),
        ("3.1%p", "는 가 를 와 로"),
        ("서울", "은 이 을 과 로"),
        ("120", "은 이 을 과 으로"),
        ("1", "은 이 을 과 로"),
        ("2", "는 가 를 와 로"),
        ("3", "은 이 을 과 으로"),
        ("6", "은 이 을 과 으로"),
        ("7", "은 이 을 과 로"),
        ("8", "은 이 을 과 로"),
        ("9", "는 가 를 와 로"),
        ("6억원", "은 이 을 과 으로"),
        ("–", "은(는) 이(가) 을(를) 와(과) (으)로"),
    ],
)
def test_particles_follow_the_sound(printed: str, after: str) -> None:
    particles = ("은(는)", "이(가)", "을(를)", "와(과)", "(으)로")
    assert [filled(f"{{target}}{particle}", printed) for particle in particles] == [
        printed + one for one in after.split()
    ]


@pytest.mark.parametrize(
    ("text", "ending"),
    [
        ("URL", Ending.RIEUL),
        ("AI", Ending.VOWEL),
        ("5km", Ending.VOWEL),
        ("3 kg", Ending.CONSONANT),
        ("3.5㎡", Ending.VOWEL),
        ("5m", Ending.VOWEL),
        ("ATM", Ending.CONSONANT),
        ("5 abc", Ending.VOWEL),
        ("4,000명(잠정)", Ending.CONSONANT),
        ("(서울)", Ending.RIEUL),
        ("'착공'", Ending.CONSONANT),
        ("착수.", Ending.VOWEL),
        ("", None),
        ("中", None),
    ],
)
def test_words_are_read_aloud(text: str, ending: Ending | None) -> None:
    assert ending_of(text) is ending


def test_a_closing_quote_stands_between_without_harm() -> None:
    assert filled("'{name}'은(는) 늦음", "취업률") == "'취업률'은 늦음"
    assert filled("{name}보다 목표은(는)", "x") == "x보다 목표은(는)"
    assert filled("목표은(는) {name}", "x") == "목표은(는) x"


def test_the_particle_follows_what_was_filled_in_last() -> None:
    template = template_of("{target}{unit}을(를)")
    assert fill(template, {Field("target"): "3", Field("unit"): "개사"}) == "3개사를"
    assert fill(template, {Field("target"): "3", Field("unit"): ""}) == "3을"
