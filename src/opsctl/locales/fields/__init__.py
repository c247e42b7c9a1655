"""What each key of a record means, a module for records that belong together: editors show it."""

from __future__ import annotations

from opsctl.locales.fields import exports, flow, goals, people

_OTHERWISE: dict[str, tuple[str, str]] = {
    "fields.title": ("opsctl：{kind}", "opsctl: {kind}"),
    "fields.new": ("新建{kind}", "New {kind}"),
    "fields.skeleton": ("带注释的样子，从一个空文件开始", "A commented skeleton to begin an empty file with"),
    "fields.settings": ("设置", "settings"),
    "fields.waivers": ("例外", "waivers"),
    "fields.this": ("这个值", "this"),
    "fields.this_is": ("这个值", "this "),
    "fields.no_team": (
        "没有这个团队。请从列出的 id 里选；新建的团队要先运行 opsctl schema write",
        "There is no such team. Choose one of the ids listed; for a new team run opsctl schema write first",
    ),
    "fields.no_role": (
        "没有这个岗位。请从列出的 id 里选；新建的岗位要先运行 opsctl schema write",
        "There is no such role. Choose one of the ids listed; for a new role run opsctl schema write first",
    ),
    "fields.no_person": (
        "没有这个人员。请从列出的 id 里选；新建的人员要先运行 opsctl schema write",
        "There is no such person. Choose one of the ids listed; for a new person run opsctl schema write first",
    ),
    "fields.no_place": (
        "没有这个团队或店铺。请从列出的 id 里选；新建的要先运行 opsctl schema write",
        "There is no such team or store. Choose one of the ids listed; for a new one run opsctl schema write first",
    ),
    "fields.no_scope": (
        "没有这个团队、店铺或人员。请从列出的 id 里选；新建的要先运行 opsctl schema write",
        "There is no such team, store or person. Choose one of the ids listed; for a new one run opsctl schema write "
        "first",
    ),
    "fields.no_source": (
        "没有这个数据源。请从列出的 id 里选；新建的数据源要先运行 opsctl schema write",
        "There is no such source. Choose one of the ids listed; for a new source run opsctl schema write first",
    ),
    "fields.no_curve": (
        "日历里没有这条曲线。请从列出的里选；新建的曲线要先运行 opsctl schema write",
        "No calendar has such a curve. Choose one of those listed; for a new curve run opsctl schema write first",
    ),
}
SENTENCES: dict[str, tuple[str, str]] = {
    **_OTHERWISE,
    **people.SENTENCES,
    **goals.SENTENCES,
    **exports.SENTENCES,
    **flow.SENTENCES,
}
