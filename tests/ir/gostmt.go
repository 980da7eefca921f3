package p

type worker struct{ jobs chan func() }

func (w *worker) run(n int) {}
func (w worker) copy()      {}

func work(x any) {}

func start(w *worker, f func(int)) {
	go w.run(1)
	go w.copy()
	go work(1)
	go f(2)
	go func(n int) { w.jobs <- nil }(3)
	go close(w.jobs)
	go (<-w.jobs)()
	g := w.run
	go g(4)
}
