// The response is sent: the handler calls the only sink there is through an interface, and that one spawns.
package cases

import (
	"net/http"
	"os"
)

type sink interface{ record(event string) }

type fileSink struct{ path string }

func (f *fileSink) record(event string) {
	go f.write(event) // want untracked-goroutine "write"
}

func (f *fileSink) write(event string) {
	os.WriteFile(f.path, []byte(event), 0o600)
}

type events struct{ to sink }

func newEvents() http.Handler { return &events{to: &fileSink{path: "events"}} }

func (e *events) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	e.to.record(r.URL.Path)
	w.WriteHeader(http.StatusNoContent)
}
