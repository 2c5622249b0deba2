"""Every visible sentence: both languages say the same, and say what the code asks for."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from itertools import product
from pathlib import Path
from string import Formatter

import pytest

from indicators.errors import UnknownName
from indicators.model import Flag, Measure, Reason, Status, Verdict
from indicators.rows import vintages
from indicators.series import GRADES
from indicators.words import LANGUAGES, say, table

ROOT = Path(__file__).parents[2]
CODE = [
    ROOT / "app.py",
    *(path for top in ("indicators", "etl", "pages") for path in (ROOT / top).rglob("*.py")),
]
VOCABULARY = {
    "verdict": Verdict,
    "verdict_meaning": Verdict,
    "reason": Reason,
    "reason_long": Reason,
    "flag": Flag,
    "flag_long": Flag,
    "measure": Measure,
    "status": Status,
    "grade": GRADES,
    "tenths": "123456789",
    "state": ("in_use", "same", "superseded", "never"),
}
"""Groups of sentences, and the words of the domain each must know."""

LATIN_IN_CHINESE = {
    *("CSV", "PNG", "PDF", "Excel", "XLSX", "JSON", "DuckDB", "GitHub"),
    *("UTF-8", "UTF-16", "GB18030", "GBK", "WPS"),
    *("GDP", "R&D", "CO₂", "5G", "SDG", "UN", "Eurostat", "Open SDG", "IPCC", "GB/T"),
    *("MASE", "CRPS", "Brier", "Theta", "Holt"),
    *("P", "T", "y", "n", "d", "h", "km", "A", "B", "C"),
    *("MB", "SHA-256", "ZIP"),
    *("python -m etl build", "--confirm", "--although-later", "--department"),
}
"""Units, formats, names and commands that a Chinese reader meets as they are."""
CHINESE = re.compile(r"[\u2e80-\u9fff\u3000-\u303f\uff00-\uffef]")
LATIN = re.compile(r"[A-Za-z]\S*")
NARROW = re.compile(r"[\u4e00-\u9fff][,;:!?()]|[,;:!?()][\u4e00-\u9fff]")
MARKUP = re.compile(r"<br>|\{[^}]*\}")


def places(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name is not None}


def test_both_languages_have_the_same_sentences():
    zh, en = (set(table(lang)) for lang in ("zh", "en"))
    assert sorted(zh - en) == [], "missing in en.yml"
    assert sorted(en - zh) == [], "missing in zh.yml"


def test_a_sentence_has_the_same_places_in_both_languages():
    zh, en = ({key: places(text) for key, text in table(lang).items()} for lang in ("zh", "en"))
    assert {key: (zh[key], en[key]) for key in zh if zh[key] != en.get(key, zh[key])} == {}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_sentence_is_empty_and_every_place_has_a_name(lang):
    assert [key for key, text in table(lang).items() if not text.strip() or "" in places(text)] == []
    assert [key for key, text in table(lang).items() if text == "None"] == []


def test_english_sentences_hold_no_chinese():
    assert {key: text for key, text in table("en").items() if CHINESE.search(text)} == {}


def test_chinese_sentences_hold_no_other_words():
    assert {key: words for key, text in table("zh").items() if (words := foreign(text))} == {}


def test_chinese_sentences_have_chinese_punctuation():
    assert {key: text for key, text in table("zh").items() if NARROW.search(MARKUP.sub("数", text))} == {}


def foreign(sentence: str) -> list[str]:
    """Latin words of a Chinese sentence that are neither units, formats, names nor commands."""
    text = MARKUP.sub(" ", sentence)
    for known in sorted(LATIN_IN_CHINESE, key=len, reverse=True):
        text = re.sub(rf"(?<![A-Za-z]){re.escape(known)}(?![A-Za-z])", " ", text)
    return LATIN.findall(text)


def test_foreign_words_are_found():
    assert foreign("请 click 下载 CSV,{place}<br>单位GDP") == ["click"]


@pytest.mark.parametrize("group", VOCABULARY)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_word_of_the_domain_is_said(lang, group):
    written = {key.partition(".")[2] for key in table(lang) if key.startswith(f"{group}.")}
    assert {*VOCABULARY[group]} - written == set()


@pytest.mark.parametrize("group", ["verdict", "reason", "flag"])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_words_of_a_group_are_told_apart(lang, group):
    words = [text for key, text in table(lang).items() if key.startswith(f"{group}.")]
    assert len(set(words)) == len(words)


def test_the_states_of_figures_are_those_the_rows_name():
    tree = ast.parse(Path(vintages.__file__).read_text(encoding="utf-8"))
    (use,) = (node for node in tree.body if isinstance(node, ast.FunctionDef) and node.name == "use")
    answers = [node.value for node in ast.walk(use) if isinstance(node, ast.Return) and node.value]
    assert {state for answer in answers for state in spelled(answer)} == set(VOCABULARY["state"])


def test_places_are_filled():
    assert say("zh", "chance.text", percent=30) == "30%"
    with pytest.raises(KeyError, match="percent"):
        say("zh", "chance.text")


def test_an_unknown_sentence_or_language_comes_with_the_near_ones():
    with pytest.raises(UnknownName, match=r"verdict\.missed"):
        say("zh", "verdict.mised")
    with pytest.raises(UnknownName, match="language 'fr'"):
        say("fr", "verdict.missed")


def test_the_code_asks_only_for_sentences_that_are_written():
    asked = [(where, key) for where, call in calls() for key in keys(call)]
    assert len(asked) > 50
    assert [(where, key) for where, key in asked if not matching(key)] == []


def test_the_code_fills_every_place_of_a_sentence():
    wrong = []
    for where, call in calls():
        given = {keyword.arg for keyword in call.keywords}
        known = [] if None in given else [key for key in keys(call) if key in table("zh")]
        for key, lang in product(known, LANGUAGES):
            wrong += [(where, lang, key, name) for name in places(table(lang).get(key, "")) - given]
    assert wrong == []


def calls() -> Iterator[tuple[str, ast.Call]]:
    """Every `say(lang, key, …)` and `read.say(key, …)` of the code, with its place."""
    for path in CODE:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and node.args and called(node) == "say":
                yield f"{path.relative_to(ROOT)}:{node.lineno}", node


def called(node: ast.Call) -> str:
    return str(getattr(node.func, "attr", getattr(node.func, "id", "")))


def keys(call: ast.Call) -> list[str]:
    """The keys a call may ask for; `*` stands for what is known only when it runs."""
    return [key for key in spelled(call.args[-1]) if "." in key]


def spelled(node: ast.expr) -> list[str]:
    match node:
        case ast.Constant(value=str(text)):
            return [text]
        case ast.IfExp(body=body, orelse=orelse):
            return [*spelled(body), *spelled(orelse)]
        case ast.JoinedStr(values=parts):
            return ["".join(part.value if isinstance(part, ast.Constant) else "*" for part in parts)]
        case _:
            return []


def matching(key: str) -> Mapping[str, str]:
    """The Chinese sentences under a key, or under every key of its pattern."""
    pattern = re.compile(re.escape(key).replace(r"\*", r"\w+"))
    return {name: text for name, text in table("zh").items() if pattern.fullmatch(name)}
