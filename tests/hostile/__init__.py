"""Hostile PDFs of our own making: each is what somebody may drop into a folder, by malice or by accident."""
