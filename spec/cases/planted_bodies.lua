--- The bodies whose reports spec/cases/planted.lua edits: invented, each with numbers and words of its own, each report
-- right in itself.

local applicants = {"natural_person", "business", "research_institution", "public_welfare", "legal_service",
                    "other_organization"}
local outcomes = {"upheld", "corrected", "other_outcome", "pending"}

-- A row of numbers and their sum, by column; columns that are left out are 0.
local function add_row(cells, prefix, columns, values)
  local sum = 0
  for i, column in ipairs(columns) do
    cells[prefix .. "." .. column] = values[i] or 0
    sum = sum + (values[i] or 0)
  end
  cells[prefix .. ".total"] = sum
end

-- Of the rows of results, what they come to.
local function concluded(rows)
  local all = {}
  for i = 1, #applicants do
    all[i] = 0
    for id, values in pairs(rows) do
      local counts = id ~= "received" and id ~= "brought_forward" and id ~= "carried_forward"
      all[i] = all[i] + (counts and values[i] or 0)
    end
  end
  return all
end

--- Cells by address, of the numbers of table two, `applications` (rows of six numbers) and `disputes` (rows of four).
local function cells_of(own)
  local cells = {}
  for address, value in pairs(own.proactive) do cells[address] = value end
  for id, values in pairs(own.applications) do add_row(cells, "applications." .. id, applicants, values) end
  add_row(cells, "applications.concluded", applicants, concluded(own.applications))
  for id, values in pairs(own.disputes) do add_row(cells, "disputes." .. id, outcomes, values) end
  return cells
end

-- Table two of 2021: documents issued, repealed, in force; licences; penalties; coercion; fees in 万元.
local function of_2021(documents, licenses, penalties, coercion, amount)
  return {
    ["instruments.normative_documents.issued"] = documents[1],
    ["instruments.normative_documents.repealed"] = documents[2],
    ["instruments.normative_documents.in_force"] = documents[3],
    ["licensing.licenses.decisions"] = licenses, ["enforcement.penalties.decisions"] = penalties,
    ["enforcement.coercion.decisions"] = coercion, ["fees.administrative_fees.amount"] = amount,
  }
end

-- The same of 2019: each but the first and the last with the number of items, its change, decisions.
local function of_2019(own)
  local cells = {}
  for i, column in ipairs{"made", "disclosed", "total_disclosed"} do
    cells["instruments.normative_documents." .. column] = own.documents[i]
  end
  for row, values in pairs{["licensing.licenses"] = own.licenses, ["licensing.other_services"] = own.services,
                           ["enforcement.penalties"] = own.penalties, ["enforcement.coercion"] = own.coercion,
                           ["fees.administrative_fees"] = own.fees} do
    for i, column in ipairs{"previous_items", "change", "decisions"} do cells[row .. "." .. column] = values[i] end
  end
  cells["procurement.centralized.items"] = own.procurement[1]
  cells["procurement.centralized.amount"] = own.procurement[2]
  return cells
end

local bodies = {}

-- ---- a bureau of a city's district, few applications --------------------------------------------

bodies.qinghe_justice = {
  form = "cn_disclosure_2021", agency = "青河区司法局", year = 2023,
  cells = cells_of{
    proactive = of_2021({1, 0, 6}, 148, 5, 0, 0),
    applications = {
      received = {9, 2, 0, 0, 1}, brought_forward = {1}, granted = {4, 1}, partially_granted = {1},
      denied_third_party = {0, 1}, denied_internal_affairs = {1}, unavailable_not_held = {2, 0, 0, 0, 1},
      not_processed_petition = {1}, carried_forward = {1},
    },
    disputes = {reconsideration = {1}},
  },
  head = {
    "根据《中华人民共和国政府信息公开条例》（以下简称《条例》）和国办公开办函〔2021〕30号文件规定的格式，编制本报告。全文由总体情况、\z
     主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议和行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项\z
     六个部分组成。所列数据的统计期限为2023年1月1日至2023年12月31日。如有疑问，请与青河区司法局办公室联系（地址：青河区学府路18号，\z
     电话：0000-8820136）。",
  },
  sections = {
    overview = "（一）主动公开。依托区政府门户网站和“青河普法”微信公众号，公开公共法律服务网点、法律援助指南、人民调解组织名册等内容。\z
                全年制发行政规范性文件1件，印发当日上网；办理行政许可148件，结果逐月公布。\n\n\z
                （二）依申请公开。全年新收政府信息公开申请12件，另有上年结转1件；办结12件，结转下年度继续办理1件。答复前与申请人电话沟通，\z
                尽量弄清其真正想要的材料。\n\n\z
                （三）政府信息管理。修订信息发布审核单，把保密审查意见单列一栏，由承办科室负责人签字后方可送办公室核发。\n\n\z
                （四）平台建设。把散在各栏目的律师、公证、司法鉴定查询入口并到一处，删去打不开的旧链接。\n\n\z
                （五）监督保障。局办公室指定专人负责，年中和年末各自查一次；政府信息公开列入科室年度考核。因政府信息公开被申请行政复议1件，\z
                结果维持；没有发生行政诉讼。",
    problems = "存在的问题：一是法律服务类信息专业词语偏多，普通居民读起来吃力；二是个别科室报送材料不够及时，栏目更新出现空档。\n\n\z
                改进措施：2024年，我局将请社区调解员参与审读，把办事指南改写得更加通俗；建立栏目更新提醒表，临近期限由办公室逐一催办。",
    other = "本年度未收取信息处理费，没有其他需要报告的事项。",
  },
  tail = {"青河区司法局", "2024年1月16日"},
}

-- ---- a city's government, for all below it ------------------------------------------------------

bodies.yunling_government = {
  form = "cn_disclosure_2021", agency = "云岭市人民政府", year = 2022,
  cells = cells_of{
    proactive = of_2021({18, 25, 203}, 48216, 9357, 412, "8634.52"),
    applications = {
      received = {412, 87, 3, 2, 26, 5}, brought_forward = {18, 6, 0, 0, 2}, granted = {158, 34, 2, 1, 9, 2},
      partially_granted = {37, 12, 0, 0, 5, 1}, denied_prohibited_by_law = {3},
      denied_third_party = {9, 5, 0, 0, 1}, denied_internal_affairs = {12, 3, 0, 0, 1},
      denied_deliberative = {7, 4, 0, 0, 2}, denied_enforcement_file = {6, 2, 0, 0, 1},
      denied_registry_inquiry = {11, 3}, unavailable_not_held = {84, 15, 1, 1, 6, 2},
      unavailable_needs_creation = {19, 4, 0, 0, 1}, unavailable_unclear = {8, 1}, not_processed_petition = {28, 2},
      not_processed_repeated = {9}, not_processed_publication = {1}, not_processed_excessive = {2},
      not_processed_reconfirmation = {4}, other_not_supplemented = {10, 1}, other_remaining = {8, 2, 0, 0, 1},
      carried_forward = {14, 5, 0, 0, 1},
    },
    disputes = {
      reconsideration = {9, 2, 3, 1}, litigation_direct = {4, 0, 1, 2}, litigation_after_reconsideration = {3, 0, 0, 1},
    },
  },
  head = {
    "本报告依照《中华人民共和国政府信息公开条例》和国务院办公厅政府信息与政务公开办公室印发的年度报告格式（国办公开办函〔2021〕30号）编制，\z
     汇总了市政府各部门、各县（市、区）人民政府的数据，统计期限自2022年1月1日起至2022年12月31日止。",
  },
  sections = {
    overview = "过去一年，全市各级行政机关把公开透明贯穿于政策制定、执行和评估的各个环节。\n\n\z
                1.主动公开。全年通过政府网站公开信息36480条，其中市政府门户网站12874条、部门网站15236条、县（市、区）政府网站8370条。\z
                市、县两级制发行政规范性文件18件，废止25件，现行有效203件，全部收入文件库，供公众按主题检索。\n\n\z
                2.依申请公开。全市新收政府信息公开申请535件，上年结转26件；办结541件，其中予以公开206件、部分公开55件、不予公开70件、\z
                无法提供142件、不予处理46件、其他处理22件；结转下年度继续办理20件。\n\n\z
                3.政府信息管理。统一全市公文公开属性标注规则，对市政府历年文件开展一轮集中清理，失效文件一律加盖电子标识。\n\n\z
                4.平台建设。完成市政府门户网站适老化改造，二十三个政务新媒体账号并入统一管理平台，停更三个月以上的予以关停。\n\n\z
                5.监督保障。市政府办公室开展政务公开专题培训4期，参训780人次。政务公开占政府绩效考核分值的4%；委托高校开展社会评议，\z
                形成问题清单并逐项交办；全年没有因政府信息公开被追究责任的情形。",
    problems = "对照公众期待，全市政府信息公开工作还有差距：政策解读偏重条文复述，讲清“与我何干”的不多；基层答复文书质量不齐，\z
                说理简单的情况仍然存在；部分历史档案查找不便。\n\n\z
                下一步，一是推行政策发布前的“读者试读”，把群众追问最多的问题写进解读；二是汇编典型答复文书，分片组织评查；\z
                三是与档案部门合作，分年度完成重点档案数字化。",
    other = "全市各级行政机关本年度未收取信息处理费。",
  },
  tail = {"云岭市人民政府", "2023年3月15日"},
}

-- ---- a county bureau ----------------------------------------------------------------------------

bodies.wangchuan_water = {
  form = "cn_disclosure_2021", agency = "望川县水务局", year = 2024,
  cells = cells_of{
    proactive = of_2021({2, 1, 14}, 187, 26, 1, "186.5"),
    applications = {
      received = {23, 6, 0, 0, 2}, brought_forward = {2, 0, 0, 0, 1}, granted = {11, 3, 0, 0, 1},
      partially_granted = {3, 1}, denied_third_party = {1}, denied_deliberative = {1}, denied_enforcement_file = {0, 1},
      unavailable_not_held = {4, 0, 0, 0, 2}, unavailable_needs_creation = {1}, not_processed_petition = {2},
      not_processed_reconfirmation = {1}, carried_forward = {1, 1},
    },
    disputes = {reconsideration = {1, 0, 1}, litigation_direct = {1}, litigation_after_reconsideration = {0, 0, 0, 1}},
  },
  head = {
    "现将望川县水务局2024年度政府信息公开工作情况报告如下。本报告按照国办公开办函〔2021〕30号文件要求编制，数据统计期限为\z
     2024年1月1日至2024年12月31日。公众如需进一步了解，可联系望川县水务局办公室，电话0000-6613027。",
  },
  sections = {
    overview = "（一）主动公开情况\n\n\z
                把群众关心的水价、水质、停水检修放在公开的首位。全年审批取水、涉河建设等行政许可187件，作出行政处罚决定26件，\z
                结果在七个工作日内上网。制发行政规范性文件2件，废止1件。\n\n\z
                （二）依申请公开情况\n\n\z
                全年新收政府信息公开申请31件，上年结转3件；办结32件，其中予以公开15件、部分公开4件、不予公开3件、无法提供7件、不予处理3件；\z
                结转下年度继续办理2件。\n\n\z
                （三）政府信息管理情况\n\n\z
                建立水利工程信息台账，开工、验收、移交三个节点的文件随办随存，避免事后补录。\n\n\z
                （四）平台建设情况\n\n\z
                在县政府网站水务专栏增设“河湖名录”地图，点击河段即可看到河长姓名和监督电话。\n\n\z
                （五）监督保障情况\n\n\z
                召开专题会议2次，对乡镇水管站人员集中授课。全年因政府信息公开发生行政复议2件、行政诉讼2件，均依法参加审理。",
    problems = "一是工程建设类信息公开不够均衡，前期审批公开得多，后期管护公开得少。二是个别答复超出申请范围，增加了申请人阅读负担。\n\n\z
                针对以上不足，明年重点抓两件事：编制水利工程全过程公开清单，明确每一环节谁来公开、何时公开；每季度抽查答复书，当面讲评。",
    other = "本年度没有收取信息处理费。",
  },
  tail = {"望川县水务局", "2025年1月15日"},
}

bodies.wangchuan_water_2023 = {
  form = "cn_disclosure_2021", agency = "望川县水务局", year = 2023,
  cells = cells_of{
    proactive = of_2021({3, 0, 13}, 172, 31, 0, "172.34"),
    applications = {
      received = {20, 4, 0, 0, 1}, brought_forward = {1}, granted = {10, 2}, partially_granted = {2, 1},
      denied_internal_affairs = {1}, unavailable_not_held = {4, 1}, not_processed_petition = {2},
      carried_forward = {2, 0, 0, 0, 1},
    },
    disputes = {reconsideration = {1}},
  },
  head = {"根据《中华人民共和国政府信息公开条例》编制。统计期限：2023年1月1日至2023年12月31日。"},
  sections = {
    overview = "这一年，我局制定行政规范性文件3件，收到政府信息公开申请25件，上年结转1件，办结23件，转入下年度3件。\z
                印制节水用水手册发放到村，在水厂设置开放日接待居民参观。",
    problems = "主要不足是栏目更新快慢不一，部分图纸没有电子版。今后将明确专人维护栏目，逐步扫描存量图纸。",
    other = "未收取信息处理费。",
  },
  tail = {"望川县水务局", "2024年1月11日"},
}

-- ---- a town -------------------------------------------------------------------------------------

bodies.shimen_town = {
  form = "cn_disclosure_2021", agency = "石门镇人民政府", year = 2023,
  cells = cells_of{
    proactive = of_2021({0, 0, 2}, 36, 4, 0, 0),
    applications = {received = {3, 1}, granted = {2, 1}, unavailable_not_held = {1}, carried_forward = {}},
    disputes = {},
  },
  head = {
    "按照《中华人民共和国政府信息公开条例》第五十条的规定，现公布石门镇2023年政府信息公开工作情况。数据起止时间为\z
     2023年1月1日至2023年12月31日。对报告有意见的，请向石门镇党政综合办公室反映，电话：0000-4471902。",
  },
  sections = {
    overview = "（一）主动公开。通过县政府网站乡镇专区和各村公示栏，公布低保名单、危房改造、耕地地力补贴发放、集体资产租赁等事项。\z
                全年在网站发布信息214条，微信公众号发布信息126条。\n\n\z
                （二）依申请公开。收到政府信息公开申请4件，其中自然人3件、商业企业1件，主要涉及征地补偿和村级道路建设，\z
                当年全部办结，予以公开3件，另有1件因本镇不掌握相关信息而无法提供。\n\n\z
                （三）信息管理。村级报送的材料由驻村干部初核、党政办复核，照片中的身份证号、银行卡号一律遮盖。\n\n\z
                （四）平台建设。十四个行政村全部建成固定公示栏，镇便民服务中心设有查阅点。\n\n\z
                （五）监督保障。全年组织村会计、文书培训2次，参训31人次，提升了业务能力。公开工作计入村级年度考核；\z
                邀请人大代表和村民代表评议一次，收集意见9条；未出现需要追究责任的情况。",
    problems = "问题主要有两个：公示栏内容更换不及时，雨季字迹容易模糊；年轻人外出务工较多，纸质公示看到的人有限。\n\n\z
                改进办法是：公示内容统一过塑并标注更换日期，由村务监督委员会查看；重要事项同步推送到村民微信群，方便在外村民了解。",
    other = "本镇全年未收取信息处理费。",
  },
  tail = {"石门镇人民政府", "2024年1月22日"},
}

-- ---- a city bureau with many applications -------------------------------------------------------

bodies.songling_land = {
  form = "cn_disclosure_2021", agency = "松陵市自然资源和规划局", year = 2021,
  cells = cells_of{
    proactive = of_2021({5, 2, 38}, 2641, 73, 6, "5127.68"),
    applications = {
      received = {96, 31, 1, 0, 12, 2}, brought_forward = {5, 3, 0, 0, 1}, granted = {41, 15, 1, 0, 4, 1},
      partially_granted = {8, 6, 0, 0, 2}, denied_third_party = {4, 3}, denied_internal_affairs = {2},
      denied_deliberative = {3, 0, 0, 0, 1}, denied_enforcement_file = {2, 1}, denied_registry_inquiry = {6, 2},
      unavailable_not_held = {14, 4, 0, 0, 3, 1}, unavailable_needs_creation = {4, 1, 0, 0, 1},
      unavailable_unclear = {2}, not_processed_petition = {5}, not_processed_repeated = {2},
      not_processed_reconfirmation = {1}, other_not_supplemented = {2}, other_remaining = {1},
      carried_forward = {4, 2, 0, 0, 2},
    },
    disputes = {
      reconsideration = {4, 1, 0, 1}, litigation_direct = {2, 0, 0, 1}, litigation_after_reconsideration = {1, 0, 1},
    },
  },
  head = {
    "发布机构：松陵市自然资源和规划局 发布日期：2022年1月24日",
    "根据《中华人民共和国政府信息公开条例》和《国务院办公厅政府信息与政务公开办公室关于印发〈中华人民共和国政府信息公开工作年度报告格式〉\z
     的通知》（国办公开办函〔2021〕30号），松陵市自然资源和规划局编制本年度报告。报告共六个部分，数据统计时间为2021年1月1日至2021年12月31日。",
  },
  sections = {
    overview = "（一）主动公开\n\n\z
                征地信息、规划许可、不动产登记是公众询问最集中的三类内容。全年办结行政许可2641件，处罚违法用地案件73件，制发行政规范性文件5件、\z
                废止2件，均按时上网。\n\n\z
                （二）依申请公开\n\n\z
                新收政府信息公开申请142件，上年结转9件，办结143件。办结的申请中，予以公开62件，占43.4%；部分公开16件；不予公开24件；无法提供30件；\z
                不予处理8件；其他处理3件。结转下年度继续办理8件。\n\n\z
                （三）政府信息管理\n\n\z
                把征地批文、勘测定界图、补偿登记表归成一套，扫描入库2100余份，窗口人员可以当场调取。\n\n\z
                （四）平台建设\n\n\z
                上线“规划一张图”公众版，居民输入小区名称即可查看周边用地性质；开设“阳光征地”专栏，分村组公布资料。\n\n\z
                （五）监督保障\n\n\z
                法规科与办公室每月会商一次疑难申请。全年因政府信息公开被申请行政复议6件，其中1件被纠正；行政诉讼5件。\z
                对被纠正的案件逐案复盘，修改答复模板三处。",
    problems = "存在的主要问题：历史征地档案装订不规范，查找一件往往耗时数日；部分答复只引用条文，没有结合事实说明理由。\n\n\z
                改进情况：已与市档案馆商定分三年整理馆藏征地档案；制定答复说理指引，要求不予公开的答复写清事实、依据和救济途径；\z
                对涉及多个科室的申请，由办公室指定一个科室主办，其余科室在三个工作日内反馈意见。",
    other = "全年共向申请人收取信息处理费0元，没有其他需要报告的事项。",
  },
  tail = {"松陵市自然资源和规划局", "2022年1月24日"},
}

-- ---- a county bureau, all applications from persons ---------------------------------------------

bodies.baili_education = {
  form = "cn_disclosure_2021", agency = "白栎县教育体育局", year = 2022,
  cells = cells_of{
    proactive = of_2021({3, 0, 9}, 52, 2, 0, "246.8"),
    applications = {
      received = {7}, granted = {5}, partially_granted = {1}, unavailable_not_held = {1}, carried_forward = {},
    },
    disputes = {},
  },
  head = {
    "依据《中华人民共和国政府信息公开条例》及国办公开办函〔2021〕30号文件，我局编制了2022年度报告。统计数据从2022年1月1日起，\z
     到2022年12月31日止。",
  },
  sections = {
    overview = "2022年，我局围绕招生入学、教师招聘、体育场馆开放等热点，把能公开的都公开、把公开的讲明白。\n\n\z
                （一）主动公开。全年在县政府网站公开信息308条，其中机构职能12条、招生入学96条、财务预决算24条、工作动态176条。\z
                白栎县教育体育局制发行政规范性文件3件，全部配有问答。\n\n\z
                （二）依申请公开。收到政府信息公开申请7件，均为自然人申请；全部办结，其中予以公开5件、部分公开1件、无法提供1件。\n\n\z
                （三）政府信息管理。实行“一稿两审”，涉及学生姓名、成绩的内容做去标识处理。\n\n\z
                （四）平台建设。“白栎教体”公众号新增学区查询菜单，家长输入门牌号即可查到对口学校。\n\n\z
                （五）监督保障。把信息公开纳入学校年度目标考核，聘请十名家长担任监督员。没有发生政府信息公开行政复议和行政诉讼案件。",
    problems = "不足之处：招生季咨询集中，答复口径偶有不一；部分学校网站长期没有更新。\n\n\z
                今后将编印招生问答手册，统一窗口、电话、网络三处口径；对学校网站逐个登记，不能保证更新的并入县级平台。",
    other = "本年度未收取信息处理费。",
  },
  tail = {"白栎县教育体育局", "2023年1月12日"},
}

-- ---- a street office ----------------------------------------------------------------------------

bodies.nanpu_street = {
  form = "cn_disclosure_2021", agency = "滨河区南浦街道办事处", year = 2024,
  cells = cells_of{
    proactive = of_2021({0, 0, 0}, 0, 21, 2, 0),
    applications = {
      received = {5, 1}, brought_forward = {1}, granted = {2, 1}, unavailable_not_held = {2},
      not_processed_petition = {1}, carried_forward = {1},
    },
    disputes = {reconsideration = {1}},
  },
  head = {
    "滨河区南浦街道办事处依据《中华人民共和国政府信息公开条例》编制本报告，数据统计期限为2024年1月1日至2024年12月31日。\z
     咨询电话：0000-2265180（街道党政办公室）。",
  },
  sections = {
    overview = "（一）主动公开。以区政府网站街道专栏为主、社区公告栏为辅，公布老旧小区加装电梯、垃圾分类投放点、养老助餐等信息共173条。\z
                综合执法队全年作出行政处罚21件，均在网上公示。\n\n\z
                （二）依申请公开。新收政府信息公开申请6件，其中自然人5件、商业企业1件；上年结转1件。办结6件，结转下年度继续办理1件。\n\n\z
                （三）政府信息管理。对社区报送的信息统一编号，进一步规范审核流程，确保来源可查。\n\n\z
                （四）平台建设。九个社区各配备一台触摸查询屏，屏上内容与网站同步。\n\n\z
                （五）监督保障。党政办公室每月通报各社区报送情况。全年有1件答复被申请行政复议，复议机关维持了原答复。",
    problems = "一是社区信息偏重活动报道，办事类内容不足；二是老年居民使用触摸屏有困难。\n\n\z
                我们将压减活动类稿件，多发办事流程和政策变化；安排志愿者在查询屏旁值守，教会老人使用。",
    other = "没有收取信息处理费，也没有其他需要报告的事项。",
  },
  tail = {"滨河区南浦街道办事处", "2025年1月9日"},
}

-- ---- a county's government ----------------------------------------------------------------------

bodies.shilan_government = {
  form = "cn_disclosure_2021", agency = "石澜县人民政府", year = 2024,
  cells = cells_of{
    proactive = of_2021({12, 9, 86}, 15320, 2874, 133, "3210.4"),
    applications = {
      received = {121, 22, 1, 1, 9}, brought_forward = {6, 2}, granted = {52, 12, 1, 0, 3},
      partially_granted = {11, 4, 0, 0, 1}, denied_third_party = {3, 2}, denied_internal_affairs = {4},
      denied_deliberative = {2, 0, 0, 0, 1}, denied_enforcement_file = {3}, denied_registry_inquiry = {5},
      unavailable_not_held = {21, 3, 0, 1, 2}, unavailable_needs_creation = {6, 1}, unavailable_unclear = {3},
      not_processed_petition = {6, 0, 0, 0, 1}, not_processed_repeated = {3}, not_processed_reconfirmation = {1},
      other_not_supplemented = {2}, other_remaining = {0, 1}, carried_forward = {5, 1, 0, 0, 1},
    },
    disputes = {reconsideration = {3, 1, 1}, litigation_direct = {2, 0, 0, 1}, litigation_after_reconsideration = {1}},
  },
  head = {
    "石澜县人民政府办公室根据《中华人民共和国政府信息公开条例》和国办公开办函〔2021〕30号文件，汇总全县各级行政机关数据，编制本报告。\z
     统计期限为2024年1月1日至2024年12月31日。联系地址：石澜县城关镇人民路1号，联系电话：0000-7302211。",
  },
  sections = {
    overview = "（一）主动公开。县政府及各部门制发行政规范性文件12件，废止9件，期末现行有效86件，均可在县政府网站文件库下载。\z
                召开新闻发布会6场，介绍高标准农田、县域医共体建设等情况。\n\n\z
                （二）依申请公开。新收政府信息公开申请154件，其中自然人申请121件，占78.6%；上年结转8件。办结155件，结果为：予以公开68件、\z
                部分公开16件、不予公开20件、无法提供37件、不予处理11件、其他处理3件。结转下年度继续办理7件。\n\n\z
                （三）政府信息管理。县政府办公室印发公文公开审查细则，要求草拟人写明公开方式及理由，签发人一并审定。\n\n\z
                （四）平台建设。县融媒体中心与政府网站共享稿库，一次采编、多端发布；政务服务大厅增设政策咨询专席。\n\n\z
                （五）监督保障。县政府把政府信息公开列入对乡镇和部门的年度考核，分值为3分；通过网络问卷开展社会评议，回收有效问卷1620份；\z
                年内未发生责任追究情形。全县发生政府信息公开行政复议5件、行政诉讼4件。",
    problems = "主要问题：乡镇之间工作水平差别较大，有的栏目半年未更新；政策解读形式单一；复议纠错案件反映出答复前调查不够细。\n\n\z
                改进措施：组织工作基础好的部门与薄弱乡镇结对；鼓励用方言短视频、情景问答解读政策；建立答复前征询承办单位意见的固定程序。",
    other = "全县各级行政机关2024年未收取信息处理费。",
  },
  tail = {"石澜县人民政府", "2025年2月26日"},
}

bodies.shilan_government_2023 = {
  form = "cn_disclosure_2021", agency = "石澜县人民政府", year = 2023,
  cells = cells_of{
    proactive = of_2021({10, 4, 83}, 14877, 3016, 120, "3198.7"),
    applications = {
      received = {108, 17, 0, 0, 6}, brought_forward = {4, 1}, granted = {49, 9, 0, 0, 2}, partially_granted = {9, 3},
      denied_third_party = {4}, denied_internal_affairs = {3}, denied_registry_inquiry = {4, 1},
      unavailable_not_held = {24, 3, 0, 0, 3}, unavailable_needs_creation = {3}, not_processed_petition = {7},
      other_not_supplemented = {1}, carried_forward = {8, 2, 0, 0, 1},
    },
    disputes = {reconsideration = {4}, litigation_direct = {1}},
  },
  head = {"本报告依据《中华人民共和国政府信息公开条例》编制，统计期限为2023年1月1日至2023年12月31日。"},
  sections = {
    overview = "本县各级行政机关一年来制定行政规范性文件10件。收到政府信息公开申请131件，上年结转5件，办结125件，尚有11件转入下一年度。\z
                开展考核一次，群众评议满意率较高，无责任追究情况。",
    problems = "基层力量薄弱，专业人员不足。将通过轮训和片区交流补齐短板，并为偏远乡镇配备设备。",
    other = "本年度未收取信息处理费。",
  },
  tail = {"石澜县人民政府", "2024年3月5日"},
}

-- ---- the form of 2019 ---------------------------------------------------------------------------

bodies.qingyuan_market = {
  form = "cn_disclosure_2019", agency = "清沅市市场监督管理局", year = 2020,
  cells = cells_of{
    proactive = of_2019{
      documents = {4, 4, 33}, licenses = {41, "-3", 12674}, services = {16, 0, 2210}, penalties = {312, "+8", 845},
      coercion = {22, 0, 37}, fees = {3, 0}, procurement = {26, "5843200元"},
    },
    applications = {
      received = {58, 14, 0, 1, 6, 1}, brought_forward = {3, 1}, granted = {26, 7, 0, 1, 2, 1},
      partially_granted = {5, 2}, denied_third_party = {2, 1}, denied_enforcement_file = {9, 3, 0, 0, 2},
      denied_registry_inquiry = {3}, unavailable_not_held = {6, 2, 0, 0, 1}, unavailable_needs_creation = {1},
      not_processed_petition = {4}, not_processed_repeated = {1}, other_handling = {2},
      carried_forward = {2, 0, 0, 0, 1},
    },
    disputes = {reconsideration = {5, 1, 2}, litigation_direct = {1, 0, 0, 1}, litigation_after_reconsideration = {2}},
  },
  head = {
    "按照国办公开办函〔2019〕60号文件规定的格式，清沅市市场监督管理局编制2020年政府信息公开年度报告。统计期限：自2020年1月1日起\z
     至2020年12月31日止。电子版可从局门户网站下载。",
  },
  sections = {
    overview = "主动公开方面，结合疫情防控，及时公布口罩、消毒用品抽检结果和价格违法案例，制作规范性文件4件，全部公开，累计对外公开33件。\n\n\z
                依申请公开方面，全年新收政府信息公开申请80件，上年结转4件，办结81件：予以公开37件，部分公开7件，不予公开20件，无法提供10件，\z
                不予处理5件，其他处理2件。结转下年度继续办理3件。申请多与投诉举报的查处经过有关，我局在答复时一并告知查询途径。\n\n\z
                信息管理方面，行政处罚决定书上网前由法规科统一核对，隐去自然人住址和身份证号。\n\n\z
                平台建设方面，局网站新开“你点我检”栏目，市民投票选出的食品品类优先抽检；接听消费咨询电话8640次。\n\n\z
                监督保障方面，举办执法公示培训3次。被申请行政复议8件，其中纠正1件；行政诉讼4件。",
    problems = "一是投诉举报与信息公开申请容易混同，受理环节识别不准；二是抽检信息专业术语多，消费者不易看懂。\n\n\z
                为此，受理窗口增设初步辨识环节，对属于举报的当场引导；抽检公告增加“消费提示”，用日常语言说明风险大小。",
    other = "无其他需要报告的事项。本年度未收取信息处理费。",
  },
  tail = {"清沅市市场监督管理局", "2021年1月20日"},
}

bodies.tongxi_transport = {
  form = "cn_disclosure_2019", agency = "桐溪县交通运输局", year = 2019,
  cells = cells_of{
    proactive = of_2019{
      documents = {1, 1, 12}, licenses = {24, "+1", 963}, services = {8, 0, 120}, penalties = {96, 0, 1205},
      coercion = {5, 0, 14}, fees = {1, 0}, procurement = {9, "1276000元"},
    },
    applications = {
      received = {14, 3, 0, 0, 1}, granted = {8, 2}, partially_granted = {1}, denied_internal_affairs = {1},
      unavailable_not_held = {2, 0, 0, 0, 1}, not_processed_petition = {1}, other_handling = {1},
      carried_forward = {0, 1}, brought_forward = {},
    },
    disputes = {litigation_direct = {1}},
  },
  head = {
    "根据《中华人民共和国政府信息公开条例》和国办公开办函〔2019〕60号文件要求，现公布桐溪县交通运输局2019年政府信息公开情况，\z
     所列数据统计时间为2019年1月1日至2019年12月31日。",
  },
  sections = {
    overview = "2019年，我局结合农村公路建设和客运市场整治推进政府信息公开。全年制作并公开规范性文件1件；公布公路养护、班线调整、\z
                治超检查等信息286条；办理行政许可963件。\n\n\z
                全年收到政府信息公开申请18件，办结17件，其中予以公开10件、部分公开1件、不予公开1件、无法提供3件、不予处理1件、其他处理1件；\z
                另有1件于年底收到，结转下年度继续办理。申请内容集中在公路征地和客运线路经营权。\n\n\z
                落实专人负责网站维护，发布前须经分管负责人审阅。被提起行政诉讼1件，法院判决维持；没有行政复议案件。",
    problems = "群众对公路施工封道信息知晓不及时，公开渠道还不够多；部分乡镇交管站没有固定公示场所。\n\n\z
                下一步，在客运站、加油站设置电子屏滚动播放封道信息；与乡镇便民中心共用公示栏，补上空白点。",
    other = "没有需要报告的其他事项，全年未收取信息处理费。",
  },
  tail = {"桐溪县交通运输局", "2020年1月14日"},
}

-- ---- a city bureau with a list of facts above its report ----------------------------------------

bodies.yanhu_housing = {
  form = "cn_disclosure_2021", agency = "雁湖市住房和城乡建设局", year = 2022,
  cells = cells_of{
    proactive = of_2021({6, 3, 41}, 1874, 64, 0, "418.06"),
    applications = {
      received = {64, 12, 0, 0, 7, 1}, brought_forward = {4, 1, 0, 0, 1}, granted = {29, 6, 0, 0, 3, 1},
      partially_granted = {6, 2, 0, 0, 1}, denied_third_party = {2, 1}, denied_internal_affairs = {1},
      denied_deliberative = {2, 0, 0, 0, 1}, denied_enforcement_file = {1}, denied_registry_inquiry = {2},
      unavailable_not_held = {11, 4, 0, 0, 3}, unavailable_needs_creation = {3}, unavailable_unclear = {1},
      not_processed_petition = {4}, not_processed_repeated = {1}, other_not_supplemented = {2}, carried_forward = {3},
    },
    disputes = {reconsideration = {2, 0, 1}, litigation_direct = {1}},
  },
  head = {
    "索引号：yhzj/2023-00012 发布机构：雁湖市住房和城乡建设局 发布日期：2023年1月17日",
    "本报告根据《中华人民共和国政府信息公开条例》编制，由六部分组成，数据统计期限自2022年1月1日起至2022年12月31日止。",
  },
  sections = {
    overview = "（一）主动公开情况。公布商品房预售许可、保障房分配、物业企业信用等信息，制发行政规范性文件6件，废止3件，期末有效41件。\z
                办理行政许可1874件，实施行政处罚64件。\n\n\z
                （二）依申请公开情况。全年新收政府信息公开申请84件，上年结转6件，办结87件。其中予以公开39件，部分公开9件，不予公开10件，\z
                无法提供22件，不予处理5件，其他处理2件。结转下年度继续办理3件。\n\n\z
                （三）政府信息管理情况。老旧小区改造方案实行“一小区一档案”，设计图、造价、施工单位全部对业主公开。\n\n\z
                （四）平台建设情况。整合房屋交易、维修资金、公积金查询入口，居民扫码即可进入。\n\n\z
                （五）监督保障情况。设立意见箱和监督电话，聘请物业行业代表担任监督员。被申请行政复议3件，行政诉讼1件。",
    problems = "当前存在的主要问题：一是项目验收资料移交滞后，申请人查询时往往尚未归档；二是物业类投诉与信息公开申请交织，分流不够顺畅。\n\n\z
                改进方向：一是把资料移交时限写入施工合同，逾期不移交的记入信用档案；二是在受理台账中增加分类标识，对投诉类来信转交物业科办理。",
    other = "本年度发出收费通知0件，未收取信息处理费。",
  },
  tail = {"雁湖市住房和城乡建设局", "2023年1月17日"},
}

bodies.yanhu_housing_2021 = {
  form = "cn_disclosure_2021", agency = "雁湖市住房和城乡建设局", year = 2021,
  cells = cells_of{
    proactive = of_2021({4, 1, 38}, 1690, 58, 1, "402.75"),
    applications = {
      received = {72, 15, 1, 0, 8}, brought_forward = {2}, granted = {34, 7, 1, 0, 4}, partially_granted = {5, 3},
      denied_third_party = {3}, denied_registry_inquiry = {4}, unavailable_not_held = {15, 4, 0, 0, 3},
      unavailable_needs_creation = {3}, not_processed_petition = {6}, carried_forward = {4, 1, 0, 0, 1},
    },
    disputes = {reconsideration = {1}},
  },
  head = {"本年度报告所列数据统计期限为2021年1月1日至2021年12月31日。"},
  sections = {
    overview = "本局全年收到政府信息公开申请96件，上年结转2件，办结92件，转入下年度6件；新制发行政规范性文件4件。\z
                多数申请人关心房屋征收的补偿标准，我局编印了问答折页。",
    problems = "窗口与科室衔接不畅，偶有重复提交材料的情形。今后推行内部流转单，让申请人少跑一趟。",
    other = "未收取信息处理费。",
  },
  tail = {"雁湖市住房和城乡建设局", "2022年1月19日"},
}

-- ---- a township without applications ------------------------------------------------------------

bodies.guiling_township = {
  form = "cn_disclosure_2021", agency = "桂岭乡人民政府", year = 2021,
  cells = cells_of{proactive = of_2021({0, 0, 1}, 12, 0, 0, 0), applications = {}, disputes = {}},
  head = {
    "本报告由桂岭乡人民政府依照《中华人民共和国政府信息公开条例》编制，所列数据统计期限为2021年1月1日至2021年12月31日。",
  },
  sections = {
    overview = "桂岭乡地处山区，村落分散。乡政府以“大喇叭”、赶集日宣传和村口公示栏为主要公开方式，公布惠农补贴、公益林补偿、\z
                道路硬化等信息95条，办理建房许可12件。全年没有收到政府信息公开申请，也没有发生行政复议和行政诉讼。\n\n\z
                党政办公室负责信息审核，重要事项经乡长办公会研究后公布。年终对各村公开情况进行考核，请老党员、村民代表评议；\z
                没有发生需要追究责任的问题。",
    problems = "网络信号差、留守老人多，网上公开覆盖面小；专业人员缺乏，文稿质量有待提高。今后将坚持线上线下并行，\z
                为各村配备公开信息员，每年轮训一遍。",
    other = "未收取信息处理费。",
  },
  tail = {"桂岭乡人民政府", "2022年1月20日"},
}

-- ---- a bureau that enforces ---------------------------------------------------------------------

bodies.donglu_city = {
  form = "cn_disclosure_2021", agency = "东芦区城市管理局", year = 2025,
  cells = cells_of{
    proactive = of_2021({1, 0, 7}, 1326, 3482, 57, "95.2"),
    applications = {
      received = {33, 4, 0, 0, 2}, brought_forward = {2, 1}, granted = {13, 3, 0, 0, 1}, partially_granted = {3},
      denied_third_party = {1}, denied_enforcement_file = {6, 1, 0, 0, 1}, unavailable_not_held = {5, 1},
      unavailable_needs_creation = {1}, not_processed_petition = {3}, not_processed_repeated = {1},
      carried_forward = {2},
    },
    disputes = {reconsideration = {2}, litigation_direct = {1}},
  },
  head = {
    "依照《中华人民共和国政府信息公开条例》第四十九条、第五十条，东芦区城市管理局编制本报告。统计期限：2025年1月1日至2025年12月31日。\z
     联系方式：东芦区城市管理局综合科，电话0000-5591476。",
  },
  sections = {
    overview = "（一）主动公开。公布户外广告设置规划、餐厨垃圾收运企业名录、违法建设拆除进度等内容，制发行政规范性文件1件。\z
                办理行政许可1326件；作出行政处罚决定3482件，行政强制57件，均在区政府网站公示。\n\n\z
                （二）依申请公开。新收政府信息公开申请39件，上年结转3件，办结40件，结转下年度继续办理2件。从办理结果看，予以公开17件，\z
                部分公开3件，不予公开9件，无法提供7件，不予处理4件。\n\n\z
                （三）政府信息管理。执法案卷实行电子归档，公开版本由系统自动隐去个人信息，再由法制员人工复核。\n\n\z
                （四）平台建设。“东芦城管”小程序开通占道施工查询，市民可查看施工单位、许可期限和监督电话。\n\n\z
                （五）监督保障。全年组织案卷公开培训2期。发生政府信息公开行政复议2件、行政诉讼1件，结果均为维持。",
    problems = "仍有不足：执法案卷类申请比重高，申请人对不予公开的理由不够理解；小程序个别查询结果更新滞后。\n\n\z
                已采取的改进办法：答复时附上案卷查阅的法律途径说明；与审批系统对接，许可变更后当日同步到小程序。",
    other = "全年未收取信息处理费。",
  },
  tail = {"东芦区城市管理局", "2026年1月13日"},
}

-- ---- a report in traditional characters ---------------------------------------------------------

bodies.wangchuan_health = {
  form = "cn_disclosure_2021", agency = "望川縣衛生健康局", year = 2023,
  cells = cells_of{
    proactive = of_2021({2, 1, 11}, 640, 118, 0, "37.25"),
    applications = {
      received = {8, 1}, brought_forward = {}, granted = {5, 1}, partially_granted = {1}, unavailable_not_held = {2},
      carried_forward = {},
    },
    disputes = {reconsideration = {1}},
  },
  head = {
    "根據《中華人民共和國政府信息公開條例》，望川縣衛生健康局編制本年度報告。報告所列數據的統計期限為2023年1月1日至2023年12月31日。\z
     如有疑問，請與本局辦公室聯繫，電話：0000-6610588。",
  },
  sections = {
    overview = "（一）主動公開。圍繞疫苗接種、醫療機構校驗、農村飲水衛生等內容及時發布信息，制發行政規範性文件2件，廢止1件；\z
                辦理行政許可640件，作出行政處罰118件。\n\n\z
                （二）依申請公開。全年新收政府信息公開申請9件，當年全部辦結，其中予以公開6件、部分公開1件、無法提供2件。\n\n\z
                （三）政府信息管理。病歷、化驗等涉及個人隱私的內容一律不得上網，發布前由醫政科把關。\n\n\z
                （四）平台建設。在縣政府網站開設“就醫指南”欄目，列出各鄉鎮衛生院的門診時間和聯繫電話。\n\n\z
                （五）監督保障。設立監督電話，定期回訪申請人。發生行政複議1件，結果維持；沒有行政訴訟。",
    problems = "主要問題是健康知識類信息多、政策類信息少，基層衛生院報送不及時。今後將調整欄目設置，按月公布報送情況，督促補齊。",
    other = "本年度未收取信息處理費。",
  },
  tail = {"望川縣衛生健康局", "2024年1月19日"},
}

return bodies
