// What the helper waits for is the next name, not the end of a context: no error could end that wait.
package cases

import "golang.org/x/sync/errgroup"

func remove(names <-chan string, rm func(string) error) error {
	for name := range names {
		if err := rm(name); err != nil {
			return err
		}
	}
	return nil
}

func removeAll(names <-chan string, rm func(string) error) error {
	var workers errgroup.Group
	for range 4 {
		workers.Go(func() error { return remove(names, rm) })
	}
	return workers.Wait()
}
