--- What bad input is told. Fields: path, line, byte, actual, limit, detail.

return {
  ["io.missing"] = {
    zh = "{path}：文件或文件夹不存在，请核对路径。",
    en = "{path}: no such file or folder."},
  ["io.unreadable"] = {
    zh = "{path}：无法读取（{detail}）。",
    en = "{path}: cannot be read ({detail})."},
  ["io.unwritable"] = {
    zh = "无法写出结果（{detail}）。", en = "the output cannot be written ({detail})."},
  ["io.pattern"] = {
    zh = "{path}：没有与此通配符相符的文件，请核对（“*”“?”“[…]”代表文件名中的字符，“**”代表各级文件夹）。",
    en = "{path}: no file fits this pattern; please check it (* ? […] stand for characters of names, ** for folders)."},
  ["io.temporary"] = {
    zh = "无法写入临时文件（{detail}），请检查临时文件夹所在磁盘的空间。",
    en = "a temporary file cannot be written ({detail}); please look at the space on the disk of temporary files."},
  ["io.folder"] = {
    zh = "{path}：这是文件夹，不是文件，请写明其中的文件。", en = "{path}: a folder, not a file; please name a file in it."},
  ["io.no_reports"] = {
    zh = "{path}：文件夹中没有可读取的报告（支持扩展名：{detail}）。",
    en = "{path}: the folder holds no reports (extensions read: {detail})."},
  ["io.link"] = {
    zh = "{path}：这是指向文件夹的链接，未进入；需要核对其中报告的，请直接写明该文件夹。",
    en = "{path}: a link to a folder, which was not followed; please name the folder itself."},
  ["io.unsupported"] = {
    zh = "{path}：{count}个文件未核对，可能是报告；{advice}",
    en = "{path}: {count} {count|file|files} not checked, maybe {count|a report|reports}; {advice}"},
  ["unsupported.word"] = {
    zh = "请用Word或WPS打开，另存为Word文档（.docx）后再核对。",
    en = "please open in Word or WPS and save as a Word document (.docx)."},
  ["unsupported.layout"] = {
    zh = "请在阅读软件中另存或复制为文本（.txt）后再核对。", en = "please save or copy as text (.txt) in its reader."},
  ["unsupported.saved"] = {
    zh = "请在浏览器中打开，另存为网页（仅HTML）后再核对。",
    en = "please open in a browser and save as a web page (HTML only)."},
  ["unsupported.archive"] = {
    zh = "请解压后再核对，或改为.zip格式（压缩包内不再含压缩包）。",
    en = "please unpack, or pack as .zip without archives inside."},
  ["unsupported.page"] = {
    zh = "是保存下来的网页的，请将扩展名改为.html，或直接写明文件路径。",
    en = "please rename saved web pages to .html, or name them directly."},
  ["unsupported.nameless"] = {
    zh = "没有扩展名；是报告的，请补上扩展名（.txt或.html），或直接写明文件路径。",
    en = "they have no extension; please rename reports to .txt or .html, or name them directly."},
  ["limit.input"] = {
    zh = "{path}：文件大小{actual}字节，超过上限{limit}字节。",
    en = "{path}: {actual} bytes, more than the limit of {limit}."},
  ["limit.memory"] = {
    zh = "{path}：处理所需内存超过上限{limit}字节。",
    en = "{path}: needs more memory than the limit of {limit} bytes."},
  ["memory.spent"] = {
    zh = "{path}：内存不足，未能处理。", en = "{path}: not enough memory to process it."},
  ["memory.none"] = {zh = "内存不足，已中止。", en = "not enough memory; stopped."},
  ["internal.error"] = {
    zh = "程序内部错误，已中止，与报告内容无关，请反馈给维护者：{detail}",
    en = "a fault of the program, not of any report; please tell its maintainers: {detail}"},
  ["limit.items"] = {
    zh = "{path}：同类项目数量超过上限。",
    en = "{path}: more items of one kind than the limit."},
  ["input.empty"] = {
    zh = "{path}：文件中没有文字。",
    en = "{path}: the file holds no text."},
  ["input.zeros"] = {
    zh = "{path}：文件全部为零字节，可能未完整下载或已损坏，请重新获取。",
    en = "{path}: nothing but zero bytes; the download may have failed."},
  ["input.image"] = {
    zh = "{path}：这是图片（{detail}），不是文字，无法核对；请提供文字版报告。",
    en = "{path}: a picture ({detail}), not text; please provide the report as text."},
  ["input.pictures"] = {
    zh = "{path}：网页正文是图片（共{count}幅），没有可读取的文字，无法核对；请提供文字版报告，"
         .. "或将图片经文字识别（OCR）并核对无误后再检查。",
    en = "{path}: the page shows pictures ({count}) and next to no text; please provide the report as text, or have "
         .. "the pictures recognised (OCR) and proofread first."},
  ["input.embedded"] = {
    zh = "{path}：网页没有正文，报告在网页嵌入或链接的{files}里，无法直接核对；请下载该附件，{advice}。",
    en = "{path}: the page has no text of its own, the report is in {files}; please download the attachment, and "
         .. "{advice}."},
  ["advice.pdf"] = {
    zh = "直接核对该PDF文件",
    en = "check that PDF"},
  ["advice.office"] = {
    zh = "直接核对该Word文件（.docx）；其他格式的，先用Word或WPS打开，另存为Word文档（.docx）",
    en = "check that Word file (.docx); one of another format is to be saved as .docx from Word or WPS first"},
  ["advice.both"] = {
    zh = "直接核对其中的Word文件（.docx）或PDF文件",
    en = "check the Word file (.docx) or the PDF among them"},
  ["input.no_page"] = {
    zh = "{path}：这是单个文件网页或邮件，其中没有网页；报告在附件里的，请另存附件后再核对。",
    en = "{path}: a web page in a single file, or a mail, with no page in it; where the report is attached, please "
         .. "save the attachment."},
  ["input.archive"] = {
    zh = "{path}：这是压缩包，不是单个文件；请写明其中的文件（压缩包路径后加“/”和文件名），或解压后再试。",
    en = "{path}: an archive, not a file; please name a file in it (the path of the archive, a slash, the name), or "
         .. "unpack it."},
  ["input.format"] = {
    zh = "{path}：暂不支持{detail}格式，请另存为纯文本后再试。",
    en = "{path}: the format {detail} is not read; please save the report as plain text."},
  ["input.binary"] = {
    zh = "{path}：第{byte}字节起含有二进制数据，不是文本文件。",
    en = "{path}: binary data from byte {byte} on; this is no text file."},
  ["input.encoding"] = {
    zh = "{path}：第{line}行（第{byte}字节）处的内容无法按已知编码识别，请另存为UTF-8编码后再试。",
    en = "{path}: line {line} (byte {byte}) is in no known encoding; please save the file as UTF-8."},
  ["encoding.unknown"] = {
    zh = "没有编码“{encoding}”；可用的有UTF-8、GB18030（即GBK、GB2312）、Big5、UTF-16等。",
    en = "there is no encoding '{encoding}'; there are UTF-8, GB18030 (GBK, GB2312), Big5, UTF-16 and others."},
  ["input.mojibake"] = {
    zh = "{path}：文件内容是乱码：第{line}行起的中文曾被误作{detail}编码打开后保存，请从原网页重新保存或取得原文件。",
    en = "{path}: garbled text from line {line} on: the Chinese was once opened as {detail} and saved so; "
         .. "please save it again from the original page or get the original file."},
  ["form.unknown"] = {
    zh = "{path}：未识别为已知格式的报告（已尝试：{detail}）。",
    en = "{path}: not recognised as a report of a known form (tried: {detail})."},
}
