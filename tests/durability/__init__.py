"""Proof that the base loses nothing and doubles nothing: kill, stop, two at once, full disk, damage, locks.

They run with the other tests at a small number of rounds. `python -m tests.durability --full` runs them all;
`python -m tests.durability --soak 2000` reads so many files, bad ones among them, and watches the memory.
"""
