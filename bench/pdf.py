"""Measures pdfminer on the given files, for bench/pdf.lua to compare with: the text of all pages with its places.

Prints a line for each file, with tabs between reader, file and the median seconds of CPU time; or the reader, "*" and
"skipped: REASON".
"""

import io
import sys

sys.path.insert(0, "bench")
from yardsticks import median_seconds   # noqa: E402


def read(data):
    from pdfminer.high_level import extract_pages
    return sum(1 for page in extract_pages(io.BytesIO(data)) for _ in page)


def main(paths):
    try:
        import pdfminer.high_level   # noqa: F401
    except ImportError:
        print("pdfminer\t*\tskipped: not installed")
        return
    for path in paths:
        with open(path, "rb") as file:
            data = file.read()
        print("pdfminer\t%s\t%.9f" % (path, median_seconds(lambda: read(data))))


if __name__ == "__main__":
    main(sys.argv[1:])
