// Stop waits inside its Once: every later caller waits there, too.
package cases

import "sync"

type Agent struct {
	wg   sync.WaitGroup
	once sync.Once
	msgs chan string
	quit chan struct{}
}

func (a *Agent) Start() {
	a.wg.Add(1)
	go a.loop()
}

func (a *Agent) loop() {
	defer a.wg.Done()
	for msg := range a.msgs {
		if msg == "stop" {
			a.Stop() // want self-wait "a.Stop"
		}
	}
}

func (a *Agent) Tell(msg string) { a.msgs <- msg }

func (a *Agent) Stop() {
	a.once.Do(func() {
		close(a.quit)
		a.wg.Wait()
	})
}
