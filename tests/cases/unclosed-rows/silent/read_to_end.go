// Near miss of break: the loop is left where Next gives false, which has closed the rows.
package cases

import "database/sql"

func last(db *sql.DB) (id int, err error) {
	rows, err := db.Query("SELECT id FROM jobs")
	if err != nil {
		return 0, err
	}
	for rows.Next() {
		err = rows.Scan(&id)
	}
	return id, err
}
