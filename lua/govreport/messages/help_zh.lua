--- The Chinese of what `--help` says, by the English that stands where an option is declared.

return {
  ["Reads and checks annual reports of government bodies."] = "读取并核对政府信息公开工作年度报告。",
  ["print the version"] = "显示版本号",
  ["Show this help message and exit."] = "显示本帮助",
  ["`govreport PATH…` is `govreport check PATH…`. Exit codes: 0 no error found; 1 errors found; 2 wrong usage; "
   .. "3 some input could not be read, some output not be written, or something needed could not be decided; 70 a "
   .. "fault of the program."] =
    "“govreport 路径…”即“govreport check 路径…”。退出码：0 未发现错误；1 发现错误；2 用法有误；3 有文件无法读取、结果无法写出，或有必需内容无法判断；"
    .. "70 程序内部错误。",
  ["language of messages"] = "提示信息的语言",
  ["colours"] = "是否使用颜色",
  ["files, folders or .zip archives; - for standard input"] = "文件、文件夹或压缩包（.zip）；- 表示标准输入",
  ["files, folders or .zip archives"] = "文件、文件夹或压缩包（.zip）",
  ["a file; - for standard input"] = "文件；- 表示标准输入",
  ["another one"] = "另一个文件",
  ["the encoding of the files, instead of finding out"] = "指定文件编码，不自动识别",
  ["the encoding of the file, instead of finding out"] = "指定文件编码，不自动识别",
  ["what standard input is called in what is printed (default: <stdin>)"] = "标准输入在输出中的名称（默认：<stdin>）",
  ["text, or json with everything"] = "text：文本；json：全部数据",

  ["check reports and print the findings"] = "核对报告并列出问题",
  ["the same body's report for the year before, to compare one report with"] = "同一机关上一年度的报告，用于与一份报告比对",
  ["a folder: its reports are compared with those of the year before, body by body"] =
    "文件夹：按机关将其中各年度报告与上一年度的比对",
  ["a file of rules to add; may be given several times"] = "增加一个规则文件；可多次使用",
  ["only this rule or family; may be given several times"] = "只用这条或这类规则；可多次使用",
  ["without this rule or family; may be given several times"] = "不用这条或这类规则；可多次使用",
  ["grade a rule or family anew: RULE=error, warning, info or notice"] = "重定规则级别：规则=error、warning、info或notice",
  ["a register of units (CSV): what kind of body each is, its level, its deadline"] =
    "单位名录（CSV）：各单位的类型、层级、发布时限",
  ["a file of findings that are accepted"] = "已认可问题的文件",
  ["a folder of forms, or a file, to add; may be given several times"] = "增加一个格式文件夹或格式文件；可多次使用",
  ["the file of settings, instead of .govreport.lua here or above"] =
    "指定设置文件，不用本文件夹或上级文件夹的.govreport.lua",
  ["without a file of settings"] = "不用设置文件",
  ["run scripts in a process of their own, which is ended at its limits"] = "脚本在单独的进程中运行，超出限额即终止",
  ["write all findings as a file of waivers"] = "将全部问题写成已认可问题的文件",
  ["the least severity that makes exit code 1 (default: error)"] = "达到此级别即以退出码1结束（默认：error）",
  ["rule: the form that it is for (default: cn_disclosure_2021)"] = "rule：适用的格式（默认：cn_disclosure_2021）",
  ["how the findings are printed (default: text)"] = "输出格式（默认：text）",
  ["text: messages only, no tables and source lines"] = "文本格式：只列问题，不附表格和原文",
  ["text: the addresses of cells, as programs and rules name them"] = "文本格式：列出单元格编号（程序和规则所用的名称）",
  ["text: nothing left out"] = "文本格式：全部列出，不省略",
  ["text: only errors are shown; all findings are counted"] = "文本格式：只显示错误，其他问题只计数",
  ["worst: the files with the most severe findings first"] = "worst：问题严重的文件排在前面",
  ["text: how many findings of each rule, at the end"] = "文本格式：末尾附各规则的问题数",
  ["write a letter to the body: FILE.docx, FILE.html, FILE.md, or FOLDER/ for one each"] =
    "写出退改意见：文件.docx、文件.html、文件.md，或以“/”结尾的文件夹（每份报告一个文件）",
  ["with --letter: the office that sends it"] = "与--letter同用：落款单位",
  ["with --letter: the day by which it is to be answered, like 2025-02-28"] = "与--letter同用：反馈期限，如2025-02-28",
  ["with --letter: whom to ask, name and telephone"] = "与--letter同用：联系人和电话",
  ["write the Word file again with the findings as comments: FILE.docx"] =
    "将核对结果作为批注写入Word文件，另存为：文件.docx",
  ["with --annotate: correct what can only be one number, as a tracked change"] =
    "与--annotate同用：只有一种改法的数，以修订方式改好",
  ["the JSON of a first round: tell what is resolved, open and new"] =
    "上一轮的JSON结果：标明已解决、未改和新增的问题",

  ["write pages on which the findings stand beside the report"] = "写出核对结果网页，意见与报告原文对照",
  ["FILE.html for one report, FOLDER/ for many: a list, pages, letters, tables"] =
    "一份报告写入文件.html；多份写入以“/”结尾的文件夹（列表、核对结果、退改意见、汇总表）",
  ["the folder of an earlier review, or the JSON of a first round: tell what is resolved, open and new"] =
    "上一轮核对的文件夹或JSON结果：标明已改正、仍存在和新出现的问题",
  ["a CSV file that names who has to hand in (名称; also 年度); a register of units will do"] =
    "列出应报送单位的CSV文件（名称，另可有年度）；也可用单位名录",
  ["letters: the office that sends it"] = "退改意见：落款单位",
  ["letters: the day by which it is to be answered, like 2025-02-28"] = "退改意见：反馈期限，如2025-02-28",
  ["letters: whom to ask, name and telephone"] = "退改意见：联系人和电话",

  ["draw a report: facts, outline, tables"] = "显示报告的要素、目录和表格",
  ["list the quantities and dates of the text"] = "列出正文中的数量和日期",
  ["list what the sentences say of the tables, and whether it agrees"] = "列出文中关于表格数据的表述及其是否一致",
  ["tell what became of every number"] = "说明每个数字的归属",

  ["print reports as data"] = "将报告输出为数据",
  ["Of one file tsv has the columns of its cells alone, and json is an object; of several files, folders "
   .. "and archives tsv names the file in each line, as csv always does, and json is a list. Exit codes: 0 all were "
   .. "read; 2 wrong usage; 3 a file could not be read, the others are printed."] =
    "只有一个文件时，tsv只有单元格各列，json为一个对象；有多个文件、文件夹或压缩包时，tsv每行写明文件（csv始终写明），json为数组。"
    .. "退出码：0 全部已读取；2 用法有误；3 有文件无法读取，其余照常输出。",
  ["tsv, csv: one line per cell; json, jsonl: everything, with places"] =
    "tsv、csv：每格一行；json、jsonl：全部内容及位置",

  ["compare a report with those of which it should be the sum"] = "将政府报告与所属各单位报告的合计逐格比对",
  ["the report of the government"] = "本级政府的报告",
  ["those of its departments and of the governments below: files, folders or .zip archives"] =
    "所属各部门和下级政府的报告：文件、文件夹或压缩包（.zip）",
  ["a CSV file that names whose reports there should be (名称; also 上级, 年度); a register of units will do"] =
    "列出应有报告单位的CSV文件（名称，另可有上级、年度）；也可用单位名录",
  ["a register of units (CSV)"] = "单位名录（CSV）",
  ["text, or json: every cell with what each unit has"] = "text：文本；json：每格及各单位的数值",
  ["the least severity that makes exit code 1"] = "达到此级别即以退出码1结束",

  ["list what differs between two reports"] = "列出两份报告的不同之处",
  ["relative: each report's own year counts as “this year” (default where the years differ); "
   .. "literal: years as printed"] = "relative：各报告的年度都视为“本年”（年度不同时的默认值）；literal：按原文比较",
  ["Width, white space, line ends, brackets, punctuation and traditional characters do not count. Exit codes: 0 no "
   .. "difference; 1 differences; 2 wrong usage; 3 a file could not be read, or nothing differs but some cells could "
   .. "not be read."] =
    "全角半角、空白、换行、括号、标点和繁简不计。退出码：0 无不同；1 有不同；2 用法有误；3 有文件无法读取，或未见不同但有单元格无法识别。",

  ["tell whether files carry the same report"] = "判断几个文件是否为同一份报告",
  ["files; each is compared with the first"] = "文件；各与第一个比较",
  ["For a draft, the page and the file to download. Width, white space, line ends, brackets, punctuation and "
   .. "traditional characters do not count; numbers, blanks and words do. What a page has around the report is listed "
   .. "and no difference. Exit codes: 0 all say the same; 1 something differs; 2 wrong usage; 3 a file could not be "
   .. "read, or nothing differs but some cells could not be read."] =
    "用于比较送审稿、网页和下载文件。全角半角、空白、换行、括号、标点和繁简不计，数字、空格和文字不同即为不同；网页中报告以外的内容只列出，"
    .. "不算不同。退出码：0 内容相同；1 有不同；2 用法有误；3 有文件无法读取，或未见不同但有单元格无法识别。",

  ["find parts that many reports have in common"] = "查找多份报告中雷同的部分",
  ["only this part (default: overview, problems, other); may be given several times"] =
    "只比较这一部分（默认：overview、problems、other）；可多次使用",
  ["the likeness from which parts are told, 0.3 to 1"] = "达到此相似度即列出，0.3至1",
  ["characters below which a part is not compared"] = "不足此字数的部分不比较",
  ["A body's own name, its place, years and numbers do not count; wording that more than a fifth of the reports share "
   .. "counts half. Exit codes: 0 nothing found; 1 parts that are nearly the same; 2 wrong usage; 3 a file could not "
   .. "be read."] =
    "机关名称、地名、年份和数字不计；超过五分之一的报告共有的用语减半计算。退出码：0 未发现雷同；1 有近乎相同的部分；2 用法有误；3 有文件无法读取。",

  ["tell what happened when a file was read: what was found, and what was nearest where not"] =
    "说明文件是怎样读取的：找到了什么，没有找到的与什么最接近",
  ["Exit codes: 0 a form was found, or given by --form; 2 wrong usage; 3 the file could not be read, or no "
   .. "form fits."] =
    "退出码：0 已找到格式或已用--form指定；2 用法有误；3 文件无法读取，或没有适用的格式。",
  ["read it by this form, whatever it looks like"] = "按此格式读取，不自动识别",
  ["only what is about this table"] = "只说明这个表格",
  ["only what is about this part"] = "只说明这一部分",
  ["tell of every cell as well: how it got its value, and which lines declare it"] =
    "另逐格说明：数值怎样归入，由格式脚本的哪一行声明",
  ["tell of this cell alone, as in applications.granted.total"] = "只说明这一格，如applications.granted.total",
  ["what was found as well, not only what was missed"] = "找到的也列出，不只列没有找到的",

  ["read very many reports into one dataset: SQLite, CSV, JSON Lines, Excel"] =
    "将大量报告读入一个数据集：SQLite、CSV、JSON Lines、Excel",
  ["the dataset: FILE.sqlite, FILE.jsonl, FILE.xlsx, or FOLDER/ for CSV files"] =
    "数据集：文件.sqlite、文件.jsonl、文件.xlsx，或以“/”结尾的文件夹（CSV文件）",
  ["what is written, where the name of the output does not say it"] = "数据集的类型，从文件名看不出时使用",
  ["a file that lists the files, a path a line; - for standard input"] = "文件清单，每行一个路径；- 表示标准输入",
  ["the paths of --files-from end with a zero byte, as `find -print0` writes them"] =
    "--files-from的路径以零字节结尾（find -print0的输出）",
  ["a CSV file that lists the files (path; also url, fetched, body, region)"] =
    "文件清单（CSV）：文件，另可有网址、采集时间、机构代码、行政区划代码",
  ["keep what is in the dataset; read only files that are new or changed, or all where the version, the rules or the "
   .. "options changed"] =
    "更新已有数据集：只读新增和有变动的文件；版本、规则或选项变了的，全部重读",
  ["no sheet of cells in FILE.xlsx"] = "文件.xlsx中不写“格”工作表",
  ["how many processes read (default: as many as there are processors)"] = "同时读取的进程数（默认：与处理器数相同）",
  ["how many processes read (default: 1)"] = "同时读取的进程数（默认：1）",
  ["how many processes convert (default: as many as there are processors)"] = "同时转换的进程数（默认：与处理器数相同）",
  ["seconds that a file may take (default: 60)"] = "每个文件的读取时限，秒（默认：60）",
  ["megabytes that a file may take (default: 1024)"] = "读取每个文件的内存限度，MB（默认：1024）",
  ["answer records of a pipe, one line each, for programs that run on many machines"] =
    "从管道逐行接收任务并逐行答复，供多台机器上运行的程序使用",
  ["deal very many files out in shards, for workers"] = "将大量文件分组，供多台机器分别读取",
  ["the folder of the plan, which is made"] = "写入分组的新文件夹",
  ["how many shards: a file of records each"] = "组数，每组一个任务文件",
  ["put the answers of workers together into one dataset"] = "将各组的读取结果合并为一个数据集",
  ["the folder that govreport plan wrote"] = "govreport plan写出的文件夹",
  ["the files in which govreport worker wrote its answers"] = "govreport worker写出的结果文件",

  ["list the forms that are known"] = "列出已知的报告格式",
  ["a report: which form was chosen, and why not the others"] = "一份报告：说明选用了哪种格式，为何未选其他格式",
  ["list the rules"] = "列出规则",
  ["test: run the tests (*_test.lua) of a file or folder"] = "test：运行文件或文件夹中的测试（*_test.lua）",
  ["of the tests"] = "测试文件或文件夹",
  ["tell what a rule means"] = "说明规则的含义",
  ["the id of a rule, or of a family"] = "规则或规则类别的名称",
  ["run a program in Lua, or a prompt in which tables are drawn"] = "运行Lua程序；不写文件则逐行输入，表格按原样画出",
  ["a program in Lua; without one a prompt"] = "Lua程序；不写则逐行输入",
  ["write a rule or a form and its test, to begin with; or a report in its form"] =
    "写出一条新规则或一种新格式及其测试的样稿，或按格式写出一份报告",
  ["what to write"] = "写什么",
  ["rule, form: its id; of a rule family.name, of a name alone the family is my"] =
    "规则、格式的名称；规则形如“类别.名称”，只写名称的，类别为my",
  ["report: the form, by its id"] = "报告：格式的名称",
  ["report: its cells, as extract --to tsv writes them; - for standard input"] =
    "报告：单元格清单，同extract --to tsv所写；-表示标准输入",
  ["report: the body that publishes it"] = "报告：单位名称",
  ["report: the year that it is for"] = "报告：年度",
  ["report: the file, .docx, .html or .txt; without one text is printed"] =
    "报告：写入的文件，.docx、.html或.txt；不写则输出文本",
  ["form: an example, a document in this form"] = "格式：一份该格式的样例文件",
}
