-- name: plans
SELECT DISTINCT plan FROM cell WHERE plan <> '' ORDER BY plan;
-- name: cells
SELECT name, position, heading, value FROM cell WHERE plan = ? ORDER BY name, position, place;
-- name: observations
SELECT indicator, area, year, measure, period_start, value, found, status, source, grade, published,
       known_from, note, flags, load
FROM observation
WHERE known_from <= $1 AND ($2 IS NULL OR list_contains($2::VARCHAR[], area))
      AND ($3 IS NULL OR list_contains($3::VARCHAR[], indicator))
ORDER BY indicator, area, year, measure::VARCHAR, period_start, known_from, source, value;
-- name: breaks
SELECT indicator, area, year, reason, note, note_en FROM break ORDER BY indicator, area, year;
-- name: sources
SELECT code, title, url FROM source ORDER BY code;
-- name: loads
SELECT id, file, sha256, rows FROM load ORDER BY file;
-- name: figures_in_use
SELECT indicator, area, year, measure::VARCHAR AS measure, period_start, value, found, contains(flags, 'preliminary') AS preliminary, usable
FROM (SELECT *, status IN ('published', 'computed', 'derived') AND NOT regexp_matches(flags, 'part_(year|scope)')
             AS usable FROM observation)
QUALIFY row_number() OVER (
    PARTITION BY indicator, area, year, measure, period_start, usable
    ORDER BY contains(flags, 'doubtful'), known_from DESC,
             CASE WHEN starts_with(source, 'load-') THEN CAST(substr(source, 6) AS INTEGER) ELSE 0 END DESC,
             grade,
             status <> 'published', source, value) = 1
ORDER BY ALL;
