"""What is wrong with an expression of `list --where` or of a rule of the team's own."""

SENTENCES: dict[str, tuple[str, str]] = {
    # reading the text
    "asking.too_long": (
        "太长；最多 {limit} 个字符",
        "this is too long; at most {limit} characters are read",
    ),
    "asking.too_many_parts": (
        "表达式太长；最多 {limit} 个词和符号",
        "the expression is too long; at most {limit} words and signs are read",
    ),
    "asking.too_deep": (
        "层数太多；最多 {limit} 层，请拆成几条",
        "this is nested too deeply; at most {limit} levels are read, so say it in several parts",
    ),
    "asking.strange_sign": (
        "表达式里没有 {sign} 这个符号；文字要加引号",
        "an expression has no sign {sign}; texts stand in quotes",
    ),
    "asking.open_quote": ("引号没有合上；缺 {quote}", "this quote is not closed; {quote} is missing"),
    "asking.no_such_time": (
        "没有 {value} 这一天或期间；若要相减，减号两边留空格",
        "there is no day or period {value}; to subtract, put spaces around the minus",
    ),
    "asking.no_number": (
        "{value} 不是数；应为 198、1_450_000、120万 或 12% 这样的数，文字要加引号",
        "{value} is not a number; expected is 198, 1_450_000, 120万 or 12%, for instance, and texts stand in quotes",
    ),
    "asking.unfinished": (
        "表达式没有写完；这里还缺一个值",
        "the expression is not finished; a value is missing here",
    ),
    "asking.unexpected": (
        "这里不应有 {found}；前后是否缺少 and、or 或比较符号？",
        "{found} is not expected here; is an and, an or, or a comparison missing?",
    ),
    "asking.missing_at_end": ("最后缺 {sign}", "{sign} is missing at the end"),
    "asking.missing_sign": ("这里应为 {sign}，却是 {found}", "expected is {sign}, found is {found}"),
    "asking.two_comparisons": (
        "一次只能比较两个值；用 and 连起来，如 a > 1 and a < 9",
        "only two values can be compared at a time; join comparisons with and, as in a > 1 and a < 9",
    ),
    "asking.key_after_dot": (
        '点后面要写键名；别的写法用方括号，如 weights["tmall-flagship"]',
        'a key is expected after the dot; for others use brackets, as in weights["tmall-flagship"]',
    ),
    "asking.no_path": (
        "这里要写键的路径，如 goals.net_sales.value 或 tasks[0].due",
        "expected is a route of keys, such as goals.net_sales.value or tasks[0].due",
    ),
    "asking.lone_brace": (
        "花括号不成对；里面写表达式，如 {{id}}，要大括号本身就写两个",
        "this brace has no partner; braces hold an expression, as in {{id}}, and a plain brace is written twice",
    ),
    # names
    "asking.unknown_name": (
        "这里没有 {name}；有：{known}。若是文字，请加引号",
        "there is no {name} here; there are: {known}. A text stands in quotes",
    ),
    "asking.unknown_name_near": (
        "这里没有 {name}；是不是 {meant}？若是文字，请加引号",
        "there is no {name} here; did you mean {meant}? A text stands in quotes",
    ),
    "asking.function_without_call": ("{name} 后面要有括号", "{name} needs brackets after it"),
    "asking.no_key": ("没有键 {key}；有：{known}", "there is no key {key}; there are: {known}"),
    "asking.unknown_key_near": ("没有键 {key}；是不是 {meant}？", "there is no key {key}; did you mean {meant}?"),
    "asking.unknown_function": ("没有函数 {name}；有：{known}", "there is no function {name}; there are: {known}"),
    "asking.unknown_function_near": (
        "没有函数 {name}；是不是 {meant}？",
        "there is no function {name}; did you mean {meant}?",
    ),
    "asking.arguments": (
        "{name} 要 {count} 个参数，这里有 {given} 个",
        "{name} takes {count} arguments, here are {given}",
    ),
    "asking.no_kind": ("没有 {kind} 这一类记录；有：{kinds}", "there is no kind {kind}; there are: {kinds}"),
    # working it out
    "asking.not_comparable": (
        "{left} 和 {right} 不是一类，不能比较；文字加引号，数和日期不加",
        "{left} and {right} are not of one sort and cannot be compared; texts stand in quotes, "
        "numbers and dates do not",
    ),
    "asking.no_order": (
        "{left} 和 {right} 之间分不出大小；只有数、日期和同一种期间可以",
        "{left} and {right} have no order; only numbers, dates and periods of one kind do",
    ),
    "asking.not_in": (
        "不能问 {inside} 在不在 {around} 里；应为列表、映射或期间。找文字的一部分用 contains",
        "whether {inside} is in {around} cannot be asked; expected is a list, a mapping or a period; "
        "for a part of a text use contains",
    ),
    "asking.expected_condition": (
        "{value} 不是条件；这里要有真假，如 exists(owner) 或 fte > 50%",
        "{value} is not a condition; expected is something true or false, such as exists(owner) or fte > 50%",
    ),
    "asking.expected_number": ("{value} 不是数；这里要一个数", "{value} is not a number; a number is expected here"),
    "asking.expected_text": (
        "{value} 不是文字；这里要文字，写在引号里",
        "{value} is not a text; a text in quotes is expected here",
    ),
    "asking.expected_one_text": (
        "{value} 有中英文两个；请写明 .zh 或 .en",
        "{value} is a name in two languages; say which with .zh or .en",
    ),
    "asking.expected_date": (
        "{value} 不是日期；应为 2026-06-18 这样的日期",
        "{value} is not a date; expected is a date such as 2026-06-18",
    ),
    "asking.expected_list": (
        "{value} 不是列表或映射；这里要一个",
        "{value} is neither a list nor a mapping; one is expected here",
    ),
    "asking.expected_plain": (
        "{value} 分不出相同不相同；请用 each 取出一个键",
        "{value} cannot be told apart; take one key of each with each(…)",
    ),
    "asking.expected_key": ("{value} 不能作键", "{value} cannot be a key"),
    "asking.bad_digits": ("小数位数应在 0 到 {limit} 之间", "the number of decimal places has to be 0 to {limit}"),
    "asking.no_keys_at_all": ("{value} 下面没有键", "{value} has no keys"),
    "asking.list_has_no_keys": (
        "列表没有键；对每一项取值用 each(列表，键)，取一项用 [0]",
        "a list has no keys; take one of every item with each(list, key), or one item with [0]",
    ),
    "asking.number_too_long": ("算出的数太长", "the number that comes out is too long"),
    "asking.too_costly": (
        "算得太久：{limit} 步用完了；请缩小 select 或 where，少套几层列表",
        "this takes too long: all {limit} steps are used up; narrow select or where, and nest fewer lists",
    ),
}
