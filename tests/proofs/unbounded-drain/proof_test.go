// Shutdown under a root waits as long as one client does; with a deadline it gives up.
package proofs_unbounded_drain

import (
	"context"
	"errors"
	"net/http"
	"net/http/httptest"
	"testing"
	"time"
)

// held gives a server one of whose requests stays in flight until the test is over.
func held(t *testing.T) *http.Server {
	entered, release := make(chan struct{}), make(chan struct{})
	srv := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) {
		close(entered)
		<-release
	}))
	done := make(chan struct{})
	go func() {
		defer close(done)
		if resp, err := http.Get(srv.URL); err == nil {
			resp.Body.Close()
		}
	}()
	<-entered
	t.Cleanup(func() {
		close(release)
		<-done
	})
	return srv.Config
}

func TestDrainUnderARoot(t *testing.T) {
	srv := held(t)
	stopped := make(chan error, 1)
	go func() { stopped <- srv.Shutdown(context.Background()) }()
	select {
	case err := <-stopped:
		t.Errorf("Shutdown ended with a request in flight: %v", err)
	case <-time.After(200 * time.Millisecond):
	}
}

func TestDrainWithADeadline(t *testing.T) {
	srv := held(t)
	ctx, cancel := context.WithTimeout(context.Background(), 50*time.Millisecond)
	defer cancel()
	if err := srv.Shutdown(ctx); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("got %v, want the deadline", err)
	}
}
