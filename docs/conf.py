"""How Sphinx builds these pages. `sphinx-build -W -b html docs site` needs `pip install '.[docs]'` and no network."""

import re

import tailor

project = "Tailor"
author = "the Tailor authors"
version = release = tailor.__version__
language = "en"

extensions = ["myst_parser", "sphinx.ext.autodoc"]
exclude_patterns = ["examples/*", "schemas/*"]

myst_heading_anchors = 3
myst_enable_extensions = ["deflist"]

default_role = "code"  # docstrings write `names` as Markdown does
autodoc_member_order = "bysource"
autodoc_typehints = "signature"
python_use_unqualified_type_names = True

html_theme = "furo"
html_title = "Tailor"
html_copy_source = False
html_show_sphinx = False
html_show_copyright = False
html_static_path = ["static"]
html_css_files = ["tailor.css"]
html_theme_options = {"top_of_page_buttons": []}


def as_lists(app, what, name, obj, options, lines):
    """Our docstrings write `name : meaning` on a line; reStructuredText wants a list with an empty line around it."""
    made, inside = [], False
    for line in (re.sub(r"(`[^`]+`)(?=\w)", r"\1\\ ", line) for line in lines):  # `Line`s: the word goes on
        item = re.match(r"(\w+(?:, \w+)*) : (.*)", line)
        if item:
            made += [*([] if inside else [""]), f"- **{item[1]}**: {item[2]}"]
        elif inside and line.startswith(" "):
            made.append(f"  {line.strip()}")
        else:
            made += ["", line] if inside else [line]
        inside = bool(item) or (inside and line.startswith(" "))
    # the errors are drawn as a tree
    lines[:] = [line.replace("as a tree.", "as a tree::") for line in made] if name == "tailor.errors" else made


def setup(app):
    """Called by Sphinx."""
    app.connect("autodoc-process-docstring", as_lists)
