// Only tests set the hook, and it is used where it is set.
package cases

type filter struct{ hook chan int }

func newFilter() *filter { return &filter{} }

func (f *filter) run() {
	if f.hook != nil {
		defer func() { close(f.hook) }()
	}
	println("run")
}

func filterAll() {
	f := newFilter()
	f.run()
}
