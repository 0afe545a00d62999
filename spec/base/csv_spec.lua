local csv = require "govreport.base.csv"

-- What a text gives: rows as `line:field|field`, or the code and the line of what is wrong.
local function parsed(text)
  local rows, code, line = csv.parse(text)
  if not rows then return code .. " " .. line end
  local list = {}
  for i, row in ipairs(rows) do list[i] = row.line .. ":" .. table.concat(row, "|") end
  return table.concat(list, " ; ")
end

describe("comma-separated values", function()
  local cases = {
    { "rows and fields", "a,b\n1,2\n", "1:a|b ; 2:1|2" },
    { "no line end at the end", "a,b\n1,2", "1:a|b ; 2:1|2" },
    { "CRLF", "a,b\r\n1,2\r\n", "1:a|b ; 2:1|2" },
    { "a byte order mark", "\239\187\191a,b\n", "1:a|b" },
    { "a comma in quotes", 'a,"b,c",d', "1:a|b,c|d" },
    { "doubled quotes", '"a ""b"" c"""', '1:a "b" c"' },
    { "a line end in quotes, and the lines behind it", 'a,"b\nc"\nd\n', "1:a|b\nc ; 3:d" },
    { "an empty field at the end", "a,\nb,", "1:a| ; 2:b|" },
    { "empty quotes", 'a,""\n', "1:a|" },
    { "white space around", " a , b \n", "1:a|b" },
    { "rows without text", "a\n\n,,\nb\n", "1:a ; 4:b" },
    { "nothing", "", "" },
    { "Han characters", "清沅县,“部门”\n", "1:清沅县|“部门”" },
    { "a quote that is never closed", 'a\nb,"c\nd', "csv.quote_open 2" },
    { "text behind a quote", 'a\n"b" c,d', "csv.quote_text 2" },
    { "a quote in the midst", 'a\nb,c"d"\n', "csv.quote_text 2" },
    { "GBK", "a\nb\n\xD4\xC6\xC1\xEB\n", "csv.encoding 3" },
    { "UTF-16", "\255\254a\0", "csv.encoding 1" },
    { "zero bytes", "a\nb\0\n", "csv.encoding 2" },
  }
  for _, case in ipairs(cases) do
    it("reads " .. case[1], function() assert.equal(case[3], parsed(case[2])) end)
  end
end)
