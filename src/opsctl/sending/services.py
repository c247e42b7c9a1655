"""Every service a digest can go to, by the name people type."""

from __future__ import annotations

from opsctl.sending.dingtalk import DINGTALK
from opsctl.sending.feishu import FEISHU
from opsctl.sending.service import Service
from opsctl.sending.slack import SLACK
from opsctl.sending.wecom import WECOM

SERVICES: dict[str, Service] = {service.name: service for service in (FEISHU, DINGTALK, WECOM, SLACK)}
