"""The web pages of an edition: they say all that its cards say, and open without a server."""

import os
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import attrs
import pytest
from conftest import Write
from projects import HOUSE, assessed_departments, department, judge

from scorecard.cards.assemble import assemble
from scorecard.cards.card import Bullet, Part
from scorecard.problems import Language
from scorecard.reports.glyphs import NAMELESS
from scorecard.reports.html import pictures
from scorecard.reports.html.addresses import link
from scorecard.reports.html.rendering import Here, seen
from scorecard.reports.html.site import HTML, Shown, Site, show
from scorecard.reports.publishing import publish


@pytest.fixture(scope="module")
def shown() -> Shown:
    """Show the shipped project at the end of its year, when there is most to be said."""
    assessment = judge(HOUSE, on="2026-12-31")
    return show(assessment, assemble(assessment))


def text_of(site: Site, address: str) -> str:
    """Read a page as a person does."""
    found = site.find(address)
    assert found is not None
    bare = re.sub(r"<[^>]*>", "", found.content.decode("utf-8").partition("<main")[2])
    return " ".join(unescape(bare).split())


def texts_of(thing: object) -> Iterator[str]:
    """List every text a card holds, but for names no page prints."""
    if isinstance(thing, str):
        yield " ".join(thing.split())
    elif isinstance(thing, tuple):
        for each in thing:
            yield from texts_of(each)
    elif isinstance(thing, Bullet):
        yield from (
            ()
            if any(v is not None for v in (thing.previous, thing.actual, thing.forecast))
            else (thing.words,)
        )
    elif attrs.has(type(thing)):
        for field in attrs.fields(type(thing)):  # type: ignore[arg-type]
            if field.name not in {*NAMELESS, "align"}:
                yield from texts_of(getattr(thing, field.name))


def test_all_that_a_card_says_stands_on_its_page(shown: Shown) -> None:
    site, edition = Site(shown, "ko"), shown.edition
    pages = [
        ("index.html", edition.office),
        *((f"departments/{card.id}.html", card) for card in edition.departments),
        *((f"sheets/{sheet.id}.html", sheet) for sheet in edition.sheets),
    ]
    for address, card in pages:
        page = text_of(site, address)
        assert sorted({text for text in texts_of(card) if text not in page}) == [], address


def test_the_foot_says_how_to_read_bars_and_where_figures_come_from(shown: Shown) -> None:
    page = text_of(Site(shown, "ko"), "index.html")
    assert shown.edition.legend in page
    assert shown.edition.source in page


# ── as files ──────────────────────────────────────────────────────────────────────────────────


def test_the_pages_of_an_edition_open_without_a_server(project: Write, tmp_path: Path) -> None:
    folder = publish(judge(project()), tmp_path / "out", html=True).folder / "html"
    files = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    pages = {file: (folder / file).read_text(encoding="utf-8") for file in files if file.endswith(".html")}

    assert {
        "index.html",
        "print.html",
        "departments/jobs.html",
        "indicators/jobs/p/i.html",
        "pages/jobs/1.svg",
    } <= files
    for file, page in pages.items():
        links = re.findall(r'(?:href|src)="([^"#:]+)"', page)
        assert {os.path.normpath(f"{Path(file).parent}/{one}") for one in links} <= files
        assert "<script" not in page
        assert "http" not in page
    assert not [file for file in files if file.endswith(".js")]


def test_the_same_text_gives_the_same_files(project: Write, tmp_path: Path) -> None:
    one, two = (publish(judge(project()), tmp_path / name, html=True).folder for name in ("one", "two"))
    files = [path.relative_to(one) for path in one.rglob("*") if path.is_file()]
    assert len(files) > 10
    assert [file for file in files if (one / file).read_bytes() != (two / file).read_bytes()] == []


def test_an_edition_has_no_web_pages_unless_they_are_asked_for(project: Write, tmp_path: Path) -> None:
    assert not (publish(judge(project()), tmp_path / "out").folder / "html").exists()


def test_drawn_pages_are_taken_over_and_editions_nobody_looked_at_are_let_go(shown: Shown) -> None:
    first = show(shown.assessment, shown.edition)
    drawn = first.paper.svg("office", 1)
    unseen = show(shown.assessment, shown.edition, first)
    last = show(shown.assessment, shown.edition, unseen)

    assert last.paper.former is first.paper
    assert last.paper.svg("office", 1) is drawn
    assert last.paper.former is None


# ── pieces ────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("there", "here", "href"),
    [
        ("index.html", "index.html", "index.html"),
        ("index.html", "indicators/a/b/c.html", "../../../index.html"),
        ("departments/일자리.html", "index.html", "departments/%EC%9D%BC%EC%9E%90%EB%A6%AC.html"),
    ],
)
def test_links_are_relative_and_escaped(there: str, here: str, href: str) -> None:
    assert link(there, here) == href


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("ko", "목표를 100%로: 전년 실적 82.6%, 올해 실적 99.96%, 연말 전망 120.0%"),
        ("en", "with the target at 100%: previous actual 82.6%, actual 99.96%, forecast 120.0%"),
    ],
)
def test_bars_are_said_in_words(language: Language, words: str) -> None:
    """A ratio is never rounded across the target, in words neither."""
    bullet = Bullet(previous=0.8258, actual=0.9996, forecast=1.2)
    assert pictures.words_of(bullet, language) == words
    assert f'role="img" aria-label="{words}"' in pictures.bullet(bullet, language)


def test_a_year_in_parts_is_said_in_words() -> None:
    drawn = pictures.sparkline((Part(actual=0.5), Part(), Part(actual=1.0)), "ko")
    assert 'aria-label="분기·월 실적, 가장 큰 것을 100%로: 50%, –, 100%"' in drawn


def test_nothing_to_draw_is_no_picture() -> None:
    assert pictures.bullet(Bullet(words="없음"), "ko") == ""


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("서울 동행일자리", '<span lang="ko">서울 동행일자리</span>'),
        ("at least 57실 <b>", 'at least 57<span lang="ko">실</span> &lt;b&gt;'),
        ("the fund of 서울 Vision 2030", 'the fund of <span lang="ko">서울</span> Vision 2030'),
        ("no target", "no target"),
    ],
)
def test_korean_on_an_english_page_is_marked_for_who_has_it_read_aloud(words: str, said: str) -> None:
    assert str(Here("index.html", "en").own(words)) == said
    assert Here("index.html", "ko").own(words) == words


def test_what_is_not_seen_is_shown_as_a_sign() -> None:
    assert seen("a\u202eb\u200fc\x1bd\ufeff\u2028e") == "a〓b〓c〓d〓〓e"
    assert seen("줄\n바꿈\t그대로 \u00a0\u3000") == "줄\n바꿈\t그대로 \u00a0\u3000"
    assert seen(7) == 7


def test_every_address_of_the_table_can_be_made(shown: Shown) -> None:
    site = Site(shown, "ko", live=1)
    made = {address: site.find(address) for address in site.table if not address.startswith("pages/")}
    assert len(made) > 150
    assert [address for address, found in made.items() if not found or not found.content] == []
    assert {found.kind for address, found in made.items() if found and address.endswith(".html")} == {HTML}


def test_every_programme_has_a_page_that_leads_to_its_indicators_and_is_led_to() -> None:
    noted = "- id: p\n  name: 사업\n  note: 두 번째 해\n  budget: [{name: 줄, unit: 억원, current: 10}]\n  indicators:\n"
    noted += "    - {id: i, name: 지표, level: output, aggregation: sum, direction: up, note: 세는 법, target: {2026: 5명}}\n"
    text = department(f"{noted}- {{id: bare, name: 빈 사업}}")
    assessment = assessed_departments({"jobs": text})
    site = Site(show(assessment, assemble(assessment)), "ko")
    page = text_of(site, "programmes/jobs/p.html")
    assert all(words in page for words in ("사업", "줄", "10억원", "지표", "두 번째 해"))
    found = {
        name: site.table[name]().content.decode()
        for name in ("departments/jobs.html", "programmes/jobs/p.html")
    }
    assert all(
        f'href="../programmes/jobs/{one}.html"' in found["departments/jobs.html"] for one in ("p", "bare")
    )
    assert 'href="../../indicators/jobs/p/i.html"' in found["programmes/jobs/p.html"]
    assert "메모: 세는 법" in text_of(site, "departments/jobs.html")
