// Near miss of generic: the close is deferred through a method value.
package cases

import "database/sql"

func pick[T any](db *sql.DB, q string, like func(T) bool) (v T, err error) {
	rows, err := db.Query(q)
	if err != nil {
		return v, err
	}
	end := rows.Close
	defer end()
	for rows.Next() {
		if err = rows.Scan(&v); err != nil || like(v) {
			return v, err
		}
	}
	return v, rows.Err()
}
