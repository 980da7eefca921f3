// Run time: the callback that the hub was given takes the lock under which others call the hub.
package cases

import "sync"

type hub struct {
	mu     sync.Mutex
	onJoin func(name string)
}

type Room struct {
	mu    sync.Mutex
	hub   *hub
	names []string
}

func NewRoom() *Room {
	r := &Room{hub: &hub{}}
	r.hub.onJoin = r.joined
	return r
}

func (h *hub) join(name string) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.onJoin(name) // want lock-order "h.onJoin takes r.mu while h.mu is held"
}

func (r *Room) joined(name string) {
	r.mu.Lock()
	r.names = append(r.names, name)
	r.mu.Unlock()
}

func (r *Room) Join(name string) { r.hub.join(name) }

func (r *Room) Rename(old, new string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	for i, n := range r.names {
		if n == old {
			r.names[i] = new
		}
	}
	r.hub.tell()
}

func (r *Room) Leave() {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.names = nil
	r.hub.tell()
}

func (h *hub) tell() {
	h.mu.Lock()
	defer h.mu.Unlock()
}
