"""Plain-text performance management: targets and actuals in YAML, judged by written rules.

The API for programs, in the order it is used: `load`, `judge`, then `tables`, `edition` and
`render`. Guide: docs/api.md.
"""

from importlib import import_module

__version__ = "0.1.0"

#: Public names by the room of `scorecard.api` that has them. A name is fetched when it is asked
#: for, so that `import scorecard` costs nothing; for type checkers the same stands in `__init__.pyi`.
_ROOMS = {
    "BookError": "loading",
    "Judgement": "judging",
    "Page": "pages",
    "Pages": "pages",
    "Project": "loading",
    "Table": "rows",
    "Tables": "tables",
    "edition": "judging",
    "judge": "judging",
    "load": "loading",
    "render": "pages",
    "tables": "tables",
}
__all__ = ["__version__", *_ROOMS]  # noqa: PLE0604 - keys that are words


def __getattr__(name: str) -> object:
    if name not in _ROOMS:
        raise AttributeError(f"module 'scorecard' has no attribute {name!r}")
    value = getattr(import_module(f"scorecard.api.{_ROOMS[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *_ROOMS})
