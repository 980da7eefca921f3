// Run time: each call of the method, which the loop makes, leaves a channel.
package cases

import (
	"os"
	"os/signal"
)

type runner struct {
	steps []func() error
}

func (r *runner) step(do func() error) error {
	interrupts := make(chan os.Signal, 1)
	signal.Notify(interrupts, os.Interrupt) // want unstopped-notify[warning] "interrupts stays registered"
	result := make(chan error, 1)
	go func() { result <- do() }()
	select {
	case <-interrupts:
		return os.ErrClosed
	case err := <-result:
		return err
	}
}

func (r *runner) run() error {
	for _, s := range r.steps {
		if err := r.step(s); err != nil {
			return err
		}
	}
	return nil
}
