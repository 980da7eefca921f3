// One goroutine holds a slot and hands out work, the other seven slots do it.
package cases

import "golang.org/x/sync/errgroup"

func serve(jobs <-chan func() error) error {
	var g errgroup.Group
	g.SetLimit(8)
	g.Go(func() error {
		for job := range jobs {
			g.Go(job)
		}
		return nil
	})
	return g.Wait()
}
