// Run time: each run of the child leaves its channel with os/signal.
package cases

import (
	"os"
	"os/exec"
	"os/signal"
)

func supervise(commands []string) {
	for _, name := range commands {
		signals := make(chan os.Signal, 1)
		signal.Notify(signals, os.Interrupt) // want unstopped-notify[warning] "signals stays registered"
		cmd := exec.Command(name)
		if cmd.Start() == nil {
			done := make(chan error, 1)
			go func() { done <- cmd.Wait() }()
			select {
			case <-signals:
				cmd.Process.Kill()
				<-done
			case <-done:
			}
		}
	}
}
