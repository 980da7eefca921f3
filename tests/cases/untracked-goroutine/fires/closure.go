// The server is shut down: the closure that notes the visit runs on a goroutine that Shutdown does not know.
package cases

import (
	"database/sql"
	"net/http"
)

func visits(db *sql.DB) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		path := r.URL.Path
		note := func() {
			db.Exec("INSERT INTO visit VALUES ($1)", path)
		}
		go note() // want untracked-goroutine "note"
		w.WriteHeader(http.StatusNoContent)
	})
}
