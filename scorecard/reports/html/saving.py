"""A site as files: the pages of an edition in a folder that opens without a server."""

from pathlib import Path

from scorecard.reports.glyphs import cut_font
from scorecard.reports.html import addresses
from scorecard.reports.html.site import HTML, Shown, Site
from scorecard.reports.measuring import FILES


def save_site(shown: Shown, folder: Path) -> None:
    """Write every page into an empty folder, with fonts cut to the letters that are used."""
    site = Site(shown, shown.edition.language)
    fonts = {addresses.look(name): bold for bold, name in FILES.items()}
    letters: set[str] = set()
    for address in site.table.keys() - fonts.keys():
        found = site.find(address)
        path = folder / address
        path.parent.mkdir(parents=True, exist_ok=True)
        if found is not None:
            path.write_bytes(found.content)
            letters |= set(found.content.decode("utf-8")) if found.kind == HTML else set()
    for bold in fonts.values():
        cut_font(frozenset(letters), folder / addresses.look(""), bold=bold)
