// The goroutine counts itself after it has waited for the one before it.
package cases

import "sync"

type mirror struct {
	wg   sync.WaitGroup
	work chan string
}

func (m *mirror) restart() {
	go func() {
		m.wg.Wait()
		m.wg.Add(1) // want late-add[error] "m.wg"
		defer m.wg.Done()
		for w := range m.work {
			println(w)
		}
	}()
}

func (m *mirror) stop() {
	close(m.work)
	m.wg.Wait()
}
