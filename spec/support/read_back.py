"""Reads what govreport printed with parsers that are not its own.

  python3 read_back.py FILE          each line of FILE: a format, a tab, a path
A line of JSON for each: `strings`, all that a reader of the format gets; `shape`, what it takes for structure;
`problem`, why it cannot be read, or null.
"""
import csv
import html.parser
import io
import json
import subprocess
import sys
import xml.etree.ElementTree


def of_json(text):
    strings, shape = [], []

    def visit(value):
        if isinstance(value, dict):
            shape.append(sorted(value))
            for key, inner in value.items():
                strings.append(key)
                visit(inner)
        elif isinstance(value, list):
            shape.append(len(value))
            for inner in value:
                visit(inner)
        elif isinstance(value, str):
            strings.append(value)

    def refuse(name):
        raise ValueError("no number: " + name)

    for line in text if isinstance(text, list) else [text]:
        visit(json.loads(line, parse_constant=refuse))
    return strings, shape


def of_rows(text, **dialect):
    rows = list(csv.reader(io.StringIO(text, newline=""), **dialect))
    formulas = [field for row in rows for field in row if field[:1] in tuple("=+-@\t\r＝＋－＠") and field[:1]]
    dangerous = [field for field in formulas if not field.strip("+-－").replace(",", "").replace(".", "").isdigit()
                 and field.strip("-－")]
    if dangerous:
        raise ValueError("a formula: " + repr(dangerous[0]))
    return [field for row in rows for field in row], [len(row) for row in rows]


def of_xml(text):
    strings, shape = [], []
    for element in xml.etree.ElementTree.fromstring(text.encode("utf-8")).iter():
        shape.append([element.tag] + sorted(element.attrib))
        strings.extend(element.attrib.values())
        strings.append(element.text or "")
    return strings, shape


class Page(html.parser.HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.strings, self.shape = [], []

    def handle_starttag(self, tag, attributes):
        self.shape.append([tag] + [list(pair) for pair in attributes])

    def handle_data(self, data):
        self.strings.append(data)

    def handle_comment(self, data):
        self.shape.append("comment")


def of_html(text):
    page = Page()
    page.feed(text)
    page.close()
    return ["".join(page.strings)] + page.strings, page.shape


def of_markdown(text):
    command = ["cmark-gfm", "--unsafe"]
    for extension in ("table", "autolink", "strikethrough", "tagfilter"):
        command += ["-e", extension]
    strings, shape = of_html(subprocess.run(command, input=text.encode("utf-8"), capture_output=True, check=True)
                             .stdout.decode("utf-8"))
    return strings, [tag for tag in shape if tag != ["code"]]


def of_lines(text):
    return [text] + text.split("\n"), len(text.split("\n"))


readers = {
    "json": of_json, "sarif": of_json, "jsonl": lambda text: of_json(text.splitlines()),
    "csv": of_rows, "tsv": lambda text: of_rows(text, delimiter="\t"), "junit": of_xml, "html": of_html, "page": of_html,
    "md": of_markdown,
}


def read(kind, path):
    try:
        with open(path, "rb") as file:
            text = file.read().decode("utf-8")
        strings, shape = readers.get(kind, of_lines)(text)
        return {"strings": strings, "shape": json.dumps(shape, ensure_ascii=True), "problem": None}
    except Exception as problem:
        return {"strings": [], "shape": "", "problem": ascii(problem)}


for line in open(sys.argv[1], encoding="utf-8"):
    print(json.dumps(read(*line.rstrip("\n").split("\t")), ensure_ascii=True))
