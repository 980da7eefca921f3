// curfew: --level advice
// Who receives is not seen: Close cancels, and leaves what is in the channel.
package cases

import "context"

type Audit struct {
	in     chan string
	cancel context.CancelFunc
}

func (a *Audit) Submit(msg string) { a.in <- msg }

func (a *Audit) Close() {
	a.cancel() // want undrained-close[advice] "Audit.Close cancels and does not drain a.in" stop-without-wait[advice] "Audit.Close"
}
