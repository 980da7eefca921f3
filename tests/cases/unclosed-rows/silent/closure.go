// Near miss of replaced: a deferred closure closes whatever rows there are.
package cases

import "database/sql"

func both(db *sql.DB) (err error) {
	rows, err := db.Query("SELECT a FROM t")
	if err != nil {
		return err
	}
	defer func() {
		if e := rows.Close(); err == nil {
			err = e
		}
	}()
	rows.Next()
	var a int
	return rows.Scan(&a)
}
