--- Examples for what sentences say of the tables.

local blank = {}
for _, column in ipairs{"natural_person", "business", "research_institution", "public_welfare", "legal_service",
                        "other_organization", "total"} do
  for _, row in ipairs{"received", "brought_forward"} do blank["applications." .. row .. "." .. column] = "" end
end

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
    fails = {text = {{"均在法定期限内答复。", "均在法定期限内答复。因政府信息公开被申请行政复议2件，均获维持。"}}},
    passes = {text = {{"均在法定期限内答复。", "均在法定期限内答复。因政府信息公开被申请行政复议2件，其中维持1件。"}}},
  },
  -- Where the table has numbers they are compared with the table.
  ["narrative.parts"] = {
    fails = {cells = blank, text = {{"收到政府信息公开申请47件", "收到政府信息公开申请47件，其中自然人31件、法人或其他组织15件"}}},
    passes = {cells = blank, text = {{"收到政府信息公开申请47件", "收到政府信息公开申请47件，其中自然人31件、法人或其他组织16件"}}},
  },
}
