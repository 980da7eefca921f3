// The comment stands behind a statement that starts nothing.
package cases

var started bool

func start() {
	started = true //curfew:detached lives as long as the process // want unused-detached "no goroutine starts"
}
