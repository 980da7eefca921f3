// Run time: the Done channel is kept in a variable and polled through it.
package cases

import (
	"net/http"
	"time"
)

func wait(w http.ResponseWriter, r *http.Request, ready func() bool) {
	done := r.Context().Done()
	for !ready() {
		select {
		case <-done:
			return
		default:
		}
		time.Sleep(time.Second) // want deaf-sleep "Sleep"
	}
	w.WriteHeader(http.StatusNoContent)
}
