// Run time: the goroutine is a method value.
package cases

type worker struct{ out chan int }

func (w worker) work() {
	w.out <- 1
	w.out <- 2 // want double-send[error] "out"
}

func one() int {
	w := worker{make(chan int)}
	f := w.work
	go f()
	return <-w.out
}
