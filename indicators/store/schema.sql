-- One snapshot: a plan's tables as written, figures as published, and what is known about their origin.
-- Values of observation.value are in the indicator's catalogue unit; `found` is the figure as printed.
-- Closed vocabularies are enums: a million rows are written in half the time, and no other word gets in.
CREATE TYPE measure AS ENUM (
    'level', 'growth', 'mean_growth', 'cut', 'cumulative_cut', 'cumulative', 'work_target');
CREATE TYPE status AS ENUM ('published', 'computed', 'derived', 'lower_bound', 'expected');
CREATE TYPE grade AS ENUM ('A', 'B', 'C');
CREATE TABLE load (id VARCHAR PRIMARY KEY, file VARCHAR NOT NULL, sha256 VARCHAR NOT NULL, rows INTEGER NOT NULL);
CREATE TABLE source (code VARCHAR PRIMARY KEY, title VARCHAR NOT NULL, url VARCHAR NOT NULL);
CREATE TABLE break (
    indicator VARCHAR NOT NULL, area VARCHAR NOT NULL, year INTEGER NOT NULL,
    reason VARCHAR NOT NULL, note VARCHAR NOT NULL, note_en VARCHAR NOT NULL);
CREATE TABLE observation (
    indicator VARCHAR NOT NULL, area VARCHAR NOT NULL, year INTEGER NOT NULL, measure measure NOT NULL,
    period_start INTEGER, value DOUBLE NOT NULL, found VARCHAR NOT NULL, status status NOT NULL,
    source VARCHAR NOT NULL, grade grade NOT NULL, published VARCHAR NOT NULL, known_from DATE NOT NULL,
    note VARCHAR NOT NULL, flags VARCHAR NOT NULL, load VARCHAR NOT NULL);
-- Plan tables and the indicator catalogue, cell by cell, exactly as their CSV files say.
CREATE TABLE cell (
    plan VARCHAR NOT NULL, name VARCHAR NOT NULL, position INTEGER NOT NULL,
    heading VARCHAR NOT NULL, place INTEGER NOT NULL, value VARCHAR NOT NULL);
CREATE VIEW target AS PIVOT (SELECT plan, position, heading, value FROM cell WHERE name = 'targets')
    ON heading IN ('number', 'code', 'name', 'indicator', 'area', 'basis', 'comparator', 'value', 'lead', 'joint', 'wording')
    USING first(value) GROUP BY plan, position;
