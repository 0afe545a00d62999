--- Manifests: lists of files as spreadsheets and programs write them.

local govreport = require "govreport"
local manifest = require "govreport.dataset.manifest"
local shell = require "spec.support.shell"

-- What a text gives: entries as `line:path|url|fetched|body|region`, or the code and where it is.
local function parsed(text)
  local list, code, fields = manifest.parse(text)
  if not list then return ("%s %s %s"):format(code, fields.line, fields.other or "-") end
  local shown = {}
  for own in list:each() do
    assert.same(own, list:find(own.path))
    shown[#shown + 1] = ("%d:%s|%s|%s|%s|%s"):format(own.line, own.path, own.url or "", own.fetched or "",
                                                      own.body or "", own.region or "")
  end
  return table.concat(shown, " ; ")
end

describe("a manifest", function()
  for name, case in pairs{
    ["all columns"] = {"path,url,fetched,body,region\na.html,http://a/,2025-02-01,1-2,390121\n",
                       "2:a.html|http://a/|2025-02-01|1-2|390121"},
    ["Chinese headers"] = {"文件,网址,采集时间,机构代码,行政区划代码\na,u,f,b,r\n", "2:a|u|f|b|r"},
    ["any order, and columns of others"] = {"序号,url,备注,文件路径？,路径\n1,u,x,y,a\n", "2:a|u|||"},
    ["width and capitals"] = {"ＰＡＴＨ,Url\na,u\n", "2:a|u|||"},
    ["a byte order mark and CRLF"] = {"\239\187\191path,url\r\na,u\r\n", "2:a|u|||"},
    ["GB18030"] = {"\xCE\xC4\xBC\xFE,\xCD\xF8\xD6\xB7\n\xB1\xA8\xB8\xE6.txt,u\n", "2:报告.txt|u|||"},
    ["quotes and line ends"] = {'path,url\n"a,b.html","http://x/\ny"\nc,\n', "2:a,b.html|http://x/\ny||| ; 4:c||||"},
    ["blank lines"] = {"path\n\na\n\n\nb\n", "3:a|||| ; 6:b||||"},
    ["no files"] = {"path,url\n", ""},
    ["no header"] = {"a.html,http://a/\n", "manifest.path 1 -"},
    ["nothing"] = {"", "manifest.path 1 -"},
    ["no column of paths"] = {"\n\nurl,body\nu,b\n", "manifest.path 3 -"},
    ["a line without a path"] = {"path,url\na,u\n,v\n", "manifest.blank 3 -"},
    ["a path that stands twice"] = {"path,url\na,u\nb,v\na,w\n", "manifest.twice 4 2"},
    ["an open quote"] = {'path\na\n"b\n', "csv.quote_open 3 -"},
    ["what is no text"] = {"path\na\0\n", "csv.encoding 2 -"},
  } do
    it("may have: " .. name, function() assert.equal(case[2], parsed(case[1])) end)
  end
end)

describe("a dataset with a manifest", function()
  local folder
  before_each(function() folder = shell.folder() end)
  after_each(function() shell.remove(folder) end)

  local function dataset(paths, lang)
    return govreport.dataset(paths, {output = folder .. "/x.jsonl", manifest = folder .. "/list.csv", jobs = 0,
                                     lang = lang})
  end

  it("tells what is wrong with it, with its name and line", function()
    shell.write(folder .. "/list.csv", "path\na\n\na\n")
    local _, message, code = dataset{}
    assert.equal("manifest.twice", code)
    assert.equal(folder .. "/list.csv：第4行的文件“a”与第2行重复，请删去其一。", message)
    local _, english = dataset({}, "en")
    assert.equal(folder .. "/list.csv: line 4 names the file 'a' again, as line 2 does.", english)
    os.remove(folder .. "/list.csv")
    assert.equal("io.missing", select(3, dataset{}))
  end)

  it("reads its files, and says of each what it says", function()
    shell.write(folder .. "/a.txt", shell.read "examples/report.txt")
    shell.write(folder .. "/b.txt", "x")
    shell.write(folder .. "/list.csv", ("文件,网址,机构代码,行政区划代码,采集时间\n%s/b.txt,http://b/,2,,\n"
      .. "%s/a.txt,http://a/,1,390100,2025-02-01\n%s/none.txt,http://c/,,,\n"):format(folder, folder, folder))
    local summary = assert(dataset{})
    assert.same({3, 1, 2}, {summary.files, summary.ok, #summary.failures})
    local text = shell.read(folder .. "/x.jsonl")
    local first, second, third = text:match "^(.-)\n(.-)\n(.-)\n$"
    assert.matches('"body":"2","url":"http://b/","fetched":null', first, 1, true)
    assert.matches('"body":"1","url":"http://a/","fetched":"2025-02-01"', second, 1, true)
    assert.matches('"region":"390100"', second, 1, true)
    assert.matches('"status":"unreadable","code":"io.missing"', third, 1, true)
  end)

  it("of files that are named reads those alone", function()
    shell.write(folder .. "/a.txt", shell.read "examples/report.txt")
    shell.write(folder .. "/list.csv", ("path,url\n%s/a.txt,http://a/\nother.txt,http://b/\n"):format(folder))
    assert.equal(1, assert(dataset{folder .. "/a.txt"}).files)
    assert.matches('"url":"http://a/"', shell.read(folder .. "/x.jsonl"), 1, true)
  end)
end)
