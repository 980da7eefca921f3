// What the receive takes was sent under the same lock, as the flag under that lock tells.
package cases

import "sync"

type parcel struct {
	mu   sync.Mutex
	here bool
	box  chan string
}

func newParcel() *parcel {
	return &parcel{box: make(chan string, 1)}
}

func (p *parcel) put(text string) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.here {
		return false
	}
	p.here = true
	p.box <- text
	return true
}

func (p *parcel) take() string {
	p.mu.Lock()
	defer p.mu.Unlock()
	if !p.here {
		return ""
	}
	p.here = false
	return <-p.box
}

func exchange(text string) string {
	p := newParcel()
	p.put(text)
	return p.take()
}
