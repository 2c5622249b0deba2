"""Who is who: accounts and their roles, sessions, log-in; checked on the server for every page and action."""
