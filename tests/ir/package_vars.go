package p

import (
	"net/http"
	"sync"
)

var (
	mu      sync.Mutex
	client  = &http.Client{Transport: http.DefaultTransport}
	a, b    = pair()
	handler = func() { mu.Lock() }
	_       = sync.OnceFunc(func() {})
)

func pair() (int, int) { return 1, 2 }

func init() { handler() }

func init() {
	func() { client = nil }()
}

func _() {
	_ = func() {}
}
