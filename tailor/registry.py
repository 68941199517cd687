"""The catalogues others may add to: readers by suffix, suggestion rules and checks by name, writers by suffix.

Inside Tailor a function joins by decorator; an outside package by an entry point in the group
`tailor_reader`, `tailor_rule`, `tailor_check` or `tailor_writer`. A check takes a resume and its layout, or, if its
name begins with "posting-", a match; it gives `tailor.types.Check`s.
"""

from __future__ import annotations

import catalogue

reader = catalogue.create("tailor", "reader", entry_points=True)
rule = catalogue.create("tailor", "rule", entry_points=True)
check = catalogue.create("tailor", "check", entry_points=True)
writer = catalogue.create("tailor", "writer", entry_points=True)
