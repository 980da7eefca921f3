// A body that is not closed keeps its connection; a failed call has no response to reach into.
package proofs_unclosed_body

import (
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"sync/atomic"
	"testing"
)

const calls = 5

// connections counts those that a client makes for calls one after the other.
func connections(t *testing.T, call func(c *http.Client, url string)) int64 {
	t.Helper()
	var made atomic.Int64
	server := httptest.NewUnstartedServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		_, _ = io.WriteString(w, "hello")
	}))
	server.Config.ConnState = func(_ net.Conn, s http.ConnState) {
		if s == http.StateNew {
			made.Add(1)
		}
	}
	server.Start()
	defer server.Close()
	for range calls {
		call(server.Client(), server.URL)
	}
	server.CloseClientConnections()
	return made.Load()
}

func TestUnclosedBodiesKeepTheirConnections(t *testing.T) {
	n := connections(t, func(c *http.Client, url string) {
		if _, err := c.Get(url); err != nil {
			t.Error(err)
		}
	})
	if n != calls {
		t.Errorf("%d connections for %d calls", n, calls)
	}
}

func TestClosedBodiesGiveThemBack(t *testing.T) {
	n := connections(t, func(c *http.Client, url string) {
		resp, err := c.Get(url)
		if err != nil {
			t.Error(err)
			return
		}
		defer resp.Body.Close()
		_, _ = io.Copy(io.Discard, resp.Body)
	})
	if n != 1 {
		t.Errorf("%d connections for %d calls", n, calls)
	}
}

func TestAFailedCallHasNoResponse(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("no panic")
		}
	}()
	resp, _ := http.Get("http://127.0.0.1:0")
	defer resp.Body.Close()
}
