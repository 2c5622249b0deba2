"""Accounts and roles as types."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What an account may do: read; upload for its departments; everything, accounts and audit included."""

    LEADER = "leader"
    STATISTICIAN = "statistician"
    ADMINISTRATOR = "administrator"


@dataclass(frozen=True)
class Account:
    """Somebody who logged in. `departments` are the codes a statistician may upload for."""

    name: str
    role: Role
    departments: frozenset[str] = frozenset()

    def may_upload(self, department: str) -> bool:
        """Whether the account may upload for a department."""
        return self.role is Role.ADMINISTRATOR or (
            self.role is Role.STATISTICIAN and department in self.departments
        )
