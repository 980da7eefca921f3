// The owner is two fields away.
package cases

import "context"

type App struct{ jobs []*Job }

func (a *App) Shutdown(ctx context.Context) error {
	for _, j := range a.jobs {
		j.Cancel()
	}
	return ctx.Err()
}

type links struct{ app *App }

type Job struct {
	links  links
	cancel func()
}

func NewJob(a *App) (*Job, context.Context) {
	ctx, cancel := context.WithCancel(context.Background())
	j := &Job{links: links{a}, cancel: cancel}
	a.jobs = append(a.jobs, j)
	return j, ctx
}

func (j *Job) Abort(ctx context.Context) {
	_ = j.links.app.Shutdown(ctx) // want child-stops-owner "Job.Abort"
}

func (j *Job) Cancel() { j.cancel() }
