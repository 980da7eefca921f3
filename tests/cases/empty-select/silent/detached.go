// The goroutine is meant to stay.
package cases

func Start(setup func()) {
	setup()
	//curfew:detached keeps the runtime from reporting a deadlock
	go func() { select {} }()
}
