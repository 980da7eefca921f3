// Only this method sends, under the lock, and it looks first whether the channel is full.
package cases

import "sync"

type backlog struct {
	mu   sync.Mutex
	jobs chan string
	late []string
}

func newBacklog() *backlog {
	return &backlog{jobs: make(chan string, 16)}
}

func (b *backlog) add(job string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if len(b.jobs) == cap(b.jobs) {
		b.late = append(b.late, job)
		return
	}
	b.jobs <- job
}

func (b *backlog) held() int {
	b.mu.Lock()
	defer b.mu.Unlock()
	return len(b.late)
}
