"""Sentences about git and the revisions it keeps."""

SENTENCES: dict[str, tuple[str, str]] = {
    "git.missing": ("找不到 git", "git is not found"),
    "git.install": (
        "要和别的版本比较，请先安装 git，并让它在 PATH 里",
        "comparing with another revision needs git: install it and put it on the PATH",
    ),
    "git.no_repository": ("{folder} 不在 git 仓库里", "{folder} is in no git repository"),
    "git.inside_one": (
        "请在克隆下来的仓库里运行，或先 git init 并提交",
        "run this inside a cloned repository, or begin one with git init and a commit",
    ),
    "git.unknown": ("没有版本 {revision}", "there is no revision {revision}"),
    "git.name_one": (
        "请写分支、标签或提交号，如 origin/main、HEAD~1；远程的分支要先 git fetch",
        "name a branch, tag or commit, such as origin/main or HEAD~1; run git fetch first for branches of a remote",
    ),
    "git.shallow_unknown": (
        "这是浅克隆，里面没有版本 {revision}",
        "this is a shallow clone, and revision {revision} is not in it",
    ),
    "git.shallow_base": (
        "这是浅克隆，找不到 {one} 和 {other} 的共同祖先",
        "this is a shallow clone, and the common ancestor of {one} and {other} is not in it",
    ),
    "git.deepen": (
        "请取回完整历史：GitHub 里给 actions/checkout 写 fetch-depth: 0，GitLab 里写 GIT_DEPTH: 0，"
        "本地运行 git fetch --unshallow",
        "get the whole history: fetch-depth: 0 for actions/checkout on GitHub, GIT_DEPTH: 0 on GitLab, "
        "git fetch --unshallow on your own machine",
    ),
    "git.no_base": ("{one} 和 {other} 没有共同祖先", "{one} and {other} have no common ancestor"),
    "git.same_history": (
        "请比较同一段历史里的两个版本",
        "compare two revisions of one history",
    ),
    "git.dubious": (
        "git 不肯读 {folder}：它属于别的用户",
        "git refuses to read {folder}: it belongs to another user",
    ),
    "git.trust": (
        "若信得过这个仓库，请运行：git config --global --add safe.directory '{folder}'",
        "if you trust this repository, run: git config --global --add safe.directory '{folder}'",
    ),
    "git.partial": (
        "这是部分克隆，旧版本的内容不全在本地",
        "this is a partial clone, and not all content of that revision is in it",
    ),
    "git.fetch_all": (
        "请重新克隆，不加 --filter",
        "clone again without --filter",
    ),
    "git.timeout": ("git 在 {seconds} 秒内没有答复", "git did not answer within {seconds} seconds"),
    "git.failed": ("git 没有成功：{reason}", "git failed: {reason}"),
    "git.no_workspace": (
        "版本 {revision} 里还没有这个工作区",
        "this workspace is not there yet in revision {revision}",
    ),
    "git.later_base": (
        "请选一个已经有 {file} 的版本",
        "choose a revision that has {file}",
    ),
}
