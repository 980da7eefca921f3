// Near miss of statement: the early return closes first.
package cases

import "database/sql"

type repo struct {
	list *sql.Stmt
}

func (r *repo) find(want int) (bool, error) {
	rows, err := r.list.Query()
	if err != nil {
		return false, err
	}
	var id int
	for rows.Next() {
		if err := rows.Scan(&id); err == nil && id == want {
			return true, rows.Close()
		}
	}
	return false, rows.Close()
}
