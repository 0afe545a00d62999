--- The words in which reports of 政府信息公开 say in sentences what their tables say, and the cells that each can mean.
--
-- A clause is understood when all its words are here, and only then is its number bound: one word that is not, such as
-- 涉及拆迁 or 县公安局, can narrow what is meant, and the number is left alone. Words are written as `grammar.expand`
-- reads them: `[a]` may be missing, `{a|b}` is one of several.
--
--   neutral     words that change nothing
--   marks       words by which clauses are told apart, by name
--   scopes      words that say whose numbers these are: `own`, `area` (more than one body), `office` (a part of a body)
--   partial     words for a part that has no cells
--   tables      `column`: of a number that names none. `with`: the marks that may stand beside the rows of the table.
--               `topic`: what must be said before; `bare`: the same for claims that are bare; `close`: what must stand
--               in the sentence to be sure. `kin`: words that tell that a number which was not understood is one of
--               this table's. `never`: words in whose sentences nothing is read; `aside`: words of headings below which
--               the topic must be said. `unit`: that of the cells, where it is money
--   rows        words for rows. `of`: an address without column, or a list of readings of which any may be meant; terms
--               are added up, "-" takes away. `reason`: the group that the row is a reason for. `loose`: what is meant
--               where the sentence does not name the rest of it. `within`: a row that holds this one; `clear`: it
--               needs no group. `assumed`: offices may count otherwise here
--   columns     words for columns. `rest`: what is 0 where a sentence says that all are of this one. `exact`: a form
--               that lacks the first of its columns counts otherwise. `rate`: the word says that a share follows.
--               `row`: the only row that the word can be of
--   claims      clauses without a row: their marks, in any order, and the readings. `bare`: needs its topic before it;
--               `after`: only behind a number of that table; `deny`: may be denied; `later`: what alone is meant behind
--               another number, and where it is denied
--   shares      what the percentages of a table may be of
--   partitions  columns that make up a whole together
--   topics      a sentence without 件 or % is read where it has one of these
--   examples    words that are all that is counted, whatever 等 in front of them names: 取水许可等行政许可
--   finished    words by which all applications are done with, and `timely`: those by which only none was late
--   narrowed    a clause without a number that ends with one of these is about a part, and so are those behind it
--   others      words for other things that are counted: a bare 收到12件 behind one of them is not about applications
--   soft        offices count more or less here than the table does: what differs is no finding

local granted, partial = "applications.granted", "applications.partially_granted"
local denied = "applications.denied_state_secret..denied_registry_inquiry"
local unavailable = "applications.unavailable_not_held..unavailable_unclear"
local refused = "applications.not_processed_petition..not_processed_reconfirmation"
local other = {"applications.other_handling", "applications.other_not_supplemented..other_remaining"}
local received, brought = "applications.received", "applications.brought_forward"
local concluded, carried = "applications.concluded", "applications.carried_forward"
local organizations = "applications.business..other_organization"

local came_in = {received, received .. " + " .. brought, concluded .. " + " .. carried}
-- An answer may be counted without those that ended without one, a conclusion without what came over from last year.
local went_out = {
  concluded, concluded .. " - " .. brought, concluded .. " - " .. other[1], concluded .. " - " .. other[2],
  concluded .. " - " .. refused .. " - " .. other[1], concluded .. " - " .. refused .. " - " .. other[2],
}
local either_way = table.move(went_out, 1, #went_out, #came_in + 1, {table.unpack(came_in)})

local made = {"instruments.made", "instruments.disclosed", "instruments.issued"}

return {
  neutral = {
    "的", "了", "有", "为", "是", "达", "达到", "计", "共", "共计", "总计", "合计", "总共",
    "一共", "共有", "已", "已经", "并", "且", "也", "其中", "另", "另有", "另外", "还", "还有",
    "此外", "同时", "及时", "依法", "依规", "依法依规", "依照", "按照", "根据", "按时",
    "按期", "如期", "按规定", "按要求", "规范", "认真", "稳妥", "妥善", "正式", "实际",
    "具体", "数", "数量", "总数", "总量", "总数量", "件数", "数为", "量", "总", "案件", "案",
    "行政机关", "情况", "情形", "方面", "工作", "类", "类别", "决定", "结果", "约", "大约",
    "近", "将近", "超", "超过", "逾", "突破", "多达", "不足", "不到", "至少", "左右", "以上",
    "属于", "属", "系", "经", "作出", "做出", "出具", "给予", "认定", "判定", "被", "因", "由",
    "对", "将", "以", "在", "于", "内", "向", "所", "而", "引起", "引发", "产生", "导致",
    "提起", "提出", "提交", "递交", "申请人", "群众", "社会公众", "公众", "任何", "任何形式",
    "目前", "事务", "针对", "加上",
    "公民、法人{和|或|或者|及|以及|、|与}其他组织",
    "公民、法人{和|或|或者|及|以及}其它组织", "政府信息公开", "信息公开", "政务公开",
    "政府信息", "政府资讯公开", "政府资讯", "资讯公开",
    "{政府信息依申请公开|政府信息依申请|政府信息公开|信息公开|依申请公开|依申请|政务公开|政府信息公开工作}领域",
    "政府信息公开类", "信息公开类", "政府信息公开工作", "政务公开工作",
    "政府信息公开方面", "各类", "各种", "全年度", "年度", "发生", "出现", "存在", "含",
    "包含", "包括", "其中含", "其中包括",
    "{在|于|}{法定|规定|法定答复}{期限|时限|时间}内", "即", "如下", "进行", "予以", "实行",
    "列为", "归为", "至", "到", "从", "年底", "年末", "期间", "统计期内",
    "报告期内", "统计期限内", "现将", "来", "一年来", "累计共", "答复告知", "告知",
    "告知为", "行为", "事件", "问题", "引发", "此类", "上述", "以上", "这些", "该", "继续",
    "尚有", "仍有", "尚", "实现", "实施", "省", "市", "县", "区", "州", "旗", "镇", "乡", "街道",
    "{因|由|}{申请|依申请公开|答复|申请答复|申请办理}{答复|办理|}{引发|引起|产生}{|的}", "除", "外", "其余", "来自", "危及", "收取", "收入", "不再处理",
    "{从|按|按照}{申请主体|申请人|申请人类型|申请人类别|申请人身份|申请人情况|申请来源|办理结果|答复结果|处理结果|答复类型|办理情况|答复情况}{来看|看|划分|分|统计}",
    "{从|按|按照}{新收申请的来源|新收申请来源|申请主体类型|申请主体情况}{来看|看|划分|分|统计}", "划分", "看", "来看",
    "提请", "正在", "起", "止", "相关", "有关", "涉及政府信息公开", "涉及政府信息公开的",
    "涉政府信息公开", "涉及信息公开", "涉信息公开", "依申请公开工作",
    "依申请公开方面", "依申请公开工作方面", "申请公开方面", "按照《条例》", "职责",
    "过",
  },

  marks = {
    this_year = {"全年", "本年", "本年度", "今年", "今年以来", "当年", "年内", "年度内",
                 "本年度内", "一年", "一年间", "全年内"},
    cumulative = {"累计", "累积"},
    last_year = {"上年", "上年度", "上一年", "上一年度", "去年", "前一年", "前一年度",
                 "去年度", "去年同期", "上年同期", "上年末", "上年底", "上年年末", "上年年底"},
    next_year = {"下年", "下年度", "下一年", "下一年度", "次年", "次年度", "明年"},
    receive = {"收到", "受理", "新收", "新收到", "接收", "接到", "收件", "收悉", "接受", "登记",
               "新受理", "新接收", "新增", "签收", "接收到", "收到并受理", "新收到并受理", "收办", "新收办",
               "{收到|受理|接收}{并|和|及}{办理|处理|答复}"},
    -- What a body had to handle: what came in and what came over.
    due = {"应办", "应办理", "应处理"},
    conclude = {"办结", "答复", "出具答复书", "办理完成", "处理完毕", "处理完成", "回复", "办复", "答复办结", "办结答复", "办理答复",
                "予以答复", "作出答复", "办理完毕", "办毕", "结案", "依法答复", "按期答复",
                "出具答复", "办理完结", "答复申请人"},
    handle = {"办理", "处理", "承办", "完成", "经办"},
    request = {"{政府信息公开|信息公开|政务公开|依申请公开|公开政府信息}申请{|件|书|事项|案件|数|数量|量|总数|总量}",
               "依申请公开政府信息公开申请", "公开政府信息的申请", "{政府信息公开|依申请公开}请求",
               "公开申请", "信息公开的申请", "公开政府信息申请", "申请政府信息公开{|事项}", "政府信息申请公开{|件|事项}",
               "{依申请公开政府信息|依申请公开信息|政府信息依申请公开|依申请信息公开}申请{|件|事项|数量|总量}",
               "{政府信息公开类|信息公开类}申请", "政府资讯公开申请",
               "政府信息公开依申请{|申请}", "信息公开依申请{|申请}",
               "依申请公开事项申请", "申请公开政府信息"},
    -- What was disclosed on request may be meant as well: 主动公开612条，依申请公开12条.
    disclosure = {"依申请公开{|事项|件|案件|办件|事件|信息|政府信息|答复|信息事项}",
                  "政府信息依申请公开{|件|事项|答复|办理事项}", "信息公开依申请件",
                  "依申请{政府信息公开|信息公开}{|件|事项}", "政府依申请公开{|件}",
                  "依申请{|事项|件|办件|案件}"},
    apply = {"申请", "申请件", "申请书", "申请事项", "申请案件", "申请数量", "申请量",
             "申请总量", "申请总数", "申请数", "申请表"},
    open = {"公开"},
    carry = {"结转", "结转件", "结转申请", "未办结结转", "接转", "跨年结转", "顺延", "延至", "转", "留待", "转入",
             "转至", "转到", "顺延至", "顺延到", "延续到", "延续至", "结转到", "结转至",
             "结转自", "结转入", "遗留", "留存"},
    publish = {"主动公开", "公开发布", "发布", "公布", "公示", "对外公开", "上网公开",
               "网上公开", "公开公示", "新公开", "发布公开"},
    none = {"未", "没有", "无", "零", "未发生", "没有发生", "未曾", "尚未", "不存在", "无一例",
            "未出现", "未有", "未产生", "未发生一起", "没有一起", "无一起", "未发生一例",
            "没有一例", "未发生一件", "没有一件", "无任何", "没有任何"},
    all = {"均", "全部", "都", "皆", "一律", "全"},
    each = {"各"},
    among = {"中", "里", "之中", "当中"},
    share = {"占", "占比", "占比为", "占总数", "比例", "比例为", "占比约", "比重", "占到",
             "约占"},
    etc = {"等", "等原因", "等情形", "等情况", "等事由", "等类"},
    part_year = {"上半年", "下半年", "第一季度", "第二季度", "第三季度", "第四季度",
                 "一季度", "二季度", "三季度", "四季度", "前三季度", "季度"},
    compare = {"较", "比", "同比", "相比", "比较", "对比"},
    up = {"增长", "增加", "上升", "提高", "增多", "多", "增", "上涨"},
    down = {"下降", "减少", "降低", "回落", "少", "减", "下滑", "缩减"},
    -- Said of a number, they compare it with last year's.
    rise = {"增幅{|为|达}", "涨幅{|为|达}", "增长率{|为|达}", "增速{|为|达}"},
    fall = {"降幅{|为|达}"},
    level = {"持平", "基本持平"},
    behalf = {"代表", "受", "委托"},
    -- What is passed on from one body to another is no claim.
    pass_on = {"转来", "转办", "转送", "移送", "移交", "转交", "交办", "转请"},
    up_to = {"截至", "截止", "截止到", "截至到"},
  },

  scopes = {
    own = {"我{局|厅|委|办|院|校|所|站|处|会|社|中心|机关|单位|部门|支队|总队|大队|分局|管委会|办公室|办公厅|镇|乡|街道|队|署|司}",
           "全{局|委|厅|院|镇|乡|街道}",
           "本{局|厅|委|办|院|校|所|站|会|社|中心|机关|单位|部门|支队|分局|行政机关|办公室|办公厅|镇|乡|街道|署}",
           "{我|本}{镇|乡}{人民政府|政府}", "{我|本}街道{办事处|办}"},
    area = {"全{省|市|区|县|州|旗|盟|系统|域|区域}", "{我|本}{省|市|区|县|州|旗|盟|系统}",
            "各级行政机关", "各部门", "各单位", "各级", "各乡镇", "各镇", "各街道",
            "各镇街", "各乡镇街道", "各县区", "各区县", "下属单位", "直属单位", "所属单位",
            "直属部门", "{市|区|县}直{部门|单位}", "各级部门"},
    office = {"{局|厅|委|办|院}{本级|机关}", "本级", "机关本级",
              "{人民政府|政府}{办|办公厅|办公室|机关|本级|办公厅本级|办公室本级}",
              "{省|市|州|盟|县|区|旗|镇|乡}{人民政府|政府}",
              "府办", "办公室", "办公厅"},
  },

  tables = {
    applications = {column = "total", with = "receive conclude handle request disclosure apply open",
                    aside = {"信息管理", "平台", "解读", "回应", "互动"},
                    topic = {"依申请", "信息公开申请", "申请公开", "公开申请", "政府信息申请",
                             "申请政府信息公开"},
                    bare = {"依申请", "信息公开申请", "政府信息申请", "申请公开"},
                    kin = {"申请", "答复", "办结"},
                    never = {"属性", "公文", "提案", "代表议案", "人大议案", "源头", "代表建议",
                             "人大建议", "政协", "拟发", "定为"}},
    disputes = {column = "total", with = "receive conclude handle apply request disclosure",
                topic = {"信息公开", "依申请", "政务公开", "被申请", "被提起"},
                close = {"信息公开", "依申请", "政务公开", "被申请", "被提起", "被复议", "被诉"},
                kin = {"复议", "诉讼"},
                never = {"提案", "代表议案", "人大议案", "作为复议机关", "作为行政复议机关", "复议机构",
                         "行政复议局"}},
    instruments = {column = made, soft = true, with = "publish"},
    licensing = {column = "licensing.decisions", with = "publish conclude handle"},
    enforcement = {column = "enforcement.decisions", with = "publish conclude handle"},
    fees = {column = "fees.amount", with = "", unit = "万元"},
  },

  rows = {
    {of = granted, loose = granted .. " + " .. partial,
     "予以公开", "同意公开", "全部公开", "予以全部公开", "予以公开答复", "予以公开类",
     "准予公开", "给予公开", "予以公开件", "予以公开的件"},
    {of = partial, "部分公开", "予以部分公开", "部分予以公开", "同意部分公开", "区分处理后部分公开",
     "作区分处理", "区分处理"},
    {of = granted, "公开类"},
    {of = granted .. " + " .. partial, "公开{或|或者|和|及|以及|与|、}部分公开",
     "[予以|同意]公开({含|包括|包含|含有|其中含}[予以]部分公开[的])"},
    {of = denied, "不予公开", "不予以公开", "不同意公开", "决定不予公开", "不公开类", "不予公开类"},
    {of = unavailable, "无法提供", "不能提供", "无法予以提供", "信息无法提供"},
    {of = refused, "不予处理", "不予以处理"},
    {of = other, "其他处理", "其它处理", "作其他处理", "其他处理情形", "其他情形处理",
     "其他方式处理"},

    {reason = denied, of = "applications.denied_state_secret", "{属于|涉及|涉|因|}国家秘密"},
    {reason = denied, of = "applications.denied_prohibited_by_law",
     "{其他|}{法律、行政法规|法律行政法规|法律法规}禁止公开"},
    {reason = denied, of = "applications.denied_security_stability", "{危及|影响|涉及|}三安全一稳定",
     "{危及|影响|涉及|}“三安全一稳定”"},
    {reason = denied, of = "applications.denied_third_party",
     "{保护|涉及|损害|侵害|}第三方{合法权益|权益}",
     "{涉及|属于|}{商业秘密、个人隐私|商业秘密或个人隐私|商业秘密和个人隐私}"},
    {reason = denied, of = "applications.denied_internal_affairs", "{属于|涉及|}{三类|政府|}内部事务{信息|}",
     "{属于|涉及|}内部管理信息"},
    {reason = denied, of = "applications.denied_deliberative", "{属于|涉及|}{四类|}过程性信息"},
    {reason = denied, of = "applications.denied_enforcement_file", "{属于|涉及|}行政执法案卷{信息|}"},
    {reason = denied, of = "applications.denied_registry_inquiry", "{属于|涉及|}行政查询{事项|}"},
    {reason = unavailable, clear = true, of = "applications.unavailable_not_held",
     "{本机关|我机关|本单位|本局|我局|本中心|本行政机关|}不掌握{|相关政府信息|相关信息|政府信息|该信息|所申请信息|申请信息}"},
    {reason = unavailable, of = "applications.unavailable_needs_creation",
     "没有现成信息{|需要另行制作|、需要另行制作|需另行制作|且需要另行制作}",
     "{需要|需}另行制作", "{需要|需}{加工|汇总、加工|汇总加工}"},
    {reason = unavailable, clear = true, of = "applications.unavailable_unclear", "补正后{|申请内容|内容}仍不明确",
     "补正后{申请内容|内容|}不明确", "申请内容不明确"},
    {reason = refused, of = "applications.not_processed_petition",
     "{信访|投诉|举报|信访举报投诉|信访、举报、投诉|信访、投诉、举报|信访投诉举报|信访、举报|信访、投诉}{|类|类申请}"},
    {reason = refused, of = "applications.not_processed_repeated", "重复申请{|的}"},
    {reason = refused, of = "applications.not_processed_publication", "要求提供公开出版物",
     "公开出版物"},
    {reason = refused, of = "applications.not_processed_excessive", "无正当理由大量反复申请",
     "大量反复申请"},
    {reason = refused, of = "applications.not_processed_reconfirmation",
     "{要求|}{行政机关|}{确认或|确认或者|}重新出具已获取{的|}{信息|政府信息}"},
    {of = "applications.other_not_supplemented", "{申请人|}{无正当理由|}逾期不补正",
     "{申请人|}逾期未补正", "无正当理由逾期未补正"},
    {of = "applications.other_fee_unpaid", "{申请人|}逾期未{按收费通知要求|}缴{纳费用|费}",
     "{申请人|}逾期不缴费", "{申请人|}逾期缴费"},

    {of = carried, soft = true, "{尚未|未|还未}{办结|答复|办理完毕}",
     "{正在|尚在|仍在}办理{|中}", "跨年办理", "跨年度办理"},

    {of = "disputes.reconsideration", "行政复议{|案|案件}", "复议{|案件}", "行政复议申请",
     "行政复议{|案件}{受理|答复}通知书",
     -- As machines put 复 into traditional characters.
     "行政覆议{|案|案件}", "覆议{|案件}"},
    {of = "disputes.litigation_direct..litigation_after_reconsideration", "行政诉讼{|案|案件}",
     "诉讼{|案件}", "行政应诉{|案件}"},
    {of = "disputes.litigation_direct",
     within = "disputes.litigation_direct..litigation_after_reconsideration", "未经复议直接起诉", "未经复议直接提起诉讼", "直接起诉",
     "直接提起诉讼", "直接提起行政诉讼"},
    {of = "disputes.litigation_after_reconsideration",
     within = "disputes.litigation_direct..litigation_after_reconsideration", "复议后起诉", "复议后提起诉讼",
     "经复议后起诉", "复议后提起行政诉讼", "复议后诉讼",
     "{经|}{行政复议|复议}后{再|}{起诉|提起诉讼|提起行政诉讼}"},

    {of = "instruments.administrative_rules", "规章", "政府规章", "部门规章", "地方政府规章"},
    {of = "instruments.normative_documents", "规范性文件", "行政规范性文件", "规范性档案", "行政规范性档案"},
    {of = "licensing.licenses", "行政许可决定", "行政许可处理决定"},
    {of = "licensing.licenses", assumed = true, "行政许可"},
    {of = "enforcement.penalties", "行政处罚决定", "行政处罚处理决定"},
    {of = "enforcement.penalties", assumed = true, "行政处罚"},
    {of = "enforcement.coercion", "行政强制决定", "行政强制措施决定", "行政强制处理决定"},
    {of = "enforcement.coercion", assumed = true, "行政强制", "行政强制措施"},
    {of = "fees.administrative_fees", "行政事业性收费{|收入|金额|总额|总金额}"},
  },

  columns = {
    {of = "applications.natural_person", rest = {organizations}, "自然人{|申请|申请人|申请件}",
     "公民{|个人}{|申请}", "个人申请", "个人"},
    {of = organizations, "{法人|法人组织}{、|或|和|及|或者|与|}{其他组织|其它组织|其他社会组织}{|申请}",
     "企业{、|或|和|及|或者|与|以及}{其他组织|其它组织|其他社会组织}{|申请}",
     "法人{|申请}", "法人组织{|申请}", "法人{或|和|及|、}{其他|其它}{|申请}", "法人及组织"},
    {of = "applications.business", "商业企业{|申请}", "企业{|申请}"},
    {of = "applications.research_institution", "科研机构{|申请}"},
    {of = "applications.public_welfare", "社会公益组织{|申请}"},
    {of = "applications.legal_service", "法律服务机构{|申请}", "律师事务所{|申请}"},
    {of = "applications.other_organization", "其他组织{|申请}"},
    {of = "disputes.upheld", rest = {"disputes.corrected..pending"},
     "{结果|}维持{|原行政行为|原具体行政行为|原决定|原答复|原告知}", "获维持",
     "被维持", "获得维持", "予以维持", "{判决|裁定|}驳回{|复议申请|诉讼请求|原告诉讼请求|起诉}"},
    {of = "disputes.upheld", rate = true, "{结果|}维持率"},
    {of = "disputes.corrected", rate = true, "纠错率", "败诉率"},
    {of = "disputes.upheld", soft = true, rest = {"disputes.corrected", "disputes.pending"}, "胜诉", "获胜",
     "获胜诉"},
    {of = "disputes.corrected", "{结果|}纠正", "{被|}纠错", "{被|}撤销",
     "{被|}责令{重新|限期}{作出|}答复", "被纠正", "败诉",
     "被法院判决败诉", "被判决败诉"},
    {of = "disputes.corrected", row = "disputes.reconsideration", "被复议机关{纠错|纠正|撤销}"},
    {of = "disputes.other_outcome", "其他结果", "其它结果", "{申请人|}撤回{|复议申请|行政复议申请}", "{原告|}撤诉"},
    {of = "disputes.pending", "{尚未|未|还未}审结", "{正在|尚在|仍在}{审理|审查}{|中|之中}",
     "审理中"},
    {of = "disputes.upheld..other_outcome", rest = {"disputes.pending"}, soft = true, "审结", "已审结"},
    {of = made, "{制发|制定|出台|印发|制作|新制作|新制定|新制发|新出台|新印发|制定出台|制定印发|制发出台|新制发制定}{|发布}"},
    {of = "instruments.repealed",
     "{废止|宣布废止|清理废止|宣布失效|废止失效|失效|废止、宣布失效|废止和宣布失效}"},
    {of = {"instruments.in_force", "instruments.total_disclosed"}, exact = true, "现行有效", "继续有效",
     "有效"},
  },

  claims = {
    {marks = "receive {request|disclosure} [apply]", deny = true, of = came_in},
    {marks = "receive apply", bare = true, deny = true, of = came_in},
    {marks = "due [request] [apply] [handle]", bare = true, of = {received .. " + " .. brought}},
    {marks = "receive", bare = true, of = came_in},
    {marks = "request [apply] [disclosure]", of = either_way},
    {marks = "disclosure", soft = true, of = either_way},
    {marks = "apply", bare = true, of = either_way},
    {marks = "conclude [handle] {request|disclosure} [apply]", of = went_out},
    {marks = "conclude receive [handle] {request|disclosure} [apply]", of = either_way},
    {marks = "conclude [handle] apply", bare = true, of = went_out},
    {marks = "conclude receive apply", bare = true, of = either_way},
    {marks = "conclude [handle]", bare = true, of = went_out},
    {marks = "handle [receive] {request|disclosure} [apply]", of = either_way},
    {marks = "handle [receive] [apply]", bare = true, of = either_way},
    {marks = "last_year carry [request] [apply] [this_year] [handle]", deny = true, of = brought},
    {marks = "carry next_year [request] [apply] [conclude] [handle] [this_year]", deny = true, of = carried},
    {marks = "carry [request] [apply]", bare = true, deny = true, of = {brought, carried}, later = carried},
    {marks = "open [apply] [request]", bare = true, after = "applications", of = {granted, granted .. " + "
        .. partial}},
  },

  shares = {
    applications = {concluded, received, received .. " + " .. brought},
    disputes = {"disputes.reconsideration", "disputes.litigation_direct..litigation_after_reconsideration"},
  },

  topics = {"复议", "覆议", "诉讼", "申请", "规章", "规范性文件", "规范性档案", "许可", "处罚", "强制", "收费", "结转", "不予", "无法提供"},
  finished = {"办结", "办理完", "办毕", "结案", "处理完"},
  timely = {"按时", "按期", "如期", "期限", "时限", "及时", "期内"},
  examples = {"行政许可", "行政处罚", "行政强制", "行政事业性收费", "法律服务机构", "社会公益组织", "商业企业",
              "科研机构"},
  narrowed = {"渠道", "方式", "途径", "平台", "网站", "邮箱", "窗口", "领域", "类别", "系统",
              "期间", "以来", "年来"},
  partial = {"网站", "网上", "网络", "线上", "线下", "书面", "信函", "邮寄", "来信", "当面",
             "现场", "电子邮件", "邮件", "传真", "平台", "在线", "窗口"},
  partitions = {
    {"applications.natural_person", organizations},
    {"disputes.upheld", "disputes.corrected", "disputes.other_outcome", "disputes.pending"},
  },
  others = {"许可", "信访", "投诉", "留言", "咨询", "热线", "提案", "建议", "来信", "诉求",
            "复议", "诉讼", "工单", "办件", "检查", "举报", "监督", "邮件", "意见", "稿件",
            "信件", "来电", "来访", "审批"},
}
