// The handler hands the work to a queue whose worker Close drains and joins.
package cases

import (
	"net/http"
	"os"
)

type audit struct {
	in   chan string
	done chan struct{}
}

func newAudit() *audit {
	a := &audit{in: make(chan string, 64), done: make(chan struct{})}
	go a.run()
	return a
}

func (a *audit) run() {
	defer close(a.done)
	for line := range a.in {
		os.WriteFile("audit", []byte(line), 0o600)
	}
}

func (a *audit) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	select {
	case a.in <- r.URL.Path:
		w.WriteHeader(http.StatusAccepted)
	default:
		w.WriteHeader(http.StatusServiceUnavailable)
	}
}

func (a *audit) Close() {
	close(a.in)
	<-a.done
}
