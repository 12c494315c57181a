"""`render` and `edition`: the very pages of a build, in memory."""

import warnings
from pathlib import Path

import pytest
from cli.running import run

import scorecard
from scorecard.reports.publishing import write_records

from .conftest import SAMPLE


def test_pages_are_those_of_a_build_to_the_byte(tmp_path: Path) -> None:
    done = run("--project", SAMPLE, "build", "--as-of", "2026-12-31", "--output", tmp_path)
    assert done.exit_code == 0, done.stderr
    built = tmp_path / "2026Q4"
    judgement = scorecard.judge(scorecard.load(SAMPLE, "2026-12-31"))
    asked = [
        ("office", "svg"),
        ("libraries", "png"),
        ("libraries", "svg"),
        ("sources", "pdf"),
        ("scorecards", "pdf"),
    ]
    pages = [page for name, kind in asked for page in scorecard.render(judgement, name, kind)]  # type: ignore[arg-type]

    assert len(pages) >= 7
    assert [page.name for page in pages if page.content != (built / page.name).read_bytes()] == []
    names = {
        path.name for path in built.iterdir() if path.name.startswith("libraries") and path.suffix == ".png"
    }
    assert {page.name for page in pages if page.kind == "png"} == names


def test_the_edition_before_is_compared_with_as_a_build_does(sample: Path) -> None:
    before = scorecard.judge(scorecard.load(sample, "2026-03-31"))
    folder = sample / "reports" / "2026Q1"
    folder.mkdir(parents=True)
    write_records(before.assessment, scorecard.edition(before), folder)
    judgement = scorecard.judge(scorecard.load(sample, "2026-06-30"))

    assert "revisions" in [sheet.id for sheet in scorecard.edition(judgement).sheets]
    assert scorecard.render(judgement, "revisions", "pdf")[0].content.startswith(b"%PDF-")


def test_a_former_edition_that_cannot_be_read_is_warned_of(sample: Path) -> None:
    broken = sample / "reports" / "2026Q1" / "results.json"
    broken.parent.mkdir(parents=True)
    broken.write_text("{", encoding="utf-8")
    judgement = scorecard.judge(scorecard.load(sample, "2026-06-30"))

    with pytest.warns(UserWarning, match=r"results\.json") as warned:
        cards = scorecard.edition(judgement)
    assert [sheet.id for sheet in cards.sheets if sheet.id == "revisions"] == []
    assert [one.filename for one in warned] == [__file__]


def test_a_letter_the_fonts_lack_is_warned_of(sample: Path) -> None:
    office = sample / "targets" / "office.yaml"
    office.write_text(office.read_text(encoding="utf-8").replace("생활국", "생활국 🦆"), encoding="utf-8")
    judgement = scorecard.judge(scorecard.load(sample))

    with pytest.warns(UserWarning, match="DUCK"):
        scorecard.render(judgement)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        scorecard.render(judgement)


def test_every_kind_shows_itself_in_its_way(judgement: scorecard.Judgement) -> None:
    svg, png, pdf = (scorecard.render(judgement, "works", kind)[0] for kind in ("svg", "png", "pdf"))

    assert "<svg" in (svg._repr_svg_() or "")
    assert (png._repr_png_() or b"").startswith(b"\x89PNG")
    assert (pdf._repr_pdf_() or b"").startswith(b"%PDF-")
    for page, others in ((svg, "png pdf"), (png, "svg pdf"), (pdf, "svg png")):
        assert [getattr(page, f"_repr_{other}_")() for other in others.split()] == [None, None]
    assert 'download="works.pdf"' in scorecard.render(judgement, "works", "pdf")._repr_html_()


def test_pages_are_a_sequence_that_shows_all_of_them() -> None:
    at_the_end = scorecard.judge(scorecard.load(SAMPLE, "2026-12-31"))
    pages = scorecard.render(at_the_end, "libraries")

    assert [page.name for page in pages] == ["libraries.svg", "libraries.2.svg"]
    assert repr(pages) == "<Pages libraries.svg libraries.2.svg>"
    assert pages._repr_html_().count("<img ") == len(pages) == 2
    assert [page.name for page in pages[1:]] == ["libraries.2.svg"]


def test_a_page_is_saved_under_its_name(judgement: scorecard.Judgement, tmp_path: Path) -> None:
    page = scorecard.render(judgement, "office", "pdf")[0]
    assert page.save(tmp_path) == tmp_path / "office.pdf"
    assert (tmp_path / "office.pdf").read_bytes() == page.content
    with pytest.raises(OSError, match="office"):
        page.save(tmp_path / "없음")


@pytest.mark.parametrize("page", ["", "nobody", "../office", "office.2", "도로과"])
def test_a_page_there_is_none_of_is_refused_with_those_there_are(
    judgement: scorecard.Judgement, page: str
) -> None:
    with pytest.raises(ValueError, match="one of scorecards, office, libraries, works, welfare"):
        scorecard.render(judgement, page)


def test_a_kind_there_is_none_of_is_refused(judgement: scorecard.Judgement) -> None:
    with pytest.raises(ValueError, match="one of svg, png, pdf, found 'gif'"):
        scorecard.render(judgement, kind="gif")  # type: ignore[arg-type]


def test_drawing_leaves_the_settings_of_whoever_asked(judgement: scorecard.Judgement) -> None:
    import matplotlib as mpl

    with mpl.rc_context({"font.size": 31.0}):
        scorecard.render(judgement)
        assert mpl.rcParams["font.size"] == 31.0


def test_a_rule_that_could_not_be_run_is_told(judgement: scorecard.Judgement) -> None:
    import attrs

    from scorecard.rules.assess import Failure

    rule = judgement.assessment.rules.risks[0]
    failed = attrs.evolve(judgement.assessment, failures=(Failure(rule, "ValueError: x"),))

    assert judgement.failures == ()
    assert scorecard.Judgement(judgement.project, failed).failures == (f"{rule.text.id}: ValueError: x",)
