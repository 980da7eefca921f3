// Run time: A manager's deferred wait runs before its deferred cancel: the watchers that it waits for end by that cancel only.
package cases

import (
	"context"
	"errors"
	"fmt"
	"sync"
)

type manager struct {
	names []string
	mu    sync.Mutex
	ended []string
}

func (m *manager) watch(ctx context.Context, name string) {
	<-ctx.Done() // want stuck-goroutine "nobody sends or closes any more"
	m.mu.Lock()
	defer m.mu.Unlock()
	m.ended = append(m.ended, name)
}

func (m *manager) serve(parent context.Context) error {
	var wg sync.WaitGroup
	ctx, cancel := context.WithCancel(parent)
	defer cancel()
	defer wg.Wait()
	for _, name := range m.names {
		wg.Add(1)
		go func() {
			defer wg.Done()
			m.watch(ctx, name)
		}()
	}
	if len(m.names) > 1 {
		return errors.New("too many names")
	}
	return nil
}

func use() {
	m := &manager{names: []string{"a", "b"}}
	fmt.Println(m.serve(context.Background()))
}
