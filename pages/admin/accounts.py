"""账户: who may log in, as what, and what an administrator can do about it."""

import streamlit as st

from indicators.words import say
from pages.access import listing
from pages.access.database import now, reading
from pages.access.model import Role
from pages.parts.access import plain_frame, require
from pages.parts.accounts import acts, announced, changing, creation, departments, reading_switch
from pages.parts.addresses import language
from pages.parts.controls import choose
from pages.parts.markup import table
from pages.parts.panels import finding, section

lang = language()
require(Role.ADMINISTRATOR, lang)
plain_frame(lang)
names = departments(lang)
with reading() as connection:
    found = listing.standings(connection, now())

finding(listing.summary(lang, found), say(lang, "page.accounts"))
announced(lang)
table(listing.account_rows(lang, found, names))

NEW = "*"
known = {one.record.name: one for one in found}
section(say(lang, "accounts.one"), say(lang, "accounts.one_note"))
asked = choose(
    say(lang, "accounts.name"),
    "account",
    (NEW, *known),
    NEW,
    lambda name: say(lang, "accounts.new") if name == NEW else name,
)
if asked == NEW:
    creation(lang, names)
else:
    changing(lang, known[asked], names)
    acts(lang, known[asked])
st.divider()
reading_switch(lang)
