// Run time: the client hangs up while the lookup waits; the request's context ends, the lookup's does not.
package cases

import (
	"context"
	"net/http"
)

type directory struct{ answers chan string }

func (d *directory) lookup(ctx context.Context, name string) (string, error) {
	select {
	case <-ctx.Done():
		return "", ctx.Err()
	case answer := <-d.answers:
		return name + answer, nil
	}
}

func (d *directory) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	answer, err := d.lookup(context.Background(), r.URL.Path) // want severed-context "lookup"
	if err != nil {
		http.Error(w, err.Error(), http.StatusGatewayTimeout)
		return
	}
	_, _ = w.Write([]byte(answer))
}
