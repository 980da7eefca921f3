// Run time: the query is made through a method value, in a loop that stops early.
package cases

import "database/sql"

func any(db *sql.DB, queries []string) (found bool, err error) {
	query := db.Query
	for _, q := range queries {
		rows, err := query(q) // want unclosed-rows[warning] "query"
		if err != nil {
			return false, err
		}
		if rows.Next() {
			return true, nil
		}
	}
	return false, nil
}
