// The stop runs on a goroutine of its own, so that this one can end.
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
		for {
			select {
			case err := <-l.errs:
				if err != nil {
					go l.Close()
					return
				}
			case <-l.quit:
				return
			}
		}
	}()
}

func (l *Loader) Report(err error) { l.errs <- err }

func (l *Loader) Close() {
	l.once.Do(func() { close(l.quit) })
	l.wg.Wait()
}
