// Each type has its group: the loader's goroutines give work to the writer's.
package cases

import "golang.org/x/sync/errgroup"

type stage struct {
	group *errgroup.Group
}

func newStage(limit int) *stage {
	s := &stage{group: new(errgroup.Group)}
	s.group.SetLimit(limit)
	return s
}

func move(keys []string, load, write func(string) error) error {
	loads, writes := newStage(4), newStage(2)
	for _, key := range keys {
		loads.group.Go(func() error {
			if err := load(key); err != nil {
				return err
			}
			writes.group.Go(func() error { return write(key) })
			return nil
		})
	}
	if err := loads.group.Wait(); err != nil {
		return err
	}
	return writes.group.Wait()
}
