// Run time: the statement's rows are thrown away, and with them a connection each time.
package cases

import "database/sql"

func touch(db *sql.DB, id int) error {
	_, err := db.Query("UPDATE jobs SET seen = now() WHERE id = ?", id) // want unclosed-rows[warning] "discarded"
	return err
}
