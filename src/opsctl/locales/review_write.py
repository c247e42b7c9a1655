"""What `opsctl review … --write` answers."""

SENTENCES: dict[str, tuple[str, str]] = {
    "review_write.write_help": (
        "写成复盘文件 reviews/<周期>/<考核对象>.md；已有的只更新数字块，人写的一字不动",
        "Write the review's file, reviews/<period>/<scope>.md; of one that is there only the number blocks are renewed",
    ),
    "review_write.check_help": (
        "只检查复盘文件里的数字块是否过期，过期时退出码为 1",
        "Only check whether the number blocks of the review's file are stale; exits with 1 if so",
    ),
    "review_write.drafted": (
        "已起草 {file}；请补上判断、原因和行动。",
        "Drafted {file}; add judgement, causes, actions.",
    ),
    "review_write.renewed": ("已更新 {file} 里的 {blocks}。", "Renewed {blocks} in {file}."),
    "review_write.unchanged": ("{file} 的数字块没有变化。", "The number blocks of {file} are as they were."),
    "review_write.would_draft": ("会起草 {file}。", "Would draft {file}."),
    "review_write.would_renew": ("会更新 {file} 里的 {blocks}。", "Would renew {blocks} in {file}."),
    "review_write.stale": (
        "{file} 里的 {blocks} 已过期；请运行同一条命令加 --write。",
        "{blocks} of {file} are stale; run the same command with --write.",
    ),
    "review_write.no_file": (
        "还没有 {file}；请运行同一条命令加 --write 起草。",
        "There is no {file} yet; run the same command with --write to draft it.",
    ),
    "review_write.closed": (
        "{file} 已关闭，数字保持关闭时的样子。",
        "{file} is closed, and its numbers stay as they were then.",
    ),
    "review_write.unplaced": (
        "文件里没有放 {blocks} 的位置；需要就加上 <!-- opsctl:begin 名称 --> 与 <!-- opsctl:end --> 两行。",
        "The page has no place for {blocks}; to have one, add the lines <!-- opsctl:begin NAME --> and"
        " <!-- opsctl:end -->.",
    ),
    "review_write.broken": (
        "数字块的标记没有配对：{lines}；什么都没写",
        "marks of number blocks do not pair: {lines}; nothing was written",
    ),
    "review_write.broken_hint": (
        "每个数字块要有单独一行的 <!-- opsctl:begin 名称 --> 和 <!-- opsctl:end -->；补上缺的，或把多的删去",
        "each block needs a line <!-- opsctl:begin NAME --> and a line <!-- opsctl:end -->; add what is missing or"
        " remove what is left over",
    ),
    "review_write.unreadable": ("{file} 读不出来", "{file} cannot be read"),
    "review_write.unreadable_hint": ("先运行 opsctl check 看错在哪里", "run opsctl check first to see what is wrong"),
    "review_write.no_owner": (
        "没有人负责 {scope}，不知道复盘归谁",
        "nobody answers for {scope}, so no one owns its review",
    ),
    "review_write.no_owner_hint": (
        "先给它一位负责人，或运行 opsctl new review {id} --set OWNER=人员 id",
        "give it someone who leads it, or run opsctl new review {id} --set OWNER=PERSON",
    ),
    "review_write.not_with_output": (
        "--write、--check 与 -o 只能用一个",
        "--write, --check and -o cannot be combined",
    ),
    "review_write.plain_only": (
        "--write 与 --check 不能和 --against 或别的 --format 一起用",
        "--write and --check go with no --against and no --format but text and json",
    ),
    "review_write.plain_only_hint": (
        "复盘文件里的数字总是对目标的；别的比较去掉 --write 看",
        "the numbers of a review's file are always against the target; look at others without --write",
    ),
    "review_write.dry_run_alone": ("--dry-run 要和 --write 一起用", "--dry-run goes with --write"),
    "review_write.dry_run_alone_hint": (
        "不写文件的复盘去掉 --dry-run 就是",
        "nothing is written without --write",
    ),
}
