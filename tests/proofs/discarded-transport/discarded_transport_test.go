// A transport keeps two goroutines for each idle connection until somebody closes it.
package proofs_discarded_transport

import (
	"io"
	"net/http"
	"net/http/httptest"
	"runtime"
	"strings"
	"testing"
	"time"
)

const calls = 5

// idle counts the goroutines of client connections.
func idle() int {
	buf := make([]byte, 1<<20)
	stacks := string(buf[:runtime.Stack(buf, true)])
	return strings.Count(stacks, "net/http.(*persistConn).readLoop(") + strings.Count(stacks, "net/http.(*persistConn).writeLoop(")
}

// settles waits until there are that many, or says how many there are in the end.
func settles(want int) int {
	for range 200 {
		runtime.GC()
		if idle() == want {
			break
		}
		time.Sleep(10 * time.Millisecond)
	}
	return idle()
}

func get(t *testing.T, url string, transport *http.Transport, end bool) {
	client := &http.Client{Transport: transport}
	if end {
		defer client.CloseIdleConnections()
	}
	resp, err := client.Get(url)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	if _, err := io.Copy(io.Discard, resp.Body); err != nil {
		t.Fatal(err)
	}
}

// left says how many goroutines so many calls leave behind.
func left(t *testing.T, want int, end bool, made func() *http.Transport) int {
	before := settles(0)
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		io.WriteString(w, "fine")
	}))
	defer server.Close()
	for range calls {
		get(t, server.URL, made(), end)
	}
	return settles(want+before) - before
}

func fresh() *http.Transport { return &http.Transport{} }

func TestEachLeavesTwo(t *testing.T) {
	if n := left(t, 2*calls, false, fresh); n != 2*calls {
		t.Errorf("%d goroutines are left", n)
	}
}

func TestClosedLeavesNone(t *testing.T) {
	if n := left(t, 0, true, fresh); n != 0 {
		t.Errorf("%d goroutines are left", n)
	}
}

func TestSharedLeavesOnePair(t *testing.T) {
	shared := fresh()
	if n := left(t, 2, false, func() *http.Transport { return shared }); n != 2 {
		t.Errorf("%d goroutines are left", n)
	}
	shared.CloseIdleConnections()
}

func TestSparedLeavesNone(t *testing.T) {
	for name, made := range map[string]func() *http.Transport{
		"IdleConnTimeout":     func() *http.Transport { return &http.Transport{IdleConnTimeout: 10 * time.Millisecond} },
		"DisableKeepAlives":   func() *http.Transport { return &http.Transport{DisableKeepAlives: true} },
		"MaxIdleConnsPerHost": func() *http.Transport { return &http.Transport{MaxIdleConnsPerHost: -1} },
	} {
		t.Run(name, func(t *testing.T) {
			if n := left(t, 0, false, made); n != 0 {
				t.Errorf("%d goroutines are left", n)
			}
		})
	}
}
