// Near miss of helper_reads: the helper reads to the end.
package cases

import "database/sql"

func scanAll(rows *sql.Rows, into *[]string) error {
	for rows.Next() {
		var s string
		if err := rows.Scan(&s); err != nil {
			rows.Close()
			return err
		}
		*into = append(*into, s)
	}
	return rows.Err()
}

func titles(db *sql.DB) (all []string, err error) {
	rows, err := db.Query("SELECT title FROM books")
	if err != nil {
		return nil, err
	}
	err = scanAll(rows, &all)
	return all, err
}
