"""Messages to group chats: Feishu, DingTalk, WeCom, Slack. The one place that speaks to the network about a review."""
