// The functions lie in a map and are called by the method that removes an entry.
package cases

import (
	"context"
	"sync"
)

type Registry struct {
	mu      sync.Mutex
	cancels map[string]context.CancelFunc
}

func NewRegistry() *Registry {
	return &Registry{cancels: make(map[string]context.CancelFunc)}
}

func (r *Registry) Open(parent context.Context, id string) context.Context {
	ctx, cancel := context.WithCancel(parent)
	r.mu.Lock()
	defer r.mu.Unlock()
	if old := r.cancels[id]; old != nil {
		old()
	}
	r.cancels[id] = cancel
	return ctx
}

func (r *Registry) Close(id string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if cancel := r.cancels[id]; cancel != nil {
		cancel()
		delete(r.cancels, id)
	}
}
