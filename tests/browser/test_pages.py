"""Every page of the real edition in a real browser: for eyes, keyboards, screen readers and printers."""

import re
from pathlib import Path
from typing import Any

import pytest
from projects import HOUSE, judge

from scorecard.cards.assemble import assemble
from scorecard.reports.documents import make_documents

from .conftest import PATIENCE, Page

EDITION = assemble(judge(HOUSE))
PRINTED = {document.name: len(document.pages) for document in make_documents(EDITION)}
DEPARTMENTS = [f"departments/{card.id}.html" for card in EDITION.departments]
SHEETS = [f"sheets/{sheet.id}.html" for sheet in EDITION.sheets]
INDICATORS = [
    f"indicators/{row.id}.html" for card in EDITION.departments for group in card.groups for row in group.rows
]
KINDS = ["index.html", DEPARTMENTS[1], INDICATORS[0], *SHEETS, "print.html"]
A4 = (210 / 25.4 * 72, 297 / 25.4 * 72)  # In points.


# ── every page ────────────────────────────────────────────────────────────────────────────────


def test_every_page_is_reached_from_the_first_opens_without_complaint_and_is_well_made(page: Page) -> None:
    """One heading of the first order, none skipped, every table headed, every picture named."""
    well_made = {"lang": "ko", "h1": 1, "skipped": [], "headless": 0, "nameless": 0}
    pages = ["index.html", *DEPARTMENTS, *SHEETS, "print.html", *INDICATORS]
    links: set[str] = set()
    for address in pages:
        page.open(address)
        assert page.it.evaluate(SHAPE) == well_made, address
        assert page.complaints == [], address
        if address not in INDICATORS:
            links |= set(page.it.eval_on_selector_all("a[href]", "all => all.map(one => one.href)"))
    assert {page.root + address for address in pages} <= links


SHAPE = """() => {
  const levels = [...document.querySelectorAll("h1, h2, h3")].map((one) => Number(one.tagName[1]));
  const tables = [...document.querySelectorAll("table")];
  return {
    lang: document.documentElement.lang,
    h1: document.querySelectorAll("main h1").length,
    skipped: levels.filter((level, place) => place && level > levels[place - 1] + 1),
    headless: tables.filter((one) => !one.querySelector("thead th[scope=col]") || one.querySelector("tbody tr:not(:has(th))")).length,
    nameless: document.querySelectorAll("svg[role=img]:not([aria-label]), img:not([alt])").length,
  };
}"""


@pytest.mark.parametrize("address", KINDS)
@pytest.mark.parametrize("width", [1280, 360])
def test_no_rule_of_accessibility_is_broken(page: Page, address: str, width: int) -> None:
    """WCAG 2.2 AA as far as axe-core can tell: contrast, names, roles, landmarks."""
    page.it.set_viewport_size({"width": width, "height": 800})
    page.open(address)
    assert broken_rules(page) == []


def broken_rules(page: Page) -> list[str]:
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(page.it).response["violations"]
    return [f"{rule['id']}: {node['html'][:200]}" for rule in found for node in rule["nodes"][:2]]


@pytest.mark.parametrize("address", ["index.html", DEPARTMENTS[1], INDICATORS[0], *SHEETS[:1]])
def test_a_telephone_shows_the_page_without_scrolling_sideways(page: Page, address: str) -> None:
    """Wide tables scroll in a frame of their own."""
    page.it.set_viewport_size({"width": 360, "height": 740})
    page.open(address)
    assert page.it.evaluate("document.documentElement.scrollWidth") <= 360


def test_on_a_telephone_no_number_of_a_finding_and_no_day_is_broken(page: Page) -> None:
    page.it.set_viewport_size({"width": 390, "height": 800})
    page.open(DEPARTMENTS[1])
    heights = page.it.eval_on_selector_all(
        ".badge, .day", "all => all.map(one => one.getBoundingClientRect().height)"
    )
    assert len(heights) > 20
    assert max(heights) < 30


def test_a_part_stands_further_in_than_what_it_is_part_of(page: Page) -> None:
    page.open(DEPARTMENTS[1])
    whole, part = (
        page.it.eval_on_selector(
            f".indicators {row} th", "one => parseFloat(getComputedStyle(one).paddingLeft)"
        )
        for row in ("tbody tr:not(.programme):not(.part)", "tr.part")
    )
    assert part > whole > 0


def test_pages_work_without_scripts(browser: Any, root: str) -> None:
    plain = browser.new_context(java_script_enabled=False).new_page()
    plain.goto(root)
    plain.click("text=일자리정책과 >> nth=0")
    plain.click("text=AI 인재 양성")
    assert plain.inner_text("h1") == "AI 인재 양성"
    assert "82.6% = 3,303명 ÷ 4,000명" in plain.inner_text("main")
    plain.context.close()


# ── keyboard ──────────────────────────────────────────────────────────────────────────────────


def test_the_keyboard_reaches_everything_and_shows_where_it_is(page: Page) -> None:
    page.open("index.html")
    page.it.keyboard.press("Tab")
    assert page.it.evaluate("document.activeElement.className") == "skip"
    assert page.it.evaluate("document.activeElement.getBoundingClientRect().left") >= 0
    page.it.keyboard.press("Enter")
    assert page.it.evaluate("document.activeElement.id") == "main"

    page.open(DEPARTMENTS[1])
    wanted = page.it.evaluate("document.querySelectorAll('a[href], summary, [tabindex=\"0\"]').length")
    seen = set()
    for _ in range(wanted + 2):
        page.it.keyboard.press("Tab")
        place, outline = page.it.evaluate(FOCUS)
        seen.add(place)
        assert outline != "none" or place < 0
    assert len(seen - {-1}) == wanted


FOCUS = """() => {
  const one = document.activeElement;
  const all = [...document.querySelectorAll('a[href], summary, [tabindex="0"]')];
  return [all.indexOf(one), getComputedStyle(one).outlineStyle];
}"""


# ── print ─────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("address", "document"),
    [("index.html", "office"), (DEPARTMENTS[1], EDITION.departments[1].id), ("print.html", "scorecards")],
)
def test_printing_gives_the_pages_of_the_edition(page: Page, address: str, document: str) -> None:
    page.open(address)
    sheets = sheets_of(page)
    assert len(sheets) == PRINTED[document]
    for sheet in sheets:
        assert sheet == pytest.approx(A4, abs=1)


def test_a_printed_page_shows_the_whole_drawing_and_nothing_else(page: Page) -> None:
    page.open(DEPARTMENTS[1])
    page.it.emulate_media(media="print")
    boxes = page.it.evaluate(SHOWN)
    assert boxes["others"] == 0
    assert len(boxes["sheets"]) == PRINTED[EDITION.departments[1].id]
    for place, (left, top, width, height) in enumerate(boxes["sheets"]):
        wide, tall = (points * 96 / 72 for points in A4)
        assert (left, top, width, height) == pytest.approx((0, place * tall, wide, tall), abs=0.5)


SHOWN = """() => {
  const box = (one) => { const at = one.getBoundingClientRect(); return [at.left, at.top, at.width, at.height]; };
  const seen = [...document.body.children].filter((one) => getComputedStyle(one).display !== "none");
  return { others: seen.filter((one) => one.id !== "paper").length, sheets: [...document.querySelectorAll("#paper img")].map(box) };
}"""


def test_an_indicator_prints_as_it_reads(page: Page) -> None:
    page.open(INDICATORS[0])
    assert sheets_of(page)[0] == pytest.approx(A4, abs=1)


def sheets_of(page: Page) -> list[tuple[float, float]]:
    """Print the page as Ctrl+P does, and tell the size of every sheet."""
    printed = page.it.pdf(prefer_css_page_size=True)
    boxes = re.findall(rb"/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]", printed)
    return [(float(wide), float(tall)) for wide, tall in boxes]


# ── edits ─────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def text(seoul: Path) -> Any:
    """Take the department's text, and put it back."""
    path = seoul / "targets/jobs-policy.yaml"
    before = path.read_text(encoding="utf-8")
    yield path
    path.write_text(before, encoding="utf-8")


def save(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_an_edit_on_disk_is_seen_on_the_open_page(page: Page, text: Path) -> None:
    page.open("departments/jobs-policy.html")
    link = "#page a[href='../indicators/jobs-policy/youth-academy/trained.html']"
    page.it.focus(link)
    save(text, "2026: 4,000명", "2026: 4,321명")

    page.it.wait_for_selector("#page >> text=4,321명", timeout=PATIENCE)
    assert "4,000명 → 4,321명" in page.it.inner_text("#news")
    assert "82.6% → 76.4%" in page.it.inner_text("#news")
    assert page.it.evaluate(f'document.activeElement === document.querySelector("{link}")')
    number = page.it.evaluate("fetch('../live').then(came => came.text())")
    assert page.it.get_attribute("#paper img >> nth=0", "src") == f"../pages/jobs-policy/1.svg?{number}"


def test_a_mistake_on_disk_is_told_over_the_page_until_it_is_mended(page: Page, text: Path) -> None:
    page.open("indicators/jobs-policy/youth-academy/trained.html")
    save(text, "2026: 4,000명", "2026: <b>사천</b>")
    line = next(n for n, one in enumerate(text.read_text(encoding="utf-8").splitlines(), 1) if "사천" in one)

    page.it.wait_for_selector("#news .problems", timeout=PATIENCE)
    told = page.it.inner_text("#news")
    assert f"targets/jobs-policy.yaml:{line}:17" in told
    assert "<b>사천</b>" in told
    assert "4,000명" in page.it.inner_text("main")
    assert broken_rules(page) == []

    save(text, "2026: <b>사천</b>", "2026: 4,100명")
    page.it.wait_for_selector("#page >> text=4,100명", timeout=PATIENCE)
    assert page.it.query_selector("#news .problems") is None


def test_another_site_in_the_same_browser_learns_nothing(browser: Any, root: str) -> None:
    """Neither by asking, nor by showing our pages in its own."""
    other = browser.new_page()
    other.set_default_timeout(PATIENCE)
    other.goto("about:blank")
    asked = other.evaluate(
        "root => fetch(root + 'live').then(came => came.text()).catch(() => 'refused')", root
    )
    assert asked == "refused"
    blind = other.evaluate(
        "root => new Promise(tell => { const one = new Image(); one.onload = () => tell('seen'); one.onerror = () => tell('refused');"
        " one.src = root + 'pages/office/1.svg'; })",
        root,
    )
    assert blind == "refused"
    other.close()
