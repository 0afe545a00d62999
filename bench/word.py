"""Measures python-docx on the given files, for bench/word.lua to compare with.

Prints a line for each reader and file, with tabs between reader, file and the median seconds of CPU time; or the
reader, "*" and "skipped: REASON". It reads what a report needs: all paragraphs, and the text of each cell of each table.
"""

import io
import sys

sys.path.insert(0, "bench")
from yardsticks import median_seconds   # noqa: E402


def read(data):
    import docx
    document = docx.Document(io.BytesIO(data))
    texts = [paragraph.text for paragraph in document.paragraphs]
    for table in document.tables:
        for row in table.rows:
            texts.extend(cell.text for cell in row.cells)
    return texts


def main(paths):
    try:
        import docx   # noqa: F401
    except ImportError:
        print("python-docx\t*\tskipped: not installed")
        return
    for path in paths:
        with open(path, "rb") as file:
            data = file.read()
        print("python-docx\t%s\t%.9f" % (path, median_seconds(lambda: read(data))))


if __name__ == "__main__":
    main(sys.argv[1:])
