"""Pages of a PDF as laid out: knows neither French nor medicine.

`document` opens and closes; `chars` → `words` → `rows` → `lines` (cut at `gutters`) make a `page`, turned upright by
`turn` where needed; `blocks`, `figures` (`labels`), `tables` (`grids`, `ruled`, `aligned`), `footnotes`, `dropcaps`
and `furniture` say what its parts are; `layout` puts them in reading `order`. Lengths are points from the page's top
left, y growing downwards, pages from 1.
"""
