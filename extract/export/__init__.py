"""Rows as files: one module a format, listed in `formats`; a writer takes rows and a binary stream, returns `Written`.

A row that lacks what a format needs is left out and counted by its reason, never filled.
"""
