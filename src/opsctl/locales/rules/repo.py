"""What the rules about the repository say, and their Chinese pages; examples stand in their docstrings."""

SENTENCES: dict[str, tuple[str, str]] = {
    # REPO101
    "rules.unfinished_write": (
        "对这个工作区的一次写入中断了；请运行：opsctl recover",
        "a write to this workspace was cut off; run: opsctl recover",
    ),
    # REPO102
    "rules.planted_state": ("{path} 不该出现在仓库里；请删去", "{path} does not belong in a repository; delete it"),
    # REPO103
    "rules.secret_in_record_webhook": (
        "这里是群机器人的 webhook 地址（{shown}）；请作废它，改写 env:变量名",
        "the address of a webhook stands here ({shown}); void it and name an environment variable, env:NAME",
    ),
    "rules.secret_in_record_login": (
        "网址里带有用户名和密码（{shown}）；请换掉密码，改写 env:变量名",
        "an address with a user and a password stands here ({shown}); change the password and name an environment "
        "variable, env:NAME",
    ),
    "rules.secret_in_record_token": (
        "这里是访问密钥（{shown}）；请作废它，改写 env:变量名",
        "an access key stands here ({shown}); void it and name an environment variable, env:NAME",
    ),
    "rules.secret_in_record_value": (
        "这里像是密码或密钥（{shown}）；请换掉它，改写 env:变量名",
        "a password or key seems to stand here ({shown}); change it and name an environment variable, env:NAME",
    ),
    # REPO104
    "rules.personal_number_identity": (
        "这里是身份证号（{shown}）；记录里不应有个人信息，请删去",
        "an identity number stands here ({shown}); no personal data is expected, so remove it",
    ),
    "rules.personal_number_mobile": (
        "这里是手机号（{shown}）；记录里不应有个人信息，请删去",
        "a mobile number stands here ({shown}); no personal data is expected, so remove it",
    ),
    "rules.personal_number_card": (
        "这里是银行卡号（{shown}）；记录里不应有个人信息，请删去",
        "the number of a bank card stands here ({shown}); no personal data is expected, so remove it",
    ),
    # REPO105, REPO106, REPO107
    "rules.pay_in_record": (
        "{word} 写了金额；个人薪酬不应进仓库，请删去，只留规则和评分",
        "{word} stands here with an amount; no pay is expected in a repository, so keep the rule and the score only",
    ),
    "rules.private_kind_in_shared": (
        "{folder} 放在共享的工作区里；请移到另一个文件夹或仓库，并用 private 写明它在哪里",
        "{folder} is in the shared workspace; a second folder or repository is expected, which private names",
    ),
    "rules.private_kind_in_shared_to": (
        "{folder} 放在共享的工作区里；请移到 {to}",
        "{folder} is in the shared workspace; {to} is where it is expected",
    ),
    "rules.customer_data_in_record": (
        "{label} 后面写了买家的信息；记录里不应有买家信息，请删去",
        "{label} is followed by somebody's data; no buyers' data is expected, so remove it",
    ),
    # REPO108, REPO109
    "rules.name_not_normalised": (
        "名称 {name} 里用了 {codes}；应为 {wanted}，请重新输入一遍",
        "the name {name} is written with {codes}; {wanted} is expected, so type it again",
    ),
    "rules.replacement_character": (
        "这里有没读出来的字（U+FFFD）；请从原处按 UTF-8 重新复制",
        "characters were lost here (U+FFFD); copy the text again from where it came, as UTF-8",
    ),
    "rules.replacement_character_gbk": (
        "“锟斤拷”是编码读错留下的乱码；请从原处按 UTF-8 重新复制",
        "characters were lost here, and what is left was read as GBK; copy the text again, as UTF-8",
    ),
    # REPO120
    "rules.order_export_in_git": (
        "这份导出有“{column}”列，是逐笔订单或个人信息，git 里只应有合计；请移到 actuals/orders/ 并写进 .gitignore",
        "this export has a column {column}, so it lists single orders or people; only sums of days are expected in git,"
        " so move it to actuals/orders/ and name that folder in .gitignore",
    ),
}

PAGES: dict[str, str] = {
    "REPO101": """
一次写入中断了，还有文件没有就位。

opsctl 正在改几个文件时断了电、满了盘，或有人按了 Ctrl-C。有的文件可能已是新的，有的还是旧的，在补齐之前哪个数都不能信。
什么也没有丢：要写的内容都在 git 自己的文件夹里（没有 git 时在 `.opsctl/write`），`opsctl recover` 会把它们放到位。

怎么改：排除原因后运行 `opsctl recover`。
""",
    "REPO102": """
写入的状态出现在 git 管的工作区里。

在仓库里，opsctl 把写入的状态放在 git 自己的文件夹，任何改动都放不进东西。工作区里的 `.opsctl` 是别人的改动带来的，或从
别处拷来的。opsctl 从不理会它；但谁要是不带 git 拷走这个文件夹，就会看到一次要求“写完”的写入。

怎么改：删去它；`opsctl schema write` 生成的 `.opsctl/schemas` 不受影响。
""",
    "REPO103": """
记录里有密码、密钥或群机器人的 webhook 地址。

能读到仓库的人，或者几年后拿到一份副本的人，都能用它：往群里发消息、读数据仓库、花推广预算。删掉这一行没有用，
因为 git 会一直留着它。先在签发的地方作废，再改写成环境变量的名字。结果里不会再显示它。

怎么改：作废或更换它，这里改写 `env:变量名`。
""",
    "REPO104": """
记录里有身份证号、手机号或银行卡号。

能进仓库的人都会读到记录，git 又不会忘记；法律要求个人信息应本人请求删除，而 git 做不到。查的是校验位正确的身份证号、
国内手机号，以及旁边有“卡号”“account”一类字样且校验位正确的卡号。结果里只显示号码的首尾。

怎么改：删去；要联系人，写工作账号 `handles`。已经提交过的，从 git 历史里清除。
""",
    "REPO105": """
记录里写了个人的薪酬。

薪酬是两个人之间的约定。进了共享仓库，人人看得到，而且每次的旧数都留着。opsctl 只需要规则和评分，不需要金额；
计划里可以有人员费用的总预算。查的是“底薪”“salary”一类带金额的键（`x-` 开头的也查），以及正文里的月薪、年薪。

怎么改：删去金额，只留规则、等级或评分。已经提交过的，从 git 历史里清除。
""",
    "REPO106": """
能力评估、绩效考核、招聘评分或人员费用放在共享的工作区里。

能进仓库的人都会读到主管对同事的评价。这些记录放在另一个文件夹或仓库，由 `opsctl.yaml` 的 `private:` 指明，
能读的人更少；没有它，其余检查照常通过。

怎么改：把文件夹移过去；已经提交过的，从 git 历史里清除。
""",
    "REPO107": """
记录里有买家的姓名、地址或账号。

计划和复盘要的是数量和占比，不是谁。带着买家昵称抄进复盘的差评，会永远留在每一份副本里。查的是“收货人”“buyer_name”
一类后面写了内容的键和字样；数据源映射的列另有规则，号码由 `personal-number` 查。

怎么改：删去，只写事情本身。
""",
    "REPO108": """
名称里有看上去一样、其实不同的字符。

`é` 可以是一个字符，也可以是 `e` 加一个声调；“神”字也有一个为旧字符集准备的第二编码。这样的两个名称看着一样，
却不相等：搜索少一个，列表多一个，对照表两个都找不到。应当用 Unicode 的合成形式（NFC）。opsctl 不会自己改名，
因为有人坚持自己的写法。

怎么改：用输入法重新输入一遍。
""",
    "REPO109": """
文字里有没读出来的字。

程序用错编码读文字，就用 `U+FFFD` 或“锟斤拷”代替读不懂的部分。原来是什么，从剩下的文字里猜不出来：也许是店名，也许是
半句原因。

怎么改：从原处按 UTF-8 重新复制。
""",
    "REPO120": """
逐笔订单的导出放在了 git 会保存的地方。

订单明细里有谁买了什么、住在哪里、怎么联系；进了 git，就永远留在每一份克隆里。复盘只要按天的合计，所以这种导出
不进 git（`opsctl init` 写的 `.gitignore` 给它们留了文件夹），合计由 `actuals load` 存下。看的是 `actuals/` 里
各文件的列名：订单号、姓名、电话、地址。

怎么改：移到 `actuals/orders/`，在 `.gitignore` 里写上它；已经提交过的，还要从历史里删去。
""",
}
