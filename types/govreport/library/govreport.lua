---@meta govreport
-- Written by `make docs` from docs/api.lua.

---Checks one report. `beside` is what stands beside it.
---@alias govreport.Checker fun(report: govreport.Report, beside?: govreport.Beside): govreport.Result

---Of messages.
---@alias govreport.Language
---| "zh" # Chinese; where nothing is said
---| "en" # English

---How bytes are read.
---@alias govreport.InputFormat
---| "auto" # found out by the content; where nothing is said
---| "text" # plain text or Markdown
---| "html" # a web page

---How a file is read. Unknown keys raise, as in all tables of options, and the nearest known key is named.
---@class govreport.ReadOptions
---@field name? string How messages call the input; the path where a file is read.
---@field lang? govreport.Language Of messages.
---As iconv names it, like `"GB18030"`; found out where it is left out. Goes before what a page says of itself.
---@field encoding? string
---@field format? govreport.InputFormat How bytes are read.
---@field max_input? integer The largest input in bytes; 268435456 (256 MiB) for files.
---@field max_memory? integer The bytes that one object of the core may hold.

---Of `govreport.decimal`.
---@class govreport.DecimalOptions
---@field lang? govreport.Language Of the message.

---How a document was read.
---@alias govreport.DocumentFormat
---| "text" # plain text or Markdown
---| "html" # a web page
---| "docx" # a Word file
---| "pdf" # a PDF

---What a block is.
---@alias govreport.BlockKind
---| "paragraph" # lines up to a blank one, or a block of a page
---| "table" # a table
---| "meta" # a fact about the page: a name and its content
---| "hidden" # what the page hides and is not read

---From `govreport.read`, `govreport.read_bytes`, `report.document`.
---@class govreport.Document
---@field name? string What the option `name` called it, the path of a file as a rule; nil where none was given.
---@field text string The whole source as UTF-8.
---The normalised text. Marks: `\v` a line goes on, `\n` end of a paragraph, `\x1F`, `\x1E`, `\x1D` end of a cell, a
---row, a table, `\x1C` a table, a fact about the page or what it hides begins.
---@field tape string
---@field encoding string The encoding that the bytes were in, like `"UTF-8"` or `"GB18030"`.
---@field format govreport.DocumentFormat How it was read.
---What held the page whose text this is: a message, as a page saved in one file (.mht) or a mail; nil where the file
---is the page.
---@field container? "mht"
---@field size integer Bytes of the source as UTF-8.
---@field replaced integer How many pieces did not decode; each is one U+FFFD in the text. 0 as a rule.
---@field dropped_tail integer Bytes of an incomplete character at the end, which were dropped. 0 as a rule.
---@field terminated boolean Whether the last line ends with a line end: false may mean that the file was cut off.
---Where what the end of the input cut begins, up to that end: a tag, a table or row, half a character, what stands
---last in a page without its end. nil where nothing tells of a cut.
---@field cut? govreport.Position
---Where on the tape stands what a page hides and is not read, behind all else; one past the end where there is
---nothing.
---@field hidden_start integer
---@field memory integer Bytes that it holds.
---@field work integer Steps that reading took: grows with the size, not with the machine.
local Document = {}

---Iterates over paragraphs, tables and facts about the page, in document order.
---@return fun(): govreport.Block?
function Document:blocks() end

---What people read in a range of the tape: the decoded source, of a page without the markup.
---@param start integer
---@param stop integer
---@return string
function Document:source(start, stop) end

---Line, column, first byte, last byte of a range of the tape.
---@param start integer
---@param stop integer
---@return integer
---@return integer
---@return integer
---@return integer
---@return govreport.Spot?
function Document:place(start, stop) end

---The source of a line without its end, from one of its characters to another; empty where there is nothing.
---@param line integer
---@param first? integer column, 1 where it is left out
---@param last? integer column, the line's end where it is left out
---@return string
function Document:line(line, first, last) end

---Where the first 16 pieces stand that did not decode.
---@return govreport.Position[]
function Document:replaced_places() end

---A flat list with four entries for each block that is no paragraph: `"table"`, `"meta"` or `"hidden"`, its number
---among the blocks, its `start` and `stop` on the tape. Cheaper than `blocks`.
---@return (string|integer)[]
function Document:outline() end

---A flat list of start and stop of what a page hides by its own style and is read, because it is shown nowhere else:
---tabs, folded parts.
---@return integer[]
function Document:revealed() end

---Where on the tape pictures stand that are in no table.
---@return integer[]
function Document:pictures() end

---Where bytes of a place stand in a file that has no lines; nil for text and pages of the web.
---@param byte integer
---@param byte_end integer
---@return govreport.Spot?
function Document:spot(byte, byte_end) end

---Start and stop of a cell on the tape; both numbers count from 1.
---@param block integer
---@param cell integer
---@return integer
---@return integer
function Document:cell(block, cell) end

---Start and stop of the smallest division of the page (`div`, `section`, …) that holds a range; the whole tape
---where none does.
---@param start integer
---@param stop integer
---@return integer
---@return integer
function Document:division(start, stop) end

---Frees its memory now. Raises while a report of it is open, or where it is in use; its other members raise
---afterwards.
function Document:close() end

---A paragraph, a table, a fact about the page (`<title>`, `<meta>`), or what it hides.
---@class govreport.Block
---@field kind govreport.BlockKind What it is.
---@field text string The source as people read it.
---@field start integer Its range on the tape.
---@field stop integer One past its end on the tape.
---@field line integer Where its content begins, from 1.
---@field column integer In characters, from 1.
---@field byte integer Its first byte in the file, from 1.
---@field byte_end integer Its last byte.
---@field spot? govreport.Spot Where that is in a Word document or a PDF; nil for text and pages of the web.
---@field rows? integer Of a table.
---@field columns? integer Of a table.
---@field cells? govreport.GridCell[] Of a table, in the order of the source.

---A cell of a table of the source, with its spans resolved.
---@class govreport.GridCell
---@field text string The source as people read it.
---@field row integer Its first row, from 1.
---@field row_span integer How many rows it takes.
---@field col integer Its first column, from 1.
---@field col_span integer How many columns it takes.
---@field start integer Its range on the tape.
---@field stop integer One past its end on the tape.
---@field line integer Where its content begins, from 1.
---@field column integer In characters, from 1.
---@field byte integer Its first byte in the file, from 1.
---@field byte_end integer Its last byte.
---@field spot? govreport.Spot Where that is in a Word document or a PDF; nil for text and pages of the web.

---A place in the source, with all four numbers: cheaper than to ask for each.
---@class govreport.Position
---@field line integer From 1.
---@field column integer In characters (code points), from 1.
---@field byte integer The first byte in the original file, from 1.
---@field byte_end integer The last byte, inclusive.
---@field spot? govreport.Spot Where that is in a Word document or a PDF; nil for text and pages of the web.

---Where something stands in a file that has no lines: in a Word document part, bytes and the paragraph or the cell;
---in a PDF page and box. All count from 1, inclusive.
---@class govreport.Spot
---@field part? string The part of the package: `word/document.xml`.
---@field byte? integer Its first byte in that part.
---@field byte_end? integer Its last byte.
---@field paragraph? integer Which of the paragraphs with text outside of tables.
---@field table? integer Which table.
---@field row? integer Its row.
---@field column? integer Its column, spans counted.
---@field page? integer Which page.
---Left, top, right and bottom on the page, in points from its upper left corner.
---@field box? (integer|govreport.Decimal)[]

---What a cell says: its state tells which.
---@alias govreport.CellValue integer|govreport.Decimal|string|boolean

---What stands in a cell.
---@alias govreport.CellState
---| "number" # a number
---| "blank" # nothing: an unknown number, not 0
---| "dash" # `—` or `/`: unknown as well
---| "none" # 无: unknown as well
---| "not_applicable" # 不适用 or N/A: unknown as well
---| "unreadable" # something that is no number, or a number whose column cannot be told
---| "text" # a text, where the form asks for one
---| "date" # an ISO date, where the form asks for one
---| "flag" # true or false: a box, 是 or 否
---| "choice" # the option that is ticked; where several may be, all of them with 、 between them
---| "absent" # the row or the column is not in the report

---What a fact is.
---@alias govreport.FieldState
---| "text" # a text
---| "date" # an ISO date: `2021-01-29`, `2021-01` or `2021`
---| "number" # a number
---| "blank" # its label stands there without a value
---| "none" # the text says that there is none
---| "unreadable" # something stands there that is no such value

---Whether a section says anything.
---@alias govreport.SectionState
---| "text" # it does
---| "none" # only 无
---| "blank" # nothing stands below the title

---From `govreport.open`, `parse`, `recognise`. A fact of the form is a field as well: `report.agency` is the value of
---`report.fields.agency`, or nil where it was not found or says nothing.
---@class govreport.Report
---@field form string The id of the form, like `"cn_disclosure_2021"`.
---@field document govreport.Document What it was read from.
---@field tables govreport.Tables The tables of the form.
---@field fields govreport.Fields The facts that were found, with their places.
---@field claims govreport.Claims The quantities and dates in the sentences.
---@field deviations govreport.Deviations Where the report differs from its form, as met while reading.
---@field ledger govreport.Ledger What became of every number of the source.
---@field memory integer Bytes that it holds, without its document.
---@field work integer Steps that reading took: grows with the size, not with the machine.
---@field title? string The title, as printed.
---@field agency? string The body, as the title names it.
---@field year? integer The year that it reports on, by the title.
---@field name? string 名称 or 标题, of the page's list of facts, as the following seven.
---@field index_number? string 索引号.
---@field publisher? string 发布机构.
---@field document_number? string 文号.
---@field subject_terms? string 主题词.
---@field published_on? string 发布日期, an ISO date.
---@field subject_category? string 主题分类.
---@field validity? string 有效性.
---@field dated? string The month or day below the title, an ISO date.
---@field signatory? string Who signs at the end.
---@field signed_on? string The date at the end, an ISO date.
---@field period_start? string The first day of 统计期限, an ISO date.
---@field period_end? string Its last day, an ISO date.
---@field parts_announced? integer How many parts the introduction announces.
---@field citations? string The first law or notice that the introduction cites; `pairs(report.fields)` gives all.
---信息处理费 in yuan; nil also where it is said that there was none.
---@field processing_fee? integer|govreport.Decimal
local Report = {}

---The part of an id; nil where the report lacks it.
---@param id string
---@return govreport.Section?
function Report:section(id) end

---Iterates over the parts, in document order; subsections are in their parts.
---@return fun(): govreport.Section?
function Report:sections() end

---The numbers that were neither bound to anything nor set aside with a reason.
---@return govreport.LedgerEntry[]
function Report:unaccounted() end

---Where prose stands: a flat list of `start`, `stop` on the tape, in document order, without headings and tables.
---@return integer[]
function Report:passages() end

---The cells of all tables that hold anything but a whole number >= 0, with the absent ones.
---@return govreport.Cell[]
function Report:odd_cells() end

---The cell of a number (`cell.number`), of an address (`"applications.granted.total"`), or of a table, a row and a
---column, each by its id or its official name.
---@param cell integer|string
---@param row? string
---@param column? string
---@return govreport.Cell
function Report:cell(cell, row, column) end

---Iterates over address, value and state of the cells of all rows that count, in the form's order: much cheaper than
---Cells, for programs that add up or rank many reports. The value is nil for the states without one.
---@return (fun(): string?, govreport.CellValue?, govreport.CellState?)
function Report:values() end

---All tables of the form as plain ones, by id; see `Table.to_table`.
---@return table<string, table<string, table<string, govreport.CellValue>>>
function Report:to_table() end

---The sentences of its prose, in document order, without headings, and without what is only a fact (`report.fields`).
---@param options? govreport.SentencesOptions
---@return govreport.Quote[]
function Report:sentences(options) end

---Where a text stands in its sentences, headings and tables, in document order: in any width, in traditional or
---simplified characters, over the ends of lines, never over those of cells. Or where an LPeg pattern matches on the
---tape, which crosses a mark only where it takes it; it has to take something. What the page hides, and facts about
---the page, are not looked at.
---@param what string|userdata
---@return govreport.Quote[]
function Report:find(what) end

---Frees its memory now; everything that was taken from it raises afterwards. Raises itself where the report is in use
---and cannot be closed: a rule or a script of `govreport check` may not close the one that is checked.
function Report:close() end

---`report:sentences`.
---@class govreport.SentencesOptions
---@field section? string Only those of the part of this id.

---A piece of the report's text, with its place.
---@class govreport.Quote
---@field text string The source as people read it, on one line.
---@field section? string The id of the part that it stands in; nil above the first and below the last.
---@field line integer Where it stands, from 1.
---@field column integer In characters, from 1.
---@field byte integer Its first byte in the file, from 1.
---@field byte_end integer Its last byte.
---@field spot? govreport.Spot Where that is in a Word document or a PDF; nil for text and pages of the web.
---@field start integer Its range on the tape.
---@field stop integer One past its end on the tape.

---`report.tables`. `report.tables.applications` is a table by its id, or by its official caption where the form gives
---one: `report.tables["第二十条第（五）项"]`; a name that the form does not have raises.
---@class govreport.Tables
---@field [string] govreport.Table By id or caption.
---@field [integer] govreport.Table? From 1, in the form's order; nil past the end, so that `ipairs` works.
---@operator len: integer

---A table of the form, in the report or not.
---@class govreport.Table
---@field id string Permanent, like `"applications"`.
---@field caption? string What the form prints above it, or calls it; nil where it has no such name.
---@field present boolean Whether any of its cells is in the report.
---@field first_cell integer The number of its first cell among all cells.
local Table = {}

---A cell, by ids or by the official labels. Raises for an unknown one.
---@param row string
---@param column string
---@return govreport.Cell
function Table:cell(row, column) end

---Iterates over the cells of the rows that `rows` gives, row by row.
---@return fun(): govreport.Cell?
function Table:cells() end

---A plain table of its values, by the ids of row and column: the value of each cell, and where it has none, the name
---of its state (`"blank"`, `"dash"`, `"absent"`, …). So a blank is told from what is absent, and neither becomes 0
---by an `or 0`: to calculate with a state raises. Every row of the form is there, so that a program may ask for the
---same cells of every report, but for headings without values. Where cells hold text, and more than the value is
---wanted, ask the Cell.
---@return table<string, table<string, govreport.CellValue>>
function Table:to_table() end

---A row, by its id or its official label.
---@param row string
---@return govreport.Row
function Table:row(row) end

---Iterates over the columns in the form's order: id, official label.
---@return fun(): string?
---@return string?
function Table:columns() end

---Iterates over the rows in the form's order. Of a row and the rows that a form may print in its place, those come
---that this report prints.
---@return fun(): govreport.Row?
function Table:rows() end

---A row of a table, from `table:row` or `table:rows`.
---@class govreport.Row
---@field id string Permanent, like `"granted"`.
---@field label string The official label, like `（一）予以公开`.
local Row = {}

---A cell, by the id or the official label of its column.
---@param column string
---@return govreport.Cell
function Row:cell(column) end

---Iterates over its cells in the form's order.
---@return fun(): govreport.Cell?
function Row:cells() end

---One cell of a table of the form, whether the report prints it or not. Look at `state` before `value`: a cell
---without a number is unknown, not 0.
---@class govreport.Cell
---@field state govreport.CellState What stands in it.
---The number, the text, the ISO date, true or false, or the option that is ticked, by the state; nil for the other
---states.
---@field value? govreport.CellValue
---As printed in the cell, else in the header or in a column of units, else as the form gives it for the row or
---column; nil where none has one. Never assumed.
---@field unit? string
---@field sign? string The word before the number: 增, 减, 持平, …; the value has the sign already.
---@field note? string What stands in brackets behind the number, without them.
---@field raw? string The source of the cell; nil where there is nothing.
---@field inferred boolean Whether its row or column was told by its place and not by its labels.
---@field lost boolean Whether its whole row could not be read; its place is that of the row's label then.
---@field address string `table.row.column`, permanent: `"applications.granted.total"`.
---@field table string The id of its table.
---@field row string The id of its row.
---@field row_label string The official label of its row.
---@field column_id string The id of its column.
---@field column_label string The official label of its column.
---@field number integer Its number among all cells of the form, from 0.
---@field line? integer Where it stands, from 1; nil for an absent cell, as the following four.
---@field column? integer In characters, from 1. The column of the table is `column_id`.
---@field byte? integer Its first byte in the file, from 1.
---@field byte_end? integer Its last byte.
---@field spot? govreport.Spot Where that is in a Word document or a PDF; nil for text and pages of the web.
---@field place? govreport.Position These five as a table.

---`report.fields`. `report.fields.agency` is the first fact of that id, nil where none was found; an id that the form
---does not have raises.
---@class govreport.Fields
---@field [string] govreport.Field? By id; the ids are those of the facts of a Report.
---All facts found, from 1, in document order; nil past the end, so that `ipairs` works.
---@field [integer] govreport.Field?
---@operator len: integer

---A fact, with its place.
---@class govreport.Field
---@field id string Like `"agency"`.
---@field state govreport.FieldState What it is.
---@field value? string|integer|govreport.Decimal Text, ISO date or number; nil for the other states.
---@field raw string The source of its place.
---@field line integer Where it stands, from 1.
---@field column integer In characters, from 1.
---@field byte integer Its first byte in the file, from 1.
---@field byte_end integer Its last byte.
---@field spot? govreport.Spot Where that is in a Word document or a PDF; nil for text and pages of the web.
---@field place govreport.Position These five as a table.
---@field start integer Its range on the tape.
---@field stop integer One past its end on the tape.

---A part of the report, or a subsection. Its place is that of its title.
---@class govreport.Section
---@field id? string Of a part of the form, like `"overview"`; nil for a subsection.
---@field level integer 1 for a part, more for subsections.
---@field number? integer The ordinal as printed (三、 is 3); nil where none is.
---@field marker? string The ordinal or bullet as printed; nil where none is.
---@field title? string As printed, without the ordinal.
---@field text string What stands below the title, as the source has it, with all subsections; `""` for nothing.
---@field state govreport.SectionState Whether it says anything.
---@field parent? govreport.Section The one that it stands in; nil for a part.
---@field body_start integer Where its text begins on the tape.
---@field body_stop integer One past its end.
---@field raw string The source of its place.
---@field line integer Where it stands, from 1.
---@field column integer In characters, from 1.
---@field byte integer Its first byte in the file, from 1.
---@field byte_end integer Its last byte.
---@field spot? govreport.Spot Where that is in a Word document or a PDF; nil for text and pages of the web.
---@field place govreport.Position These five as a table.
---@field start integer Its range on the tape.
---@field stop integer One past its end on the tape.
local Section = {}

---Iterates over its direct subsections.
---@return fun(): govreport.Section?
function Section:sections() end

---An exact number that is not whole, with at most 15 significant digits; whole numbers are integers of Lua. Results
---are exact, and integers again where they are whole. A result with more digits raises, and so does a float as
---operand.
---@class govreport.Decimal
---@operator add(integer|govreport.Decimal): integer|govreport.Decimal
---@operator sub(integer|govreport.Decimal): integer|govreport.Decimal
---@operator mul(integer|govreport.Decimal): integer|govreport.Decimal
---@operator unm: govreport.Decimal
---@operator concat(string|number|govreport.Decimal): string

---What a claim is.
---@alias govreport.ClaimKind
---| "quantity" # a number with a measure word
---| "date" # a date or a range of years

---How exact a sentence is about a number.
---@alias govreport.Bound
---| "exact" # as it stands
---| "about" # 约, 左右
---| "at_least" # 超过, 余, 以上
---| "at_most" # 近, 不足, 以内

---Whether a number was understood.
---@alias govreport.LedgerStatus
---| "bound" # part of a cell, a fact or a claim
---| "ignored" # set aside, with a reason
---| "unaccounted" # neither: a person should look at it

---How a report differs from its form.
---@alias govreport.DeviationKind
---| "section_unread" # a line that may be the heading of a part that was not found, the subject its title
---| "title_unknown" # the title of a part, in words that the form does not have; the detail is what stands there
---| "label_misprint" # a label with a known mistake; the detail is what stands there
---| "label_unknown" # a text where a label should be; the detail is the nearest label
---| "row_unknown" # a row with numbers that no table has; the detail is the nearest label
---| "row_repeated" # a row stands twice, with the same numbers
---| "row_conflict" # a row stands twice, with others
---| "row_short" # a row has fewer values than columns; the detail is `found/wanted`
---| "row_long" # a row has more values than columns; the detail is `found/wanted`
---| "row_inferred" # rows without their labels, placed by their number and their sums
---| "column_missing" # a column is not in the header; the detail is the table
---| "columns_unknown" # the order of the columns cannot be told from the header
---| "columns_permuted" # the header is whole, in an order of its own that cannot be told
---| "header_missing" # a table without a header
---| "caption_missing" # a table without its caption; the detail is the table
---| "table_misplaced" # a table stands in another part
---| "grammar_left" # what a table's `grammar` captured and was not bound; the subject is the cell, the detail why: `capture`, `row`, `column`, `value`, `filled`, `values`, `shared`
---| "hidden_read" # what the page hides and shows nowhere else, which was read

---`report.claims`: the quantities and dates in sentences.
---@class govreport.Claims
---@field [integer] govreport.Claim? From 1, in document order; nil past the end, so that `ipairs` works.
---@operator len: integer

---A quantity or a date in a sentence.
---@class govreport.Claim
---@field kind govreport.ClaimKind What it is.
---@field value? integer|govreport.Decimal Of a quantity, with 万 and 亿 multiplied out.
---@field bound govreport.Bound How exact the sentence is about it.
---Of a quantity the measure word (件, 万元, %). Of a date its ISO form; `--08-11` without a year, `2019/2020` for
---years, as printed where it is a range of days or months.
---@field text string
---@field section? govreport.Section The innermost section that it stands in; nil above the first.
---@field raw string The source of its place.
---@field line integer Where it stands, from 1.
---@field column integer In characters, from 1.
---@field byte integer Its first byte in the file, from 1.
---@field byte_end integer Its last byte.
---@field spot? govreport.Spot Where that is in a Word document or a PDF; nil for text and pages of the web.
---@field place govreport.Position These five as a table.
---@field start integer Its range on the tape.
---@field stop integer One past its end on the tape.

---`report.deviations`: where the report differs from its form.
---@class govreport.Deviations
---@field [integer] govreport.Deviation? From 1, in document order; nil past the end, so that `ipairs` works.
---@operator len: integer

---A difference between report and form that was met while reading. Rules make findings of them.
---@class govreport.Deviation
---@field kind govreport.DeviationKind What is different.
---@field subject string What it is about: a label, or the id of a table or row.
---@field detail string What more there is to say, for each kind another thing; `""` for nothing.
---@field raw string The source of its place.
---@field line integer Where it stands, from 1.
---@field column integer In characters, from 1.
---@field byte integer Its first byte in the file, from 1.
---@field byte_end integer Its last byte.
---@field spot? govreport.Spot Where that is in a Word document or a PDF; nil for text and pages of the web.
---@field place govreport.Position These five as a table.
---@field start integer Its range on the tape.
---@field stop integer One past its end on the tape.

---`report.ledger`: every run of digits of the source, once. Nothing is lost: what was not understood is listed.
---@class govreport.Ledger
---@field [integer] govreport.LedgerEntry? From 1, in document order; nil past the end, so that `ipairs` works.
---@operator len: integer

---What became of a run of digits.
---@class govreport.LedgerEntry
---@field status govreport.LedgerStatus Whether it was understood.
---Where it went: `cell`, `field`, `claim`; or why it was set aside: `list_number`, `page_number`, `page_chrome`,
---`ordinal`, `document_number`, `title`, `name`, `telephone`, `postcode`, `time`, `repeated`, `hidden` by the page,
---or what a form calls it. nil where it is unaccounted.
---@field reason? string
---@field raw string The source of its place.
---@field line integer Where it stands, from 1.
---@field column integer In characters, from 1.
---@field byte integer Its first byte in the file, from 1.
---@field byte_end integer Its last byte.
---@field spot? govreport.Spot Where that is in a Word document or a PDF; nil for text and pages of the web.
---@field place govreport.Position These five as a table.
---@field start integer Its range on the tape.
---@field stop integer One past its end on the tape.

---How grave a finding is.
---@alias govreport.Severity
---| "error" # certain, on an official basis: must be corrected
---| "warning" # doubtful: to be verified
---| "info" # a hint
---| "notice" # what only the tool could not do

---What could not be decided.
---@alias govreport.UndecidedKind
---| "sum" # a sum of which cells are not known
---| "table" # a table that could not be read, or has rows that could not
---| "rule" # what a rule asks for

---The outcome of a check.
---@alias govreport.Verdict
---| "pass" # nothing found but hints
---| "review" # warnings to verify
---| "fail" # errors
---| "undecided" # no errors, but something needed could not be decided

---What kind of mistake a change repairs.
---@alias govreport.RepairKind
---| "digit" # a digit too many or too few, or two neighbouring ones exchanged
---| "swap" # two cells next to each other hold each other's value
---| "totals" # totals were not added up
---| "cells" # any other
---| "rows" # neighbouring rows were exchanged
---| "columns" # neighbouring columns were exchanged
---| "shift" # the values of a row stand one column too far

---What explains sums that fail. A RepairKind where one change explains them, `"choice"` where several do,
---`"unsearched"` where the search was given up.
---@alias govreport.CauseKind govreport.RepairKind|"choice"|"unsearched"

---Why a waiver waives nothing.
---@alias govreport.WaiverState
---| "expired" # its last day is past
---| "changed" # another value stands there now
---| "unused" # there is no such finding

---What kind of body a unit is.
---@alias govreport.BodyType
---| "government" # 人民政府, 乡镇 among them
---| "office" # the office of a government
---| "department" # 部门
---| "subdistrict" # 街道办事处
---| "institution" # 事业单位

---The level of a unit.
---@alias govreport.BodyLevel
---| "national" # 国家
---| "province" # 省级
---| "city" # 市级
---| "county" # 县级
---| "township" # 乡镇

---Of `govreport.check`. With every check run all rules of the project that fit the form, unless some are chosen.
---@class govreport.CheckOptions
---Rules to add: files, rules, lists of rules, functions over the report.
---@field rules? (string|govreport.Rule|govreport.Rule[]|govreport.RuleFunction)[]
---@field select? string[] Only these rules: ids (`"cells.blank"`) or families (`"cells"`).
---@field ignore? string[] Not these rules or families.
---Another severity for a rule or a family; that of a rule goes first.
---@field severity? table<string, govreport.Severity>
---@field lang? govreport.Language Of the findings' `message`; they have `messages` in both.
---@field waivers? string|govreport.Waivers Findings that are accepted: a file, or Waivers.
---@field today? string An ISO date; needed where a waiver expires. The library reads no clock.
---The longest search for the causes of failing sums, in steps, shorter where more than 12 fail; 750000 where it is
---left out.
---@field search_steps? number
---@field units? string|govreport.Units The register of units, or its file: what kind of body this is, its deadline.
---@field previous? string|govreport.Report The report of the same body for the year before, or its file.
---@field series? table What is amiss with the years in a folder; for the command `check --series`.
---@field rollup? govreport.Rollup The comparison with the units below; `govreport.rollup` passes it on.

---Of `govreport.checker`.
---@class govreport.CheckerOptions
---Rules to add: files, rules, lists of rules, functions over the report.
---@field rules? (string|govreport.Rule|govreport.Rule[]|govreport.RuleFunction)[]
---@field select? string[] Only these rules: ids (`"cells.blank"`) or families (`"cells"`).
---@field ignore? string[] Not these rules or families.
---Another severity for a rule or a family; that of a rule goes first.
---@field severity? table<string, govreport.Severity>
---@field lang? govreport.Language Of the findings' `message`; they have `messages` in both.
---@field waivers? string|govreport.Waivers Findings that are accepted: a file, or Waivers.
---@field today? string An ISO date; needed where a waiver expires. The library reads no clock.
---The longest search for the causes of failing sums, in steps, shorter where more than 12 fail; 750000 where it is
---left out.
---@field search_steps? number
---@field units? govreport.Units The register of units.

---What stands beside a report, for a Checker: it differs from report to report.
---@class govreport.Beside
---The report of the same body for the year before. One of another body or year is not compared, and a finding says
---so.
---@field previous? govreport.Report
---@field series? table What is amiss with the years in a folder; for the command `check --series`.
---@field rollup? govreport.Rollup The comparison with the units below.

---From `govreport.check`.
---@class govreport.Result
---@field verdict govreport.Verdict The outcome in one word.
---@field counts govreport.Counts How many findings of each severity.
---@field undecided integer How many sums and tables could not be decided.
---@field open govreport.Undecided[] Which.
---Whether most cells that the form asks for could not be read; then nothing is said to be missing.
---@field unread boolean
---@field list govreport.Findings The findings in document order; what has no place comes first.
---@field waived govreport.Waived[] What was found and is accepted; it counts nowhere.
---@field lang govreport.Language Of the messages.
---@field report govreport.Report What was checked; it may be closed by now.
local Result = {}

---Iterates over the findings in document order.
---@return fun(): govreport.Finding?
function Result:findings() end

---The verdict as people read it, like 未发现错误.
---@param lang? govreport.Language
---@return string
function Result:verdict_text(lang) end

---What a command about this report alone exits with; see conventions.
---@param fail_on? "error"|"warning"
---@return integer
function Result:exit_code(fail_on) end

---Of `result.open`: what could not be decided.
---@class govreport.Undecided
---@field kind govreport.UndecidedKind What it is.
---@field rule? string The id of the rule; nil for a table.
---@field title? govreport.Messages What would have been checked, by language; nil for a table.
---@field table? string The id of the table; nil where it is about none.
---@field row? string Of a sum over a row: which.
---@field column? string Of a sum over a column: which.
---Addresses: of a sum the cells that hold no number, all where each holds one; else those that were not read.
---@field cells string[]

---Of `govreport.letter`.
---@class govreport.LetterOptions
---@field lang? govreport.Language Of the letter; that of the result where it is left out.
---A first round, or the file of its JSON: items are told as open, changed or new.
---@field since? string|govreport.Rounds
---@field name? string The name of the report's file in the first round; that of the document where it is left out.
---@field rounds? govreport.RoundsResult Instead of `since`: what an entry of a Batch has of it.
---@field from? string Who sends the letter.
---@field date? string Its date, ISO: `2025-02-05`. The library has no clock; the command gives today.
---@field deadline? string The day by which it is to be answered, ISO.
---@field contact? string Whom to ask: a name, a telephone.

---Of `govreport.annotate`.
---@class govreport.AnnotateOptions
---@field lang? govreport.Language Of the comments; that of the result where it is left out.
---Whether a number that only one other can replace is replaced, as a tracked change that Word offers to accept or to
---reject.
---@field suggest? boolean

---From `govreport.letter`.
---@class govreport.Letter
---@field lang govreport.Language Of its texts.
---@field title string Of the letter.
---@field agency? string The body that it is for.
---@field report? string The title of the report.
---@field year? integer The year of the report.
---@field verdict string As people read it.
---@field opening string The first sentence.
---@field closing? string The last one: what to do, and by when; nil where there are no items.
---@field from? string As given.
---@field contact? string As given.
---@field date? string As people read it: 2025年2月5日.
---@field deadline? string As people read it.
---@field count integer How many items there are.
---What must be corrected, what is to be verified, what is worth knowing; empty ones are left out.
---@field groups govreport.LetterGroup[]
---@field resolved string[] What is resolved since the first round.

---The items of a severity.
---@class govreport.LetterGroup
---@field severity govreport.Severity Of its items.
---@field title string Of the group.
---@field items govreport.LetterItem[] In document order.

---One finding in a letter.
---@class govreport.LetterItem
---@field number integer From 1, through all groups.
---@field part string The part of the report.
---@field row string The row or rows; `""` for none.
---@field column string The column or columns; `""` for none.
---@field where string Part, row, column and how many cells, in one text.
---@field problem string The message.
---@field change string What to do.
---The repair of several cells, the choice of repairs, or the cells that are not filled in, as small tables; empty for
---all others.
---@field tables govreport.LetterTable[]
---@field finding govreport.Finding What it was made of: its `repair`, `cells`, `rule`.
---Where there is a first round: 未改, 已改动，仍不符 or 新增, in the language of the letter.
---@field status? string

---A small table: its cells are texts.
---@class govreport.LetterTable
---@field head string[] The header; `""` above labels.
---@field labels integer So many columns, from the first, are labels.
---@field rows govreport.LetterCell[][] The rows.

---A cell of a small table.
---@class govreport.LetterCell
---@field text string A label, what stands there, or `18→17` for what is to be changed.
---@field marked boolean Whether it is to be changed or filled in.

---Of `govreport.rounds`.
---@class govreport.RoundsOptions
---@field name? string How messages call the text.
---@field lang? govreport.Language Of messages.

---A first round of checks, from `govreport.rounds`, for the options `since`.
---@class govreport.Rounds
local Rounds = {}

---What became of the findings of a report; nil where the first round did not have it.
---@param name string? the name of its file
---@param subject string `subject` of an entry of a Batch
---@param result govreport.Result
---@return govreport.RoundsResult?
function Rounds:compare(name, subject, result) end

---What became of the findings of a first round.
---@class govreport.RoundsResult
---@field status table<govreport.Finding, "open"|"changed"|"new"> Of each finding of now.
---@field resolved table[] The findings that are gone, as the JSON has them.

---How many findings there are of each severity.
---@class govreport.Counts
---@field error integer Must be corrected.
---@field warning integer To be verified.
---@field info integer Hints.
---@field notice integer What only the tool could not do.

---`result.list`.
---@class govreport.Findings
---@field [integer] govreport.Finding From 1.
---@operator len: integer

---A finding that a waiver accepts.
---@class govreport.Waived
---@field finding govreport.Finding What was found.
---@field reason string Why it is accepted, by the waiver.

---What a rule says about a report. `tostring(finding)` is one line for people.
---@class govreport.Finding
---@field rule string The id of the rule, permanent.
---@field severity govreport.Severity How grave it is.
---@field message string In the language of the check; fit to be sent to the body.
---@field messages govreport.Messages In all languages.
---@field cells govreport.CellPlace[] The cells that it names.
---@field places govreport.Place[] Sentences, headings, facts that it names.
---@field related govreport.RelatedCell[] What was compared with it in other reports.
---@field expected? any What should be there, where there are two sides.
---@field actual? any What is there, where there are two sides.
---The smallest change that makes all sums hold; empty where there is none or more than one.
---@field repair govreport.Repair
---@field alternatives govreport.Repair[] Where several changes are as small: the plausible ones first, at most eight.
---@field alternatives_count integer How many there are in all.
---@field cause? govreport.CauseKind Of sums that fail: what kind of mistake explains them.
---@field also string[] Ids of other rules that fail by the same cause.
---What it was told as before, under other ids: waivers and first rounds that name those still hold.
---@field formerly govreport.Finding[]
---`KEY.VALUE`: the key says what it is about, the value what stood there; the same wherever the finding stands.
---@field fingerprint string
---Of the last finding of a rule that has more than 1,000 in a report: how many others it stands for, which are not
---told one by one. The counts of the Result have them.
---@field further? integer
---@field line? integer The first of its places, from 1; nil for what is not in the source, as the following three.
---@field column? integer In characters, from 1.
---@field byte? integer Its first byte in the file, from 1.
---@field byte_end? integer Its last byte.
---@field spot? govreport.Spot Where that is in a Word document or a PDF; nil for text and pages of the web.

---The texts of a message, by language.
---@class govreport.Messages
---@field zh string Chinese.
---@field en string English.

---The lists in results are read-only: `#list`, `list[i]`, `ipairs(list)`.
---@class govreport.List
---@field [integer] any From 1.
---@operator len: integer

---A place that a finding names.
---@class govreport.Place
---@field line? integer Where it stands, from 1; nil for what is not in the source, as the following three.
---@field column? integer In characters, from 1.
---@field byte? integer Its first byte in the file, from 1.
---@field byte_end? integer Its last byte.
---@field spot? govreport.Spot Where that is in a Word document or a PDF; nil for text and pages of the web.
---@field raw? string What stands there. Numbers of persons are masked in findings.

---A cell that a finding names.
---@class govreport.CellPlace: govreport.Place
---@field address? string `table.row.column`.
---@field state? govreport.CellState What stands in it.
---@field value? govreport.CellValue Its value.

---A cell of another report that a finding compares with.
---@class govreport.RelatedCell: govreport.CellPlace
---@field report? string Which report: its name.

---A change of a cell.
---@class govreport.Change
---@field address string Of the cell.
---@field value? integer|govreport.Decimal What it must be; nil where only bounds are known.
---@field at_least? integer|govreport.Decimal The lower bound of a value that is not certain; nil for none.
---@field at_most? integer|govreport.Decimal Its upper bound; nil for none.

---A list of changes that go together.
---@class govreport.Repair: govreport.List
---@field [integer] govreport.Change From 1.
---@field kind? govreport.RepairKind What kind of mistake it repairs.

---Findings that are accepted: from `require "govreport.waivers"`, `load(path)` or `new(list)`. For the option
---`waivers`.
---@class govreport.Waivers
local Waivers = {}

---The waivers about reports that were checked and that waive nothing any more.
---@return govreport.IdleWaiver[]
function Waivers:idle() end

---Those that have not expired.
---@param today string? ISO date; nil for all
---@return govreport.Waiver[]
function Waivers:valid(today) end

---Parts findings into those that stand and those that are waived; `govreport.check` does it.
---@param findings govreport.Finding[]
---@param report govreport.Report
---@param today string? ISO date; needed where a waiver expires
---@param ran fun(rule: string): boolean whether a rule ran
---@return govreport.Finding[]
---@return govreport.Waived[]
function Waivers:apply(findings, report, today, ran) end

---One waiver. It holds only as long as its value stands in the report.
---@class govreport.Waiver
---@field rule string The rule whose finding is accepted.
---@field reason string Why.
---@field agency? string Only for reports of this body.
---@field year? integer Only for reports of this year.
---@field cell? string The address of a cell that the finding names; needs `value`.
---@field sentence? string Words of a sentence that the finding names, instead of `cell`; needs `value`.
---@field value? any The value of the cell, its state (`"blank"`), or the number in the sentence that is wrong.
---@field fingerprint? string The fingerprint of the finding, instead of `cell` and `value`.
---@field expires? string The last day on which it holds, an ISO date.

---A waiver that waives nothing.
---@class govreport.IdleWaiver
---@field rule string Its rule.
---@field agency? string The body that it is for; nil for all.
---@field year? integer The year that it is for; nil for all.
---@field reason string Its reason.
---@field expires? string Its last day.
---@field state govreport.WaiverState Why it waives nothing.

---A register of units, from `govreport.units`.
---@class govreport.Units
---@field list govreport.Unit[] All units, in the order of the file.
local Units = {}

---The unit of a name or an alias, with or without the city or county in front; nil where there is none, or several
---may be meant.
---@param name string?
---@return govreport.Unit?
function Units:find(name) end

---A body in a register. What is left blank there is nil.
---@class govreport.Unit
---@field name string Its name.
---@field type? govreport.BodyType What kind of body it is.
---@field level? govreport.BodyLevel Its level.
---@field parent? string The name of the unit above.
---@field code? string 行政区划代码: 6, 9 or 12 digits.
---@field deadline? string The local deadline: `"01-20"`, or an ISO date.
---@field aliases string[] Names that it had before.
---@field line integer Of the file.
---@field year? integer In a roster: the year that the entry is for.
local Unit = {}

---The local deadline of the report on a year, an ISO date; nil where the register gives none.
---@param year integer
---@return string?
function Unit:deadline_for(year) end

---Of `govreport.units`.
---@class govreport.UnitsOptions
---@field name? string How messages call the file; its path where it is left out.
---@field lang? govreport.Language Of messages.
---@field roster? boolean Whether it is a list of expected reports: a column 年度 may be there, parents need not be.

---Something that is wrong in a register.
---@class govreport.UnitsProblem
---@field code govreport.Code Permanent.
---@field line integer Of the file; 0 for the file as a whole.
---@field message string For people.

---A file whose content is in memory, where a path would do.
---@class govreport.Bytes
---@field name? string How messages call it.
---@field bytes string Its content.

---Of `govreport.files`.
---@class govreport.FilesOptions
---@field lang? govreport.Language Of messages.

---Of `govreport.open_files`.
---@class govreport.OpenFilesOptions
---@field lang? govreport.Language Of messages.
---@field encoding? string Of the files; found out where it is left out.
---@field max_input? integer The most bytes that a file may have.
---@field max_memory? integer The most bytes of memory that a document may take.

---Of `govreport.check_files`.
---@class govreport.CheckFilesOptions: govreport.CheckerOptions
---As of a checker, and so the next six.
---@field rules? (string|govreport.Rule|govreport.Rule[]|govreport.RuleFunction)[]
---@field select? string[] Only these rules or families.
---@field ignore? string[] Not these.
---@field severity? table<string, govreport.Severity> Other severities.
---@field lang? govreport.Language Of messages.
---@field waivers? string|govreport.Waivers Findings that are accepted.
---@field today? string An ISO date, for waivers.
---@field search_steps? number The longest search for the causes of failing sums.
---@field units? string|govreport.Units The register of units, or its file.
---@field previous? string|govreport.Bytes|govreport.Report The report of the year before, of a single file.
---Whether each report is compared with that of its body for the year before, body by body in the order of years; a
---body that the register knows by several names is one.
---@field series? boolean
---A first round, or the file of its JSON: its findings are told as resolved, open, changed or new.
---@field since? string|govreport.Rounds
---@field encoding? string Of the files; found out where it is left out.

---Of `govreport.review`; those of `check_files`, and these.
---@class govreport.ReviewOptions: govreport.CheckFilesOptions
---As of a checker, and so the next six.
---@field rules? (string|govreport.Rule|govreport.Rule[]|govreport.RuleFunction)[]
---@field select? string[] Only these rules or families.
---@field ignore? string[] Not these.
---@field severity? table<string, govreport.Severity> Other severities.
---@field lang? govreport.Language Of all texts.
---@field waivers? string|govreport.Waivers Findings that are accepted.
---@field today? string An ISO date, for waivers.
---@field search_steps? number The longest search for the causes of failing sums.
---@field units? string|govreport.Units The register of units, or its file.
---@field previous? string|govreport.Bytes|govreport.Report The report of the year before, of a single file.
---@field series? boolean Whether each report is compared with that of its body for the year before.
---A first round, or the file of its JSON: what is resolved, open and new is told.
---@field since? string|govreport.Rounds
---@field encoding? string Of the files; found out where it is left out.
---Who has to hand in, or the CSV file that says so: those of whom there is no report are listed.
---@field roster? string|govreport.Units
---@field from? string Who sends the letters.
---@field date? string Their date, ISO.
---@field deadline? string The day by which they are to be answered, ISO.
---@field contact? string Whom to ask: a name, a telephone.

---From `govreport.review`: files for a folder.
---@class govreport.ReviewFolder
---@field total integer How many reports, and files that cannot be read, there are in all.
---@field done integer How many of them were read so far.
---@field unread govreport.Unread[] Those that could not be read, so far.
local ReviewFolder = {}

---Iterates over the files, once: path in the folder, content. Reports are open one at a time, and the last is closed
---when the loop ends, also by `break`.
---@return fun(): string?
---@return string?
function ReviewFolder:files() end

---What the command line exits with, after the last file; see conventions.
---@param fail_on? "error"|"warning"
---@return integer
function ReviewFolder:exit_code(fail_on) end

---From `govreport.open_files`. What it counts is complete behind the last entry; `govreport.render` and
---`govreport.printer` show it as one table or list.
---@class govreport.Collection
---@field lang govreport.Language Of messages.
---@field files integer How many reports were read.
---@field unread integer How many entries could not be read: files, folders, and kinds of files in folders.
---@field total integer How many entries there are in all.
---@field folder? govreport.FolderCounts What became of the files of folders; nil where no path is one.
local Collection = {}

---Iterates over the files, once. Each is read when it is asked for; its report is closed when the next one is, or the
---loop ends, also by `break`: another one goes on there.
---@return fun(): govreport.CollectionEntry?
function Collection:entries() end

---A file of a Collection. It has either `report`, or `message` and `code`.
---@class govreport.CollectionEntry
---@field name string Its path.
---@field report? govreport.Report Open until the next entry is asked for.
---@field message? string Why it could not be read.
---@field code? govreport.Code The same, permanent.

---From `govreport.check_files`. What it counts is complete behind the last entry.
---@class govreport.Batch
---@field lang govreport.Language Of messages.
---@field files integer How many reports were checked.
---@field unread integer How many entries could not be read: files, folders, and kinds of files in folders.
---@field total integer How many entries there are in all.
---@field folder? govreport.FolderCounts What became of the files of folders; nil where no path is one.
---How many findings of each severity.
---@field counts {error: integer, warning: integer, info: integer, notice: integer}
---@field verdicts table<govreport.Verdict, integer> How many reports have each verdict.
---@field tally govreport.RuleCount[] How often each rule spoke, in the order in which they did first.
local Batch = {}

---Iterates over the files, once. Each is checked when it is asked for; its report is closed when the next one is, or
---the loop ends, also by `break`: another one goes on there.
---@return fun(): govreport.BatchEntry?
function Batch:entries() end

---What the command line exits with, after the last entry; see conventions.
---@param fail_on? "error"|"warning"
---@return integer
function Batch:exit_code(fail_on) end

---The reports of the first round that were not among the entries so far; nil without a first round, and where one
---file alone is checked.
---@return govreport.AbsentReport[]?
function Batch:absent() end

---A report of the first round that is not there in the second.
---@class govreport.AbsentReport
---@field name string Its path then.
---@field title? string As printed.
---@field agency? string The body.
---@field year? integer Of the report.

---A file of a Batch. It has either `report` and `result`, or `message` and `code`.
---@class govreport.BatchEntry
---@field name string Its path.
---@field report? govreport.Report Open until the next entry is asked for.
---@field result? govreport.Result Of its check.
---@field subject? string A hash of body and year: the same report in another file has the same.
---What became of the first round; nil without one, or where it did not have the report.
---@field rounds? govreport.RoundsResult
---@field message? string Why it could not be read.
---@field code? govreport.Code The same, permanent.

---What became of the files of the folders of a Batch or a Collection. `files` is the sum of the next four behind the
---last entry.
---@class govreport.FolderCounts
---@field files integer How many there are, but for hidden ones.
---@field checked integer Reports that were checked; of a Collection those that were read.
---@field unread integer Files that could not be read.
---Files whose names do not say that they are reports: those that may be (OFD, Word, archives, …) are told as
---entries (`io.unsupported`), all others are only counted.
---@field unsupported integer
---@field repeated integer Further names of files that were there already.
---@field unopened integer Folders and archives that could not be listed and links to folders; none of `files`.

---How often a rule spoke with a severity.
---@class govreport.RuleCount
---@field rule string Its id.
---@field severity govreport.Severity Of the findings.
---@field findings integer How many there are.
---@field files integer In how many reports.

---A file that could not be read, in a list beside the others.
---@class govreport.Unread
---@field name string Its path.
---@field message string For people.
---@field code govreport.Code Permanent.

---What became of a document; datasets.md has more.
---@alias govreport.DocumentStatus
---| "ok" # it was read as a report, and checked
---| "not_a_report" # it is no report of a known form
---| "unreadable" # it could not be had, or is of a kind that is not read
---| "bad_input" # it is empty, or the record that asks for it is not right
---| "bad_encoding" # its text has no known encoding
---| "too_large" # it is larger than what is read
---| "timeout" # it took longer than it may
---| "memory" # it took more memory than it may
---| "crash" # it ended the process that read it
---| "rule_error" # a rule, a form or the program failed on it

---Of `govreport.dataset`.
---@class govreport.DatasetOptions
---As of a checker, and so the next seven.
---@field rules? (string|govreport.Rule|govreport.Rule[]|govreport.RuleFunction)[]
---@field select? string[] Only these rules or families.
---@field ignore? string[] Not these.
---@field severity? table<string, govreport.Severity> Other severities.
---@field lang? govreport.Language Of messages.
---@field waivers? string|govreport.Waivers Findings that are accepted.
---@field today? string An ISO date, for waivers.
---@field search_steps? number The longest search for the causes of failing sums.
---The register of units, or its file: what kind of body each is, its level, its code.
---@field units? string|govreport.Units
---@field encoding? string Of the documents; found out where it is left out.
---@field seconds? number What a document may take on the clock, 60 where it is left out; of a processor at most 20.
---@field memory? integer What a document may take beside what the program has, in bytes; 1 GiB where it is left out.
---@field before? fun(file: string) Called in the process that reads a document, before it does.
---Where it goes: a file that ends with `.sqlite` (also `.sqlite3`, `.db`), `.jsonl` (`.ndjson`) or `.xlsx`, or a
---folder of CSV files, which ends with `/` or is there.
---@field output string
---@field to? "sqlite"|"csv"|"jsonl"|"xlsx" What is written, where the path does not say it.
---Whether what is in the dataset is kept: documents are read that are new or changed, all where the version, the
---rules or the options changed, and what is no more among them is taken out. Not of a workbook.
---@field update? boolean
---A CSV file that lists the documents, and what is known of each beside its content; see datasets.md.
---@field manifest? string
---@field jobs? integer How many processes read, 2 where it is left out; 0 for this one alone, without limits.
---@field cells? boolean Of a workbook: false for no sheet of cells.
---@field progress? fun(summary: govreport.DatasetSummary) Called behind each document, in order.

---Of `govreport.worker`.
---@class govreport.WorkerOptions
---As of a checker, and so the next seven.
---@field rules? (string|govreport.Rule|govreport.Rule[]|govreport.RuleFunction)[]
---@field select? string[] Only these rules or families.
---@field ignore? string[] Not these.
---@field severity? table<string, govreport.Severity> Other severities.
---@field lang? govreport.Language Of messages.
---@field waivers? string|govreport.Waivers Findings that are accepted.
---@field today? string An ISO date, for waivers.
---@field search_steps? number The longest search for the causes of failing sums.
---The register of units, or its file: what kind of body each is, its level, its code.
---@field units? string|govreport.Units
---@field encoding? string Of the documents; found out where it is left out.
---@field seconds? number What a document may take on the clock, 60 where it is left out; of a processor at most 20.
---@field memory? integer What a document may take beside what the program has, in bytes; 1 GiB where it is left out.
---@field before? fun(file: string) Called in the process that reads a document, before it does.
---@field jobs? integer How many processes read, 1 where it is left out; 0 for this one alone, without limits.

---Of `govreport.plan`.
---@class govreport.PlanOptions
---@field shards integer How many there are to be; no more than documents.
---@field manifest? string A CSV file that lists the documents.
---@field encoding? string Of the documents; found out where it is left out.
---@field lang? govreport.Language Of messages.

---Of `govreport.merge`.
---@class govreport.MergeOptions
---Where it goes: a file that ends with `.sqlite` (also `.sqlite3`, `.db`), `.jsonl` (`.ndjson`) or `.xlsx`, or a
---folder of CSV files, which ends with `/` or is there.
---@field output string
---@field to? "sqlite"|"csv"|"jsonl"|"xlsx" What is written, where the path does not say it.
---@field jobs? integer How many processes convert, 2 where it is left out; 0 for this one alone.
---@field cells? boolean Of a workbook: false for no sheet of cells.
---@field progress? fun(summary: govreport.DatasetSummary) Called behind each document, in order.
---@field lang? govreport.Language Of messages.

---Where `govreport.worker` takes records from.
---@class govreport.Lines
---Gives the next line, without its end; nil at the end; nil, true where none has come yet: only where it may not
---wait.
---@field next fun(may_wait: boolean): string?, boolean?

---What became of documents.
---@class govreport.DatasetSummary
---@field files integer How many there are in all.
---@field done integer How many were looked at so far.
---@field ok integer Reports that were read.
---@field partly integer Those of them with cells that are in the form and could not be read or are not there.
---@field same integer Documents that are in the dataset already as they are, and were not read again.
---@field unread table<govreport.DocumentStatus, integer> How many of each other status there are.
---@field failures govreport.DatasetFailure[] Those, in order.
---@field peak? integer The most memory that a process had that read, in bytes; nil from `merge`.

---A document that is in the dataset as one that was not read; or a folder or an archive of which nothing is.
---@class govreport.DatasetFailure
---@field name string Its path.
---@field status govreport.DocumentStatus What became of it.
---@field message string For people.
---@field code govreport.Code Permanent.

---How the findings of a Result or a Batch are shown. An OutputFormat; `"statistics"`: how many findings of each rule;
---`"waivers"`: a file of waivers for all of them.
---@alias govreport.FindingsFormat govreport.OutputFormat|"statistics"|"waivers"

---How an object is shown; which it has is said above.
---@alias govreport.Format
---| "text" # for people
---| "json" # see [json.md](json.md)
---| "tsv" # of a Report or a Collection: one line for each cell
---| "quantities" # of a Report: the quantities and dates of its text
---| "claims" # of a Report: what its sentences say of its tables, and whether it agrees
---| "ledger" # of a Report: what became of every number
---| "concise" # of findings: one line each
---| "jsonl" # of findings and of reports: one JSON object a line
---| "csv" # of findings: one row each, for spreadsheets; of a Report or a Collection: one row for each cell, with the file, the body, the year and the form in front, and page and spot behind
---| "sarif" # of findings: SARIF 2.1.0
---| "junit" # of findings: JUnit's XML
---| "github" # of findings: annotations of GitHub's workflows
---| "statistics" # of findings: how many of each rule
---| "waivers" # of findings: a file of waivers
---| "page" # of a Result: what was found beside the report, a page for a browser; see [review.md](review.md)
---| "html" # of a Letter or a FilledForm: a page that prints
---| "md" # of a Letter: Markdown
---| "docx" # of a Letter or a FilledForm: a Word file
---| "form" # of a Draft: the script of the form
---| "rule" # of a RuleDraft: the script of the rule
---| "test" # of drafts: the test beside the script
---| "summary" # of a Draft: what was drafted, and how much of the example it reads

---Of `govreport.render`. What a format has no use for is passed over.
---@class govreport.RenderOptions
---@field lang? govreport.Language Of the text; that of the object, else Chinese, where it is left out.
---@field color? boolean Whether text has colours for a terminal.
---@field name? string What the file is called; that of the document where it is left out.
---Of a Difference the names of `a` and `b`; of a Draft or a RuleDraft those of the files: `form` or `rule`, `test`,
---and `from`, the example.
---@field names? table<string, string>
---@field write? fun(text: string) Takes the text in pieces.
---@field detail? "brief"|"full" Of findings as text: without tables and source lines; with all that there is.
---@field addresses? boolean Of findings as text: whether below each stand the addresses of its cells.
---@field fail_on? "error"|"warning" Of findings: the least severity that is a failure.
---@field errors_only? boolean Of findings as text: other findings are counted and not shown.
---Of findings as text, concise, JSON lines, CSV or for GitHub: the files with the most severe findings first. All of
---them are kept until the last one was checked.
---@field sort? "worst"
---@field bom? boolean Of CSV: whether a byte order mark stands in front, as spreadsheets want it of files.
---@field all? boolean Of a Trace as text: what was found as well, not only what was missed.
---@field since? govreport.Rounds Of a Result: a first round, to tell what is resolved, open and new.

---Of `govreport.printer`. What a format has no use for is passed over.
---@class govreport.PrinterOptions
---@field lang? govreport.Language Of the text; that of the Batch where it is left out.
---@field color? boolean Whether text has colours for a terminal.
---@field detail? "brief"|"full" Of text: without tables and source lines; with all that there is.
---@field addresses? boolean Of text: whether below each finding stand the addresses of its cells.
---@field fail_on? "error"|"warning" The least severity that is a failure.
---@field errors_only? boolean Of text: other findings are counted and not shown.
---As text, concise, JSON lines, CSV or for GitHub: the files with the most severe findings first. All of them are
---kept until the last one was checked.
---@field sort? "worst"
---@field bom? boolean Of CSV: whether a byte order mark stands in front, as spreadsheets want it of files.

---Of `govreport.inspect`.
---@class govreport.InspectOptions
---@field lang? govreport.Language Of the words in it.

---From `govreport.printer`: `head`, then `entry` for each entry, then `foot`. Each gives the text of its place, `""`
---for nothing. With `sort` all entries are in the foot.
---@class govreport.Printer
local Printer = {}

---What stands in front of all entries.
---@return string
function Printer:head() end

---The findings of an entry, or that it could not be read; of a Collection the report, nothing for what could not be
---read.
---@param entry govreport.BatchEntry|govreport.CollectionEntry
---@return string
function Printer:entry(entry) end

---What stands behind the last entry.
---@return string
function Printer:foot() end

---Why a cell holds anything but a whole number that is 0 or more.
---@alias govreport.CellOddity
---| "unfilled" # it is blank, or holds a dash, 无 or 不适用
---| "unreadable" # it holds what is no number
---| "absent" # its row or column is not in the source
---| "number" # its number is below 0, not whole, or has a unit

---What a finding can point at.
---@alias govreport.Placed
---| govreport.Field
---| govreport.Section
---| govreport.Claim
---| govreport.Deviation
---| govreport.LedgerEntry
---| govreport.DraftPlace

---Looks at a report and records findings. One that raises is a notice, and the others still run.
---@alias govreport.RuleFunction fun(report: govreport.RuleReport)

---Of `govreport.rules`: those of a check that choose and grade rules.
---@class govreport.RulesOptions
---@field rules? (string|govreport.Rule|govreport.Rule[]|govreport.RuleFunction)[] Rules to add.
---@field select? string[] Only these rules or families.
---@field ignore? string[] Not these.
---@field severity? table<string, govreport.Severity> Other severities.
---@field lang? govreport.Language Of what is raised.

---From `govreport.rules`, in the order in which they run.
---@class govreport.Rules
---@field [integer] govreport.RuleInfo From 1.
---@operator len: integer

---What is known of a rule. `tostring` gives one line for people.
---@class govreport.RuleInfo
---@field id string `family.name`.
---@field family string The first part of the id.
---@field severity govreport.Severity That of the options where they give one.
---@field basis string The official text that it stands on; 提示 for a hint.
---@field title govreport.Messages What it is about, in one line.
---@field forms string[] Ids of the forms for which it runs: those that it is for and that have what it is about.
---@field source string `"rock"` for those of the project, else its file, or `"program"`.

---Of `govreport.explain`.
---@class govreport.ExplainOptions
---@field rules? (string|govreport.Rule|govreport.Rule[]|govreport.RuleFunction)[] Rules to add to the project's.
---@field lang? govreport.Language Of the message.

---From `govreport.explain`.
---@class govreport.Explanation
---@field rule govreport.RuleInfo The rule.
---@field messages govreport.Messages[] What it says, with fields in braces.
---@field formulas govreport.Formula[] What must hold, in the words of the forms; empty for what is no sum.
---@field fails? govreport.ExplainedReport The example that fails; nil for a rule without examples.
---@field passes? govreport.ExplainedReport The one that passes.
---@field lang govreport.Language Of the options.

---A sum in words.
---@class govreport.Formula
---@field each "row"|"column"|"one" Where it holds: in each row, in each column, in one place.
---Like 一、本年新收…＋二、上年结转…＝（七）总计＋四、结转下年度继续办理.
---@field text string
---@field forms string[] The names of the forms that have it.

---One half of an example.
---@class govreport.ExplainedReport
---@field report govreport.Report The sample.
---@field result govreport.Result Of its check by this rule.
---@field findings govreport.Finding[] Those of this rule.
---Where the two halves differ outside of tables.
---@field places {line: integer, column: integer, byte: integer, byte_end: integer, raw: string}[]
---@field before {address: string, value: any}[] The cells of the report of the year before that matter.

---A rule. One of `sum`, `balance`, `equal`, `at_most`, `same_as_previous`, `change`, `present`, `contains`,
---`matches`, `lacks`, `check` says what must hold. An *address* is `table.row.column`, `fields.id`, `sections.id` or
---`tables.id`; `*` stands for each row or column, `a..b` for a span that is added up; in sums `-` in front takes
---away, and `0.5*` multiplies.
---@class govreport.Rule
---@field id string `family.name`, permanent.
---@field severity? govreport.Severity `warning` where it is left out.
---@field basis? string The official text that it stands on; an error needs one.
---@field title? string|govreport.Text What it is about, in one line.
---What is said, with fields in braces; or several such messages by name. A declared rule has one of its own.
---@field message? string|govreport.Text|table<string, govreport.Text>
---@field tables? string[] Ids of tables without which it has nothing to say.
---@field forms? string[] Ids of the forms that it is for; all where it is left out.
---@field needs? govreport.RuleNeeds What a report must have for the function to be called.
---@field sum? govreport.RuleSum In each row (column) the others add up to one.
---@field balance? govreport.RuleBalance In each row (column) two groups add up to the same.
---@field tolerance? string Like `"0.02"`: by how much the two sides of a sum may differ, in the unit of the cells.
---@field equal? (string|string[])[] `{left, right}`: both sides, an address or a list of them, are the same number.
---@field at_most? (string|string[])[] `{left, right}`: the left side is not above the right one.
---@field same_as_previous? string[] `{now, before}`: a cell is what another was in the report of the year before.
---`{address, limit}`: a cell is not further from its value of the year before than `"50%"` or `"100"`; `"+50%"` of
---increases alone, `"-30%"` of decreases.
---@field change? string[]
---@field present? string|string[] Addresses of what must be there and say something.
---@field contains? string[] `{address, phrase, …}`: a part or a fact holds one of some phrases.
---@field matches? string[] `{address, pattern}`: a fact, a cell or a part matches a pattern of Lua.
---@field lacks? string[] `{address, pattern}`: none matches; the finding stands at the words that do.
---@field check? govreport.RuleFunction A function that looks for itself.
---Of `sum`, `balance`, `equal`, `at_most`: what fields the message has, instead of the usual ones.
---@field fields? fun(report: govreport.RuleReport, sum: table): table
---@field general? boolean Of the project's own rules: for all forms, not only for disclosure reports.
---A report that fails and one that passes, for `explain`: `{fails = changes, passes = changes}`.
---@field example? table

---`needs` of a rule: all of it must be met. See rules.md.
---@class govreport.RuleNeeds
---@field words? string[] One of these stands in the text.
---@field cells? govreport.CellOddity[] There are cells of one of these kinds.
---@field deviations? govreport.DeviationKind[] One of these was noted while the report was read.
---True: something of a table was not read, is not there, or is written as the form does not have it.
---@field gaps? boolean
---@field previous? boolean True: there is a report of the year before to compare with.

---`sum` of a rule.
---@class govreport.RuleSum
---@field table string Id of the table.
---@field each "row"|"column" What is added up: along each row, or column.
---@field total string Id of the column (row) that is the sum.
---@field parts? {first: string, last: string} The columns (rows) that are added; all others where it is left out.
---@field factors? table<string, any> By which columns (rows) count, decimals above 0: `{pending = "0.5"}`.

---`balance` of a rule.
---@class govreport.RuleBalance
---@field table string Id of the table.
---@field each "row"|"column" What is compared: along each row, or column.
---@field left string[] Ids of columns (rows).
---@field right string[] Ids of columns (rows).
---@field factors? table<string, any> By which they count, as in `RuleSum`.

---A text in both languages, with fields in braces: `{zh = "共{count}件", en = "{count} in all"}`.
---@class govreport.Text
---@field zh string Chinese.
---@field en string English.

---What the function of a rule gets: everything that a Report has but `close`, and this. Of `form` there is more than
---the id: `form.id`, and `form.declared`, the form as it was declared.
---@class govreport.RuleReport: govreport.Report
---@field report govreport.Report The Report itself.
---That of the year before; nil where none was given, or one of another body or year.
---@field previous? govreport.Report
---The year that it reports on, by all that was read of it; where its title is wrong, not the title's, which is
---`report.report.year`.
---@field year? integer
---@field unit? govreport.Unit The body in the register of units; nil where it is not in it, or there is none.
---@field lang govreport.Language Of the findings' `message`. A finding needs texts in both.
local RuleReport = {}

---Records a finding of this rule, with its severity.
---@param draft govreport.FindingDraft
function RuleReport:finding(draft) end

---第三部分.
---@param section string
---@return govreport.Text
function RuleReport:part_name(section) end

---第三部分表格, with the caption where a part has several.
---@param table string
---@return govreport.Text
function RuleReport:table_name(table) end

---The label of a row as a reader finds it.
---@param table string
---@param row string
---@return string
function RuleReport:row_label(table, row) end

---The label of a column.
---@param table string
---@param column string
---@return string
function RuleReport:column_label(table, column) end

---What the form says of a column: `signed` (may be below 0), `decimal` (may have a fraction).
---@param table string
---@param column string
---@return table
function RuleReport:declared_column(table, column) end

---The cells of a row; of the whole table where `row` is `""`.
---@param table string
---@param row string
---@return govreport.Cell[]
function RuleReport:cells_of(table, row) end

---As `Report.odd_cells`, made once for all rules.
---@return govreport.Cell[]
function RuleReport:odd_cells() end

---The deviations of a kind. (The whole sequence is `report.report.deviations`.)
---@param kind govreport.DeviationKind
---@return govreport.Deviation[]
function RuleReport:deviations(kind) end

---The value of a cell as the sums of its table have it: its own, or for a blank the only one that is possible; nil
---where several are.
---@param cell govreport.Cell
---@return integer|govreport.Decimal|nil
function RuleReport:implied(cell) end

---The value that an unreadable cell must have by the sums; nil where they do not tell.
---@param cell govreport.Cell
---@return integer|govreport.Decimal|nil
function RuleReport:legible(cell) end

---Whether sums have named it as the cause of their failing already.
---@param cell govreport.Cell
---@return boolean
function RuleReport:is_guilty(cell) end

---The cell of the year before; nil where there is no such report, or its form has no such cell.
---@param table string
---@param row string
---@param column string
---@return govreport.Cell?
function RuleReport:previous_cell(table, row, column) end

---Why the report that was given for the year before is not compared; nil where it is, or none was given.
---@return string?
function RuleReport:previous_problem() end

---What the body is, by the register and by its name; nil where nothing is known.
---@return govreport.Body?
function RuleReport:body() end

---A range of the tape, for `places` of a finding.
---@param start integer
---@param stop integer
---@return govreport.DraftPlace
function RuleReport:place(start, stop) end

---A text as the tape has it: width and traditional characters folded.
---@param text string
---@return string
function RuleReport:folded(text) end

---How much of one text stands in another, 0 to 1; see govreport.similarity.
---@param a string
---@param b string
---@return number
function RuleReport:containment(a, b) end

---Leaves the verdict undecided: something that the rule needs cannot be told.
---@param what any
function RuleReport:leave_open(what) end

---What `make` gives, made once for a check and kept under a name. Not for nil or false.
---@param name string
---@param make fun(): any
---@return any
function RuleReport:once(name, make) end

---What `report:finding` takes.
---@class govreport.FindingDraft
---@field cells? govreport.Cell[] The cells that it is about, first the one to look at.
---@field places? govreport.Placed[] Whatever else has a place.
---Which of the rule's messages, by name, where it has several. A rule without messages gives its text here.
---@field message? string|govreport.Text
---@field fields? table<string, any> The fields of the message; a value may be a Text. One that is missing raises.
---@field expected? any What should be there.
---@field actual? any What is there.
---@field severity? govreport.Severity Instead of the rule's.
---The changes that repair it, where that is certain.
---@field repair? {address: string, value: integer|govreport.Decimal}[]
---Cells of other reports that were compared, each with that report's name.
---@field related? {report: string, cell: govreport.Cell}[]

---A place for a finding.
---@class govreport.DraftPlace
---@field raw string What stands there, on one line.
---@field byte integer Its first byte in the file, from 1.
---@field place govreport.Position Where it stands.

---What is known of a body.
---@class govreport.Body
---@field type? govreport.BodyType What kind of body.
---@field level? govreport.BodyLevel Its level.
---@field deadline? string The register's local deadline for this report, an ISO date.
---@field known_by "register"|"name" Who says so.

---How findings are printed.
---@alias govreport.OutputFormat
---| "text" # for people
---| "concise" # one line each
---| "json" # see [json.md](json.md)
---| "jsonl" # one JSON object a line
---| "csv" # one row each, for spreadsheets
---| "sarif" # SARIF 2.1.0
---| "junit" # JUnit's XML
---| "github" # annotations of GitHub's workflows

---The settings of a folder.
---@class govreport.Settings
---@field forms? string[] Files or folders of forms to add.
---@field rules? string[] Files of rules to add.
---@field select? string[] Only these rules or families.
---@field ignore? string[] Not these.
---@field severity? table<string, govreport.Severity> Other severities.
---@field waivers? string A file of waivers.
---@field units? string A register of units (CSV).
---@field lang? govreport.Language Of messages.
---@field format? govreport.OutputFormat How `check` prints findings.
---@field fail_on? "error"|"warning" The least severity that makes exit code 1.

---The outcome of a comparison.
---@alias govreport.DiffVerdict
---| "same" # nothing differs
---| "different" # something does
---| "undecided" # nothing differs, but cells could not be read

---What happened to a sentence.
---@alias govreport.ChangeKind
---| "changed" # its words differ
---| "numbers" # nothing but numbers differs
---| "removed" # only the first has it
---| "added" # only the second has it

---Whether a report is summed.
---@alias govreport.MemberStatus
---| "counted" # it is
---| "parent" # it is the one that should be the sum
---| "year" # it is of another year
---| "body" # its body is not in the roster
---| "itself" # it is of the parent's body
---| "unknown" # it tells no body or no year
---| "twice" # it is the second of its body
---| "unclear" # it is the first of its body, and the second has other numbers

---Whether a cell is the sum.
---@alias govreport.LineVerdict
---| "equal" # it is
---| "differs" # it is not
---| "open" # blanks or missing reports leave it open
---| "blank" # the parent has no number there

---What explains differences.
---@alias govreport.RollupCauseKind
---| "left_out" # one or two units were left out
---| "twice" # a unit was counted twice
---| "only" # the parent has the numbers of one unit
---| "own" # the parent has more throughout: its own office may be missing
---| "more" # the parent has more throughout: a report may be missing
---| "none" # nothing was found

---Of `govreport.diff`.
---@class govreport.DiffOptions
---`relative`: each report's own year and its neighbours count as words (本年度, 上年度); where it is left out,
---so if the years differ.
---@field years? "relative"|"literal"

---From `govreport.diff`. What it holds are views of the two reports. Width, white space, punctuation, brackets and
---traditional characters do not count.
---@class govreport.Difference
---@field a govreport.Report The first.
---@field b govreport.Report The second.
---@field facts govreport.FactDifference[] Facts that differ.
---@field cells govreport.CellDifference[] Cells that differ. A blank is not a zero.
---@field undecided govreport.CellDifference[] Cells that are unreadable in one of them.
---@field rows govreport.RowDifference[] Tables, rows, columns that one alone has.
---@field labels govreport.LabelDifference[] Labels that are misprinted, or misprinted otherwise.
---Parts whose title or ordinal differs, that one lacks, or that stand elsewhere.
---@field titles govreport.TitleDifference[]
---@field sentences govreport.SentenceDifference[] Sentences, in the order of the text.
---No differences: facts and lines of the page that one alone has.
---@field only (govreport.FactDifference|govreport.SentenceDifference)[]
---@field forms boolean Whether the forms differ.
---@field relative boolean Whether years are compared relatively.
local Difference = {}

---How many differences there are; `undecided` and `only` are none.
---@return integer
function Difference:count() end

---The outcome in one word.
---@return govreport.DiffVerdict
function Difference:verdict() end

---The years that count as the same one; nil where they are compared as printed.
---@return {a: integer, b: integer}?
function Difference:years() end

---A fact that differs.
---@class govreport.FactDifference
---@field id string Of the fact.
---@field a? govreport.Field nil where it is not there.
---@field b? govreport.Field nil where it is not there.

---A cell that differs.
---@class govreport.CellDifference
---@field address string `table.row.column`.
---@field table string Id.
---@field row string Id.
---@field column string Id.
---@field a govreport.Cell In the first.
---@field b govreport.Cell In the second.

---A table, row or column that one report alone has.
---@class govreport.RowDifference
---@field table string Id.
---@field row? string Id; nil for a column or a table.
---@field column? string Id; nil for a row or a table.
---@field only "a"|"b" Which report has it.
---@field place govreport.Cell The first of its cells.

---A label that one of them misprints.
---@class govreport.LabelDifference
---@field label string As the form has it.
---@field a? govreport.Deviation nil where the first prints it right.
---@field b? govreport.Deviation nil where the second prints it right.

---A part whose title differs.
---@class govreport.TitleDifference
---@field part string Id of the part.
---@field a? govreport.Section nil where the first lacks it.
---@field b? govreport.Section nil where the second lacks it.

---A change of the text.
---@class govreport.SentenceDifference
---@field kind govreport.ChangeKind What happened.
---@field part string Id of the part; `"head"` and `"tail"` for what stands before and behind all parts.
---@field a? govreport.Sentence In the first; nil where it is added.
---@field b? govreport.Sentence In the second; nil where it is removed.
---@field numbers? {old: string, new: string}[] Of the kind `numbers`: those that differ.

---A sentence of a report.
---@class govreport.Sentence
---@field key string What counts of its text when texts are compared.
---@field start integer Its range on the tape.
---@field stop integer One past its end.
---@field part string Id of its part.
---@field report govreport.Report Its report.
---@field whole boolean false for a line without the end of a sentence.

---Of `govreport.same`.
---@class govreport.SameOptions
---@field encoding? string Of the files; found out where it is left out.
---@field lang? govreport.Language Of messages.

---From `govreport.same`: one entry for each file after the first.
---@class govreport.Copies
---@field [integer] govreport.Copy From 1.
---@field name string What the first is called.
---@field unread govreport.Unread[] Files that could not be read.
local Copies = {}

---On all: `different` where one is, else `undecided` where one is.
---@return govreport.DiffVerdict
function Copies:verdict() end

---A file beside the first one.
---@class govreport.Copy
---@field name string|integer What it is called; its number in the list where it has no name.
---@field difference govreport.Difference To the first one.

---Of `govreport.similar`.
---@class govreport.SimilarOptions
---@field parts? string[] Ids of the parts to compare; `{"overview", "problems", "other"}` where it is left out.
---@field at_least? number The least likeness, 0.3 to 1; 0.8.
---@field shortest? integer Parts with fewer characters are not compared; 100.
---@field common? number What more than this share of all reports have in common is a pattern, and weighs half; 0.2.
---@field encoding? string Of the files; found out where it is left out.
---@field lang? govreport.Language Of messages.

---From `govreport.similar`.
---@class govreport.SimilarGroups
---@field [integer] govreport.SimilarGroup From 1, by part, the largest first.
---@field reports integer How many reports were compared.
---@field at_least number The least likeness.
---@field unread govreport.Unread[] Files that could not be read.
---@operator len: integer

---Reports of which a part is nearly the same.
---@class govreport.SimilarGroup
---@field part string Id of the part.
---@field members govreport.SimilarMember[] The reports.

---A report of a group.
---@class govreport.SimilarMember
---@field report integer Its number among the reports that were read.
---@field name string|integer The path of a file, the number of a Report in the list that was given.
---@field ratio integer|govreport.Decimal Its likeness to the first member, rounded down to three places.
---@field agency? string The body.
---@field year? integer The year.
---@field title? string The title.
---Where it has the sentence that most members share; nil where it has it in other words.
---@field place? govreport.TextPlace

---A place with its text.
---@class govreport.TextPlace: govreport.Position
---@field text string The source on one line.

---What a roll-up needs of a report, from `govreport.member`. Keys of its maps are addresses.
---@class govreport.Member
---@field name string How messages call it.
---@field agency? string The body.
---@field year? integer The year.
---@field form string Id of the form.
---@field values table<string, integer|govreport.Decimal> The numbers.
---@field states table<string, govreport.CellState> The states of the cells without one.
---@field units table<string, string> The units that are printed.
---@field places table<string, integer> How many digits stand behind the point.
---@field split table<string, boolean> By `table.row`: the rows that are printed in parts.

---Of `govreport.rollup`.
---@class govreport.RollupOptions
---@field roster? string|govreport.Units Who is expected: a CSV file, or Units.
---@field lost? integer How many reports could not be read: each is an unknown number in every cell.
---@field name? string How messages call the parent.
---@field lang? govreport.Language Of messages.
---@field units? string|govreport.Units The register of units.
---@field encoding? string Of the files; found out where it is left out.

---From `govreport.rollup`.
---@class govreport.Rollup
---@field parent govreport.RollupMember The report that should be the sum.
---@field members govreport.RollupMember[] All others, as they were given.
---@field counted govreport.RollupMember[] Those that are summed.
---@field missing string[] Bodies of the roster that have no report.
---@field lost integer How many reports could not be read.
---@field open integer How many cells cannot be decided.
---@field lines govreport.RollupLine[] Every cell that was compared.
---@field causes govreport.RollupCause[] What may explain the cells that differ.
---@field result govreport.Result What the rules say of it.
---@field unread govreport.Unread[] Files that could not be read.

---A report of a roll-up.
---@class govreport.RollupMember
---@field name string How messages call it.
---@field agency? string The body.
---@field year? integer The year.
---@field form string Id of the form.
---@field status govreport.MemberStatus Whether it is summed.
---@field twin? govreport.RollupMember The other report of its body.

---One cell of the parent beside those of the others. Money is compared in yuan where the printed units differ, to the
---precision that is printed.
---@class govreport.RollupLine
---@field address string `table.row.column`.
---@field table string Id.
---@field row string Id.
---@field column string Id.
---@field verdict govreport.LineVerdict The outcome.
---@field value? integer|govreport.Decimal The parent's number; nil for none.
---@field sum integer|govreport.Decimal Of what is known below.
---@field difference? integer|govreport.Decimal Value less sum.
---@field unit? string The printed one; 元 where they differ.
---@field unknown integer How many of the counted hold no number here.
---@field parts (integer|govreport.Decimal|false)[] What each of the counted has, in their order; false for no number.
---@field money boolean Whether it is an amount.
---@field signed boolean Whether it may be below 0.
---@field comparable boolean false where the units cannot be converted.
---@field tolerance integer|govreport.Decimal What the rounding of the printed amounts allows; 0 for counts.

---What may explain some cells that differ.
---@class govreport.RollupCause
---@field kind govreport.RollupCauseKind What it is.
---@field addresses string[] The cells.
---@field children integer[][] Which of the counted it may be: a list of alternatives, each a list of numbers.
---@field table? string Id; nil where it holds for several tables.

---Why a form was chosen or not.
---@alias govreport.FormReasonKind
---| "chosen" # it was
---| "too_few" # too little of what it must have was found
---| "fewer" # less was found than of the chosen one
---| "year" # as much was found, but the other is for this year
---| "later" # as much was found, but the other is tried first
---| "no_sign" # nothing of it is in the text
---| "certain" # not looked at: another was certain before

---From `govreport.forms`.
---@class govreport.Forms
---@field [integer] govreport.FormInfo From 1.
---@operator len: integer

---A form that is known.
---@class govreport.FormInfo
---@field id string Permanent.
---@field name string As people call it.
---@field notice? string The number of the notice that prescribes it.
---@field source string `"rock"` for those of the project, else the place of its declaration.
---@field root string The id of the form that it extends in the end; its own where it extends none.
---@field declared govreport.View Its declaration, with what it takes from others; see [forms.md](forms.md).

---A table that can only be read, and all tables in it: `pairs`, `ipairs` and `#` work.
---@class govreport.View
---@field [string] any By key.
---@field [integer] any From 1, of a list.
---@operator len: integer

---From `govreport.why`.
---@class govreport.FormChoice
---@field [integer] govreport.FormReason From 1, one for each form.
---@field chosen? string Id of the form that was chosen; nil for none.
---@field year? integer Of the report; nil where it was not found.
---@operator len: integer

---Of `govreport.draft`.
---@class govreport.DraftOptions
---@field lang? govreport.Language Of the message.
---@field name? string How the message calls the document; its own name where it is left out.

---From `govreport.draft`.
---@class govreport.Draft
---@field id string Of the form.
---@field name? string Of the document.
---@field declared table The declaration, as `govreport.form` takes it.
---`numbers`: how many numbers of the document are `bound`, `ignored`, `unaccounted`, `all`; `tables`: those that are
---not read in full, and why.
---@field account table

---Of `govreport.draft_rule`.
---@class govreport.DraftRuleOptions
---@field form? string Id of the form; `cn_disclosure_2021` where it is left out.
---@field lang? govreport.Language Of the message.

---From `govreport.draft_rule`.
---@class govreport.RuleDraft
---@field id string Of the rule.
---@field form string Id of the form.
---@field source? string The script of the form; nil for one of the project.
---@field left string One side: an address.
---@field right string The other side.
---@field left_cell string A cell of that side, for the test.
---@field right_cell string One of the other side.

---Whether a form was chosen for a document.
---@class govreport.FormReason
---@field id string Of the form.
---@field reason govreport.FormReasonKind Whether it was chosen, or why not.
---@field of_year boolean Whether it was made for the year of the report.
---What was found of what tells the form; nil where it was not looked at.
---@field found? {labels: string[], words: string[], sections: string[]}
---The own labels and words (`what`) that are not in the document, where anything of the form is, and the text that
---comes nearest.
---@field missing {what: string, text: string, near?: string, differences?: integer}[]
---How many there are of each, and how many must be there.
---@field wanted {labels: integer, words: integer, sections: integer, least: integer, least_sections: integer}

---Of `govreport.fill`.
---@class govreport.FillOptions
---A list of cells, as `render(report, "tsv")` gives it: a line for each cell, under a line with the names of the
---columns. `table`, `row`, `column`, and `value` or `state` are needed.
---@field tsv? string
---@field name? string What the list is called in messages.
---Cells by their addresses, which go before the list: an integer or a Decimal; a text, which is printed as it is; or
---a table with `state` and `value`, `unit`, `note`.
---@field cells? table<string, any>
---@field agency? string Who publishes the report.
---@field year? integer The year that it is for.
---The text of parts, by id; false leaves the part out. Without one stands what is to be written there.
---@field sections? table<string, any>
---@field head? string[] Paragraphs above the first part.
---@field tail? string[] Paragraphs below the last one.
---@field lang? govreport.Language Of messages.

---From `govreport.fill`.
---@class govreport.FilledForm
---@field form string Its id.
---@field title string Of the report.
---@field agency? string As it was given.
---@field year? integer As it was given.
---@field computed govreport.List The addresses of the totals that were added up, in the order of the form.

---Something that is wrong in a list of cells.
---@class govreport.DataProblem
---@field code govreport.Code Permanent.
---@field line integer Of the list.
---@field message string For people.

---What an event is about, in the order of a trace.
---@alias govreport.TraceGroup
---| "form" # which form it is
---| "page" # where the report lies
---| "parts" # headings
---| "tables" # tables, their rows and columns
---| "fields" # facts
---| "numbers" # those that belong to nothing
---| "cells" # each cell, where that is asked for

---How it went.
---@alias govreport.TraceOutcome
---| "matched" # found
---| "missed" # not found, or not read
---| "noted" # worth knowing
---| "passed" # looked at, of no consequence

---Why a form was used.
---@alias govreport.TraceWhy
---| "detected" # it fits
---| "wanted" # the options ask for it
---| "nearest" # no form fits

---Of `govreport.trace`. Of an id that only other forms have there is nothing to tell; for one that no known form has
---the code is `trace.unknown`.
---@class govreport.TraceOptions: govreport.ReadOptions
---@field form? string The form to read by, in place of the one that is found.
---@field table? string Only what is about this table.
---@field section? string Only what is about this part.
---@field cells? boolean Tell of every cell as well.
---@field cell? string Tell of this address alone.

---From `govreport.trace`.
---@class govreport.Trace
---@field [integer] govreport.TraceEvent From 1, by group.
---@field form? string The form it was read by.
---@field why govreport.TraceWhy Why by this form.
---@field report? govreport.Report As an ordinary reading gives it; nil where nothing of any form is there.
---@operator len: integer

---What happened to one thing.
---@class govreport.TraceEvent
---@field kind string What it tells, like `"row_missing"`.
---@field group govreport.TraceGroup What it is about.
---@field outcome govreport.TraceOutcome How it went.
---@field subject? string Id of the form, part, table or field, or address of the row or cell.
---@field table? string Id of the table that it belongs to.
---@field section? string Id of the part that it belongs to.
---@field place? govreport.TracePlace Where it stands.
---@field text? string What stands there.
---@field near? govreport.TraceNear What is nearest, where it was not found.
---@field script? string `path:line` of the form's script that declares it; of a cell, its column.
---@field row_script? string Of a cell: the line that declares its row.
---@field row_place? govreport.TracePlace Of a cell: where its row is named in print.
---@field column_place? govreport.TracePlace Of a cell: where its column is named in print.
---@field state? govreport.CellState Of a cell.
---@field headline? boolean Whether it sums up its group.
---@field in_headline? boolean Whether the one that does so names it.
---@field fields table<string, any> What its message says, by name.

---A label and a text that are near to each other.
---@class govreport.TraceNear
---@field nearest string The label, as the form has it.
---@field likeness integer In per cent.
---@field differences integer How many characters differ.
---@field difference string Which: 予以公[幵→开] has 幵 where the form has 开.
---@field text? string The text, where the label was looked for; else it is the event's own.
---@field place? govreport.TracePlace Where that stands.

---A place in the file.
---@class govreport.TracePlace
---@field line integer From 1.
---@field column integer In characters, from 1.
---@field byte integer The first byte, from 1.
---@field byte_end integer The last one.
---@field spot? govreport.Spot Where that is in a Word document or a PDF; nil for text and pages of the web.

---The set of a text's runs of characters.
---@class govreport.Shingles
---@field memory integer Bytes that it holds.
---@field digest integer A hash of the whole set.
---@field weight integer The sum of the weights of its members.
---@operator len: integer
local Shingles = {}

---How many are in both.
---@param other govreport.Shingles
---@return integer
function Shingles:common(other) end

---The weight of what is in both, of what is in either.
---@param other govreport.Shingles
---@return integer
---@return integer
function Shingles:overlap(other) end

---Numbers of which sets that are alike share some: to find pairs among many without comparing all. `rows`, 1 to 128:
---the more, the more alike sets must be.
---@param rows integer
---@return integer[]
function Shingles:keys(rows) end

---What more than `limit` texts have weighs half from now on; for `govreport.similar`.
---@param frequency userdata
---@param limit integer
function Shingles:weigh(frequency, limit) end

---What a case of a test gave.
---@class govreport.TestCase
---@field name string Of the case.
---@field problem? string What differs; nil where it passed.

---What a sample report holds.
---@class govreport.SampleOptions
---@field form string Id of the form.
---@field agency? string The body.
---@field year? integer The year.
---@field cells? table<string, any> What stands in cells, by address.
---@field sections? table<string, string|false> The text of parts, by id; false leaves the part out.
---@field head? string[] Paragraphs above the first part.
---@field tail? string[] Paragraphs below the last one.
---@field plain? boolean Plain text instead of a page.
---Usual sentences wherever none are named, with a preface and a sign-off: the rules of the project find nothing in
---them.
---@field prose? boolean

---Why something could not be read.
---@alias govreport.Code
---| "io.missing" # no such file or folder
---| "io.unreadable" # the system refuses to read it
---| "io.unwritable" # the command line cannot write its output
---| "io.pattern" # the command line was given a pattern of paths that no file fits
---| "io.temporary" # what a dataset keeps in temporary files cannot be written
---| "io.folder" # a folder where a file is expected
---| "io.no_reports" # a folder without files to read
---| "io.link" # a link to a folder, which is not followed
---| "io.unsupported" # files of a folder that may be reports, of a kind that is not read
---| "limit.input" # more bytes than `max_input`
---| "limit.memory" # more memory than `max_memory`, or than the system has left
---| "limit.items" # more items of one kind (cells, columns, …) than the core holds
---| "input.empty" # no text
---| "input.zeros" # nothing but zero bytes: a download that failed
---| "input.image" # a picture
---| "input.format" # a file format that is not read, like OFD
---| "input.binary" # binary data
---| "input.encoding" # no known encoding
---| "encoding.unknown" # an option `encoding` that names none
---| "input.mojibake" # text that was decoded wrongly before it was saved
---| "input.pictures" # a page with pictures and next to no text
---| "input.embedded" # a page with next to no text, and a file that it shows or leads to
---| "input.no_page" # a mail, or a page in a single file, with no page in it
---| "input.word" # a file of a word processor in another format than .docx
---| "docx.missing" # a Word file to be read or written, and the rock govreport-docx is not installed
---| "docx.broken" # a Word file that is cut or damaged
---| "docx.encrypted" # one that is encrypted
---| "docx.entries" # one with more entries than a Word file can have
---| "docx.name" # one with an entry whose name leads out of it
---| "docx.overlap" # one in which two entries share bytes
---| "docx.twice" # one with two entries of one name
---| "docx.size" # one with a part that grows too large when unpacked
---| "docx.checksum" # one with a part that is not what its checksum says
---| "docx.xml" # one with a part that is no well-formed XML
---| "docx.doctype" # one with a part that declares a document type
---| "docx.depth" # one with elements that are nested too deep
---| "docx.encoding" # one that is to be annotated, with a part in another encoding than UTF-8
---| "annotate.format" # a report to be annotated that was read from no Word file
---| "annotate.other" # a file to be annotated that is not the one that was checked
---| "input.archive" # a ZIP archive where a file is expected
---| "zip.missing" # a ZIP archive, and the rock govreport-docx is not installed
---| "zip.broken" # one that is cut or damaged, or no ZIP archive
---| "zip.entries" # one with more than 65,534 entries
---| "zip.total" # one that holds more than 1 GiB
---| "zip.name" # one with a name that leads out of it
---| "zip.overlap" # one in which two entries share bytes
---| "zip.twice" # one with two entries of one name
---| "zip.size" # a file in one that grows too large when unpacked, or 200 times as large
---| "zip.checksum" # one that is not what its checksum says
---| "zip.encrypted" # one that is encrypted
---| "pdf.missing" # a PDF, and the programs of poppler-utils are not installed
---| "pdf.broken" # a PDF that is cut or damaged
---| "pdf.encrypted" # one that asks for a password
---| "pdf.scan" # one whose pages are pictures, without text
---| "pdf.fonts" # one whose fonts do not say which characters they show
---| "pdf.columns" # one in which two texts stand side by side
---| "pdf.limit" # one that takes a program too long, or makes it write too much
---| "form.unknown" # a report of no known form
---| "form.failed" # a script of a form raised an error
---| "rule.unknown" # there is no rule of this id
---| "since.syntax" # a first round that is no JSON
---| "since.schema" # a first round that is no JSON of findings
---| "draft.empty" # a document with nothing that a form could be made of
---| "draft.known" # a document that a known form reads
---| "data.encoding" # a list of cells that is neither UTF-8 nor GB18030
---| "data.title" # a column that a list of cells cannot have
---| "data.title_near" # the same, and one is near
---| "data.title_twice" # a column stands twice
---| "data.no_title" # a column that is needed is missing
---| "data.table" # a table that the form has not
---| "data.table_near" # the same, and one is near
---| "data.row" # a row that the table has not
---| "data.row_near" # the same, and one is near
---| "data.column" # a column that the table has not
---| "data.column_near" # the same, and one is near
---| "data.state" # a state that no cell can have
---| "data.state_near" # the same, and one is near
---| "data.twice" # a cell stands twice
---| "data.number" # what is no number stands in a cell for one
---| "data.no_value" # a number without its value
---| "data.no_raw" # a cell that could not be read, without what stood there
---| "draft.no_rule" # a form without two numbers that a rule could compare
---| "trace.unknown" # a trace of something that no known form has
---| "trace.unknown_near" # the same, and a known one is near
---| "csv.encoding" # a CSV file that is neither UTF-8 nor GB18030
---| "csv.quote_open" # a quotation mark is never closed
---| "csv.quote_text" # a misplaced quotation mark
---| "units.column" # an unknown column
---| "units.column_near" # the same, and a known one is near
---| "units.column_twice" # a column stands twice
---| "units.no_name" # no column `name`
---| "units.fields" # a line with more fields than the header
---| "units.nameless" # a line without a name
---| "units.type" # an unknown type
---| "units.type_near" # the same, and a known one is near
---| "units.level" # an unknown level
---| "units.level_near" # the same, and a known one is near
---| "units.level_of_type" # type and level contradict each other
---| "units.code" # a 行政区划代码 that has not 6, 9 or 12 digits
---| "units.code_province" # one of no province
---| "units.date" # a deadline that is no date
---| "units.year" # a year that is none
---| "units.twice" # a name stands twice
---| "units.parent" # a parent that is not in the register
---| "units.cycle" # a unit that stands above itself
---| "rollup.parent" # the title of the parent tells no body or no year
---| "dataset.missing" # a dataset in SQLite or a workbook, and the rock for it is not installed
---| "dataset.busy" # a dataset that another program is writing
---| "dataset.update" # a workbook that is to be updated
---| "dataset.rows" # a workbook for more reports than the rows of a sheet are certain to hold
---| "dataset.full" # a workbook of more findings than a sheet has rows
---| "dataset.taken" # something that is no dataset stands in its place
---| "dataset.nothing" # an update that would leave nothing of a dataset
---| "dataset.process" # the system starts no more processes
---| "dataset.unwritable" # a dataset that cannot be written
---| "manifest.path" # a manifest without a column of paths
---| "manifest.blank" # one with a line that names no document
---| "manifest.twice" # one that names a document twice
---| "record.empty" # a record that is an empty line
---| "record.invalid" # one that is no JSON
---| "record.key" # one with a key that is not right, or without a document
---| "plan.invalid" # a folder that is no plan, or not a whole one
---| "plan.name" # a file for a plan whose name is not in UTF-8
---| "merge.answer" # a line that answers no record of the plan
---| "merge.torn" # an answer that is cut off, of a worker that was ended
---| "merge.broken" # one whose rows are damaged, or of a form that is not known here
---| "merge.run" # answers of other versions, rules or options than the others
---| "merge.missing" # records without an answer
---| "merge.twice" # records that were answered more than once
---| "limit.time" # a document of a dataset that took longer than it may
---| "process.crash" # one that ended the process that read it
---| "internal.error" # one that a rule or the program failed on
---| "number.syntax" # no number
---| "number.range" # more than 15 significant digits

---`local govreport = require "govreport"`. Functions that read something from outside give their result, or `nil`, a
---message for people and a permanent code. Wrong use (a wrong type, an unknown option) raises where the call stands,
---with the name of the argument. The command line does nothing that a function here does not: commands.md has which.
---@class govreport
---@field version string The version of the library, like `"0.1.0"`.
local govreport = {}

---Reads and recognises a file: what most programs begin with.
---@param path string of a text, Markdown or HTML file
---@param options? govreport.ReadOptions
---@return govreport.Report|nil
---@return string?
---@return govreport.Code?
function govreport.open(path, options) end

---The same for the content of a file that is in memory already.
---@param bytes string in any encoding
---@param options? govreport.ReadOptions
---@return govreport.Report|nil
---@return string?
---@return govreport.Code?
function govreport.parse(bytes, options) end

---Reads a file without asking what kind of report it is.
---@param path string
---@param options? govreport.ReadOptions
---@return govreport.Document|nil
---@return string?
---@return govreport.Code?
function govreport.read(path, options) end

---The same for content in memory.
---@param bytes string
---@param options? govreport.ReadOptions
---@return govreport.Document|nil
---@return string?
---@return govreport.Code?
function govreport.read_bytes(bytes, options) end

---Makes a Report of a Document: finds its form, then its facts, parts, tables and numbers. The document cannot be
---closed before the report is.
---@param document govreport.Document
---@param options? govreport.ReadOptions
---@return govreport.Report|nil
---@return string?
---@return govreport.Code?
function govreport.recognise(document, options) end

---Checks a report and gives the findings. Raises for an unknown rule, a rule or a waiver that is not right.
---@param report govreport.Report
---@param options? govreport.CheckOptions `units` and `previous` may be paths here; only these can fail
---@return govreport.Result|nil
---@return string?
---@return govreport.Code?
function govreport.check(report, options) end

---Makes a checker for many reports: rules are loaded and compiled once. Gives it, and the list of the rules that it
---runs. Raises as `check` does.
---@param options? govreport.CheckerOptions
---@return govreport.Checker
---@return govreport.Rule[]
function govreport.checker(options) end

---Sets how the scripts of forms and rules are called from now on, and documents read where a script declares a form:
---`caller(bytes, f, …)` gives true and what `f(…)` gives, or false and why it was stopped, as a text: then
---nothing of the call may be left. `bytes` is the size of the document, 0 for a call of one function. Without
---`caller` they are called here, on a budget: the library starts no process.
---@param caller? fun
function govreport.call_scripts_with(caller) end

---What differs between two reports of any forms and years: facts, cells, titles, sentences. Both must stay open as
---long as the result is used.
---@param a govreport.Report
---@param b govreport.Report
---@param options? govreport.DiffOptions
---@return govreport.Difference
function govreport.diff(a, b, options) end

---Whether several files carry the same report (a draft, the page, the file to download): each is compared with the
---first, years as printed. Where the first cannot be read, there is nothing to compare with.
---@param list (govreport.Report|string|govreport.Bytes)[] two at least: Reports, paths, or contents
---@param options? govreport.SameOptions
---@return govreport.Copies|nil
---@return string?
---@return govreport.Code?
function govreport.same(list, options) end

---Near-identical parts among many reports: who copied from whom, or all from one text. The largest groups of a part
---come first. Of files one is open at a time.
---@param list (govreport.Report|string|govreport.Bytes)[] Reports, paths, or contents
---@param options? govreport.SimilarOptions
---@return govreport.SimilarGroups
function govreport.similar(list, options) end

---What `rollup` needs of a report, so that the report can be closed.
---@param report govreport.Report
---@param name? string how messages call it; its body and year where it is left out
---@return govreport.Member
function govreport.member(report, name) end

---Compares a report with those of the units below, of which it should be the sum, cell by cell. Gives also the Result
---of the rules about it. A child that cannot be read is an unknown number in every cell.
---`children`: Reports, what `member` gave of them, paths, or contents
---@param parent govreport.Report
---@param children (govreport.Report|govreport.Member|string|govreport.Bytes)[]
---@param options? govreport.RollupOptions
---@return govreport.Rollup|nil
---@return govreport.Result|string
---@return govreport.Code?
function govreport.rollup(parent, children, options) end

---Reads a register of units: a CSV file with a column `name` (名称) and, as far as known, `type`, `level`,
---`parent`, `code`, `deadline`, `aliases`. Where it fails, the list of all problems comes as the fourth value.
---@param path string
---@param options? govreport.UnitsOptions
---@return govreport.Units|nil
---@return string?
---@return govreport.Code?
---@return govreport.UnitsProblem[]?
function govreport.units(path, options) end

---The exact number of a text. What is a number already is given back.
---`value`: like `"190.457379"`: digits, a point, a minus; at most 15 significant digits
---@param value string|integer|govreport.Decimal
---@param options? govreport.DecimalOptions
---@return integer|govreport.Decimal|nil
---@return string?
---@return govreport.Code?
function govreport.decimal(value, options) end

---An exact quotient, rounded half away from zero. Raises for `b = 0`.
---@param a integer|govreport.Decimal
---@param b integer|govreport.Decimal
---@param places? integer digits behind the point, 0 (where it is left out) to 15
---@return integer|govreport.Decimal
function govreport.ratio(a, b, places) end

---The letter to the body whose report was checked (退改意见): what must be corrected, what is to be verified,
---what is worth knowing. The report must be open. `render` gives it as HTML, as a Word file and as Markdown.
---@param result govreport.Result
---@param options? govreport.LetterOptions `since` may be a path; only this can fail
---@return govreport.Letter|nil
---@return string?
---@return govreport.Code?
function govreport.letter(result, options) end

---The content of the Word file that was checked, with each finding as a comment on the cell or the sentence that it
---is about. Comments and proposed changes of an earlier call are replaced, those of others stay; the same file and
---findings give the same bytes. The report must be open. What it does to a file: word.md.
---@param result govreport.Result
---@param source string|govreport.Bytes the file: its path, or what it holds
---@param options? govreport.AnnotateOptions
---@return string|nil
---@return string?
---@return govreport.Code?
function govreport.annotate(result, source, options) end

---Reads the JSON of a first round of checks, as `render(batch, "json")` gives it, for the option `since`.
---@param text string schema `govreport.findings/1`
---@param options? govreport.RoundsOptions
---@return govreport.Rounds|nil
---@return string?
---@return govreport.Code?
function govreport.rounds(text, options) end

---The files that some paths stand for: of a folder or a ZIP archive all whose names say that they are reports
---(`.txt`, `.text`, `.md`, `.markdown`, `.html`, `.htm`, `.xhtml`, `.shtml`, `.docx`, `.docm`, `.dotx`, `.mht`,
---`.mhtml`, `.eml`, `.pdf`), those of the folders and archives in it as well, in the order of their names, but for
---hidden ones. A file with several names, or named twice, is there once; one in an archive has the path
---`round.zip/a.html`, by which it is opened. Gives also what is not among them: folders without reports
---(`io.no_reports`), what the system refuses (`io.unreadable`), archives that are not right (`zip.*`), links to
---folders (`io.link`), and for each other kind of file that may be a report, like OFD, how many there are and what to
---do (`io.unsupported`).
---@param paths string|(string|govreport.Bytes)[]
---@param options? govreport.FilesOptions
---@return (string|govreport.Bytes)[]
---@return {path: string, message: string, code: govreport.Code}[]
function govreport.files(paths, options) end

---Opens files, and those of folders, when the Collection is asked for them.
---@param paths string|(string|govreport.Bytes)[]
---@param options? govreport.OpenFilesOptions
---@return govreport.Collection|nil
---@return string?
---@return govreport.Code?
function govreport.open_files(paths, options) end

---Checks files, and those of folders, when the Batch is asked for them. Raises as `check` does.
---@param paths string|(string|govreport.Bytes)[]
---@param options? govreport.CheckFilesOptions `units` and `since` may be paths here; only these can fail
---@return govreport.Batch|nil
---@return string?
---@return govreport.Code?
function govreport.check_files(paths, options) end

---Reviews reports for somebody who opens the result in a browser: a page on which the findings stand beside the
---report, and a letter, for each; a list of all; a table of all findings; the first round of the next. The reports
---are checked when the files are asked for. review.md says what they hold.
---@param paths string|(string|govreport.Bytes)[]
---@param options? govreport.ReviewOptions `units`, `since` and `roster` may be paths here; only these can fail
---@return govreport.ReviewFolder|nil
---@return string?
---@return govreport.Code?
function govreport.review(paths, options) end

---Reads documents into one dataset: each report with its cells, parts, quantities and findings, and what could not be
---read with the reason. It is there as a whole or not at all; two programs cannot write one at the same time. Raises
---as `check` does, and where `output` says no kind of dataset.
---`paths`: files, folders and archives as by `files`; an empty list for those of the manifest
---@param paths string|(string|govreport.Bytes)[]
---@param options govreport.DatasetOptions
---@return govreport.DatasetSummary|nil
---@return string?
---@return govreport.Code?
function govreport.dataset(paths, options) end

---What a command about a dataset exits with: 3 where a document was not read, else 0.
---@param summary govreport.DatasetSummary
---@return integer
function govreport.dataset_exit_code(summary) end

---Answers records, each with one line of JSON, in their order: worker.md says what both hold. Gives how many there
---were. Raises as `check` does.
---@param input govreport.Lines
---@param write fun(line: string) gets each answer with its line end, as soon as those before it are written
---@param options? govreport.WorkerOptions
---@return integer|nil
---@return string?
---@return govreport.Code?
function govreport.worker(input, write, options) end

---Plans documents for many machines: a list of files for a folder, each a name and its content. All but the last,
---`plan.json`, are shards: records for workers. Gives also what is not among them, as `files` does.
---@param paths string|string[] as of `dataset`, without Bytes
---@param options govreport.PlanOptions
---@return string[][]|nil
---@return {path: string, message: string, code: govreport.Code}[]|string
---@return govreport.Code?
function govreport.plan(paths, options) end

---Puts the answers of workers together into one dataset, the same as `dataset` would have made of the documents.
---Every record of the plan has to be answered once, by workers of one version with the same rules and options; where
---that is not so nothing is written.
---@param plan string the folder of the plan
---@param answers string[] the files of the answers, in any order
---@param options govreport.MergeOptions
---@return govreport.DatasetSummary|nil
---@return string?
---@return govreport.Code?
function govreport.merge(plan, answers, options) end

---Shows an object in one of its formats; nil where the option `write` takes the pieces. Raises for a format that it
---does not have, with those that it has. Only what is a Word file can fail.
---@param object any one of those above
---@param format? govreport.Format the usual one where it is left out
---@param options? govreport.RenderOptions
---@return string?|nil
---@return string?
---@return govreport.Code?
function govreport.render(object, format, options) end

---A printer of the findings of a Batch, or of a Collection as data, for programs that go through the entries
---themselves.
---@param batch govreport.Batch|govreport.Collection
---@param format? govreport.FindingsFormat of a Collection `tsv`, `csv`, `json`, `jsonl`
---@param options? govreport.PrinterOptions
---@return govreport.Printer
function govreport.printer(batch, format, options) end

---Any value as the prompt of `govreport lua` shows it: a table of a report as a grid, a list line by line, everything
---else in one line.
---@param value any
---@param options? govreport.InspectOptions
---@return string
function govreport.inspect(value, options) end

---The rules that a check with these options would run. Raises as `check` does.
---@param options? govreport.RulesOptions
---@return govreport.Rules
function govreport.rules(options) end

---What a rule means: its formula, what it stands on, an example that fails and one that passes, both checked.
---@param id string
---@param options? govreport.ExplainOptions
---@return govreport.Explanation|nil
---@return string?
---@return govreport.Code?
function govreport.explain(id, options) end

---Reads a file of settings; its paths are resolved. Raises where it cannot be read or is not right, with file and
---line.
---@param path string
---@return govreport.Settings
function govreport.settings(path) end

---Adds a form; it is tried like those of the project from then on. Raises where the declaration is not right, with
---file, line and a proposal, and for an id that another form has. Gives the declaration, complete with what it takes
---from the form that it extends. Forms are added for the whole program.
---@param declared table `id`, `name`, `detect`, `sections`, `tables`, `fields`, …; or `extends` and what is other
---@return table
function govreport.form(declared) end

---Adds the forms in some files, in any order; a file that was loaded before is not loaded again. Raises as `form`
---does.
---@param paths string|string[] scripts, each of which returns a form or a list of forms, and folders of them
---@return table[]
function govreport.load_forms(paths) end

---The forms that are known, in the order in which a document is tried on them.
---@return govreport.Forms
function govreport.forms() end

---Which form a document is in, and why not the others: a reason for each form, in the order in which they are tried;
---the id of the chosen one, nil for none; the year of the report, nil where it was not found.
---@param document govreport.Document
---@return govreport.FormChoice
---@return string?
---@return integer?
function govreport.why(document) end

---Tells what happened when a document was read: what each heading, table, fact and number was taken for, and what was
---nearest where something was not found. It reads the document once more.
---@param source govreport.Document|string a Document, or the content of a file
---@param options? govreport.TraceOptions
---@return govreport.Trace|nil
---@return string?
---@return govreport.Code?
function govreport.trace(source, options) end

---Drafts a form from a document that is in it: parts, tables and facts as far as they can be told, and only what
---reads the document again. `render` writes it and its test as scripts.
---@param document govreport.Document
---@param id string of the form: letters, digits and _
---@param options? govreport.DraftOptions
---@return govreport.Draft|nil
---@return string?
---@return govreport.Code?
function govreport.draft(document, id, options) end

---Drafts a rule for a form, to begin with: two sides that can be compared. `render` writes it and its test as
---scripts. Raises for a form that is unknown.
---@param id string `family.name`
---@param options? govreport.DraftRuleOptions
---@return govreport.RuleDraft|nil
---@return string?
---@return govreport.Code?
function govreport.draft_rule(id, options) end

---Fills a form in. A cell that is given stays as it is; a total that is not given is added up where all that it adds
---up is known; every other cell is blank. Where a list of cells is not right, the fourth result lists all that is
---wrong with it. Raises for a form or a cell that is not known.
---@param form string its id
---@param options? govreport.FillOptions
---@return govreport.FilledForm|nil
---@return string?
---@return govreport.Code?
---@return govreport.DataProblem[]?
function govreport.fill(form, options) end

return govreport
