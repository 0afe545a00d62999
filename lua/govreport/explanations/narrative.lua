--- Examples for what sentences say of the tables.

return {
  ["narrative.count"] = {
    plain = true,
    fails = {text = {{"收到政府信息公开申请47件", "收到政府信息公开申请57件"}}},
    passes = {},
  },
  ["narrative.share"] = {
    plain = true,
    fails = {text = {{"均在法定期限内答复。", "全年办结48件，其中予以公开26件，占64.2%。"}}},
    passes = {text = {{"均在法定期限内答复。", "全年办结48件，其中予以公开26件，占54.2%。"}}},
  },
  ["narrative.growth"] = {
    plain = true,
    fails = {text = {{"收到政府信息公开申请47件", "收到政府信息公开申请47件，同比增长80%"}},
             previous = {cells = {["applications.received.total"] = 40}}},
    passes = {text = {{"收到政府信息公开申请47件", "收到政府信息公开申请47件，同比增长17.5%"}},
              previous = {cells = {["applications.received.total"] = 40}}},
  },
  ["narrative.none"] = {
    plain = true,
    fails = {text = {{"均在法定期限内答复。", "均在法定期限内答复。未发生因政府信息公开被申请行政复议的情况。"}}},
    passes = {text = {{"均在法定期限内答复。", "均在法定期限内答复。因政府信息公开被申请行政复议2件。"}}},
  },
  ["narrative.outcome"] = {
    plain = true,
    fails = {text = {{"均在法定期限内答复。", "已全部办结。"}}},
    passes = {text = {{"均在法定期限内答复。", "均在法定期限内答复，尚未到期的结转下年度。"}}},
  },
  ["narrative.parts"] = {
    plain = true,
    fails = {text = {{"均在法定期限内答复。", "均在法定期限内答复。发布信息372条，其中工作动态331条，公告61条。"}}},
    passes = {text = {{"均在法定期限内答复。", "均在法定期限内答复。发布信息392条，其中工作动态331条，公告61条。"}}},
  },
}
