// The goroutine that gives the group work is not of the group, and is waited for by itself.
package cases

import "golang.org/x/sync/errgroup"

func pipe(jobs <-chan func() error) error {
	var g errgroup.Group
	g.SetLimit(1)
	done := make(chan struct{})
	go func() {
		defer close(done)
		for job := range jobs {
			g.Go(job)
		}
	}()
	<-done
	return g.Wait()
}
