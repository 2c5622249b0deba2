"""Assessments → plain rows: one function per table or figure, shared by screen, PDF, workbook and CLI."""
