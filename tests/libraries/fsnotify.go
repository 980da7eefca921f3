package cases

import (
	"os"
	"sync"

	"github.com/fsnotify/fsnotify"
)

// Journal's goroutine ends with the watcher's channel, and Close does not wait for what it still writes.
type Journal struct {
	watcher *fsnotify.Watcher
	out     *os.File
}

func NewJournal(out *os.File) (*Journal, error) {
	w, err := fsnotify.NewWatcher()
	if err != nil {
		return nil, err
	}
	j := &Journal{watcher: w, out: out}
	go j.run() // want untracked-goroutine "j.run"
	return j, nil
}

func (j *Journal) run() {
	for e := range j.watcher.Events {
		_, _ = j.out.WriteString(e.Name)
	}
}

func (j *Journal) Close() error {
	return j.watcher.Close()
}

// Waited is waited for.
type Waited struct {
	watcher *fsnotify.Watcher
	out     *os.File
	wg      sync.WaitGroup
}

func NewWaited(out *os.File) (*Waited, error) {
	w, err := fsnotify.NewWatcher()
	if err != nil {
		return nil, err
	}
	j := &Waited{watcher: w, out: out}
	j.wg.Add(1)
	go j.run()
	return j, nil
}

func (j *Waited) run() {
	defer j.wg.Done()
	for e := range j.watcher.Events {
		_, _ = j.out.WriteString(e.Name)
	}
}

func (j *Waited) Close() error {
	err := j.watcher.Close()
	j.wg.Wait()
	return err
}

type Counter struct {
	mu      sync.Mutex
	watcher *fsnotify.Watcher
	n       int
}

// Count keeps the lock until something happens to a file.
func (c *Counter) Count() {
	c.mu.Lock()
	defer c.mu.Unlock()
	<-c.watcher.Events // want lock-across-wait "c.mu"
	c.n++
}

func (c *Counter) CountUnlocked() {
	<-c.watcher.Events
	c.mu.Lock()
	defer c.mu.Unlock()
	c.n++
}
