// A router notifies its observer after it gave the lock back.
package main

import (
	"fmt"
	"sync"
)

type observer interface {
	routeChanged(r *router, prefix string)
}

type router struct {
	mu     sync.Mutex
	routes map[string]string
	obs    observer
}

func (r *router) lookup(prefix string) string {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.routes[prefix]
}

func (r *router) set(prefix, hop string) {
	r.mu.Lock()
	r.routes[prefix] = hop
	r.mu.Unlock()
	if r.obs != nil {
		r.obs.routeChanged(r, prefix)
	}
}

type tracer struct{ seen []string }

func (t *tracer) routeChanged(r *router, prefix string) {
	t.seen = append(t.seen, prefix+" via "+r.lookup(prefix))
}

func main() {
	r := &router{routes: map[string]string{}, obs: &tracer{}}
	r.set("10/8", "gw1")
	fmt.Println(r.lookup("10/8"))
}
