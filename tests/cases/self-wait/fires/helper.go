// The wait lies two calls down, in what others call as well.
package cases

import "sync"

type Loader struct {
	wg   sync.WaitGroup
	errs chan error
	quit chan struct{}
	once sync.Once
}

func (l *Loader) Start() {
	l.wg.Add(1)
	go func() {
		defer l.wg.Done()
		for err := range l.errs {
			l.handle(err)
		}
	}()
}

func (l *Loader) handle(err error) {
	if err != nil {
		l.Close() // want self-wait "l.Close"
	}
}

func (l *Loader) Report(err error) { l.errs <- err }

func (l *Loader) Close() {
	l.once.Do(func() { close(l.quit) })
	l.await()
}

func (l *Loader) await() { l.wg.Wait() }
