"""Short videos and notes: a row per work with totals since it was published."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from .export import Export, Truth, truths
from .figures import Figures, Work
from .forms import percent, rows, xlsx
from .headers import header

Days = Sequence[Figures]

VIDEOS = header("content-videos")
NOTES = header("content-notes")


def videos(days: Days) -> Export:
    """抖音作品: 完播率 beside 5s完播率, which is another thing."""
    cells: list[dict[str, object]] = [
        {
            "作品名称": work.title,
            "发布时间": f"{one.day} 18:30:{at:02d}",
            "体裁": "视频",
            "审核状态": "已通过",
            "播放量": work.plays,
            "完播率": percent(work.completion),
            "5s完播率": percent(work.completion + 2500),
            "点赞量": work.likes,
            "评论量": work.comments,
            "分享量": work.shares,
            "收藏量": work.saves,
        }
        for one in days
        for at, work in enumerate(one.works)
    ]
    found: list[Truth] = []
    for one in days:
        plays = sum(work.plays for work in one.works)
        found += truths(
            one.store,
            one.day,
            {
                **_engaged(one.works),
                "content_views": plays,
                "plays": plays,
                "completed_plays": sum(
                    (work.plays * Decimal(work.completion) / 10000 for work in one.works), Decimal(0)
                ),
            },
        )
    files = {"作品列表.xlsx": xlsx({"作品列表": rows(VIDEOS, cells)})}
    return Export("douyin-works", files, tuple(found), {"store": days[0].store})


def notes(days: Days) -> Export:
    """小红书笔记: a remark above the header, Chinese times."""
    cells: list[dict[str, object]] = [
        {
            "笔记标题": work.title,
            "首次发布时间": f"{one.day:%Y年%m月%d日}10时{at:02d}分00秒",
            "观看量": work.plays,
            "点赞": work.likes,
            "评论": work.comments,
            "收藏": work.saves,
            "分享": work.shares,
            "人均观看时长": "12",
        }
        for one in days
        for at, work in enumerate(one.works)
    ]
    found: list[Truth] = []
    for one in days:
        views = {"content_views": sum(work.plays for work in one.works)}
        found += truths(one.store, one.day, {**_engaged(one.works), **views})
    table = [["最多导出排序后前1000条笔记"], *rows(NOTES, cells)]
    return Export(
        "xiaohongshu-notes", {"笔记列表明细表.xlsx": xlsx({"笔记": table})}, tuple(found), {"store": days[0].store}
    )


def _engaged(works: Sequence[Work]) -> dict[str, object]:
    return {
        "content_published": len(works),
        "likes": sum(work.likes for work in works),
        "comments": sum(work.comments for work in works),
        "shares": sum(work.shares for work in works),
        "saves": sum(work.saves for work in works),
    }
