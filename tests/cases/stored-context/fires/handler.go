// Run time: the client hangs up and its request's context ends; the statement runs under the store's.
package cases

import (
	"context"
	"database/sql"
	"net/http"
)

type store struct {
	ctx context.Context
	db  *sql.DB
}

func (s *store) touch(path string) error {
	_, err := s.db.ExecContext(s.ctx, "UPDATE pages SET hits = hits + 1 WHERE path = $1", path) // want stored-context "ctx"
	return err
}

type page struct{ store *store }

func (p *page) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if err := p.store.touch(r.URL.Path); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
	}
}
