"""The walls of the house: which room may import what."""

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parent.parent / "tailor"
ROOMS = ("readers", "parsers", "extractors", "scorers", "advisers", "writers")
FLOOR = {"cache", "errors", "lazy", "registry", "resources", "store", "timeline", "types", "view"}
OWNERS = {
    "spacy": {"extractors"},
    "sklearn": {"scorers"},
    "numpy": {"scorers", "extractors"},
    "docx": {"readers", "writers"},
    "pypdfium2": {"readers"},
    "lxml": {"readers", "writers"},
    "striprtf": {"readers"},
    "pytesseract": {"readers"},
    "urllib": {"readers"},
    "pyarrow": {"batches", "writers"},
    "distributed": {"batches"},
    "fsspec": {"batches"},
    "email": {"readers"},
    "rich": {"writers", "commands"},
    "typer": {"cli", "commands"},
    "pandas": {"view"},
    "jinja2": {"writers"},
    "matplotlib": {"writers", "view"},
    "platformdirs": {"commands", "cache"},
    "typst": {"writers"},
    "sqlite3": {"store", "batches"},
}


def imports(file: Path) -> set[str]:
    """Full dotted names of everything `file` imports, also inside functions."""
    found = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def modules(room: str) -> list[Path]:
    """The files of a room; asserts that there are some."""
    files = sorted((PACKAGE / room).rglob("*.py"))
    assert files, f"{room} is empty: this test would check nothing"
    return files


def own_names(names: set[str]) -> set[str]:
    """First name below `tailor` of each import from the package."""
    return {name.split(".")[1] for name in names if name.startswith("tailor.")}


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_imports_the_floor_and_itself_only(room):
    for file in modules(room):
        assert own_names(imports(file)) <= FLOOR | {room}, file


@pytest.mark.parametrize("name", sorted(FLOOR))
def test_the_floor_imports_no_room(name):
    files = [PACKAGE / f"{name}.py"] if (PACKAGE / f"{name}.py").is_file() else modules(name)
    for file in files:
        assert own_names(imports(file)) <= FLOOR, file


def test_nobody_imports_the_pipeline_or_the_command_line():
    users = [
        file
        for file in PACKAGE.rglob("*.py")
        if own_names(imports(file)) & {"comparison", "pipeline", "cli", "commands", "batches"}
        and file.name not in {"__main__.py", "__init__.py", "pipeline.py"}
        and file.name != "cli.py"
        and file.parent.name not in {"batches", "commands"}  # they run the pipeline: for many postings, for a user
    ]
    assert not users


def test_the_command_line_imports_the_library_only():
    for file in [PACKAGE / "cli.py", *modules("commands")]:
        assert own_names(imports(file)) <= {
            "batches",
            "cache",
            "commands",
            "errors",
            "resources",
            "types",
            "writers",
        }, file


@pytest.mark.parametrize("library", sorted(OWNERS))
def test_a_library_stays_in_its_rooms(library):
    places = {
        file.relative_to(PACKAGE).parts[0].removesuffix(".py")
        for file in PACKAGE.rglob("*.py")
        if any(name == library or name.startswith(f"{library}.") for name in imports(file))
    }
    assert places, f"nobody imports {library}: drop it"
    assert places <= OWNERS[library]


@pytest.mark.parametrize("file", sorted(PACKAGE.rglob("*.py")), ids=lambda file: str(file.relative_to(PACKAGE)))
def test_a_module_has_one_subject(file):
    assert len(file.read_text(encoding="utf-8").splitlines()) <= 300
