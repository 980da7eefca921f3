// Run time: a prepared statement in a field gives the rows; an early return leaves them.
package cases

import "database/sql"

type repo struct {
	list *sql.Stmt
}

func (r *repo) find(want int) (bool, error) {
	rows, err := r.list.Query() // want unclosed-rows[warning] "r.list.Query"
	if err != nil {
		return false, err
	}
	var id int
	for rows.Next() {
		if err := rows.Scan(&id); err == nil && id == want {
			return true, nil
		}
	}
	return false, rows.Close()
}
