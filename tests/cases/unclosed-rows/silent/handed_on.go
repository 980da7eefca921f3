// Near miss of some_paths: the rows are the caller's.
package cases

import "database/sql"

func open(db *sql.DB, each func(*sql.Rows)) (*sql.Rows, error) {
	rows, err := db.Query("SELECT * FROM t LIMIT 0")
	if err != nil {
		return nil, err
	}
	each(rows)
	return rows, nil
}
