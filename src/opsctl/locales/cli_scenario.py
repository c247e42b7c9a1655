"""Help of the options and commands about scenarios and tiers."""

from __future__ import annotations

SENTENCES: dict[str, tuple[str, str]] = {
    "cli_scenario.compare": (
        "两个情景的目标并排看；base 是现在的记录。例：opsctl plan compare base stretch-618 --metric net_sales",
        "Show the targets under two scenarios side by side; base is the records as they are. "
        "Example: opsctl plan compare base stretch-618 --metric net_sales",
    ),
    "cli_scenario.side": ("情景的 id，或 base", "A scenario's id, or base"),
    "cli_scenario.year": ("年份；不写就是最近有目标表的一年", "The year; the last one with target sheets if not given"),
    "cli_scenario.scope": ("只看这个团队或店铺", "Only this team or store"),
    "cli_scenario.metric": ("只看这个指标，并列出各月", "Only this metric, and its months"),
    "cli_scenario.scenario": (
        "按 scenarios/ 里的这个情景算；不动任何文件",
        "Compute under this scenario of scenarios/; no file is touched",
    ),
    "cli_scenario.write": (
        "把情景的目标值写到 reports/scenarios/ 下",
        "Write the scenario's cells below reports/scenarios/",
    ),
    "cli_scenario.output": ("把情景的目标值写到这个文件夹", "Write the scenario's cells to this folder"),
    "cli_scenario.tier": ("看这一档：floor（保底）或 stretch（冲刺）", "This tier: floor or stretch"),
}
