// curfew: --level advice
// Stop is called: what the goroutine runs has no body here.
package cases

import "context"

type Agent struct {
	cancel context.CancelFunc
}

func work(ctx context.Context)

func (a *Agent) Start() {
	ctx, cancel := context.WithCancel(context.Background())
	a.cancel = cancel
	go work(ctx) // want untracked-goroutine[advice] "work"
}

func (a *Agent) Stop() {
	a.cancel() // want stop-without-wait[advice] "Agent.Stop"
}
