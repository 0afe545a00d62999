--- docs/datasets.md is true: its program writes the reports, its command makes the dataset, its questions have the
-- answers that stand below them, and its tables and views are those that there are.

local dictionary = require "test.reference.dictionary"
local doc = require "spec.support.doc"
local manifest = require "govreport.dataset.manifest"
local schema = require "govreport.dataset.schema"

local document = doc.read "docs/datasets.md"
local blocks = doc.blocks(document)

-- ---- what stands in it --------------------------------------------------------------------------

-- The rows of tables below a heading that begin with code, as lists of their cells.
local function rows_below(heading)
  local part = assert((document .. "\n#"):match("\n##+ " .. heading .. "\n(.-)\n#"), heading)
  local list = {}
  for line in part:gmatch "\n| (`[^\n]*) |" do
    local row = {}
    for cell in (line .. " |"):gmatch "(.-) |%s?" do row[#row + 1] = cell end
    list[#list + 1] = row
  end
  return list
end

-- The names in code in a text.
local function names_in(text)
  local list = {}
  for name in text:gmatch "`(.-)`" do list[#list + 1] = name end
  return list
end

describe("the dictionary in docs/datasets.md", function()
  it("is up to date", function() assert.is_true(dictionary.put(document) == document, "run `make docs`") end)

  it("says of every column in both languages what it holds", function()
    local count = 0
    for _, t in ipairs(schema.tables) do
      for _, column in ipairs(t.columns) do
        assert.matches("[\128-\255]", column.zh, nil, t.name .. "." .. column.name)
        assert.matches("%a", column.en, nil, t.name .. "." .. column.name)
        count = count + 1
      end
    end
    assert.is_true(count > 80)
  end)
end)

describe("docs/datasets.md names", function()
  it("every status of what cannot be read", function()
    local list = {"ok"}
    for _, row in ipairs(rows_below "What cannot be read") do list[#list + 1] = names_in(row[1])[1] end
    assert.same(schema.statuses, list)
  end)

  for _, row in ipairs(rows_below "A manifest") do
    local name = names_in(row[1])[1]
    it("the columns of a manifest: " .. name, function()
      for title in (name .. ", " .. row[2] .. ","):gmatch "%s*(.-)," do
        local text = name == "path" and title .. "\nb\n" or "path," .. title .. "\na.html,b\n"
        assert.equal("b", assert(manifest.parse(text)):each()()[name], title)
      end
    end)
  end
end)

-- ---- what it shows ------------------------------------------------------------------------------

local has_sqlite, sqlite = pcall(require, "govreport.sqlite")
if not has_sqlite then
  it("the example of docs/datasets.md", function() pending "skipped: the module govreport.sqlite is not there" end)
  return
end

describe("the example of docs/datasets.md:", function()
  local folder, db

  setup(function()
    folder = doc.folder{}
    for _, block in ipairs(blocks) do
      if block.kind == "lua" then
        doc.write(folder .. "/" .. block.file, block.text)
        assert.equal("", doc.govreport(folder, "lua " .. block.file))
      end
    end
  end)
  teardown(function()
    if db then db:close() end
    doc.remove(folder)
  end)

  -- What a query gives, as sqlite3 prints it.
  local function answer(sql)
    local lines = {}
    for i, row in ipairs(assert(db:query(sql))) do
      local values = {}
      for k = 1, row.n do values[k] = row[k] == nil and "" or tostring(row[k]) end
      lines[i] = table.concat(values, "|") .. "\n"
    end
    return table.concat(lines)
  end

  local questions = 0
  for i, block in ipairs(blocks) do
    local arguments, printed = block.text:match "^%$ govreport ([^\n]*)\n(.*)$"
    if arguments then
      it("govreport " .. arguments, function()
        assert.equal(printed, doc.govreport(folder, arguments))
        db = db or assert(sqlite.open(folder .. "/reports.sqlite", {readonly = true}))
      end)
    elseif block.kind == "sql" then
      questions = questions + 1
      it("question " .. questions, function()
        assert.equal("text", blocks[i + 1].kind)
        assert.equal(blocks[i + 1].text, answer(block.text))
      end)
    end
  end
  it("there are ten questions", function() assert.equal(10, questions) end)

  local function columns_of(name) return answer("SELECT name FROM pragma_table_info('" .. name .. "')") end

  local described = {}
  for _, t in ipairs(schema.tables) do described[t.name] = true end
  for _, heading in ipairs{"place, state, meta", "Views"} do
    for _, row in ipairs(rows_below(heading)) do
      local name = names_in(row[1])[1]
      described[name] = true
      it("the columns of " .. name, function()
        local named, there = names_in(row[2]), columns_of(name)
        local wanted = table.concat(named, "\n") .. "\n"
        if row[2]:find "^those of" then wanted = columns_of(named[1])
        elseif row[2]:find "and a column for each" then there = there:sub(1, #wanted) end
        assert.equal(wanted, there)
      end)
    end
  end

  it("there are no other tables and views", function()
    for _, row in ipairs(db:query "SELECT name FROM sqlite_master WHERE type IN ('table', 'view')") do
      assert.is_true(described[row[1]], row[1])
    end
  end)
end)
