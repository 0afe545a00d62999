"""The sums of a dataset as pandas has them: datasets.py sqlite FILE, or csv FOLDER."""
import sqlite3
import sys

import pandas

kind, path = sys.argv[1:]
if kind == "sqlite":
    cells = pandas.read_sql("SELECT table_id, row_id, column_id, state, value FROM cells", sqlite3.connect(path))
else:
    cells = pandas.read_csv(path + "/cell.csv", low_memory=False)
numbers = cells[cells["state"] == "number"].assign(value=lambda own: pandas.to_numeric(own["value"]))
sums = numbers.groupby(["table_id", "row_id", "column_id"])["value"].agg(["count", "sum"])
for place, own in sums.iterrows():
    print(".".join(place), "%d %.4f" % (own["count"], own["sum"]))
