-- name: plans
SELECT DISTINCT plan FROM cell WHERE plan <> '' ORDER BY plan;
-- name: cells
SELECT name, position, heading, value FROM cell WHERE plan = ? ORDER BY name, position, place;
-- name: observations
SELECT indicator, area, year, measure, period_start, value, found, status, source, grade, published,
       known_from, note, flags, load
FROM observation WHERE known_from <= ?
ORDER BY indicator, area, year, measure, period_start, known_from, source, value;
-- name: breaks
SELECT indicator, area, year, reason, note, note_en FROM break ORDER BY indicator, area, year;
-- name: sources
SELECT code, title, url FROM source ORDER BY code;
-- name: loads
SELECT id, file, sha256, rows FROM load ORDER BY file;
