--- Word files. Fields: path; detail, a format; part, byte of what is wrong in the package; count, of reports; ending,
-- of a name; severity, message of a finding; row, column, from, to of a change.

return {
  ["input.word"] = {
    zh = "{path}：{detail}格式不能直接读取；请用Word或WPS打开，选“文件→另存为”，类型选“Word文档（.docx）”后再试。",
    en = "{path}: the format {detail} is not read; please open the file in Word or WPS, choose Save As, and the type "
         .. "Word Document (.docx)."},
  ["docx.missing"] = {
    zh = "{path}：读取Word文件（.docx）需要安装组件govreport-docx；也可用Word或WPS另存为网页或纯文本后再试。",
    en = "{path}: Word files (.docx) need the rock govreport-docx; or save the report as a web page or plain text."},
  ["docx.broken"] = {
    zh = "{path}：文件不完整或已损坏，请用Word或WPS打开后重新保存。",
    en = "{path}: the file is cut or damaged; please open it in Word or WPS and save it again."},
  ["docx.entries"] = {
    zh = "{path}：文件包含的条目过多，不是正常的Word文件，未读取。",
    en = "{path}: the file has more entries than a Word file can have; it was not read."},
  ["docx.name"] = {
    zh = "{path}：文件中条目“{part}”的名称指向文件之外，未读取。",
    en = "{path}: the name of the entry '{part}' leads out of the file; it was not read."},
  ["docx.overlap"] = {
    zh = "{path}：文件中条目“{part}”与其他条目重叠，未读取。",
    en = "{path}: the entry '{part}' overlaps another one; the file was not read."},
  ["docx.twice"] = {
    zh = "{path}：文件中有两个条目“{part}”，未读取。", en = "{path}: the entry '{part}' stands twice; the file was not read."},
  ["docx.size"] = {
    zh = "{path}：文件中“{part}”解压后过大，未读取。", en = "{path}: '{part}' grows too large when unpacked; it was not read."},
  ["docx.checksum"] = {
    zh = "{path}：文件中“{part}”与其校验值不符，文件已损坏，请重新取得该文件。",
    en = "{path}: '{part}' is not what its checksum says; the file is damaged, please get it again."},
  ["docx.encrypted"] = {
    zh = "{path}：文件已加密，请用Word或WPS打开，取消密码后另存为.docx再试。",
    en = "{path}: the file is encrypted; please open it in Word or WPS, remove the password and save it as .docx."},
  ["docx.xml"] = {
    zh = "{path}：文件中“{part}”第{byte}字节处格式有误，请用Word或WPS打开后重新保存。",
    en = "{path}: '{part}' is not well-formed at byte {byte}; please open the file in Word or WPS and save it again."},
  ["docx.doctype"] = {
    zh = "{path}：文件中“{part}”含有文档类型声明，不是正常的Word文件，未读取。",
    en = "{path}: '{part}' has a document type declaration, which no Word file has; it was not read."},
  ["docx.depth"] = {
    zh = "{path}：文件中“{part}”第{byte}字节处嵌套过深，未读取。",
    en = "{path}: in '{part}' elements are nested too deep at byte {byte}; the file was not read."},
  ["docx.encoding"] = {
    zh = "{path}：文件中“{part}”不是UTF-8编码，无法写入批注，请用Word或WPS打开后重新保存。",
    en = "{path}: '{part}' is not in UTF-8, so that no comments can be put into it; please open the file in Word or "
         .. "WPS and save it again."},

  ["annotate.heading"] = {zh = "【{severity}】{message}", en = "[{severity}] {message}"},
  ["annotate.change"] = {zh = "填报值：{from} → 应填值：{to}", en = "reported: {from} → should be: {to}"},
  ["annotate.change_of"] = {
    zh = "“{row}”行“{column}”列，填报值：{from} → 应填值：{to}",
    en = "row “{row}”, column “{column}”: reported {from} → should be {to}"},
  ["annotate.way"] = {zh = "改法{number}：{changes}", en = "way {number}: {changes}"},
  ["annotate.format"] = {
    zh = "{path}：不是Word文件（.docx），无法写入批注；请改用--letter另出退改意见。",
    en = "{path}: no Word file (.docx), into which alone comments can be put; --letter writes a letter instead."},
  ["annotate.other"] = {
    zh = "{path}：文件内容与核对时不同，未写入批注，请重新核对。",
    en = "{path}: the file is not the one that was checked; no comments were put into it, please check it again."},
  ["annotate.ending"] = {
    zh = "--annotate {path}：文件名应以.{ending}结尾。",
    en = "--annotate {path}: a file that ends in .{ending} is expected."},
  ["annotate.single"] = {
    zh = "--annotate {path}：共有{count}份报告，一次只能为一份报告写入批注。",
    en = "--annotate {path}: comments go into one report at a time, there are {count}."},
  ["annotate.alone"] = {zh = "{option}只与--annotate同时使用。", en = "{option} goes with --annotate only."},
}
