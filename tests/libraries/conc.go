package cases

import (
	"os"

	"github.com/hashicorp/go-multierror"
	"github.com/sourcegraph/conc"
	"github.com/sourcegraph/conc/pool"
	"github.com/sourcegraph/conc/stream"
)

type Flusher struct{ out *os.File }

func (f *Flusher) Close() error { return f.out.Close() }

// Flush starts what nobody waits for.
func (f *Flusher) Flush(parts [][]byte) {
	var wg conc.WaitGroup
	for _, part := range parts {
		wg.Go(func() { _, _ = f.out.Write(part) }) // want untracked-goroutine "writes to a file"
	}
}

func (f *Flusher) FlushAll(parts [][]byte) {
	var wg conc.WaitGroup
	defer wg.Wait()
	for _, part := range parts {
		wg.Go(func() { _, _ = f.out.Write(part) })
	}
}

func (f *Flusher) FlushErrors(parts [][]byte) {
	var group multierror.Group
	for _, part := range parts {
		group.Go(func() error { // want untracked-goroutine "writes to a file"
			_, err := f.out.Write(part)
			return err
		})
	}
}

func (f *Flusher) FlushAllErrors(parts [][]byte) error {
	var group multierror.Group
	for _, part := range parts {
		group.Go(func() error {
			_, err := f.out.Write(part)
			return err
		})
	}
	return group.Wait().ErrorOrNil()
}

// Walk adds to the group from a goroutine that it does not count.
func Walk(visit func()) {
	var wg conc.WaitGroup
	go func() {
		wg.Go(visit) // want late-add "wg"
	}()
	wg.Wait()
}

// WalkCounted adds from goroutines that are counted themselves.
func WalkCounted(visit func()) {
	p := pool.New()
	p.Go(func() {
		p.Go(visit)
	})
	p.Wait()
}

func (f *Flusher) InOrder(parts [][]byte) {
	s := stream.New().WithMaxGoroutines(4)
	for _, part := range parts {
		s.Go(func() stream.Callback {
			_, err := f.out.Write(part)
			return func() { println(err) }
		})
	}
	s.Wait()
}
