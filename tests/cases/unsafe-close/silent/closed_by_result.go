// The deferred close is for the path that fails; the goroutine closes on the one that does not.
package cases

type db struct {
	quit, done chan struct{}
}

func (d *db) run() {
	defer close(d.done)
	<-d.quit
}

func open(load func() error) (_ *db, failed error) {
	d := &db{quit: make(chan struct{}), done: make(chan struct{})}
	defer func() {
		if failed == nil {
			return
		}
		close(d.done)
	}()
	if err := load(); err != nil {
		return nil, err
	}
	go d.run()
	return d, nil
}

func use(load func() error) {
	if d, err := open(load); err == nil {
		close(d.quit)
		<-d.done
	}
}
