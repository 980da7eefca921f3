// curfew: --level advice
// Two calls of Submit at a time fill both slots; who calls it is not seen.
package cases

import "golang.org/x/sync/errgroup"

type Jobs struct {
	group errgroup.Group
}

func New() *Jobs {
	j := &Jobs{}
	j.group.SetLimit(2)
	return j
}

func (j *Jobs) Submit(work, log func() error) {
	j.group.Go(func() error {
		err := work()
		j.group.Go(log) // want nested-group-limit[advice] "j.group.Go"
		return err
	})
}

func (j *Jobs) Wait() error { return j.group.Wait() }
