"""Which titles of columns stand over people and single orders, in the exports of shops."""

from __future__ import annotations

import re
import unicodedata

# Whole words at the end of a header: 手机端访客数 and 确认收货人数 are counts, a page's 地址 is no person's.
_CHINESE = re.compile(
    r"(?<!达人)(?<!主播)(?<!店铺)(?<!账号)昵称|会员名$|旺旺号|旺旺名|(?:收货|收件)人(?!数)|姓名|身份证|手机号|手机$"
    r"|电话(?:号码?)?$|(?<!页面)(?<!链接)(?<!商品)(?<!图片)地址$|邮箱|支付宝(?:账号|帐号|账户)|微信号|备注$|留言$"
    r"|(?:支付宝|微信|支付)?(?:交易号|流水号)$|(?:物流|快递|运)单(?:编?号)$|(?:退款|退货|售后)(?:说明|描述)$|操作(?:人|员)(?!数)"
)
_ENGLISH = re.compile(
    r"\b(?:e-?mail(?: address)?|(?:tele|mobile )?phone(?: ?(?:number|no\.?))?|mobile(?: ?(?:number|no\.?))?"
    r"|(?:shipping|billing|street|delivery|customer|buyer|home|ip) address(?: ?\d)?|address(?: ?line)? ?\d"
    r"|(?:buyer|customer|recipient|billing|shipping|first|last|full|consignee|receiver|contact)(?: user)? ?name"
    r"|passport(?: number)?|date of birth|birthday|notes?|remarks?|tracking(?: ?(?:number|no\.?|id))?)$"
)
_ORDER = re.compile(
    r"(?:(?:主|子|父|商家|平台|原|交易)?订单(?:编号|号)|订单id|(?:退款|退货|售后)单?(?:编号|号)"
    r"|(?:amazon[- ]?)?(?:order|refund|return)[- ]?(?:id|number|no\.?))"
)


def looks_personal(header: str) -> bool:
    """Say whether a column's header is one under which exports carry people."""
    plain = _plain(header)
    return bool(_CHINESE.search(plain) or _ENGLISH.search(plain))


def names_orders(header: str) -> bool:
    """Say whether a column's header is that of an order's number, so that every row is an order or a line of one."""
    return bool(_ORDER.fullmatch(_plain(header)))


def _plain(header: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", header).casefold().replace("_", " ").split())
