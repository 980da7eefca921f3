// Run time: the group's Wait waits for senders whose values are received only after it.
package cases

import "golang.org/x/sync/errgroup"

func sizes(files []string, stat func(string) (int, error)) (total int, err error) {
	var g errgroup.Group
	out := make(chan int, 16) // want undersized-channel[error] "out has 16 slots, and len(files) goroutines"
	for _, file := range files {
		g.Go(func() error {
			n, err := stat(file)
			if err != nil {
				return err
			}
			out <- n
			return nil
		})
	}
	if err := g.Wait(); err != nil {
		return 0, err
	}
	close(out)
	for n := range out {
		total += n
	}
	return total, nil
}
