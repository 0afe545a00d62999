--- `govreport dataset`, `worker`, `plan` and `merge` as people run them: exit codes, what they say, names of any bytes.

local documents = require "spec.support.documents"
local json_reader = require "govreport.base.json_reader"
local payloads = require "spec.support.payloads"
local shell = require "spec.support.shell"

local folder

setup(function()
  folder = shell.folder("in", "good", "empty", "own")
  documents.write(folder .. "/good", 2)
  documents.write(folder .. "/in", 2)
  shell.write(folder .. "/in/c.txt", "会议纪要\n")
  shell.write(folder .. "/in/d.txt", "")
  shell.write(folder .. "/in/e.txt", shell.read(folder .. "/in/0001.txt"))
  shell.write(folder .. "/own/mine.txt", "mine")
  shell.write(folder .. "/list.csv", "url\nhttp://a/\n")
  shell.write(folder .. "/list", "good/0001.txt\r\n\ngood/0002.txt")
  shell.write(folder .. "/zero", "good/0001.txt\0good/0002.txt\0")
  shell.write(folder .. "/records", '{"id":"甲","path":"good/0001.txt"}\nnone.txt\n\n')
end)
teardown(function() shell.remove(folder) end)

-- The command, in the folder :: its exit code :: the codes of complaints :: how standard output begins, or nothing.
local cases = [[
govreport dataset good -o a.jsonl                        :: 0 ::  :: a.jsonl：共2份文件，读成2份
govreport dataset good -o a.jsonl --update               :: 0 ::  :: a.jsonl：共2份文件，读成0份（其中0份有未识别的格），未变动2份，未读成0份。
govreport dataset good -o a/ -j 1                        :: 0 ::  :: a/：共2份文件，读成2份
govreport dataset good -o a --to csv -j 0                :: 0 ::  :: a：共2份文件，读成2份
govreport dataset in -o b.jsonl                          :: 3 :: form.unknown input.empty :: b.jsonl：共5份文件，读成3份
govreport dataset in none.txt -o b.jsonl                 :: 3 :: form.unknown input.empty io.missing :: b.jsonl：共6份
govreport dataset empty -o b.jsonl                       :: 3 :: io.no_reports :: b.jsonl：共1份文件，读成0份
govreport dataset - -o b.jsonl <good/0001.txt            :: 0 ::  :: b.jsonl：共1份文件，读成1份
govreport dataset - -o b.jsonl <&-                       :: 3 :: io.unreadable :: b.jsonl：共1份文件，读成0份
govreport dataset --files-from list -o b.jsonl           :: 0 ::  :: b.jsonl：共2份文件，读成2份
govreport dataset --files-from zero -0 -o b.jsonl        :: 0 ::  :: b.jsonl：共2份文件，读成2份
govreport dataset --files-from - -o b.jsonl <list        :: 0 ::  :: b.jsonl：共2份文件，读成2份
govreport dataset --files-from none -o b.jsonl           :: 2 :: io.missing ::
govreport dataset good -o x.doc                          :: 2 :: usage.dataset_output ::
govreport dataset good                                   :: 2 :: usage.missing ::
govreport dataset -o x.jsonl                             :: 2 :: usage.dataset_paths ::
govreport dataset good -o x.jsonl -j 1.5                 :: 2 :: usage.number ::
govreport dataset good -o x.jsonl --timeout 0            :: 2 :: usage.seconds ::
govreport dataset good -o x.jsonl --memory much          :: 2 :: usage.number ::
govreport dataset good -o x.jsonl --rules none.lua       :: 2 :: options.invalid ::
govreport dataset good -o x.jsonl --ignore none          :: 2 :: options.invalid ::
govreport dataset good -o x.jsonl --encoding none-1      :: 2 :: encoding.unknown ::
govreport dataset good -o x.jsonl --to doc               :: 2 :: usage.choice ::
govreport dataset good -o none/x.jsonl                   :: 3 :: dataset.unwritable ::
govreport dataset good -o none/x/                        :: 3 :: dataset.unwritable ::
govreport dataset good -o own                            :: 3 :: dataset.taken ::
govreport dataset good -o x.jsonl --manifest none.csv    :: 3 :: io.missing ::
govreport dataset good -o x.jsonl --manifest list.csv    :: 3 :: manifest.path ::
govreport worker <records                                :: 0 ::  :: {"id":"\u7532","run":"
govreport worker -j 2 <records                           :: 0 ::  :: {"id":"\u7532","run":"
govreport worker </dev/null                              :: 0 ::  ::
govreport worker <&-                                     :: 0 ::  ::
govreport worker --rules none.lua <records               :: 2 :: options.invalid ::
govreport worker -j x <records                           :: 2 :: usage.number ::
govreport plan good -o plan -n 2                         :: 0 ::  :: plan：共2份文件，分为2组。
govreport plan good -o plan -n 2                         :: 2 :: plan.taken ::
govreport plan good -o plan2                             :: 2 :: usage.missing ::
govreport plan good -o plan2 -n 0                        :: 2 :: usage.number ::
govreport plan good -o plan2 -n 1.5                      :: 2 :: usage.number ::
govreport plan -o plan2 -n 1                             :: 2 :: usage.dataset_paths ::
govreport plan empty -o plan2 -n 1                       :: 3 :: io.no_reports :: plan2：共0份文件，分为1组。
govreport plan good -o none/plan -n 1                    :: 3 :: io.unwritable ::
govreport worker <plan/0001.jsonl >1; govreport worker <plan/0002.jsonl >2 :: 0 ::  ::
govreport merge plan 2 1 -o m.jsonl                      :: 0 ::  :: m.jsonl：共2份文件，读成2份
govreport merge plan 1 -o m.jsonl                        :: 3 :: merge.missing ::
govreport merge plan 1 2 1 -o m.jsonl                    :: 3 :: merge.twice ::
govreport merge plan 1 none -o m.jsonl                   :: 3 :: io.missing ::
govreport merge plan list -o m.jsonl                     :: 3 :: merge.answer ::
govreport merge good 1 -o m.jsonl                        :: 3 :: io.missing ::
govreport merge plan 1 2 -o m.doc                        :: 2 :: usage.dataset_output ::
govreport merge plan 1 2 -o m.jsonl -j x                 :: 2 :: usage.number ::
]]

describe("commands of datasets end", function()
  for line in cases:gmatch "[^\n]+" do
    local command, code, codes, head = line:match "^(.-)%s+:: (%d) :: ?(.-)%s*:: ?(.*)$"
    it(command, function()
      local program = ("GOVREPORT_BUILD=%s LC_ALL=zh_CN.UTF-8 %s/bin/govreport"):format(shell.build, shell.root)
      local ended, out, err = shell.run(("cd %s; %s"):format(folder, (command:gsub("govreport", program))))
      local found = {}
      for own in err:gmatch "%[([%w_]+%.[%w_]+)%]\n" do found[#found + 1] = own end
      table.sort(found)
      assert.equal(codes, table.concat(found, " "), err)
      assert.equal(math.tointeger(code), ended, err)
      assert.equal(head, out:sub(1, #head))
      if head == "" then assert.equal("", out) end
    end)
  end
end)

describe("a dataset's summary", function()
  it("says what was not read, and why, in both languages", function()
    local path = folder .. "/s.jsonl"
    local _, out = shell.govreport(("dataset %s/in -o %s"):format(folder, path))
    assert.equal(path .. "：共5份文件，读成3份（其中0份有未识别的格），未变动0份，未读成2份。\n"
                 .. "  内容为空或记录有误：1份\n  不是所识别格式的报告：1份\n", out)
    local _, english = shell.govreport(("dataset %s/in --lang en -o %s"):format(folder, path))
    assert.equal(path .. ": 5 files; 3 read (0 only in part), 0 unchanged, 2 not read.\n"
                 .. "  empty, or the record is wrong: 1\n  no report of a known form: 1\n", english)
  end)

  it("names twenty of them at most", function()
    local many = shell.folder()
    for i = 1, 25 do shell.write(("%s/%d.txt"):format(many, i), "x") end
    local code, out, err = shell.govreport(("dataset %s -o %s/x.jsonl"):format(many, many))
    shell.remove(many)
    assert.equal(3, code)
    assert.equal(20, select(2, err:gsub("\n", "")))
    assert.matches("不是所识别格式的报告：25份", out, 1, true)
  end)
end)

-- ---- names of any bytes -------------------------------------------------------------------------

-- Names that a file can have, of what others would take for something else.
local names = {"=1+1", "-o", "a\nb", "a\tb", "a\rb", 'a"b', "a'b", "a,b", "<b>&amp;", "\27[31m", "a\u{202E}b", "\xFF",
               "\\xFF", "$(touch x)", "a;b", "%s%d", "{path}", "a\u{2028}b", "报告", " a "}
for _, own in ipairs(payloads) do
  if not own[2]:find "[/\0]" and #own[2] < 200 then names[#names + 1] = own[2] end
end

describe("names of any bytes", function()
  local inner, count
  setup(function()
    inner, count = shell.folder "in", 0
    for _, name in ipairs(names) do
      local handle = io.open(inner .. "/in/" .. name .. ".txt", "rb")
      if handle then handle:close() else
        count = count + 1
        shell.write(inner .. "/in/" .. name .. ".txt", count % 5 == 0 and "x" or documents.text(count))
      end
    end
  end)
  teardown(function() shell.remove(inner) end)

  for _, output in ipairs(documents.outputs) do
    it("stand in every dataset, each once: " .. output, function()
      local code, out, err = shell.govreport(("dataset %s/in -o %s/%s"):format(inner, inner, output))
      assert.equal(3, code)
      assert.is_nil((out .. err):gsub("\n", ""):find "[%c\127]")
      assert.is_truthy(utf8.len(out) and utf8.len(err))
      local seen = 0
      for name in pairs(documents.content(inner .. "/" .. output)) do
        seen = seen + 1
        assert.is_truthy(utf8.len(name))
      end
      assert.equal(count, seen)
      local _, again = shell.govreport(("dataset %s/in --update -o %s/%s"):format(inner, inner, output))
      assert.matches("读成0份", again, 1, true)
    end)
  end

  it("go through pipes", function()
    local planned, _, complaints = shell.govreport(("plan %s/in -n 2 -o %s/plan"):format(inner, inner))
    assert.equal(3, planned)
    assert.matches("%[plan.name%]", complaints)
    local seen = 0
    for i = 1, 2 do
      local code, out = shell.govreport(("worker <%s/plan/000%d.jsonl"):format(inner, i))
      assert.equal(0, code)
      for line in out:gmatch "[^\n]+" do
        local own = assert(json_reader.decode(line))
        assert.is_true(own.status == "ok" or own.status == "not_a_report", own.message)
        seen = seen + 1
      end
    end
    local unnamed = select(2, complaints:gsub("%[plan.name%]", ""))
    assert.equal(count, seen + unnamed)
  end)
end)
