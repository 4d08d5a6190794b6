"""Reading-order French text in which every character knows its place on a page; knows no drugs.

`read` goes from bytes to a `SourceText` (`model`): `parts` and `paragraphs` make text of a page's items through
`repair`, `hyphens`, `ligatures` and `scripts`, every edit on a `traced` text; `assemble` joins the pages; `sections`,
`calls` and `bibliography` say what the text is. `plain` makes a `SourceText` of text that was never a PDF.
"""
