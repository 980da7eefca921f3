// curfew: --level advice
// A test has its own timeout.
package cases

import (
	"context"
	"net/http"
	"testing"
)

func TestServe(t *testing.T) {
	srv := &http.Server{}
	if err := srv.Shutdown(context.Background()); err != nil {
		t.Error(err)
	}
}
