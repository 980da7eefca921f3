// curfew: --level advice
// One goroutine hands out the work: with a limit of one it waits for itself.
package cases

import "golang.org/x/sync/errgroup"

func serve(limit int, jobs <-chan func() error) error {
	var g errgroup.Group
	g.SetLimit(limit)
	g.Go(func() error {
		for job := range jobs {
			g.Go(job) // want nested-group-limit[advice] "g.Go"
		}
		return nil
	})
	return g.Wait()
}
