// Run time: only the verbose path closes.
package cases

import (
	"database/sql"
	"log"
)

func columns(db *sql.DB, verbose bool) ([]string, error) {
	rows, err := db.Query("SELECT * FROM t LIMIT 0") // want unclosed-rows[warning] "rows"
	if err != nil {
		return nil, err
	}
	if verbose {
		defer rows.Close()
		log.Print("reading columns")
	}
	return rows.Columns()
}
