"""Words of the digest for group chats, and of what sends it."""

SENTENCES: dict[str, tuple[str, str]] = {
    "digest.stores": ("差得最多：{stores}", "Furthest behind: {stores}"),
    "digest.store": ("{store} {attainment}（缺 {gap}）", "{store} {attainment} ({gap} short)"),
    "digest.action": ("行动：{does}（{owner}，{due} 前）", "Action: {does} ({owner}, by {due})"),
    "digest.more_actions": ("还有 {count} 项行动", "{count} more actions"),
    "digest.press": ("看完整复盘", "Open the review"),
    # The command.
    "digest.send.help": (
        "把复盘摘要发到群：不超过 800 字。地址和密钥只从环境变量读，--dry-run 只打印消息。"
        "例：opsctl review send 2026-W46 --scope tmall-flagship --to feishu --dry-run",
        "Send a digest of the review to a group chat, at most 800 characters. Address and secret come from the "
        "environment only; --dry-run prints the message instead. "
        "Example: opsctl review send 2026-W46 --scope tmall-flagship --to feishu --dry-run",
    ),
    "digest.period.help": (
        "期间，如 2026-W46、2026-11；不写就是数据完整的最近一周",
        "The period, such as 2026-W46 or 2026-11; the last week that is complete in the data if not given",
    ),
    "digest.to.help": ("发到哪里：{services}", "Where to: {services}"),
    "digest.link.help": (
        "摘要里放的链接，http 或 https，如合并请求或网页版复盘",
        "A link in the digest, http or https, such as the pull request or the page",
    ),
    "digest.dry_run.help": ("只打印消息，不发", "Print the message, send nothing"),
    "digest.needs_to": ("没有写发到哪里", "it is not said where to send it"),
    "digest.would_send": (
        "没有发。去掉 --dry-run 就发到 {service}：地址从 {variable} 读（现在{state}）",
        "nothing was sent; without --dry-run it goes to {service}, whose address is read from {variable} (now {state})",
    ),
    "digest.set": ("已设", "set"),
    "digest.unset": ("未设", "not set"),
    "digest.sent": ("已发到 {service}", "sent to {service}"),
    "digest.sent_after": ("已发到 {service}，试了 {tries} 次", "sent to {service} after {tries} tries"),
    "digest.no_address": ("环境变量 {variable} 没有设", "the environment variable {variable} is not set"),
    "digest.no_address_hint": (
        "在群里添加自定义机器人，把它的地址放进这个环境变量；不要写进文件",
        "add a custom robot to the group and put its address into this variable, never into a file",
    ),
    "digest.bad_address": (
        "{variable} 里不是 https 地址",
        "{variable} holds no https address",
    ),
    "digest.bad_link": ("{link} 不是 http 或 https 地址", "{link} is no http or https address"),
    "digest.bad_period": (
        "{period} 没有对应的复盘；周写 2026-W46，月写 2026-11，季写 2026-Q4，年写 2026",
        "{period} has no review; write a week as 2026-W46, a month as 2026-11, a quarter as 2026-Q4, a year as 2026",
    ),
    "digest.unreachable": ("连不上 {host}（{reason}）", "{host} cannot be reached ({reason})"),
    "digest.unreachable_hint": (
        "看看网络和代理，再核对 {variable} 里的地址",
        "look at the network and the proxy, and at the address in {variable}",
    ),
    "digest.refused": ("{service} 没有收下：{words}", "{service} refused the message: {words}"),
    "digest.refused_hint": (
        "核对 {variable} 的地址、密钥，以及机器人的关键词和 IP 白名单",
        "look at the address in {variable}, the secret, and the robot's key words and allowed addresses",
    ),
    "digest.too_fast": ("{service} 说发得太快：{words}", "{service} says it is too fast: {words}"),
    "digest.too_fast_hint": (
        "过十分钟再发；一次只发一份摘要。地址在 {variable}",
        "send again in ten minutes, and one digest a run; the address is in {variable}",
    ),
}
