--- Examples for text that is copied.

local last = "全年公开政策文件和办事指南，组织两次专题培训，逐项清理网站栏目，为老年人保留电话和窗口查询渠道；"
             .. "政府信息公开纳入年度考核，邀请服务对象开展社会评议，未发生需要追究责任的情形。"
local before = "部分栏目更新不够及时，将按季度检查并通报。"

return {
  ["similarity.copied_section"] = {
    plain = true,
    fails = {sections = {overview = last}, previous = {sections = {overview = last, problems = before}}},
    passes = {previous = {sections = {overview = last, problems = before}}},
  },
}
