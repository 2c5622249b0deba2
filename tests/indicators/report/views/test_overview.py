"""总览 as PDF: what is on screen, on one page across."""

from __future__ import annotations

import pytest

from indicators.report.views.overview import overview
from indicators.rows import board
from tests.indicators.report.made import folded, read_back, real, said
from tests.indicators.report.package.packages import many, material


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("plan", ["zunyi-metro-2025", "china-14fyp"])
def test_one_landscape_page_holds_every_cell_of_the_board(warehouse, lang, plan):
    known = real(warehouse, lang, plan)
    document = overview(known)
    (page,) = read_back(document).pages
    assert page.mediabox.width > page.mediabox.height
    text = said(document)
    for _, cells in board.board(known.read, known.assessments):
        for cell in cells:
            for word in (cell.name, cell.word, cell.chance, cell.latest, cell.target):
                assert folded(word) in text
    for one in board.misses(known.read, known.assessments):
        assert folded(one.gap) in text
    assert folded(board.finding(known.read, known.assessments)) in text


def test_the_order_is_that_of_the_reader(warehouse):
    known = real(warehouse)
    by_plan, by_chance = (overview(known, by_chance=chosen).blocks[2] for chosen in (False, True))
    numbers = [
        [[cell.number for cell in cells] for _, cells in one.dimensions] for one in (by_plan, by_chance)
    ]
    assert numbers[0][0] == sorted(numbers[0][0])
    assert numbers[1] != numbers[0]
    assert sorted(map(sorted, numbers[1])) == sorted(map(sorted, numbers[0]))


def test_two_hundred_targets_are_all_there():
    text = said(overview(material(known=many(200))))
    assert text.count("旅客量") >= 200
