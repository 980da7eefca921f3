// The handler returns: its deferred call starts the write, and nobody is left to wait for it.
package cases

import (
	"net/http"
	"os"
	"time"
)

type timed struct{ next http.Handler }

func (t timed) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	started := time.Now()
	defer func() {
		go logDuration(r.URL.Path, time.Since(started)) // want untracked-goroutine "logDuration"
	}()
	t.next.ServeHTTP(w, r)
}

func logDuration(path string, d time.Duration) {
	os.WriteFile("durations", []byte(path+d.String()), 0o600)
}
