"""Measures common readers of Word files and PDF in Python on the given files, for bench/word.lua and bench/pdf.lua to
compare with.

Prints a line for each file, with tabs between reader and the median seconds of CPU time; or the reader and
"skipped: REASON". They read what a report needs: of a Word file all paragraphs and the text of each cell of each table,
of a PDF the text of all pages with its places.
"""

import io
import sys

sys.path.insert(0, "bench")
from yardsticks import median_seconds   # noqa: E402


def word_reader():
    import docx

    def read(data):
        document = docx.Document(io.BytesIO(data))
        texts = [paragraph.text for paragraph in document.paragraphs]
        for table in document.tables:
            for row in table.rows:
                texts.extend(cell.text for cell in row.cells)
        return texts
    return read


def pdf_reader():
    from pdfminer.high_level import extract_pages
    return lambda data: [part for page in extract_pages(io.BytesIO(data)) for part in page]


def main(paths):
    for path in paths:
        name, load = ("pdfminer", pdf_reader) if path.endswith(".pdf") else ("python-docx", word_reader)
        with open(path, "rb") as file:
            data = file.read()
        try:
            read = load()
        except ImportError:
            print("%s\tskipped: not installed" % name)
            continue
        print("%s\t%.9f" % (name, median_seconds(lambda: read(data))))


if __name__ == "__main__":
    main(sys.argv[1:])
