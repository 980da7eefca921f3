// Run time: the deferred literal tells of the end on a channel that was never made.
package cases

type worker struct{ ended chan bool }

func (w *worker) run(work func()) {
	defer func() {
		w.ended <- true // want nil-channel "w.ended is nil here"
	}()
	work()
}

func Run(work func()) {
	w := &worker{}
	w.run(work)
}
