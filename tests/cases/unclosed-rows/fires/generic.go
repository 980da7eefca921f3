// Run time: a generic reader stops at the first value that its caller likes.
package cases

import "database/sql"

func pick[T any](db *sql.DB, q string, like func(T) bool) (v T, err error) {
	rows, err := db.Query(q) // want unclosed-rows[warning] "db.Query"
	if err != nil {
		return v, err
	}
	for rows.Next() {
		if err = rows.Scan(&v); err != nil || like(v) {
			return v, err
		}
	}
	return v, rows.Err()
}
