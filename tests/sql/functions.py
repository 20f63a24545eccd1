"""The functions that a statement may call: DuckDB and Spark SQL both have them.

Sources, read in 2026: DuckDB 2.0, https://duckdb.org/docs/current/sql/functions/overview, and
Spark SQL 4.0, Built-in Functions, https://spark.apache.org/docs/latest/api/sql/, under the heading
that stands beside each.
"""

FUNCTIONS = {
    "ABS": "math",
    "ARRAY_AGG": "aggregate",
    "ARRAY_DISTINCT": "array",
    "AVG": "aggregate",
    "BOOL_OR": "aggregate",
    "CARDINALITY": "collection",
    "CAST": "conversion",
    "CHR": "string",
    "COALESCE": "conditional",
    "CONCAT_WS": "string",
    "COUNT": "aggregate",
    "DAY": "date",
    "EXP": "math",
    "FLATTEN": "collection",
    "FLOOR": "math",
    "FROM_JSON": "JSON",
    "GREATEST": "math",
    "LAST_DAY": "date",
    "LEAST": "math",
    "LN": "math",
    "LOWER": "string",
    "LPAD": "string",
    "MAX": "aggregate",
    "MIN": "aggregate",
    "MONTH": "date",
    "NULLIF": "conditional",
    "POWER": "math",
    "RANGE": "table-valued, https://spark.apache.org/docs/latest/sql-ref-syntax-qry-select-tvf.html",
    "REPLACE": "string",
    "ROUND": "math",
    "SPLIT": "string",
    "SQRT": "math",
    "SUBSTR": "string",
    "SUM": "aggregate",
    "TRIM": "string",
    "TRY_CAST": "conversion",
    "YEAR": "date",
}
SYNTAX = frozenset({"AND", "AS", "IN", "NOT", "ON", "OR", "OVER", "THEN", "WHEN", "ELSE", "FROM"})
"""Words that a bracket may follow without being functions."""
