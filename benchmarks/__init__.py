"""Figures of quality and speed, outside the tests."""
