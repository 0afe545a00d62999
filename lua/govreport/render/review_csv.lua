--- All findings of many reviews as a table for spreadsheets, one a row, with a column in which the bodies answer. What
-- only the tool could not read is no finding; a file that could not be read has a row.

local csv = require "govreport.base.csv"
local csv_row = require "govreport.render.csv_row"
local words = require "govreport.render.review_words"

local review_csv = {}

local columns = {"body", "year", "name", "csv_number", "csv_severity", "csv_part", "csv_row", "csv_column",
                 "csv_problem", "actual", "expected", "csv_change", "basis", "csv_status", "csv_answer"}

local function line(values) return csv_row(columns, values) end

--- The titles of the columns, behind what tells spreadsheets of UTF-8.
function review_csv.head(lang)
  local titles = {}
  for _, name in ipairs(columns) do titles[name] = words.text(lang, name) end
  return csv.mark .. line(titles)
end

--- The rows of a review.
-- @param name of its file
function review_csv.rows(name, review)
  local lines = {}
  for _, group in ipairs(review.groups) do
    for _, item in ipairs(group.severity ~= "notice" and group.items or {}) do
      lines[#lines + 1] = line{
        body = review.agency, year = review.year, name = name, csv_number = item.number,
        csv_severity = words.text(review.lang, "legend_" .. item.severity), csv_part = item.part, csv_row = item.row,
        csv_column = item.column, csv_problem = item.problem, actual = item.actual, expected = item.expected,
        csv_change = item.in_table and words.text(review.lang, "csv_see", {number = item.number}) or item.change,
        basis = item.basis, csv_status = item.status,
      }
    end
  end
  return table.concat(lines)
end

--- The row of a file that could not be read.
function review_csv.failure(lang, failure)
  return line{name = failure.name, csv_severity = words.text(lang, "csv_unread"), csv_problem = failure.message}
end

return review_csv
