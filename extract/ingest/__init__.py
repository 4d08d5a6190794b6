"""From files to the base: found, read in limited worker processes, written one transaction a document."""
