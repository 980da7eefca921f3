// startPair is called: the directive speaks for the spawn on the next line and not for the one after it.
package cases

import "time"

var odd, even int

func startPair() {
	//curfew:detached the odd count is wanted until exit
	go countOdd()
	go countEven() // want immortal-goroutine "countEven"
}

func countOdd() {
	for range time.Tick(time.Second) {
		odd += 2
	}
}

func countEven() {
	for range time.Tick(time.Second) {
		even += 2
	}
}
