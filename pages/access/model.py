"""Accounts and roles as types."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Role(StrEnum):
    """What an account may do: read; upload for its departments; everything, accounts and audit included."""

    LEADER = "leader"
    STATISTICIAN = "statistician"
    ADMINISTRATOR = "administrator"

    def includes(self, other: Role) -> bool:
        """Whether whoever has this role may do what the other role may."""
        order = tuple(Role)
        return order.index(self) >= order.index(other)


class SessionKind(StrEnum):
    """How somebody logged in: with a password, vouched for by the reverse proxy or by an OIDC provider."""

    PASSWORD = "password"  # noqa: S105 a name, no secret
    PROXY = "proxy"
    PROVIDER = "provider"


@dataclass(frozen=True)
class Account:
    """Somebody who logged in. `departments` are the codes a statistician may upload for."""

    name: str
    role: Role
    departments: frozenset[str] = frozenset()

    def may(self, role: Role) -> bool:
        """Whether the account may do what a role may."""
        return self.role.includes(role)

    def may_upload(self, department: str) -> bool:
        """Whether the account may upload for a department."""
        return self.role is Role.ADMINISTRATOR or (
            self.role is Role.STATISTICIAN and department in self.departments
        )


@dataclass(frozen=True)
class Record:
    """An account as the database keeps it.

    `sso` is what a provider of single sign-on calls the person, blank for none; `password` an argon2id
    digest, blank for single sign-on only; `must_change` says that the password was set by somebody else.
    """

    account: Account
    sso: str
    password: str
    must_change: bool
    disabled: bool
    created: datetime
    logged_in: datetime | None

    @property
    def name(self) -> str:
        """The account's name."""
        return self.account.name


@dataclass(frozen=True)
class Session:
    """Somebody's session, still good when it was looked up."""

    digest: str
    account: Account
    kind: SessionKind
    must_change: bool
