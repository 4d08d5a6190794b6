"""From files to the base: found, read in limited worker processes, written one transaction a document.

`extract.ingest.document.extract_document` is the pure function from bytes to an `ExtractedDocument`.
"""
