// The sums of a dataset as DuckDB has them: node datasets.mjs TOOLS KIND FOLDER, of d/ (csv, parquet) or d.jsonl.
import { createRequire } from "node:module";
import { resolve } from "node:path";

const [tools, kind, folder] = process.argv.slice(2);
const { DuckDBInstance } = createRequire(resolve(tools) + "/")("@duckdb/node-api");
const database = await (await DuckDBInstance.create(":memory:")).connect();

const parquet = `${folder}/cell.parquet`;
const sources = {
  csv: `read_csv('${folder}/d/cell.csv', sample_size = -1)`,
  parquet: `'${parquet}'`,
  jsonl: `(SELECT unnest(cells, recursive := true) FROM read_json('${folder}/d.jsonl', sample_size = -1))`,
};
if (kind === "parquet") await database.run(`COPY (FROM ${sources.csv}) TO '${parquet}'`);
const rows = await database.runAndReadAll(`
  SELECT table_id || '.' || row_id || '.' || column_id || ' ' || count(value) || ' '
         || printf('%.4f', sum(CAST(value AS DECIMAL(18, 4)))::DOUBLE)
  FROM ${sources[kind]} WHERE state = 'number' GROUP BY table_id, row_id, column_id`);
for (const [line] of rows.getRowsJS()) console.log(line);
