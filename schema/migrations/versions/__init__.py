"""One file a step, in order: `vNNNN_what.py`."""
