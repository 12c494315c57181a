"""The edition in Markdown: what a pull request shows of it."""

import attrs
import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token
from projects import assessed, indicator, programme

from scorecard.cards.assemble import assemble
from scorecard.cards.card import Edition
from scorecard.reports.summary import summary_text

RENDER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])

HOSTILE = (
    "<script>alert(1)</script>", "<!-- hidden", "[x](javascript:alert(1))", "![x](http://x)", "**b** _i_ `c` ~~s~~",
    "a | b | c", "# head", "---", "> quote", "&lt;b&gt;", "$x$", "1. one", "- item", "a\\", "a\n\n# b", "`" * 7, "http://x",
)  # fmt: skip


def edition(name: str = "지표", **office: str) -> Edition:
    """Assemble an edition of one indicator and one programme without a target, of hostile names."""
    import json

    programmes = programme(indicator(name=json.dumps(name), target="{2026: 70명}", actual="{2025: 80명}"))
    more = f"- id: bare\n  name: {json.dumps(name)}\n  budget: [{{name: 예산, unit: 백만원, current: 5000, source: report#1}}]\n"
    return assemble(assessed(programmes + more, office=office))


def tokens(text: str) -> list[Token]:
    """Parse Markdown; blocks and what stands inside them."""
    blocks = RENDER.parse(text)
    return [token for block in blocks for token in (block, *(block.children or ()))]


def shape(text: str) -> list[str]:
    """Tell of what a text consists, whatever its words."""
    return [token.type for token in tokens(text) if token.type not in ("text", "text_special")]


def test_the_summary_says_message_departments_findings_and_gaps() -> None:
    text = summary_text(edition())

    assert text.startswith("# 시험실 · 2026년 1분기 성과 스코어카드\n")
    assert "2026년 계량 목표 1개" in text
    assert "| 일자리과 | 1 | 1 |" in text
    assert "## 가장 무거운 위험신호" in text
    assert "## 계량 목표가 없는 사업\n\n- **일자리과**" in text
    assert text.endswith("\n")
    assert not text.endswith("\n\n")


def test_the_day_is_no_list() -> None:
    """`2026. 1. 31.` at the beginning of a line would be three."""
    day = next(
        token
        for token in tokens(summary_text(edition()))
        if "2026. 1. 31. 기준" in token.content.replace("\\", "")
    )

    assert day.level == 1
    assert "<li>" not in RENDER.render(summary_text(edition()).partition("|")[0])


@pytest.mark.parametrize("name", HOSTILE)
def test_names_are_words_and_nothing_else(name: str) -> None:
    """Whatever a name holds, the page has the parts it has with a harmless one."""
    assert shape(summary_text(edition(name))) == shape(summary_text(edition("이름")))


@pytest.mark.parametrize("name", HOSTILE)
def test_names_are_shown_as_they_were_written(name: str) -> None:
    words = "".join(
        token.content for token in tokens(summary_text(edition(name))) if token.type.startswith("text")
    )

    assert " ".join(name.split()) in words


@pytest.mark.parametrize("name", HOSTILE)
def test_titles_of_sources_and_offices_are_words_too(name: str) -> None:
    import json

    office = {"office": json.dumps(name), "sources": f"{{report: {{title: {json.dumps(name)}}}}}"}

    assert shape(summary_text(edition(**office))) == shape(
        summary_text(edition(office="가", sources="{report: {title: 나}}"))
    )


def test_made_up_data_says_so() -> None:
    assert "**지어낸 자료**" in summary_text(edition(sample="지어낸 자료"))


def test_an_office_without_findings_and_gaps_has_no_empty_heads() -> None:
    full = edition()
    empty = attrs.evolve(full, office=attrs.evolve(full.office, gravest=()), departments=(), sheets=())

    assert "##" not in summary_text(empty).replace("# 시험실", "")
