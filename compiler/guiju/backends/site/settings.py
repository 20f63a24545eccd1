"""The settings of mkdocs: Material, Chinese search, and nothing fetched from outside."""

import json
from collections.abc import Sequence

from guiju.backends.model import Artifact
from guiju.backends.site.index import SITE_NAME, page_file
from guiju.backends.site.model import StandardPage
from guiju_runtime.messages import Language, Text

SHIM = "assets/iframe-worker.js"
STYLE = "assets/guiju.css"
HOME = Text(zh="标准目录", en="Standards")
REFERENCE = Text(zh="语言参考", en="Language reference")
LIGHT = Text(zh="浅色", en="Light")
DARK = Text(zh="深色", en="Dark")
# Chinese marks part words for the search as spaces do.
SEPARATOR = r"[\s\u200b\u3000、。，；：（）《》—－\-]+"


def settings(
    pages: Sequence[StandardPage], language: Language, chapters: Sequence[Artifact] = ()
) -> str:
    """Give the text of ``mkdocs.yml``; JSON is YAML too.

    The polyfill that Material's ``offline`` plug-in would load from a public network is the file
    that ships here: finding its name in ``polyfills``, the plug-in adds none.
    """
    titles = [("—" if language == "en" else "　").join(page.document.cover.title) for page in pages]
    files = [page_file(page.document) for page in pages]
    contents = [{title_of_chapter(chapter): chapter.path} for chapter in chapters]
    return json.dumps(
        {
            "site_name": SITE_NAME.in_language(language),
            "use_directory_urls": False,
            "theme": theme(language),
            "plugins": [{"search": {"lang": [language], "separator": SEPARATOR}}, "offline"],
            "markdown_extensions": ["attr_list", {"toc": {"toc_depth": 4}}],
            "extra_css": [STYLE],
            "extra": {"generator": False, "polyfills": [SHIM]},
            "nav": [
                {HOME.in_language(language): "index.md"},
                *({title: file} for title, file in zip(titles, files, strict=True)),
                *([{REFERENCE.in_language(language): contents}] if contents else []),
            ],
        },
        ensure_ascii=False,
        indent=2,
    )


def title_of_chapter(chapter: Artifact) -> str:
    """Give the heading of a chapter."""
    return chapter.content.decode().partition("\n")[0].removeprefix("# ")


def theme(language: Language) -> dict[str, object]:
    """Give the settings of the theme."""
    return {
        "name": "material",
        "language": language,
        "font": False,
        "features": ["toc.integrate", "toc.follow", "navigation.top", "search.highlight"],
        "icon": {"logo": "material/leaf"},
        "palette": [
            shade("default", DARK.in_language(language), "material/weather-night"),
            shade("slate", LIGHT.in_language(language), "material/weather-sunny"),
        ],
    }


def shade(scheme: str, name: str, icon: str) -> dict[str, object]:
    """Give a colour scheme with the button that leaves it."""
    toggle = {"icon": icon, "name": name}
    return {"scheme": scheme, "primary": "custom", "accent": "custom", "toggle": toggle}
