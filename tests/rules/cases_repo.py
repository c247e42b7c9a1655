"""Cases of the rules about the repository; secrets are put together here, so that no scanner takes them for real."""

# ruff: noqa: E501 — a file of a workspace is one line here, so that a case can be read at a glance.

from __future__ import annotations

from tests.rules.lines import Case

SECRET, NUMBER, PAY, PRIVATE = "secret-in-record", "personal-number", "pay-in-record", "private-kind-in-shared"
BUYER, NAME, LOST = "customer-data-in-record", "name-not-normalised", "replacement-character"
STANDARD = "opsctl.yaml  {opsctl: 1, name: X, rigor: standard}\n"
HELD = "roles: [{role: owner, at: company, from: 2020-01-01}]"
TOKEN = "0123456789abcdef" * 4


def team(text: str) -> str:
    """Write a team with one free key."""
    return f"teams/a.yaml  {{name: A, x-note: {text}}}\n"


def review(*lines: str) -> str:
    """Write a review with a sentence in its front matter, as a page has it."""
    return f"reviews/2026-W23/company.md  {{owner: li-na, lessons: [{{keeps: '{' '.join(lines)}'}}]}}\n"


COMMIT = '.opsctl/write/COMMIT  {"opsctl": 1, "changes": []}'
GIT = ".git/HEAD  ref: refs/heads/main"
CUT, PLANTED = "unfinished-write", "planted-state"

CASES = (
    Case(CUT, "without-git", COMMIT, ("opsctl.yaml: ",)),
    Case(CUT, "in-git", f"{GIT}\n.git/opsctl/cdb4ee2aea69cc6a/COMMIT  x", ("opsctl.yaml: ",)),
    Case(CUT, "staged-only", ".opsctl/write/0  name: A"),
    Case(CUT, "planted", f"{GIT}\n{COMMIT}"),
    Case(CUT, "of-another-workspace", f"{GIT}\n.git/opsctl/0000000000000000/COMMIT  x"),
    Case(PLANTED, "write", f"{GIT}\n{COMMIT}", (".opsctl: ",)),
    Case(PLANTED, "anything", f"{GIT}\n.opsctl/notes.txt  x", (".opsctl: ",)),
    Case(PLANTED, "schemas", f"{GIT}\n.opsctl/schemas/team.schema.json  x"),
    Case(PLANTED, "without-git", COMMIT),
    Case(PLANTED, "none", GIT),
    Case(SECRET, "feishu", team(f"'https://open.feishu.cn/open-apis/bot/v2/hook/{TOKEN}'"), ("teams/a.yaml: https://open.feishu…",)),
    Case(SECRET, "dingtalk", team(f"'https://oapi.dingtalk.com/robot/send?access_token={TOKEN}'"), ("teams/a.yaml: https://oapi.dingta…",)),
    Case(SECRET, "wecom-in-a-comment", "teams/a.yaml  {name: A} # https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=0f1e2d3c-4b5a",
         ("teams/a.yaml: https://qyapi.weixi…",)),
    Case(SECRET, "slack-in-a-review", review("see https://hooks.slack.com/services/" + "T0/B0/xyz0xyz0"), ("reviews/2026-W23/company.md: https://hooks.slack…",)),
    Case(SECRET, "login", team("'postgresql://reader:pa55word@db.example/shop'"), ("teams/a.yaml: postgresql://reader…",)),
    Case(SECRET, "settings", "opsctl.yaml  {opsctl: 1, name: X, x-key: " + "LTAI" + "5tAbCdEfGhIjKl}", ("opsctl.yaml: LTAI5tAbCdEfGhIj",)),
    Case(SECRET, "github", team("gh" + "p_" + TOKEN[:36]), ("teams/a.yaml: ghp_0123456789abcde…",)),
    Case(SECRET, "shopify", team("shp" + "at_" + TOKEN[:32]), ("teams/a.yaml: shpat_0123456789abc…",)),
    Case(SECRET, "model-key", team("s" + "k-" + TOKEN[:24]), ("teams/a.yaml: sk-0123456789abcdef…",)),
    Case(SECRET, "private-key", "teams/a.yaml  name: A;x-key: |;  -----BEGIN RSA PRIVATE" + " KEY-----", ("teams/a.yaml: -----BEGIN RSA PRIV…",)),
    Case(SECRET, "password", team("{db_password: hunter2hunter2}"), ("teams/a.yaml: hunter2hunter2",)),
    Case(SECRET, "chinese-word", review("后台密码：shop2026abc"), ("reviews/2026-W23/company.md: shop2026abc",)),
    Case(SECRET, "file-that-cannot-be-read", "teams/a.yaml  {name: A, x-note: https://hooks.slack.com/services/" + "T0/B0/xyz0xyz0", ("teams/a.yaml: https://hooks.slack…",)),
    Case(SECRET, "variable", team("{feishu_token: env:OPSCTL_FEISHU2, password: ${OPSCTL_DB_1}}".replace("${OPSCTL_DB_1}", "'${OPSCTL_DB_1}'"))),
    Case(SECRET, "links", team("[https://shop.example/a?b=c@d, 'http://localhost:8080/@x', https://open.feishu.cn/document/x]")),
    Case(SECRET, "placeholder-login", team("[postgresql://user:<password>@host/db, 'https://a:${TOKEN}@b']")),
    Case(SECRET, "brand-that-begins-with-sk", "stores/sk-ii-double-eleven-flagship.yaml  {name: SK-II, platform: tmall, team: company}"),
    Case(SECRET, "words", review("密码每季度更换，token 已更换，secret santa: tonight")),
    Case(SECRET, "short-value", team("{token: T12}")),
    Case(SECRET, "long-id-in-a-word", team(f"desk-{TOKEN[:24]}")),
    Case(SECRET, "word-without-digits", team("{secret: the-handbook-itself}")),
    Case(SECRET, "file-named-after-a-secret", team("{password_file: see below}")),
    Case(SECRET, "commit", team(TOKEN[:40])),
    Case(SECRET, "mail", team("mailto:ops@shop.example")),
    Case(SECRET, "clock", review("10:30@会议室 12:00")),
    Case(SECRET, "nothing", team("plain")),
    Case(SECRET, "cells", "targets/2026/company.yaml  {owner: li-na}\ntargets/2026/company.csv  metric,tier,unit,2026;token: abcdefgh1,x,y,1"),
    Case(NUMBER, "identity", team("11010519491231002X"), ("teams/a.yaml: 11010519491231002X",)),
    Case(NUMBER, "identity-in-a-review", review("身份证440524188001010014以外的 11010519491231002x"), ("reviews/2026-W23/company.md: 11010519491231002x",)),
    Case(NUMBER, "mobile", team("13800138000"), ("teams/a.yaml: 13800138000",)),
    Case(NUMBER, "mobile-in-parts", team("+86 138-0013-8000"), ("teams/a.yaml: +86 138-0013-8000",)),
    Case(NUMBER, "mobile-beside-chinese", review("联系王先生13900139000，"), ("reviews/2026-W23/company.md: 13900139000",)),
    Case(NUMBER, "card", team("卡号 6222 0200 0000 0000 109"), ("teams/a.yaml: 6222 0200 0000 0000…",)),
    Case(NUMBER, "free-key-of-a-target", "targets/2026/company.yaml  {owner: li-na, x-call: 13800138000}", ("targets/2026/company.yaml: 13800138000",)),
    Case(NUMBER, "after-many-others", team("'" + "110105194912310021 " * 30 + "13800138000'"), ("teams/a.yaml: 13800138000",)),
    Case(NUMBER, "wrong-check-digit", team("110105194912310021")),
    Case(NUMBER, "no-birthday", team("110105194913310025")),
    Case(NUMBER, "order-numbers", team("[2412010138001380001, 240101-138001380001234, JD13800138000, 138001380001]")),
    Case(NUMBER, "links-and-parameters", team("['https://item.example/13800138000', 'x?id=13800138000']")),
    Case(NUMBER, "amounts", "targets/2026/company.yaml  {owner: li-na, goals: {gmv_paid: 13800138000, net_sales: {value: 13900139000}}}"),
    Case(NUMBER, "decimals", team("[13800138000.50, 1.13800138000]")),
    Case(NUMBER, "no-mobile-prefix", team("[12800138000, 14000138000, 11800138000]")),
    Case(NUMBER, "masked", team("[138****8000, 1101051949****002X]")),
    Case(NUMBER, "luhn-without-a-word", team("6222020000000000109")),
    Case(NUMBER, "wrong-luhn", team("卡号 6222020000000000100")),
    Case(NUMBER, "milliseconds", team("1700000000000")),
    Case(NUMBER, "days", team("2026-01-01 2026-12-31")),
    Case(NUMBER, "ten-digits", team("1380013800")),
    Case(NUMBER, "twelve-digits", team("138001380001")),
    Case(PAY, "free-key", f"people/a.yaml  {{name: A, x-salary: 12000, {HELD}}}", ("people/a.yaml: salary",)),
    Case(PAY, "chinese-keys", "people/a.yaml  name: A;x-底薪: 6000;x-提成金额: \"1.2万\";" + HELD, ("people/a.yaml: 底薪", "people/a.yaml: 提成金额")),
    Case(PAY, "resources", "plans/2026/company.md  {owner: li-na, resources: {people: {service: {on_board: 3, base_salary: 6000}}}}",
         ("plans/2026/company.md: base_salary",)),
    Case(PAY, "sentence", review("李娜月薪 12000 元，monthly salary of 9000"), ("reviews/2026-W23/company.md: 月薪 12000", "reviews/2026-W23/company.md: monthly salary of 9…")),
    Case(PAY, "budget", "plans/2026/company.md  {owner: li-na, budget: [{line: salaries, amount: 120万}], x-labour-cost-ratio: 12%}"),
    Case(PAY, "rule", "roles/a.yaml  {name: A, x-bonus: 3%, x-commission: 2%, purpose: 提成 3%}"),
    Case(PAY, "rule-with-decimals", "roles/a.yaml  {name: A, x-bonus: 1.5 %}"),
    Case(PAY, "other-words", team("{pay_rate: 0.9, paydays: 15, wager: 3, bonus_points: 500}")),
    Case(PAY, "prize-in-a-sentence", review("抽奖奖金 5000 元，工资表已对")),
    Case(PAY, "own-metric", "metrics/wages.yaml  {name: 工资, unit: money, aggregation: sum, direction: band}\n"
         "targets/2026/company.yaml  {owner: li-na, goals: {wages: 1200000}}"),
    Case(PAY, "date", team("{bonus: 2026-06-01}")),
    Case(PRIVATE, "assessments", "assessments/2026-06-30-li-na.yaml  {person: li-na}", ("assessments: ",)),
    Case(PRIVATE, "several", "appraisals/a.yaml  {a: 1}\nscorecards/b.md  {b: 1}\nopsctl.yaml  {opsctl: 1, name: X, private: ../x}", ("appraisals: ", "scorecards: ")),
    Case(PRIVATE, "nothing", "teams/a.yaml  {name: A}"),
    Case(PRIVATE, "deeper", "handbook/assessments/how.md  {a: 1}"),
    Case(PRIVATE, "file-of-that-name", "assessments  where they are"),
    Case(BUYER, "free-key", team("{buyer_name: 张三}"), ("teams/a.yaml: buyer_name",)),
    Case(BUYER, "sentence", review("收货人：张三，买家昵称: tb123"), ("reviews/2026-W23/company.md: 收货人", "reviews/2026-W23/company.md: 买家昵称")),
    Case(BUYER, "words", review("收货地址写错的订单有三单，买家昵称已去除")),
    Case(BUYER, "withheld", review("买家昵称：***，收货人：无")),
    Case(BUYER, "source", "sources/a.yaml  {files: a.csv, columns: {n: N, d: D, buyer_name: 买家昵称}, store: {other: company}, day: d, metrics: {gmv_paid: {sum: n}}}"),
    Case(NAME, "mark", STANDARD + "stores/cafe.yaml  {name: Cafe\u0301, platform: tmall, team: company}", ("stores/cafe.yaml: Cafe\u0301",)),
    Case(NAME, "second-code", STANDARD + f"people/a.yaml  {{name: {{zh: \ufa19谷, en: Kamiya}}, {HELD}}}", ("people/a.yaml: \ufa19谷",)),
    Case(NAME, "alias-and-event", STANDARD + "metrics/a.yaml  {name: A, unit: count, aggregation: sum, direction: up, aliases: [cafe\u0301]}\n"
         "calendar/2026.yaml  {events: [{id: a, name: Fe\u0302te, windows: {}}]}", ("calendar/2026.yaml: Fe\u0302te", "metrics/a.yaml: cafe\u0301")),
    Case(NAME, "settings", "opsctl.yaml  {opsctl: 1, rigor: standard, name: Cafe\u0301}", ("opsctl.yaml: Cafe\u0301",)),
    Case(NAME, "composed", STANDARD + "stores/cafe.yaml  {name: Caf\u00e9, platform: tmall, team: company}"),
    Case(NAME, "full-width", STANDARD + "stores/cafe.yaml  {name: ＡＢＣ（店）, platform: tmall, team: company}"),
    Case(NAME, "hangul-and-emoji", STANDARD + "stores/cafe.yaml  {name: 서울 👨‍👩‍👧, platform: tmall, team: company}"),
    Case(NAME, "note", STANDARD + team("Cafe\u0301")),
    Case(NAME, "column", STANDARD + "sources/a.yaml  {files: a.csv, columns: {n: Cafe\u0301, d: D}, store: {other: company}, day: d, metrics: {gmv_paid: {sum: n}}}"),
    Case(LOST, "run", team("天猫\ufffd\ufffd店\ufffd"), ("teams/a.yaml: \ufffd\ufffd", "teams/a.yaml: \ufffd")),
    Case(LOST, "read-twice", review("锟斤拷锟斤拷旗舰店"), ("reviews/2026-W23/company.md: 锟斤拷锟斤拷",)),
    Case(LOST, "clean", team("天猫店")),
    Case(LOST, "single-characters", team("锟、斤、拷")),
    Case(LOST, "question-mark", team("天猫??店")),
)  # fmt: skip
