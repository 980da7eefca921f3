// An amount is large: only that branch leaves a commit behind.
package cases

import (
	"database/sql"
	"net/http"
)

type till struct{ db *sql.DB }

func (t *till) pay(w http.ResponseWriter, r *http.Request) {
	if r.ContentLength > 1000 {
		go t.flag(r.URL.Path) // want untracked-goroutine "flag"
	}
	w.WriteHeader(http.StatusOK)
}

func (t *till) flag(path string) {
	tx, err := t.db.Begin()
	if err != nil {
		return
	}
	tx.Commit()
}

func (t *till) routes() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("/pay", t.pay)
	return mux
}
