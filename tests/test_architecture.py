"""How the house is built: imports go down, third parties have one home, rooms and functions are small."""

import ast
import os
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import scorecard

HOUSE = Path(__file__).parent.parent / "scorecard"
FLOORS = (
    ("scorecard", "scorecard.wording"),
    ("scorecard.targets",),
    ("scorecard.rules",),
    ("scorecard.cards",),
    ("scorecard.reports",),
    ("scorecard.api",),
    ("scorecard.cli", "scorecard.__main__"),
)
HOMES = {
    "matplotlib": ("scorecard.reports",),
    "fontTools": ("scorecard.reports",),
    "jinja2": ("scorecard.reports.html",),
    "click": ("scorecard.cli",),
    "rich": ("scorecard.cli",),
    "yaml": (
        "scorecard.targets.text",
        "scorecard.targets.cuts",
        "scorecard.targets.syntax",
        "scorecard.targets.nodes",
        "scorecard.problems",
    ),
    "xlsxwriter": ("scorecard.reports",),
    "pyarrow": ("scorecard.reports.spreadsheets",),
    "openpyxl": ("scorecard.targets.workbooks",),
    "cattrs": ("scorecard.targets.unshaped", "scorecard.reports.records"),
}
LONGEST_MODULE, LONGEST_BODY, MOST_PARAMETERS = 300, 50, 5

Function = ast.FunctionDef | ast.AsyncFunctionDef


@cache
def house() -> dict[str, ast.Module]:
    """Parse every module of the house."""
    return {
        name_of(path): ast.parse(path.read_text(encoding="utf-8")) for path in sorted(HOUSE.rglob("*.py"))
    }


def name_of(path: Path) -> str:
    steps = path.relative_to(HOUSE.parent).with_suffix("").parts
    return ".".join(steps[:-1] if steps[-1] == "__init__" else steps)


def imports_of(module: str) -> Iterator[str]:
    """List what a module imports anywhere: at the top, inside functions, for types only."""
    for node in ast.walk(house()[module]):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module} imports by dots"
            for alias in node.names:
                whole = f"{node.module}.{alias.name}"
                yield whole if whole in house() else str(node.module)


@cache
def edges() -> tuple[tuple[str, str], ...]:
    """List who imports whom within the house."""
    return tuple((module, other) for module in house() for other in imports_of(module) if other in house())


def floor_of(module: str) -> int:
    """Find the floor of a module; of names that match, the longest counts. What is in no room is ground."""
    found = [
        (len(room), floor)
        for floor, rooms in enumerate(FLOORS)
        for room in rooms
        if f"{module}.".startswith(f"{room}.")
    ]
    return max(found)[1]


def functions() -> Iterator[tuple[str, Function]]:
    for module, tree in house().items():
        for node in ast.walk(tree):
            if isinstance(node, Function):
                yield f"{module}.{node.name}", node


def test_imports_only_go_down() -> None:
    """A module imports from its own floor or a lower one, even for types."""
    assert len(edges()) > 100, "the walk over the source saw too little"
    upwards = [f"{one} imports {other}" for one, other in edges() if floor_of(other) > floor_of(one)]
    assert upwards == []


def test_the_ground_leans_on_nothing() -> None:
    """What is in no room imports nothing of any; words know only the ground."""
    rooms = {path.name for path in HOUSE.iterdir() if (path / "__init__.py").is_file()}
    assert rooms == {"wording", "targets", "rules", "cards", "reports", "api", "cli"}
    ground = [
        name for name in house() if name.count(".") == 1 and name.split(".")[1] not in rooms | {"__main__"}
    ]
    assert "scorecard.problems" in ground
    below = {(one, other) for one, other in edges() if one in ground or one.startswith("scorecard.wording")}
    assert [edge for edge in below if edge[0] in ground and edge[1] not in ground] == []
    assert [
        edge for edge in below if edge[1] not in ground and not edge[1].startswith("scorecard.wording")
    ] == []


def test_the_package_gives_out_the_names_of_the_api_and_imports_nothing_for_it() -> None:
    """The package itself is ground: it names the API's rooms by words, and types them in a stub beside it."""
    stub = ast.parse((HOUSE / "__init__.pyi").read_text(encoding="utf-8"))
    typed = {
        (alias.asname, str(node.module)) for node in stub.body if isinstance(node, ast.ImportFrom) for alias in node.names
    }  # fmt: skip
    given = {(name, f"scorecard.api.{room}") for name, room in scorecard._ROOMS.items()}  # type: ignore[attr-defined]
    assert typed == given
    assert set(scorecard.__all__) == {name for name, _ in given} | {"__version__"}  # type: ignore[attr-defined]
    assert [other for one, other in edges() if one == "scorecard"] == []
    assert [name for name, _ in given if (HOUSE / name).exists() or (HOUSE / f"{name}.py").exists()] == []
    assert all(getattr(scorecard, name).__module__ == room for name, room in given)


def test_no_module_imports_itself_by_a_detour() -> None:
    """There is no circle of imports, lazy and type-only ones counted."""
    left = {module: {other for one, other in edges() if one == module} for module in house()}
    while free := [module for module, others in left.items() if not others & left.keys()]:
        for module in free:
            del left[module]
    assert sorted(left) == []


@pytest.mark.parametrize("library", HOMES)
def test_each_library_has_one_home(library: str) -> None:
    """A third party is imported in its own rooms only, and there it is."""
    users = {one for one in house() if any(name.split(".")[0] == library for name in imports_of(one))}
    assert [
        one for one in users if not any(f"{one}.".startswith(f"{home}.") for home in HOMES[library])
    ] == []
    assert users


def test_modules_are_short() -> None:
    """No module is longer than a person reads in one go."""
    lengths = {str(path): len(path.read_text(encoding="utf-8").splitlines()) for path in HOUSE.rglob("*.py")}
    assert {path: length for path, length in lengths.items() if length > LONGEST_MODULE} == {}


def test_functions_are_short() -> None:
    """No body of a function, its docstring apart, is longer than a screen."""
    assert {name: body_of(node) for name, node in functions() if body_of(node) > LONGEST_BODY} == {}


def body_of(node: Function) -> int:
    body = node.body[1:] if ast.get_docstring(node) else node.body
    return (body[-1].end_lineno or 0) - body[0].lineno + 1 if body else 0


def test_functions_take_few_parameters() -> None:
    """Five parameters are the most, the object itself not counted."""
    assert {
        name: parameters_of(node) for name, node in functions() if parameters_of(node) > MOST_PARAMETERS
    } == {}


def parameters_of(node: Function) -> int:
    given = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
    return len([one for one in given if one.arg not in ("self", "cls")])


def test_every_module_says_what_it_is_for() -> None:
    """Each module begins with a docstring."""
    assert [module for module, tree in house().items() if not ast.get_docstring(tree)] == []


def test_every_public_function_and_class_says_what_it_does() -> None:
    """Whatever has a public name at the top of a module or class has a docstring."""
    silent = []
    for module, tree in house().items():
        classes = [node for node in tree.body if isinstance(node, ast.ClassDef) and is_public(node)]
        for body in (tree.body, *(node.body for node in classes)):
            named = [node for node in body if isinstance(node, (Function, ast.ClassDef)) and is_public(node)]
            silent += [f"{module}.{node.name}" for node in named if not ast.get_docstring(node)]
    assert silent == []


def is_public(node: Function | ast.ClassDef) -> bool:
    return not node.name.startswith("_")


def test_the_library_prints_nothing() -> None:
    """Only the porch speaks, and it speaks by click."""
    calls = [
        f"{module}:{node.lineno}"
        for module, tree in house().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"
    ]
    assert calls == []


def loaded_by(cache: Path, *arguments: str) -> set[str]:
    """Run a command of the shipped project, remembering in a cache of its own; tell which packages it loaded."""
    run = "from scorecard.cli.main import scorecard; scorecard.main(sys.argv[1:], standalone_mode=False)"
    code = f"import sys\n{run if arguments else 'import scorecard'}\nprint('\\nLOADED', *sys.modules)"
    kept = {"PYTHONUTF8": "1", "HOME": str(cache), "XDG_CACHE_HOME": str(cache), "LOCALAPPDATA": str(cache)}
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        capture_output=True, check=True, cwd=HOUSE.parent, encoding="utf-8", env={**os.environ, **kept},
    )  # fmt: skip
    return {name.partition(".")[0] for name in done.stdout.rpartition("LOADED")[2].split()}


@pytest.mark.parametrize(
    "arguments",
    [(), ("check",), ("gate",), ("show",), ("explain", "jobs-policy/youth-academy/trained"), ("export",)],
    ids=lambda arguments: " ".join(arguments[:1]) or "import",
)
def test_what_draws_nothing_loads_no_matplotlib(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    """Only printing pages costs the time of matplotlib."""
    loaded = loaded_by(tmp_path, *arguments)
    assert "scorecard" in loaded
    assert "matplotlib" not in loaded


def test_importing_the_package_loads_nothing_else(tmp_path: Path) -> None:
    """Whoever imports it to look at its version or its names waits for no library."""
    assert not {"attr", "yaml", "numpy", "matplotlib", "click", "jinja2"} & loaded_by(tmp_path)


def test_check_loads_no_numpy(tmp_path: Path) -> None:
    """The command run after every edit reads text and reckons with no columns, the first time and the next."""
    first, next_time = loaded_by(tmp_path, "check"), loaded_by(tmp_path, "check")
    assert "yaml" in first
    assert not {"numpy", "matplotlib", "fontTools"} & (first | next_time)
