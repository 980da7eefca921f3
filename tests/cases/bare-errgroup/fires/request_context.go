// One of the page's queries fails: the other runs on, though the request carries a context that a group could derive from.
package cases

import (
	"database/sql"
	"net/http"

	"golang.org/x/sync/errgroup"
)

type page struct{ db *sql.DB }

func (p *page) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	var parts errgroup.Group // want bare-errgroup "parts"
	parts.Go(func() error { return p.db.QueryRowContext(r.Context(), "SELECT 1").Err() })
	parts.Go(func() error { return p.db.QueryRowContext(r.Context(), "SELECT 2").Err() })
	if err := parts.Wait(); err != nil {
		http.Error(w, "no page", http.StatusInternalServerError)
	}
}
