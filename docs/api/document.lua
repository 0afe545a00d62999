--- The Document: a source as blocks and as one normalised text.

return {
  {
    title = "Documents",
    text = "A source as it was read, of any form or none. Its content stands twice: as `blocks`, and as the "
      .. "**tape**, one normalised text on which grammars match. On the tape letters, digits and punctuation have "
      .. "their narrow form, white space counts only where it parts words, and marks end lines and cells. A *range "
      .. "of the tape* is given as LPeg does: `start` from 1, `stop` one past the end. Everything else that a "
      .. "program sees is the source.",
    classes = {
      {"Document", kind = "core", text = "From `govreport.read`, `govreport.read_bytes`, `report.document`.",
       fields = {
         {"name?: string", "What the option `name` called it, the path of a file as a rule; nil where none was given."},
         {"text: string", "The whole source as UTF-8."},
         {"tape: string", "The normalised text. Marks: `\\v` a line goes on, `\\n` end of a paragraph, `\\x1F`, "
           .. "`\\x1E`, `\\x1D` end of a cell, a row, a table, `\\x1C` a table, a fact about the page or what "
           .. "it hides begins."},
         {"encoding: string", "The encoding that the bytes were in, like `\"UTF-8\"` or `\"GB18030\"`."},
         {"format: DocumentFormat", "How it was read."},
         {"container?: \"mht\"", "What held the page whose text this is: a message, as a page saved in one file "
           .. "(.mht) or a mail; nil where the file is the page."},
         {"size: integer", "Bytes of the source as UTF-8."},
         {"replaced: integer", "How many pieces did not decode; each is one U+FFFD in the text. 0 as a rule."},
         {"dropped_tail: integer", "Bytes of an incomplete character at the end, which were dropped. 0 as a rule."},
         {"terminated: boolean", "Whether the last line ends with a line end: false may mean that the file was cut "
           .. "off."},
         {"cut?: Position", "Where what the end of the input cut begins, up to that end: a tag, a table or row, half a "
           .. "character, what stands last in a page without its end. nil where nothing tells of a cut."},
         {"hidden_start: integer", "Where on the tape stands what a page hides and is not read, behind all else; "
           .. "one past the end where there is nothing."},
         {"memory: integer", "Bytes that it holds."},
         {"work: integer", "Steps that reading took: grows with the size, not with the machine."},
       },
       methods = {
         {"blocks(): fun(): Block?", "Iterates over paragraphs, tables and facts about the page, in document order."},
         {"source(start: integer, stop: integer): string",
          "What people read in a range of the tape: the decoded source, of a page without the markup."},
         {"place(start: integer, stop: integer): integer, integer, integer, integer, Spot?",
          "Line, column, first byte, last byte of a range of the tape."},
         {"line(line: integer, first?: integer, last?: integer): string",
          "The source of a line without its end, from one of its characters to another; empty where there is nothing.",
          params = {first = "column, 1 where it is left out", last = "column, the line's end where it is left out"}},
         {"replaced_places(): Position[]", "Where the first 16 pieces stand that did not decode."},
         {"outline(): (string|integer)[]",
          "A flat list with four entries for each block that is no paragraph: `\"table\"`, `\"meta\"` or `\"hidden\"`, "
            .. "its number among the blocks, its `start` and `stop` on the tape. Cheaper than `blocks`."},
         {"revealed(): integer[]",
          "A flat list of start and stop of what a page hides by its own style and is read, because it is shown "
            .. "nowhere else: tabs, folded parts."},
         {"pictures(): integer[]", "Where on the tape pictures stand that are in no table."},
         {"spot(byte: integer, byte_end: integer): Spot?", "Where bytes of a place stand in a file that has no lines; "
           .. "nil for text and pages of the web."},
         {"cell(block: integer, cell: integer): integer, integer",
          "Start and stop of a cell on the tape; both numbers count from 1."},
         {"division(start: integer, stop: integer): integer, integer",
          "Start and stop of the smallest division of the page (`div`, `section`, …) that holds a range; the "
            .. "whole tape where none does."},
         {"close()", "Frees its memory now. Raises while a report of it is open, or where it is in use; its other "
           .. "members raise afterwards."},
       },
       operators = {{"__close", "`local document <close> = …` closes it at the end of the block. Where the block ends "
         .. "by an error, that error arrives, also where a report is still open."}},
       example = [[
local document <close> = govreport.read("examples/report.txt")
local start, stop = document.tape:find("行政复议", 1, true)
print(document:source(start, stop + 1)) --> 行政复议
print(document:place(start, stop + 1)) --> 10	161	853	864]]},
      {"Block", kind = "table", text = "A paragraph, a table, a fact about the page (`<title>`, `<meta>`), or "
        .. "what it hides.",
       fields = {
         {"kind: BlockKind", "What it is."}, {"text: string", "The source as people read it."},
         {"start: integer", "Its range on the tape."}, {"stop: integer", "One past its end on the tape."},
         {"line: integer", "Where its content begins, from 1."}, {"column: integer", "In characters, from 1."},
         {"byte: integer", "Its first byte in the file, from 1."}, {"byte_end: integer", "Its last byte."},
         {"spot?: Spot", "Where that is in a Word document or a PDF; nil for text and pages of the web."},
         {"rows?: integer", "Of a table."}, {"columns?: integer", "Of a table."},
         {"cells?: GridCell[]", "Of a table, in the order of the source."},
       }},
      {"GridCell", kind = "table", text = "A cell of a table of the source, with its spans resolved.",
       fields = {
         {"text: string", "The source as people read it."}, {"row: integer", "Its first row, from 1."},
         {"row_span: integer", "How many rows it takes."}, {"col: integer", "Its first column, from 1."},
         {"col_span: integer", "How many columns it takes."},
         {"start: integer", "Its range on the tape."}, {"stop: integer", "One past its end on the tape."},
         {"line: integer", "Where its content begins, from 1."}, {"column: integer", "In characters, from 1."},
         {"byte: integer", "Its first byte in the file, from 1."}, {"byte_end: integer", "Its last byte."},
         {"spot?: Spot", "Where that is in a Word document or a PDF; nil for text and pages of the web."},
       }},
      {"Position", kind = "table", text = "A place in the source, with all four numbers: cheaper than to ask for each.",
       fields = {
         {"line: integer", "From 1."}, {"column: integer", "In characters (code points), from 1."},
         {"byte: integer", "The first byte in the original file, from 1."},
         {"byte_end: integer", "The last byte, inclusive."},
         {"spot?: Spot", "Where that is in a Word document or a PDF; nil for text and pages of the web."},
       }},
      {"Spot", kind = "table", text = "Where something stands in a file that has no lines: in a Word document part, "
        .. "bytes and the paragraph or the cell; in a PDF page and box. All count from 1, inclusive.",
       fields = {
         {"part?: string", "The part of the package: `word/document.xml`."},
         {"byte?: integer", "Its first byte in that part."}, {"byte_end?: integer", "Its last byte."},
         {"paragraph?: integer", "Which of the paragraphs with text outside of tables."},
         {"table?: integer", "Which table."}, {"row?: integer", "Its row."},
         {"column?: integer", "Its column, spans counted."},
         {"page?: integer", "Which page."},
         {"box?: (integer|Decimal)[]", "Left, top, right and bottom on the page, in points from its upper left "
           .. "corner."},
       }},
    },
    aliases = {
      {"DocumentFormat", "How a document was read.", values = {{"text", "plain text or Markdown"},
                                                               {"html", "a web page"}, {"docx", "a Word file"},
                                                               {"pdf", "a PDF"}}},
      {"BlockKind", "What a block is.",
       values = {{"paragraph", "lines up to a blank one, or a block of a page"}, {"table", "a table"},
                 {"meta", "a fact about the page: a name and its content"},
                 {"hidden", "what the page hides and is not read"}}},
    },
  },
}
