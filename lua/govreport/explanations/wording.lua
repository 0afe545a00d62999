--- Examples for what is left out.

return {
  ["wording.omission"] = {
    plain = true,
    fails = {text = {{"均在法定期限内答复。", "均在法定期限内答复。（中略）"}}},
    passes = {},
  },
  ["wording.changes"] = {
    fails = {text = {{"<head>", '<head><meta name="docx:changes" content="open">'}}},
    passes = {},
  },
  ["wording.template"] = {
    plain = true,
    fails = {text = {{"收到政府信息公开申请47件", "收到政府信息公开申请XX件"}}},
    passes = {},
  },
  ["wording.word_doubled"] = {
    fails = {text = {{"纳入年度工作考核", "纳入年度工作年度工作考核"}}},
    passes = {},
  },
  ["wording.sentence_doubled"] = {
    fails = {text = {{"发布前逐件进行保密审查，在门户网站新设水质公告专栏。",
                      "发布前逐件进行保密审查，在门户网站新设水质公告专栏。发布前逐件进行保密审查，在门户网站新设水质公告专栏。"}}},
    passes = {},
  },
  ["wording.covering_letter"] = {
    fails = {text = {{"<p>一、总体情况</p>", "<p>市政务公开办公室：</p><p>现将我局2024年政府信息公开工作年度报告报送你办，请予审核。</p>"
                      .. "<p>一、总体情况</p>"}}},
    passes = {},
  },
  ["wording.page_line"] = {
    fails = {text = {{"二是部分历史文件查找较为费时。", "</p><p>来源：云岭市水务局　阅读：236次　【打印】【关闭】</p><p>二是部分历史文件查找较为费时。"}}},
    passes = {},
  },
  ["wording.punctuation"] = {
    fails = {text = {{"发布前逐件进行保密审查，", "发布前逐件进行保密审查,"}}},
    passes = {},
  },
  ["wording.sentence_cut"] = {
    fails = {text = {{"并分批整理历史文件。", "并分批整理历史文件和"}}},
    passes = {},
  },
}
