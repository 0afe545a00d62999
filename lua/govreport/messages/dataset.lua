--- Datasets: what becomes of documents, what the command says. Fields: path; detail; number, total, rate, left; the
-- counts of a summary.

return {
  ["dataset.fault"] = {
    zh = "{path}：核对时程序出错，该文件未列入数据集：{detail}",
    en = "{path}: a fault while it was checked; it is not in the dataset: {detail}"},
  ["dataset.timeout"] = {
    zh = "{path}：读取超过时限，已中止；该文件未列入数据集。可用--timeout放宽时限后再试。",
    en = "{path}: reading took too long and was ended; it is not in the dataset. --timeout allows more."},
  ["dataset.memory"] = {
    zh = "{path}：读取所需内存超过限度，已中止；该文件未列入数据集。可用--memory放宽限度后再试。",
    en = "{path}: reading took too much memory and was ended; it is not in the dataset. --memory allows more."},
  ["dataset.crash"] = {
    zh = "{path}：读取时进程异常结束；该文件未列入数据集，其他文件不受影响。",
    en = "{path}: the process that read it ended; it is not in the dataset, all others are."},
  ["dataset.rule_error"] = {
    zh = "{path}：核对时程序出错，该文件未列入数据集。",
    en = "{path}: a fault while it was checked; it is not in the dataset."},
  ["dataset.missing"] = {
    zh = "{path}：写入这种数据集需要安装组件{detail}。",
    en = "{path}: such a dataset needs the rock {detail}."},
  ["dataset.busy"] = {
    zh = "{path}：另一程序正在写入该数据集，请待其结束后再试。",
    en = "{path}: another program is writing this dataset; please wait for it."},
  ["dataset.process"] = {
    zh = "{path}：系统无法启动更多进程，已中止：{detail}。请减少进程数（-j）后再试。",
    en = "{path}: the system starts no more processes; the run was ended: {detail}. Fewer (-j) may do."},
  ["dataset.nothing"] = {
    zh = "{path}：没有找到任何文件，原有数据集未作改动。请核对文件夹是否可以访问；确要清空的，请删去数据集后重新生成。",
    en = "{path}: no file was found, and the dataset was left as it is. Please see whether the folder can be reached; "
         .. "to empty the dataset, remove it."},
  ["dataset.update"] = {
    zh = "{path}：这种数据集不能更新，请重新生成；需要每日更新的，请用SQLite、CSV或JSONL。",
    en = "{path}: such a dataset cannot be updated; make it anew, or use SQLite, CSV or JSONL."},
  ["dataset.rows"] = {
    zh = "{path}：{total}份报告的格数可能超过Excel工作表的上限（1048576行），未生成。请改用SQLite或CSV，或加--no-cells只写报告和核查结果。",
    en = "{path}: the cells of {total} reports may be more than the 1,048,576 rows of a sheet; nothing was written. "
         .. "Use SQLite or CSV, or --no-cells for reports and findings alone."},
  ["dataset.full"] = {
    zh = "{path}：内容超过Excel工作表的上限（1048576行），未生成。请改用SQLite或CSV。",
    en = "{path}: there are more rows than the 1,048,576 of a sheet; nothing was written. Use SQLite or CSV."},
  ["dataset.taken"] = {
    zh = "{path}：该处已有内容，但不是数据集，未覆盖；请换一个名称。",
    en = "{path}: there is something that is no dataset; it was left as it is. Please take another name."},
  ["dataset.unwritable"] = {
    zh = "{path}：无法写入：{detail}",
    en = "{path}: cannot be written: {detail}"},
  ["manifest.path"] = {
    zh = "{path}：第{line}行应为表头，其中须有“path”（或“文件”）一列。",
    en = "{path}: line {line} should be a header with a column 'path'."},
  ["manifest.blank"] = {
    zh = "{path}：第{line}行没有文件路径，请补填或删去该行。",
    en = "{path}: line {line} names no file."},
  ["manifest.twice"] = {
    zh = "{path}：第{line}行的文件“{value}”与第{other}行重复，请删去其一。",
    en = "{path}: line {line} names the file '{value}' again, as line {other} does."},
  ["dataset.progress"] = {
    zh = "已读{number}/{total}，每秒{rate}份，未读成{failed}份，约剩{left}",
    en = "{number}/{total} read, {rate} a second, {failed} failed, about {left} left"},
  ["record.empty"] = {
    zh = "第{line}条记录为空行，应为文件路径或JSON对象。",
    en = "record {line} is an empty line; a path or a JSON object is expected."},
  ["record.invalid"] = {
    zh = "第{line}条记录不是有效的JSON（第{at}字节处）。",
    en = "record {line} is no valid JSON (at byte {at})."},
  ["record.key"] = {
    zh = "第{line}条记录的“{key}”有误：path、text、bytes_base64应恰有其一，且均为文本。",
    en = "record {line}: {key}: exactly one of path, text and bytes_base64 is expected, and texts."},
  ["plan.invalid"] = {
    zh = "{path}：不是govreport plan生成的任务文件夹，或其中文件不完整，请重新生成。",
    en = "{path}: not a folder that govreport plan wrote, or not all of it; please plan anew."},
  ["plan.taken"] = {
    zh = "{path}：该处已有内容，请换一个文件夹名。",
    en = "{path}: there is something already; please name another folder."},
  ["plan.name"] = {
    zh = "{path}：文件名不是UTF-8编码，任务中无法记载，该文件未列入；请改名后重新生成任务。",
    en = "{path}: the name is not in UTF-8, which a plan cannot hold; please rename the file and plan anew."},
  ["plan.summary"] = {
    zh = "{path}：共{records}份文件，分为{shards}组。",
    en = "{path}: {records} files in {shards} shards."},
  ["merge.answer"] = {
    zh = "{path}：第{line}行不是该任务中记录的答复，未合并。",
    en = "{path}: line {line} answers no record of the plan; nothing was merged."},
  ["merge.torn"] = {
    zh = "{path}：第{line}行不完整，读取可能中途中断，未合并；请重新读取该组文件。",
    en = "{path}: line {line} is not whole, the worker may have been ended; nothing was merged. Run that shard again."},
  ["merge.broken"] = {
    zh = "{path}：该文件的答复内容有误或其格式本机没有，未合并；请用同一版本和格式重新读取。",
    en = "{path}: its answer is damaged, or of a form that is not known here; nothing was merged. Read it again with "
         .. "the same version and forms."},
  ["merge.run"] = {
    zh = "{path}：与其他答复所用的版本、规则或选项不同，未合并；请用同一设置重新读取。",
    en = "{path}: made with another version, other rules or options than the other answers; nothing was merged."},
  ["merge.missing"] = {
    zh = "{path}：尚缺{count}份文件的答复，未合并：{files}",
    en = "{path}: {count} files have no answer yet; nothing was merged: {files}"},
  ["merge.twice"] = {
    zh = "{path}：有{count}份文件的答复重复，未合并：{files}",
    en = "{path}: {count} files were answered more than once; nothing was merged: {files}"},
  ["pace.seconds"] = {zh = "{number}秒", en = "{number} s"},
  ["pace.minutes"] = {zh = "{number}分钟", en = "{number} min"},
  ["dataset.summary"] = {
    zh = "{path}：共{files}份文件，读成{ok}份（其中{partly}份有未识别的格），未变动{same}份，未读成{failed}份。",
    en = "{path}: {files} files; {ok} read ({partly} only in part), {same} unchanged, "
         .. "{failed} not read."},
  ["dataset.summary_status"] = {
    zh = "  {what}：{number}份",
    en = "  {what}: {number}"},
  ["dataset.status.not_a_report"] = {zh = "不是所识别格式的报告", en = "no report of a known form"},
  ["dataset.status.unreadable"] = {zh = "无法读取", en = "could not be read"},
  ["dataset.status.bad_input"] = {zh = "内容为空或记录有误", en = "empty, or the record is wrong"},
  ["dataset.status.bad_encoding"] = {zh = "编码有误", en = "wrong encoding"},
  ["dataset.status.too_large"] = {zh = "过大", en = "too large"},
  ["dataset.status.timeout"] = {zh = "读取超时", en = "took too long"},
  ["dataset.status.memory"] = {zh = "所需内存过多", en = "took too much memory"},
  ["dataset.status.crash"] = {zh = "读取时进程异常结束", en = "ended the process that read it"},
  ["dataset.status.rule_error"] = {zh = "核对时出错", en = "a fault while it was checked"},
  ["dataset.verdict.pass"] = {zh = "未发现错误", en = "no error found"},
  ["dataset.verdict.review"] = {zh = "待核实", en = "to be looked at"},
  ["dataset.verdict.fail"] = {zh = "需修改", en = "to be corrected"},
  ["dataset.verdict.undecided"] = {zh = "无法判断", en = "undecided"},
  ["dataset.state.absent"] = {zh = "缺", en = "absent"},
  ["dataset.state.blank"] = {zh = "空白", en = "blank"},
  ["dataset.state.dash"] = {zh = "划线", en = "dash"},
  ["dataset.state.none"] = {zh = "无", en = "none"},
  ["dataset.state.not_applicable"] = {zh = "不适用", en = "not applicable"},
  ["dataset.state.unreadable"] = {zh = "未能识别", en = "unreadable"},
  ["dataset.state.number"] = {zh = "数值", en = "number"},
  ["dataset.state.text"] = {zh = "文字", en = "text"},
  ["dataset.state.date"] = {zh = "日期", en = "date"},
  ["dataset.state.flag"] = {zh = "是否", en = "flag"},
  ["dataset.state.choice"] = {zh = "选项", en = "choice"},
  ["usage.dataset_output"] = {
    zh = "--output应为.sqlite、.jsonl、.xlsx文件，或以“/”结尾的文件夹（CSV）。",
    en = "--output is a file .sqlite, .jsonl or .xlsx, or a folder (of CSV files) that ends with '/'."},
  ["usage.dataset_paths"] = {
    zh = "请给出文件或文件夹，或用--manifest、--files-from给出清单。",
    en = "name files or folders, or a list of them by --manifest or --files-from."},
}
