"""Printed pages in memory: the bytes a build writes, which a notebook shows."""

import unicodedata
from base64 import b64encode
from collections.abc import Sequence
from html import escape
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Literal, get_args, overload

import attrs

if TYPE_CHECKING:
    from scorecard.api.judging import Judgement

Kind = Literal["svg", "png", "pdf"]
_MEDIA = {"svg": "image/svg+xml", "png": "image/png", "pdf": "application/pdf"}


@attrs.frozen(repr=False)
class Page:
    """A picture of one A4 page, or a PDF of all pages of a document."""

    name: str  #: As `scorecard build` names the file: `office.svg`, its second page `office.2.svg`.
    title: str
    kind: Kind
    content: bytes

    def save(self, folder: str | PathLike[str] = ".") -> Path:
        """Write the page into a folder under its name, in place of what was there, and tell where.

        Raises OSError if it cannot be written.
        """
        path = Path(folder) / self.name
        path.write_bytes(self.content)
        return path

    def __repr__(self) -> str:
        return f"<Page {self.name}>"

    def _repr_svg_(self) -> str | None:
        return self.content.decode() if self.kind == "svg" else None

    def _repr_png_(self) -> bytes | None:
        return self.content if self.kind == "png" else None

    def _repr_pdf_(self) -> bytes | None:
        return self.content if self.kind == "pdf" else None

    def _as_html(self) -> str:
        """Show a picture, or offer a PDF; nothing of the page can run as a script."""
        address = f"data:{_MEDIA[self.kind]};base64,{b64encode(self.content).decode()}"
        name, title = escape(self.name), escape(self.title)
        if self.kind == "pdf":
            return f'<p><a download="{name}" href="{address}">{name}</a> {title}</p>'
        return f'<p><img alt="{title} ({name})" style="max-width:100%" src="{address}"></p>'


@attrs.frozen(repr=False)
class Pages(Sequence[Page]):
    """The pages of one document, in order; a PDF is one for all of them."""

    _pages: tuple[Page, ...]

    @overload
    def __getitem__(self, place: int) -> Page: ...
    @overload
    def __getitem__(self, place: slice) -> "Pages": ...
    def __getitem__(self, place: int | slice) -> "Page | Pages":
        return Pages(self._pages[place]) if isinstance(place, slice) else self._pages[place]

    def __len__(self) -> int:
        return len(self._pages)

    def __repr__(self) -> str:
        return f"<Pages {' '.join(page.name for page in self._pages)}>"

    def _repr_html_(self) -> str:
        """Show all pages in a notebook, one below the other."""
        return "".join(page._as_html() for page in self._pages)


def render(judgement: "Judgement", page: str = "office", kind: Kind = "svg") -> Pages:
    """Print one document of the edition in memory, byte for byte as `scorecard build` prints it.

    `page` is `office`, the id of a department (its file's name), the id of a closing sheet
    (`sources`, `quality`, …), or `scorecards` for the whole edition. Not for several threads at
    once: matplotlib's settings are the program's own while it draws, and are put back.

    Raises ValueError for a page or kind there is none of; the message lists those there are.
    """
    if kind not in _MEDIA:
        raise ValueError(f"kind must be one of {', '.join(get_args(Kind))}, found {kind!r}")
    documents = {document.name: document for document in judgement.documents}
    document = documents.get(unicodedata.normalize("NFC", page))
    if document is None:
        raise ValueError(f"page must be one of {', '.join(documents)}, found {page!r}")
    from scorecard.reports.printing import picture_path, print_in_memory

    contents = print_in_memory(judgement.documents, document.name, kind)
    return Pages(
        tuple(
            Page(f"{picture_path(Path(), document.name, place).name}.{kind}", document.title, kind, content)
            for place, content in enumerate(contents, start=1)
        )
    )
