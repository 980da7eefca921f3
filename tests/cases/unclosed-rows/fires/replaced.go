// Run time: the second query takes the variable before the first one's rows were closed.
package cases

import "database/sql"

func both(db *sql.DB) error {
	rows, err := db.Query("SELECT a FROM t") // want unclosed-rows[warning] "rows"
	if err != nil {
		return err
	}
	rows.Next()
	rows, err = db.Query("SELECT b FROM t")
	if err != nil {
		return err
	}
	return rows.Close()
}
