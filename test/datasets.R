# The sums of the columns of a dataset, as R sees them: Rscript test/datasets.R reports.sqlite
path <- commandArgs(trailingOnly = TRUE)[1]
reports <- DBI::dbConnect(RSQLite::SQLite(), path)
cells <- DBI::dbGetQuery(reports, "SELECT table_id, row_id, column_id, value FROM cells WHERE state = 'number'")
address <- paste(cells$table_id, cells$row_id, cells$column_id, sep = ".")
for (one in sort(unique(address), method = "radix")) {
  values <- cells$value[address == one]
  cat(sprintf("%s %d %.4f\n", one, length(values), sum(values)))
}
DBI::dbDisconnect(reports)
