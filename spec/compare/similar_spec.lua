--- Near-identical parts among reports: who copied from whom.

local example = require "spec.support.example"
local govreport = require "govreport"
local similar = require "govreport.compare.similar"

-- The example as the report of another body, in other words where they are given.
local function report_of(agency, year, changes)
  local text = example.text:gsub("云岭市水务局", agency):gsub("2020年", year .. "年")
  for _, change in ipairs(changes or {}) do text = example.edit(text, change[1], change[2]) end
  return example.report(text)
end

-- The text of parts one and five in other words: parts that have nothing in common with the example's.
local other_words = {
  overview = "本年度围绕学校招生、教师招聘、校园安全公布政策问答，邀请家长代表走进课堂，听取对招生办法的意见；编印便民手册发放到各社区，"
    .. "在开学季集中答复来电来访，做到件件有回音。统筹推进课后服务清单公示，接受社会监督，群众满意度稳步提升，媒体多次作了报道。",
  problems = "公开内容与家长的期待相比尚有差距，个别学校网站更新迟缓，联络员变动频繁。下一步将每季度抽查学校网站，对更新迟缓的予以通报；"
    .. "修订联络员工作手册，新任联络员先培训后上岗，并把培训记录纳入年底考评；对群众来信集中反映的事项及时补充公开。",
}

local function own_words()
  local text = example.text:gsub("云岭市水务局", "清沅县教育局")
  local overview = text:match("一、总体情况\n(.-)\n  二、主动公开")
  local problems = text:match("五、存在的主要问题及改进情况\n(.-)\n  六、")
  text = example.edit(text, overview, "\n  " .. other_words.overview .. "\n")
  return example.report((example.edit(text, problems, "\n  " .. other_words.problems .. "\n")))
end

local function summary(groups)
  local list = {}
  for i, group in ipairs(groups) do
    local members = {}
    for k, member in ipairs(group.members) do members[k] = member.name end
    list[i] = group.part .. ": " .. table.concat(members, " ")
  end
  return list
end

describe("near-identical parts", function()
  local first = report_of("云岭市水务局", 2020)

  it("are found whatever the body, its place, its year and its numbers", function()
    local groups = similar.run{first, report_of("松陵州交通运输局", 2019, {{"发布信息612条", "发布信息97条"}})}
    assert.same({"overview: 1 2", "problems: 1 2"}, summary(groups))
    assert.equal("1", tostring(groups[2].members[2].ratio))
    assert.equal("松陵州交通运输局", groups[1].members[2].agency)
    assert.equal(2019, groups[1].members[2].year)
  end)

  it("are not found where the words are a body's own", function()
    assert.same({}, summary(similar.run{first, own_words()}))
  end)

  it("are found also with a sentence changed, and tell how alike they are", function()
    local changed = report_of("松陵州民政局", 2020, {{"完成一批、上网一批", "三年内全部完成并且上网供群众查询"}})
    local groups = similar.run({first, own_words(), changed}, {parts = {"problems"}})
    assert.same({"problems: 1 3"}, summary(groups))
    local ratio = groups[1].members[2].ratio
    assert.is_true(ratio < 1 and ratio > govreport.decimal("0.8"), tostring(ratio))
  end)

  it("show a sentence that they share, with its places", function()
    local groups = similar.run{first, report_of("松陵州民政局", 2020)}
    for _, group in ipairs(groups) do
      for _, member in ipairs(group.members) do
        assert.is_true(member.place.line > 0 and #member.place.text > 60)
      end
    end
  end)

  it("are looked for in the parts that are asked for", function()
    local reports = {first, report_of("松陵州民政局", 2020)}
    assert.same({"other: 1 2"}, summary(similar.run(reports, {parts = {"other"}, shortest = 20})))
    assert.same({}, summary(similar.run(reports, {parts = {"other"}, shortest = 500})))
    assert.same({}, summary(similar.run(reports, {parts = {"proactive"}})))
  end)

  it("of one report, or none, are none", function()
    assert.equal(0, #similar.run{first})
    assert.equal(0, #similar.run{})
  end)

  it("refuse options that are none", function()
    assert.has_error(function() similar.run({}, {at_least = 0.2}) end)
    assert.has_error(function() similar.run({}, {at_least = 1.1}) end)
    assert.has_error(function() similar.run({}, {atleast = 0.9}) end)
    assert.has_error(function() similar.run({}, {parts = {1}}) end)
  end)

  it("need the reports only while they are added and shown", function()
    local collection, texts = similar.new(), {}
    for i, agency in ipairs{"云岭市水务局", "松陵州民政局"} do
      texts[i] = example.text:gsub("云岭市水务局", agency)
      local report = example.report(texts[i])
      collection:add(report, agency)
      report:close()
    end
    local open = 0
    local groups = collection:groups(function(number)
      open = open + 1
      local report = example.report(texts[number])
      return report, function()
        open = open - 1
        report:close()
      end
    end)
    assert.same({"overview: 云岭市水务局 松陵州民政局", "problems: 云岭市水务局 松陵州民政局"}, summary(groups))
    assert.equal(0, open)
  end)
end)
