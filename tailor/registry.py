"""The catalogues others may add to: readers by suffix, suggestion rules by name, writers by suffix.

Inside Tailor a function joins by decorator; an outside package by an entry point in the group
`tailor_reader`, `tailor_rule` or `tailor_writer`.
"""

from __future__ import annotations

import catalogue

reader = catalogue.create("tailor", "reader", entry_points=True)
rule = catalogue.create("tailor", "rule", entry_points=True)
writer = catalogue.create("tailor", "writer", entry_points=True)
