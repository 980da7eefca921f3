// Run time: the query goes through an interface of our own that only the pool implements.
package cases

import "database/sql"

type querier interface {
	run(q string) (*sql.Rows, error)
}

type pool struct{ db *sql.DB }

func (p pool) run(q string) (*sql.Rows, error) { return p.db.Query(q) }

func versions(db *sql.DB) (v string, err error) {
	var q querier = pool{db}
	rows, err := q.run("SELECT version FROM meta") // want unclosed-rows[warning] "q.run"
	if err != nil {
		return "", err
	}
	if rows.Next() {
		err = rows.Scan(&v)
	}
	return v, err
}
