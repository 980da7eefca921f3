// What is run is not seen, so whether it has to be excused is not known.
package cases

func start(run func()) {
	//curfew:detached it ends when the process does
	go run()
}
