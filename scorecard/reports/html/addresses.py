"""Where each page of a site lies, as paths below its root; a site is a fixed table of them.

Links between pages are relative, so that a site works under any address and as files in a folder.
"""

from urllib.parse import quote

OFFICE = "index.html"
PRINT = "print.html"
LIVE = "live"


def department(each: str) -> str:
    """Place the page of a department."""
    return f"departments/{each}.html"


def sheet(each: str) -> str:
    """Place the page of a closing sheet."""
    return f"sheets/{each}.html"


def indicator(each: str) -> str:
    """Place the page of an indicator, by its id with slashes."""
    return f"indicators/{each}.html"


def programme(each: str) -> str:
    """Place the page of a programme, by its id with a slash."""
    return f"programmes/{each}.html"


def paper(document: str, place: int) -> str:
    """Place the picture of a printed page, from 1."""
    return f"pages/{document}/{place}.svg"


def look(name: str) -> str:
    """Place a stylesheet, a font or a script."""
    return f"look/{name}"


def link(there: str, here: str) -> str:
    """Write a link from one page to another."""
    return "../" * here.count("/") + quote(there)
