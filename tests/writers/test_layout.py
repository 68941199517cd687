"""What the terminal shows of a document's text."""

from tailor.writers.layout import said


def test_a_tab_keeps_the_words_beside_it_apart():
    assert said("Quillmark Systems\tFeb 2023").plain == "Quillmark Systems Feb 2023"


def test_what_steers_a_terminal_is_left_out():
    assert said("a\x1b[31mb\u202ec\nd").plain == "a[31mbc\nd"
