"""Summary, gaps and trajectories of a workbook."""

from __future__ import annotations

from indicators.report.workbook import workbook
from indicators.rows.board import counts
from indicators.rows.findings import findings
from indicators.rows.owed import owed
from tests.indicators.report.made import real
from tests.indicators.report.workbook.reading import opened, rows


def test_the_summary_says_what_the_report_finds(warehouse):
    known = real(warehouse)
    sheet = opened(workbook(known))["摘要"]
    texts = [row[0].value for row in sheet.iter_rows()]
    assert set(findings(known.read, known.assessments, everyone=True)) <= set(texts)
    found = {row["结论"][2:]: row["项数"] for row in rows(sheet, "项数")}
    assert found == {known.read.verdict(one): str(count) for one, count in counts(known.assessments)}


def test_gaps_stand_by_department_worst_first_and_then_what_is_owed(warehouse):
    known = real(warehouse)
    sheet = opened(workbook(known, ("renshe",)))["部门差距"]
    assert [row["结论"] for row in rows(sheet, "实现概率")] == ["▼ 难以实现", "◆ 存在风险", "– 无法评估"]
    led = [one for one in known.assessments if one.target.lead == "renshe"]
    assert rows(sheet, "报送期限") == owed(known.read, led)


def test_the_target_stands_in_the_target_year_alone(warehouse):
    found = [row for row in rows(opened(workbook(real(warehouse)))["轨迹"], "目标值") if row["序号"] == "6"]
    assert {row["数据年份"]: row["目标值"] for row in found if row["目标值"]} == {"2025": "70.00%"}
