# Many reports from one: awk -v count=N -v folder=DIR -f test/slurm/reports.awk examples/report.txt. Each is of a town of
# its own; lines that are a number, which are the cells of the tables, are taken several times, so that sums hold and some
# sentences do not.

{ line[NR] = $0 }

END {
    split("安 宝 长 德 丰 广 和 吉 嘉 康 乐 林 明 宁 平 清 泰 文 兴 永", character, " ")
    for (i = 1; i <= count; i++) {
        town = character[i % 20 + 1] character[int(i / 20) % 20 + 1] character[int(i / 400) % 20 + 1] "市"
        file = folder "/" i ".txt"
        for (j = 1; j <= NR; j++) {
            text = line[j]
            if (text ~ /^[0-9]+$/) text = text * (i % 9 + 1)
            gsub(/云岭市/, town, text)
            print text >file
        }
        close(file)
    }
}
