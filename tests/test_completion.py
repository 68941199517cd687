"""Completion by the tab key, in the shells that are installed."""

import os
import shlex
import shutil
import subprocess
import sys

import pytest

from .conftest import ROOT
from .test_surface import HEAVY

CASES = [
    pytest.param("tailor com", {"compare"}, id="command"),
    pytest.param("tailor compare --as", {"--as-of"}, id="option"),
    pytest.param("tailor batch a b --sort s", {"score", "salary"}, id="choice"),
    pytest.param("tailor draft a b --only te", {"term"}, id="choice-in-a-list"),
    pytest.param("tailor compare res", set(), id="file"),
]
FEW = [CASES[0], CASES[2], CASES[4]]  # shells take their time


@pytest.fixture(scope="session")
def tailored(tmp_path_factory):
    """The environment of a shell in which `tailor` is this program."""
    folder = tmp_path_factory.mktemp("bin")
    (folder / "tailor").write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m tailor "$@"\n')
    (folder / "tailor").chmod(0o755)
    path = f"{folder}{os.pathsep}{os.environ['PATH']}"
    return {**os.environ, "PATH": path, "PYTHONPATH": str(ROOT), "HOME": str(folder), "TERM": "dumb"}


def shell(name, script, env, cwd=ROOT):
    """What `name` prints when it runs `script`."""
    if not shutil.which(name):
        pytest.skip(f"{name} is not installed")
    command = {"bash": ["bash", "--norc", "-c"], "zsh": ["zsh", "-f", "-c"], "fish": ["fish", "--no-config", "-c"]}[
        name
    ]
    done = subprocess.run([*command, script], capture_output=True, text=True, env=env, cwd=cwd, timeout=60, check=True)
    return set(done.stdout.split("\n")) - {""}


@pytest.mark.parametrize(("line", "offered"), CASES)
def test_bash(tailored, line, offered):
    script = f"""
        eval "$(_TAILOR_COMPLETE=source_bash tailor)"
        complete -p tailor | grep -q -- '-o default' || exit 1
        COMP_WORDS=({line}); COMP_CWORD=$((${{#COMP_WORDS[@]}} - 1))
        _tailor_completion tailor
        printf '%s\\n' "${{COMPREPLY[@]}}"
    """
    assert shell("bash", script, tailored) == offered


@pytest.mark.parametrize(("line", "offered"), FEW)
def test_fish(tailored, line, offered):
    script = f"_TAILOR_COMPLETE=source_fish tailor | source; complete -C {shlex.quote(line)}"
    found = {candidate.split("\t")[0] for candidate in shell("fish", script, tailored)}

    assert found == offered or (not offered and found <= {path.name for path in ROOT.iterdir()})


@pytest.mark.parametrize(("line", "offered"), FEW)
def test_zsh(tailored, line, offered):
    """The completer of zsh needs a line editor; what it is given to offer is looked at in its place."""
    script = f"""
        compdef() {{ }}
        _files() {{ }}
        _arguments() {{ print -r -- "$@" }}
        eval "$(_TAILOR_COMPLETE=source_zsh tailor)"
        words=({line}); CURRENT=${{#words}}
        _tailor_completion
    """
    found = " ".join(shell("zsh", script, tailored))

    assert all(f'"{word}"' in found for word in offered)
    assert bool(found) == bool(offered)


def test_completing_loads_nothing_heavy(tailored):
    probe = (
        "import atexit, runpy, sys\n"
        f"atexit.register(lambda: print('LOADED', *[m for m in {HEAVY!r} if m in sys.modules]))\n"
        "sys.argv = ['tailor']\n"
        "runpy.run_module('tailor', run_name='__main__')\n"
    )
    env = {**tailored, "_TAILOR_COMPLETE": "complete_bash", "COMP_WORDS": "tailor com", "COMP_CWORD": "1"}
    done = subprocess.run(
        [sys.executable, "-c", probe], capture_output=True, text=True, env=env, timeout=60, check=True
    )

    assert done.stdout.split() == ["compare", "LOADED"]


def test_a_broken_configuration_is_not_in_the_way(tailored, tmp_path):
    (tmp_path / "tailor.toml").write_text("= broken")
    env = {**tailored, "TAILOR_CONFIG": "tailor.toml"}
    script = "COMP_WORDS='tailor ski' COMP_CWORD=1 _TAILOR_COMPLETE=complete_bash tailor"

    assert shell("bash", script, env, cwd=tmp_path) == {"skills"}
