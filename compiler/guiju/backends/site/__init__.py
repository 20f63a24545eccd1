"""Numbered standard documents → Markdown pages, and a web site that is read without a server."""

from guiju.backends.site.model import Download, RuleSource, StandardPage
from guiju.backends.site.page import figures, to_markdown
from guiju.backends.site.paper import write_paper

__all__ = ["Download", "RuleSource", "StandardPage", "figures", "to_markdown", "write_paper"]
