// Run time: the loop is left at the first row, and the others are never read.
package cases

import "database/sql"

func first(db *sql.DB) (id int, err error) {
	rows, err := db.Query("SELECT id FROM jobs") // want unclosed-rows[warning] "not closed on every path"
	if err != nil {
		return 0, err
	}
	for rows.Next() {
		err = rows.Scan(&id)
		break
	}
	return id, err
}
