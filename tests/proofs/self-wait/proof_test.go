package selfwait

import (
	"context"
	"errors"
	"net/http"
	"net/http/httptest"
	"sync"
	"testing"
	"testing/synctest"
	"time"
)

type service struct {
	wg   sync.WaitGroup
	once sync.Once
	quit chan struct{}
}

func (s *service) signal() { s.once.Do(func() { close(s.quit) }) }

func (s *service) Stop() {
	s.signal()
	s.wg.Wait()
}

func TestAGoroutineThatStopsItsServiceWaitsForItself(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := &service{quit: make(chan struct{})}
		s.wg.Add(1)
		returned := false
		go func() {
			s.Stop()
			returned = true
		}()
		time.Sleep(time.Hour)
		if returned {
			t.Error("Stop returned on the goroutine that it waits for")
		}
		s.wg.Done() // what the goroutine would have done at its end
	})
}

func TestAGoroutineThatOnlySignalsEnds(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := &service{quit: make(chan struct{})}
		s.wg.Go(s.signal)
		s.Stop() // returns, or the bubble reports a deadlock
	})
}

func TestAHandlerThatShutsItsServerDownWaitsForItself(t *testing.T) {
	var srv *httptest.Server
	result := make(chan error, 1)
	srv = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		ctx, cancel := context.WithTimeout(context.Background(), 200*time.Millisecond) // or it would never end
		defer cancel()
		result <- srv.Config.Shutdown(ctx)
	}))
	defer srv.Close()
	if resp, err := http.Get(srv.URL); err == nil {
		resp.Body.Close()
	}
	if err := <-result; !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("Shutdown returned %v while its caller was being served", err)
	}
}
