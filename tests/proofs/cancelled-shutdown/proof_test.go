// Shutdown under a context that has ended does not wait for the requests in flight.
package proofs_cancelled_shutdown

import (
	"context"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"testing"
	"time"
)

// drain stops a server that has a request in flight, after ctx has ended. It returns what Shutdown
// said, whether the handler had finished by then, and whether the client got its answer although the
// program then ends, which closes the connections.
func drain(t *testing.T, contextFor func(ended context.Context) context.Context) (err error, finished, answered bool) {
	entered, release, done := make(chan struct{}), make(chan struct{}), make(chan struct{})
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		defer close(done)
		close(entered)
		<-release
		_, _ = io.WriteString(w, "done")
	}))
	answer := make(chan bool, 1)
	go func() {
		resp, err := http.Get(srv.URL)
		if err != nil {
			answer <- false
			return
		}
		defer resp.Body.Close()
		body, err := io.ReadAll(resp.Body)
		answer <- err == nil && string(body) == "done"
	}()
	<-entered

	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	<-ctx.Done()
	stopped := make(chan error, 1)
	go func() { stopped <- srv.Config.Shutdown(contextFor(ctx)) }()
	patience := 10 * time.Second
	if contextFor(ctx).Err() == nil {
		patience = 100 * time.Millisecond
	}
	select {
	case err = <-stopped: // Gave up while the handler is still held.
		_ = srv.Config.Close()
		close(release)
		return err, false, <-answer
	case <-time.After(patience):
	}
	close(release)
	err = <-stopped
	select {
	case <-done:
		finished = true
	default:
	}
	return err, finished, <-answer
}

func TestShutdownUnderTheEndedContext(t *testing.T) {
	err, finished, answered := drain(t, func(ended context.Context) context.Context { return ended })
	if !errors.Is(err, context.Canceled) || finished || answered {
		t.Errorf("got %v, finished %v, answered %v; want context canceled and a lost request", err, finished, answered)
	}
}

func TestShutdownUnderADerivedContext(t *testing.T) {
	err, finished, _ := drain(t, func(ended context.Context) context.Context {
		ctx, cancel := context.WithTimeout(ended, time.Minute)
		t.Cleanup(cancel)
		return ctx
	})
	if !errors.Is(err, context.Canceled) || finished {
		t.Errorf("got %v, finished %v; want context canceled at once", err, finished)
	}
}

func TestShutdownUnderAFreshContext(t *testing.T) {
	err, finished, answered := drain(t, func(ended context.Context) context.Context {
		ctx, cancel := context.WithTimeout(context.WithoutCancel(ended), time.Minute)
		t.Cleanup(cancel)
		return ctx
	})
	if err != nil || !finished || !answered {
		t.Errorf("got %v, finished %v, answered %v; want a whole drain", err, finished, answered)
	}
}
