// What start runs may start a goroutine there: it is not seen.
package cases

func start(run func()) {
	//curfew:detached it ends when the process does
	run()
}
