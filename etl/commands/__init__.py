"""The command line, a module for each group of commands. Each offers `add`, which registers its commands;
each command is a function of the options that returns the exit code."""
