"""Measures common readers of web pages in Python on the given files, for bench/reading.lua to compare with; after
--together on all of them one behind the other, for bench/beside_pages.lua: its lines have "*" as the file, and seconds
for all files.

Prints a line for each reader and file, with tabs between reader, file and the median seconds of CPU time; or the
reader, the file ("*" for all) and "skipped: REASON". A file named *.gb18030.* is in that encoding, the others in
UTF-8.
"""

import io
import os
import sys
import time

LARGE = 5_000_000   # bytes: of these only the fastest is measured


def median_seconds(read):
    read()
    times, spent = [], 0.0
    while len(times) < 3 or (spent < 1.5 and len(times) < 15):
        start = time.process_time()
        read()
        times.append(time.process_time() - start)
        spent += times[-1]
    times.sort()
    return times[len(times) // 2]


def lxml_reader():
    import lxml.html

    def read(data, encoding):
        parser = lxml.html.HTMLParser(encoding=encoding, huge_tree=True)
        lxml.html.fromstring(data, parser=parser)
    return read


def soup_reader(features):
    import bs4
    if features == "lxml":
        import lxml   # noqa: F401
    return lambda data, encoding: bs4.BeautifulSoup(data, features, from_encoding=encoding)


def pandas_reader():
    import lxml   # noqa: F401
    import pandas
    return lambda data, encoding: pandas.read_html(io.BytesIO(data), flavor="lxml", encoding=encoding)


READERS = [
    ("lxml.html", lxml_reader, True),
    ("bs4+lxml", lambda: soup_reader("lxml"), False),
    ("bs4+html.parser", lambda: soup_reader("html.parser"), False),
    ("pandas.read_html", pandas_reader, False),
]


def encoding_of(path):
    return "gb18030" if ".gb18030." in os.path.basename(path) else "utf-8"


def together(paths):
    pages = []
    for path in paths:
        with open(path, "rb") as file:
            pages.append((file.read(), encoding_of(path)))
    for name, load, _ in READERS:
        try:
            read = load()
        except ImportError:
            print(name, "*", "skipped: not installed", sep="\t", flush=True)
            continue

        def read_all():
            for data, encoding in pages:
                read(data, encoding)
        print(name, "*", "%.9f" % median_seconds(read_all), sep="\t", flush=True)


def main(paths):
    for name, load, reads_large in READERS:
        try:
            read = load()
        except ImportError:
            print(name, "*", "skipped: not installed", sep="\t", flush=True)
            continue
        for path in paths:
            with open(path, "rb") as file:
                data = file.read()
            encoding = encoding_of(path)
            if len(data) > LARGE and not reads_large:
                result = "skipped: too slow"
            else:
                try:
                    result = "%.9f" % median_seconds(lambda: read(data, encoding))
                except ValueError as problem:   # a page without tables
                    result = "skipped: %s" % str(problem).split("\n")[0]
            print(name, path, result, sep="\t", flush=True)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--together"]:
        together(sys.argv[2:])
    else:
        main(sys.argv[1:])
