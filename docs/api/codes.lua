--- The codes of bad input.

return {
  {
    title = "Codes",
    text = "The third result of a function that fails: permanent, whatever the message says. The command line "
      .. "prints them in brackets behind its messages.",
    aliases = {
      {"Code", "Why something could not be read.",
       values = {
         {"io.missing", "no such file or folder"}, {"io.unreadable", "the system refuses to read it"},
         {"io.unwritable", "the command line cannot write its output"},
         {"io.no_reports", "a folder without files to read"},
         {"limit.input", "more bytes than `max_input`"}, {"limit.memory", "more memory than `max_memory`"},
         {"limit.items", "more items of one kind (cells, columns, …) than the core holds"},
         {"input.empty", "no text"}, {"input.zeros", "nothing but zero bytes: a download that failed"},
         {"input.image", "a picture"}, {"input.format", "a file format that is not read, like PDF"},
         {"input.binary", "binary data"}, {"input.encoding", "no known encoding"},
         {"input.mojibake", "text that was decoded wrongly before it was saved"},
         {"input.pictures", "a page with pictures and next to no text"},
         {"form.unknown", "a report of no known form"}, {"form.failed", "a script of a form raised an error"},
         {"trace.unknown", "a trace of something that the form does not have"},
         {"trace.unknown_near", "the same, and a known one is near"},
         {"csv.encoding", "a CSV file that is not UTF-8"}, {"csv.quote_open", "a quotation mark is never closed"},
         {"csv.quote_text", "a misplaced quotation mark"},
         {"units.column", "an unknown column"}, {"units.column_near", "the same, and a known one is near"},
         {"units.column_twice", "a column stands twice"}, {"units.no_name", "no column `name`"},
         {"units.fields", "a line with more fields than the header"}, {"units.nameless", "a line without a name"},
         {"units.type", "an unknown type"}, {"units.type_near", "the same, and a known one is near"},
         {"units.level", "an unknown level"}, {"units.level_near", "the same, and a known one is near"},
         {"units.level_of_type", "type and level contradict each other"},
         {"units.code", "a 行政区划代码 that has not 6, 9 or 12 digits"},
         {"units.code_province", "one of no province"},
         {"units.date", "a deadline that is no date"}, {"units.year", "a year that is none"},
         {"units.twice", "a name stands twice"}, {"units.parent", "a parent that is not in the register"},
         {"units.cycle", "a unit that stands above itself"},
         {"rollup.parent", "the title of the parent tells no body or no year"},
         {"number.syntax", "no number"}, {"number.range", "more than 15 significant digits"},
       }},
    },
    -- Of the core, and never a code of a function here: they raise, or are the reason of something undecided.
    hidden = {"ok", "number.inexact", "date.syntax", "date.range", "unit.mixed"},
  },
}
